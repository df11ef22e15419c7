// Package words runs commands whose words are plain.
package words

import (
	"context"
	"os/exec"
)

func login() error {
	return exec.Command("az", "login", "--identity").Run() // want "az login names no identity: it works while the host has exactly one managed identity"
}

func short(ctx context.Context) ([]byte, error) {
	return exec.CommandContext(ctx, "/usr/bin/az", "login", "-i", "--allow-no-subscriptions", "-o", "none").CombinedOutput() // want "az login names no identity"
}

func prefix() error {
	return exec.Command("az", "--only-show-errors", "login", "--ident").Run() // want "az login names no identity"
}

func emptyID() error {
	return exec.Command("az", "login", "--identity", "--client-id", "").Run() // want "az login names no identity"
}

func variable(output string) error {
	args := []string{"login", "--identity"}
	args = append(args, "--output", output)
	cmd := exec.Command("az", args...) // want "az login names no identity"
	return cmd.Run()
}

func list() error {
	argv := []string{
		"az",
		"login",
		"--identity",
	}
	return exec.Command(argv[0], argv[1:]...).Run() // want "az login names no identity"
}

func azcopy() error {
	return exec.Command("azcopy", "login", "--login-type=msi").Run() // want "azcopy login names no identity"
}

func azcopyTwoWords() error {
	return exec.Command("azcopy", "login", "--login-type", "MSI").Run() // want "azcopy login names no identity"
}

func azcopyDeprecated() error {
	return exec.Command("azcopy", "login", "--identity").Run() // want "azcopy login names no identity"
}

func azd() error {
	return exec.Command("azd", "auth", "login", "--managed-identity").Run() // want "azd auth login names no identity"
}

func wrapped() error {
	return exec.Command("sudo", "-E", "timeout", "60", "az", "login", "--identity").Run() // want "az login names no identity"
}

func curl() error {
	return exec.Command("curl", "-s", "-H", "Metadata: true", "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net").Run() // want "curl of a token names no identity"
}

func curlData(resource string) error {
	return exec.Command("curl", "-sG", "-H", "Metadata: true", "-d", "api-version=2018-02-01", "--data-urlencode", "resource="+resource, // want "curl of a token names no identity"
		"http://169.254.169.254/metadata/identity/oauth2/token").Run()
}

func passedOn(run func(*exec.Cmd) error) error {
	return run(exec.Command("az", "login", "--identity")) // want "az login names no identity"
}

func Returned() *exec.Cmd {
	return exec.Command("az", "login", "--identity") // want "az login names no identity"
}
