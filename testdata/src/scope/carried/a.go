// Package carried has an ID in scope for a connection string and for a command.
package carried

import (
	"database/sql"
	"os/exec"
)

func client(managedIdentityClientID string) {
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI") // want "sql.Open gets"

	_ = exec.Command("az", "login", "--identity").Run() // want "az login names no identity"
}

func resource(identityResourceID string) {
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI") // want "sql.Open gets"

	_ = exec.Command("az", "login", "--identity").Run() // want "az login names no identity"

	_ = exec.Command("azd", "auth", "login", "--managed-identity").Run() // want "azd auth login names no identity"
}

func object(userAssignedObjectID string) {
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI") // want "sql.Open gets"

	_ = exec.Command("az", "login", "--identity").Run() // want "az login names no identity"

	_ = exec.Command("sh", "-c", "az login --identity").Run() // want "az login names no identity"
}
