// Package command runs commands that take the ID from the environment if no flag gives it.
package command

import "os/exec"

func login(id string) {
	_ = exec.Command("kubelogin", "convert-kubeconfig", "-l", "msi").Run()                            // want "kubelogin convert-kubeconfig can end in a managed identity that only AZURE_CLIENT_ID in the environment names"
	_ = exec.Command("sqlcmd", "-S", "db", "--authentication-method", "ActiveDirectoryDefault").Run() // want "sqlcmd can end in a managed identity that only AZURE_CLIENT_ID"
	_ = exec.Command("sqlcmd", "-S", "db", "--authentication-method", "ActiveDirectoryMSI").Run()     // want "sqlcmd can end in a managed identity that only SQLCMDUSER"
	_ = exec.Command("kubelogin", "get-token", "--login", "msi", "--server-id", "s", "--client-id", id).Run()
}
