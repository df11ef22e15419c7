// Package carried names the identity on some paths.
package carried

import (
	"database/sql"
	"os/exec"
)

func args(id string) error {
	args := []string{"login", "--identity"}
	if id != "" {
		args = append(args, "--client-id", id)
	}
	return exec.Command("az", args...).Run() // want "az login names an identity on some paths only"
}

func branches(id string) error {
	if id != "" {
		return exec.Command("az", "login", "--identity", "--client-id", id).Run()
	}
	return exec.Command("az", "login", "--identity").Run() // want "az login names an identity on some paths only"
}

func dsn(id string) (*sql.DB, error) {
	dsn := "server=db;fedauth=ActiveDirectoryMSI" // want "sql.Open names an identity on some paths only"
	if id != "" {
		dsn += ";user id=" + id
	}
	return sql.Open("azuresql", dsn)
}
