// Package choice opens databases with a managed identity or in another way.
package choice

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
)

type config struct {
	host, user, password string
	managed              bool
}

func open(cfg config) (*sql.DB, error) {
	var driver, dsn string
	if cfg.managed {
		driver = "azuresql"
		dsn = fmt.Sprintf("sqlserver://%s?database=app&fedauth=ActiveDirectoryManagedIdentity&encrypt=true", cfg.host) // want "sql.Open gets a connection string that names no identity"
	} else {
		driver = "sqlserver"
		u := &url.URL{Scheme: "sqlserver", User: url.UserPassword(cfg.user, cfg.password), Host: cfg.host}
		dsn = u.String()
	}
	return sql.Open(driver, dsn)
}

func tested() (*sql.DB, error) {
	dsn := "server=" + os.Getenv("SERVER") + ";fedauth=ActiveDirectoryMSI" // want "sql.Open gets"
	if dsn == "" {
		return nil, errors.New("no connection string")
	}
	return sql.Open("azuresql", dsn)
}

func login(cfg config) error {
	args := []string{"login", "--service-principal", "-u", cfg.user, "-p", cfg.password}
	if cfg.managed {
		args = []string{"login", "--identity"}
	}
	return exec.Command("az", args...).Run() // want "az login names no identity"
}

func loginWith(cfg config) error {
	kind := "--identity"
	if !cfg.managed {
		kind = "--use-device-code"
	}
	return exec.Command("az", "login", kind).Run() // want "az login names no identity"
}
