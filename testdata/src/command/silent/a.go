// Package silent runs commands that name an identity, ask for none, or may do either.
package silent

import (
	"context"
	"os"
	"os/exec"
)

func named(ctx context.Context, id string) {
	_ = exec.Command("az", "login", "--identity", "--client-id", id).Run()
	_ = exec.Command("az", "login", "--identity", "--client-id="+id).Run()
	_ = exec.Command("az", "login", "-i", "--resource-id", id).Run()
	_ = exec.Command("az", "login", "-i", "--object-id", id).Run()
	_ = exec.Command("az", "login", "-i", "--client", id).Run()
	_ = exec.Command("azcopy", "login", "--identity", "--identity-client-id", id).Run()
	_ = exec.Command("azcopy", "login", "--login-type=MSI", "--identity-resource-id", id).Run()
	_ = exec.Command("azd", "auth", "login", "--managed-identity", "--client-id", id).Run()
	_ = exec.Command("sqlcmd", "--authentication-method=ActiveDirectoryMSI", "-U", id).Run()
	_ = exec.Command("kubelogin", "get-token", "-l", "msi", "--client-id", id).Run()
	_ = exec.CommandContext(ctx, "curl", "-G", "-d", "resource=x", "-d", "client_id="+id, "http://169.254.169.254/metadata/identity/oauth2/token").Run()
}

func others(name, password string, more []string) {
	_ = exec.Command("az", "login").Run()
	_ = exec.Command("az", "login", "--service-principal", "-u", name, "-p", password, "--tenant", "t").Run()
	_ = exec.Command("az", "acr", "login", "-n", name, "--identity").Run()
	_ = exec.Command("az", "vm", "identity", "assign", "--identity", name).Run()
	_ = exec.Command("azcopy", "login", "--login-type=AZCLI").Run()
	_ = exec.Command("azcopy", "login", "--identity=false").Run()
	_ = exec.Command("docker", "login", "--identity").Run()
	_ = exec.Command("echo", "az login --identity").Run()
	_ = exec.Command("kubelogin", "convert-kubeconfig", "-l", "msi").Run() // AZURE_CLIENT_ID may name it
	_ = exec.Command("az", more...).Run()
	_ = exec.Command("az", append([]string{"login", "--identity"}, more...)...).Run()
	_ = exec.Command("az", "login", "--identity", name).Run()
	_ = exec.Command("az", "login", "--identity", "--not-known-yet", name).Run()
	_ = exec.Command(name, "login", "--identity").Run()
	_ = exec.Command("curl", "http://169.254.169.254/metadata/instance?api-version=2021-02-01").Run()
	_ = exec.Command("curl", "http://localhost:40342/metadata/identity/oauth2/token?resource=x").Run()
}

func later(id string) error {
	cmd := exec.Command("az", "login", "--identity")
	cmd.Args = append(cmd.Args, "--client-id", id)
	cmd.Stdout = os.Stdout
	return cmd.Run()
}

func sometimes(id string) error {
	args := []string{"login", "--identity"}
	if id != "" {
		args = append(args, "--client-id", id)
	}
	return exec.Command("az", args...).Run()
}

func chosen(id string) error {
	if id != "" {
		return exec.Command("az", "login", "--identity", "--client-id", id).Run()
	}
	return exec.Command("az", "login", "--identity").Run()
}
