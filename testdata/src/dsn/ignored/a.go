// Package ignored gives IDs that the driver does not read.
package ignored

import (
	"database/sql"
)

func open(id string) {
	_, _ = sql.Open("azuresql", "sqlserver://db?fedauth=ActiveDirectoryMSI&user_id="+id)            // want "sql.Open gets an ID in the key user_id, which the driver does not read: it wants user.id"
	_, _ = sql.Open("azuresql", "sqlserver://db?fedauth=ActiveDirectoryMSI&uid="+id)                // want "in the key uid"
	_, _ = sql.Open("azuresql", "odbc:server=db;fedauth=ActiveDirectoryMSI;uid="+id)                // want "in the key uid"
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI;client id="+id)               // want "in the key client id"
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI;msi id="+id)                  // want "in the key msi id"
	_, _ = sql.Open("azuresql", "server=db;fedauth=activedirectorymsi;user id="+id)                 // want "sql.Open gets an ID that the driver drops: fedauth=activedirectorymsi is not spelled ActiveDirectoryMSI"
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryDefault;user id="+id)             // want "sql.Open gets an ID that the driver drops: with fedauth=ActiveDirectoryDefault only AZURE_CLIENT_ID"
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryIntegrated;user id=x;database=y") // want "with fedauth=ActiveDirectoryIntegrated"
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryDefault;user id=x;password=y")    // the user of a database
}

func openMaybe(id string) (*sql.DB, error) {
	dsn := "server=db;fedauth=ActiveDirectoryMSI" // want "in the key client id"
	if id != "" {
		dsn += ";client id=" + id
	}
	return sql.Open("azuresql", dsn)
}
