// Package pairs opens databases with pairs and semicolons.
package pairs

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/jmoiron/sqlx"
	"github.com/microsoft/go-mssqldb/azuread"
)

func literal() (*sql.DB, error) {
	return sql.Open("azuresql", "server=db.example.com;database=app;fedauth=ActiveDirectoryManagedIdentity") // want "sql.Open gets a connection string that names no identity"
}

func constant() (*sql.DB, error) {
	const dsn = "server=db;fedauth=ActiveDirectoryMSI;"
	return sql.Open(azuread.DriverName, dsn) // want "sql.Open gets"
}

func formatted(server, database string) (*sql.DB, error) {
	dsn := fmt.Sprintf("server=%s;database=%s;fedauth=%s", server, database, azuread.ActiveDirectoryManagedIdentity) // want "sql.Open gets"
	return sql.Open(azuread.DriverName, dsn)
}

func sum(server string) (*sql.DB, error) {
	return sql.Open(azuread.DriverName, "server="+server+";fedauth=ActiveDirectoryMSI") // want "sql.Open gets"
}

func empty() (*sql.DB, error) {
	return sql.Open(azuread.DriverName, "server=db;user id=;fedauth=ActiveDirectoryMSI") // want "sql.Open gets"
}

func connector() error {
	_, err := azuread.NewConnector("server=db;fedauth=ActiveDirectoryMSI") // want "azuread.NewConnector gets"
	return err
}

func driver() error {
	_, err := (&azuread.Driver{}).Open("server=db;fedauth=ActiveDirectoryMSI") // want "azuread.Driver.Open gets"
	return err
}

func odbc() (*sql.DB, error) {
	return sql.Open("azuresql", "odbc:server=db;fedauth=ActiveDirectoryMSI") // want "sql.Open gets"
}

func extended(ctx context.Context) {
	_, _ = sqlx.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI") // want "sqlx.Open gets"

	_, _ = sqlx.Connect("azuresql", "server=db;fedauth=ActiveDirectoryMSI") // want "sqlx.Connect gets"

	_, _ = sqlx.ConnectContext(ctx, "azuresql", "server=db;fedauth=ActiveDirectoryMSI") // want "sqlx.ConnectContext gets"

	_ = sqlx.MustConnect("azuresql", "server=db;fedauth=ActiveDirectoryMSI") // want "sqlx.MustConnect gets"
}

func open(dsn string) (*sql.DB, error) { return sql.Open("azuresql", dsn) }

func wrapped() (*sql.DB, error) {
	return open("server=db;fedauth=ActiveDirectoryMSI") // want "open calls sql.Open and gets a connection string that names no identity"
}
