//go:build denisenkom

package mssql

import (
	"testing"

	mssqldb "github.com/denisenkom/go-mssqldb"
	"github.com/denisenkom/go-mssqldb/azuread"
)

const path = "github.com/denisenkom/go-mssqldb/azuread"

func newConnector(dsn string) (*mssqldb.Connector, error) { return azuread.NewConnector(dsn) }

// resourceKey is asked for a key that this driver never sends.
func resourceKey(*testing.T) string { return "none" }

// version is a function of the module.
var version = azuread.NewConnector
