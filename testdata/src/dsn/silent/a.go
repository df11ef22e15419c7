// Package silent opens databases in ways that are no mistake, or are not known.
package silent

import (
	"database/sql"
	"fmt"

	"github.com/microsoft/go-mssqldb/azuread"
)

func open(id, server, database, extra, kind, driver, dsn string) {
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI;user id="+id)
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI;uid="+id)
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI;User="+id+"@tenant")
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI;resource id="+id)
	_, _ = sql.Open("azuresql", "odbc:server=db;fedauth=ActiveDirectoryMSI;user id={"+id+"}")
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryWorkloadIdentity")
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryAzCli")
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryServicePrincipal;user id=a@b;password=c")
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryDefault") // another rule
	_, _ = sql.Open("azuresql", "server=db;user id=sa;password=x")
	_, _ = sql.Open("azuresql", "server=db;fedauth="+kind)
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI;"+extra)
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI"+extra)
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI;database=app"+extra)
	_, _ = sql.Open("azuresql", fmt.Sprintf("server=%s;database=%s%s;fedauth=ActiveDirectoryMSI", server, database, extra))
	_, _ = sql.Open("azuresql", dsn+";fedauth=ActiveDirectoryMSI")
	_, _ = sql.Open("sqlserver", "server=db;fedauth=ActiveDirectoryMSI") // ignores fedauth
	_, _ = sql.Open("mssql", "server=db;fedauth=ActiveDirectoryMSI")
	_, _ = sql.Open(driver, "server=db;fedauth=ActiveDirectoryMSI")
	_, _ = azuread.NewConnector(dsn)
}
