// Package carried gives literal IDs in a connection string and in a command.
package carried

import (
	"database/sql"
	"os/exec"
)

func open(name string) {
	_, _ = sql.Open("azuresql", "server=db;fedauth=ActiveDirectoryMSI;user id=4e0b7a4c-3c1e-4e0b-9c55-1f0a6d3e2b11") // want "sql.Open names a hard-coded identity"
	_ = exec.Command("az", "login", "-i", "--client-id", "4e0b7a4c-3c1e-4e0b-9c55-1f0a6d3e2b11").Run()               // want "az login names a hard-coded identity"
	_ = exec.Command("sh", "-c", "az login -i --client-id=4e0b7a4c-3c1e-4e0b-9c55-1f0a6d3e2b11").Run()               // want "az login names a hard-coded identity"
	_ = exec.Command("az", "login", "-i", "--client-id", name).Run()
}
