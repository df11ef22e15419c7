// Package gorm opens databases with a mapper, whose settings hold the connection string.
package gorm

import (
	"database/sql"
	"fmt"

	"github.com/microsoft/go-mssqldb/azuread"
	"gorm.io/driver/sqlserver"
	"gorm.io/gorm"
)

func literal() (*gorm.DB, error) {
	return gorm.Open(sqlserver.New(sqlserver.Config{
		DriverName: "azuresql",
		DSN:        "server=db;database=app;fedauth=ActiveDirectoryManagedIdentity", // want "sqlserver.Config gets a connection string that names no identity"
	}))
}

func variable(server, database string) (*gorm.DB, error) {
	dsn := fmt.Sprintf("server=%s;database=%s;fedauth=ActiveDirectoryMSI", server, database) // want "sqlserver.Config gets"
	return gorm.Open(sqlserver.New(sqlserver.Config{DriverName: azuread.DriverName, DSN: dsn}), &gorm.Config{})
}

func dialector(server string) (*gorm.DB, error) {
	d := &sqlserver.Dialector{Config: &sqlserver.Config{
		DSN:        "server=" + server + ";fedauth=ActiveDirectoryMSI", // want "sqlserver.Config gets"
		DriverName: azuread.DriverName,
	}}
	return gorm.Open(d, &gorm.Config{})
}

func later(server string) gorm.Dialector {
	config := sqlserver.Config{DriverName: "azuresql"}
	config.DSN = "server=" + server + ";fedauth=ActiveDirectoryMSI" // want "sqlserver.Config gets"
	return sqlserver.New(config)
}

const shared = "server=db;fedauth=ActiveDirectoryMSI"

func constant() gorm.Dialector {
	return sqlserver.New(sqlserver.Config{DriverName: "azuresql", DSN: shared}) // want "sqlserver.Config gets"
}

func named(id string) gorm.Dialector {
	return sqlserver.New(sqlserver.Config{DriverName: "azuresql", DSN: "server=db;fedauth=ActiveDirectoryMSI;user id=" + id})
}

func given(dsn string) gorm.Dialector {
	return sqlserver.New(sqlserver.Config{DriverName: "azuresql", DSN: dsn})
}

func workload() gorm.Dialector {
	return sqlserver.New(sqlserver.Config{DriverName: "azuresql", DSN: "server=db;fedauth=ActiveDirectoryWorkloadIdentity"})
}

func opened(db *sql.DB) gorm.Dialector {
	return sqlserver.New(sqlserver.Config{DriverName: "azuresql", DSN: "server=db;fedauth=ActiveDirectoryMSI", Conn: db})
}

func ignoring() []gorm.Dialector {
	return []gorm.Dialector{
		sqlserver.Open("server=db;fedauth=ActiveDirectoryMSI"), // the driver sqlserver ignores fedauth
		sqlserver.New(sqlserver.Config{DSN: "server=db;fedauth=ActiveDirectoryMSI"}),
		sqlserver.New(sqlserver.Config{DriverName: "sqlserver", DSN: "server=db;fedauth=ActiveDirectoryMSI"}),
	}
}
