// Package platform runs on Azure Arc, where an ID is no cure.
package platform

import (
	"os"
	"os/exec"
)

func login() error {
	if _, err := os.Stat("/opt/azcmagent/bin/himds"); err != nil {
		return err
	}
	return exec.Command("az", "login", "--identity").Run() // want "az login names no identity"
}
