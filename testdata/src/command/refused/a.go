// Package refused gives the ID with a flag that az refuses.
package refused

import "os/exec"

func login(id string) {
	_ = exec.Command("az", "login", "--identity", "--username", id).Run() // want "az login gets the ID with --username, which is an error since Azure CLI 2.73"

	_ = exec.Command("az", "login", "-i", "-u", "/subscriptions/x/resourceGroups/y/providers/z/i").Run() // want "az login gets the ID with -u, which"

	_ = exec.Command("sh", "-c", "az login --identity --username \"$ID\"").Run() // want "az login gets the ID with --username, which"

	_ = exec.Command("az", "login", "--username", id).Run()
}

func loginMaybe(id string) error {
	args := []string{"login", "--identity"}
	if id != "" {
		args = append(args, "--username", id)
	}
	return exec.Command("az", args...).Run() // want "az login gets the ID with --username, which"
}
