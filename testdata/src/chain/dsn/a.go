// Package dsn has connection strings whose credential is the default chain.
package dsn

import (
	"database/sql"

	denisenkom "github.com/denisenkom/go-mssqldb/azuread"
	"github.com/microsoft/go-mssqldb/azuread"
)

func open() {
	_, _ = sql.Open(azuread.DriverName, "server=db;fedauth=ActiveDirectoryDefault")    // want "sql.Open can end in a managed identity that only AZURE_CLIENT_ID in the environment names"
	_, _ = sql.Open(azuread.DriverName, "server=db;fedauth=ActiveDirectoryIntegrated") // want "sql.Open can end"
	_, _ = sql.Open(azuread.DriverName, "server=db;fedauth=activedirectorymsi")        // want "sql.Open can end"
	_, _ = denisenkom.NewConnector("server=db;fedauth=ActiveDirectoryMSI")             // want "azuread.NewConnector can end"
	_, _ = denisenkom.NewConnector("server=db;fedauth=ActiveDirectoryMSI;user id=x")
	_, _ = denisenkom.NewConnector("server=db;fedauth=ActiveDirectoryMSI;resource id=x") // want "azuread.NewConnector gets an ID in the key resource id, which the driver does not read: it wants user id"
}
