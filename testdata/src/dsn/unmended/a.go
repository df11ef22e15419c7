// Package unmended has connection strings that cannot be mended where they stand.
package unmended

import (
	"database/sql"
	"fmt"
	"strings"
)

func later(name string) (*sql.DB, error) {
	dsn := "server=db;fedauth=ActiveDirectoryMSI;" // want "sql.Open gets"
	dsn += "database=app"
	return sql.Open("azuresql", dsn)
}

func logged() (*sql.DB, error) {
	dsn := "server=db;fedauth=ActiveDirectoryMSI" // want "sql.Open gets"
	fmt.Println(dsn)
	return sql.Open("azuresql", dsn)
}

func written(name string) (*sql.DB, error) {
	var b strings.Builder
	b.WriteString("server=db;fedauth=ActiveDirectoryMSI;") // want "sql.Open gets"
	fmt.Fprintf(&b, "database=%s", name)
	return sql.Open("azuresql", b.String())
}

func emptyUser() (*sql.DB, error) {
	return sql.Open("azuresql", "sqlserver://@db?fedauth=ActiveDirectoryMSI") // want "sql.Open gets"
}

func text() string { return "server=db;fedauth=ActiveDirectoryMSI" }

func elsewhere() (*sql.DB, error) {
	return sql.Open("azuresql", text()) // want "sql.Open gets"
}
