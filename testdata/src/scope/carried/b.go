package carried

import (
	"database/sql"
	"os"
)

func escaped(identityResourceID string) {
	_, _ = sql.Open(os.Getenv("DRIVER"), "")

	_, _ = sql.Open("azuresql", "sqlserver://db?fedauth=ActiveDirectoryMSI") // want "sql.Open gets"
}
