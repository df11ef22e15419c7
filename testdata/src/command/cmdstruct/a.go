// Package cmdstruct fills an exec.Cmd, or replaces the process.
package cmdstruct

import (
	"os"
	"os/exec"
	"syscall"
)

func literal() error {
	cmd := &exec.Cmd{Path: "/usr/bin/az", Args: []string{"az", "login", "--identity"}} // want "az login names no identity"
	return cmd.Run()
}

func fields() error {
	var cmd exec.Cmd
	cmd.Path = "/usr/bin/az"
	cmd.Args = []string{"az", "login", "--identity"}
	return cmd.Run() // want "az login names no identity"
}

func forked() (int, error) {
	return syscall.ForkExec("/usr/bin/az", []string{"az", "login", "--identity"}, nil) // want "az login names no identity"
}

func replaced() error {
	return syscall.Exec("/usr/bin/az", []string{"az", "login", "--identity"}, os.Environ()) // want "az login names no identity"
}

func looked() error {
	path, err := exec.LookPath("az")
	if err != nil {
		return err
	}
	return exec.Command(path, "login", "--identity").Run() // want "az login names no identity"
}

func named(id string) error {
	cmd := &exec.Cmd{Path: "/usr/bin/az", Args: []string{"az", "login", "--identity", "--client-id", id}}
	return cmd.Run()
}
