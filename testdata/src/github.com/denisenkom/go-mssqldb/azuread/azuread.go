// Package azuread stands in for github.com/denisenkom/go-mssqldb/azuread.
package azuread

import (
	"context"
	"database/sql/driver"
)

// Constants of the package.
const (
	DriverName = "azuresql"

	ActiveDirectoryDefault         = "ActiveDirectoryDefault"
	ActiveDirectoryIntegrated      = "ActiveDirectoryIntegrated"
	ActiveDirectoryMSI             = "ActiveDirectoryMSI"
	ActiveDirectoryManagedIdentity = "ActiveDirectoryManagedIdentity"
)

// A Connector stands in for mssql.Connector.
type Connector struct{}

// Connect connects.
func (*Connector) Connect(context.Context) (driver.Conn, error) { return nil, nil }

// Driver returns the driver.
func (*Connector) Driver() driver.Driver { return nil }

// NewConnector makes a connector.
func NewConnector(dsn string) (*Connector, error) { return nil, nil }

// Driver is the driver.
type Driver struct{}

// Open opens a connection.
func (d *Driver) Open(dsn string) (driver.Conn, error) { return nil, nil }
