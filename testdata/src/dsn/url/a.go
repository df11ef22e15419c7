// Package url opens databases with URLs.
package url

import (
	"database/sql"
	"fmt"
	"net/url"

	"github.com/microsoft/go-mssqldb/azuread"
)

func literal() (*sql.DB, error) {
	return sql.Open(azuread.DriverName, "sqlserver://db.example.com?database=app&fedauth=ActiveDirectoryMSI") // want "sql.Open gets a connection string that names no identity"
}

func formatted(host string, port int) (*sql.DB, error) {
	return sql.Open(azuread.DriverName, fmt.Sprintf("sqlserver://%s:%d?fedauth=ActiveDirectoryMSI", host, port)) // want "sql.Open gets"
}

func built(host string) (*sql.DB, error) {
	query := url.Values{}
	query.Add("database", "app")
	query.Add("fedauth", azuread.ActiveDirectoryManagedIdentity)
	u := &url.URL{Scheme: "sqlserver", Host: host, RawQuery: query.Encode()} // want "sql.Open gets"
	return sql.Open(azuread.DriverName, u.String())
}

func named(host, id string) {
	query := url.Values{}
	query.Add("fedauth", azuread.ActiveDirectoryMSI)
	u := &url.URL{Scheme: "sqlserver", User: url.User(id), Host: host, RawQuery: query.Encode()}
	_, _ = sql.Open(azuread.DriverName, u.String())

	query.Set("user id", id)
	v := &url.URL{Scheme: "sqlserver", Host: host, RawQuery: query.Encode()}
	_, _ = sql.Open(azuread.DriverName, v.String())

	_, _ = sql.Open(azuread.DriverName, "sqlserver://"+id+"@db?fedauth=ActiveDirectoryMSI")
	_, _ = sql.Open(azuread.DriverName, "sqlserver://db?fedauth=ActiveDirectoryMSI&user+id="+id)
	_, _ = sql.Open(azuread.DriverName, "sqlserver://db?fedauth=ActiveDirectoryMSI&User%20Id="+id)
	_, _ = sql.Open(azuread.DriverName, "sqlserver://db?fedauth=ActiveDirectoryMSI&resource+id="+id)
	_, _ = sql.Open(azuread.DriverName, "azuresql://db?fedauth=ActiveDirectoryMSI")
}
