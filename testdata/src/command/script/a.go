// Package script runs shell scripts.
package script

import (
	"fmt"
	"os/exec"
)

func one() error {
	return exec.Command("sh", "-c", "az login --identity && az account show").Run() // want "az login names no identity"
}

func raw() error {
	return exec.Command("/bin/bash", "-euo", "pipefail", "-c", // want "az login names no identity"
		`until az login -i --allow-no-subscriptions; do
			sleep 1
		done
	`).Run()
}

func quoted() error {
	return exec.Command("bash", "-lc", "timeout 120s bash -c 'until az login --identity; do sleep 1; done'").Run() // want "az login names no identity"
}

func formatted(subscription string) error {
	script := fmt.Sprintf("az login --identity -o none; az account set -s %s", subscription)
	return exec.Command("sh", "-c", script).Run() // want "az login names no identity"
}

func curl() error {
	return exec.Command("sh", "-c", `curl -H Metadata:true "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=$R" | jq`).Run() // want "curl of a token names no identity"
}

func silent(id, more string) {
	_ = exec.Command("sh", "-c", "az login --identity --client-id "+id).Run()
	_ = exec.Command("sh", "-c", "az login --identity "+more).Run()
	_ = exec.Command("sh", "-c", "az login --identity $ID_FLAGS").Run()
	_ = exec.Command("sh", "-c", "if [ -n \"$ID\" ]; then az login -i --client-id \"$ID\"; else az login -i; fi").Run()
	_ = exec.Command("sh", "-c", "echo 'az login --identity'; # az login --identity").Run()
	_ = exec.Command("sh", "-c", "az login --identity '").Run()
	_ = exec.Command("sh", "az login --identity").Run()
}

func elsewhere(host string) {
	_ = exec.Command("ssh", host, "az login --identity").Run() // want "az login names no identity"
	_ = exec.Command("ssh", host, "az login --identity --client-id $ID").Run()
}

func cmdlet() {
	_ = exec.Command("pwsh", "-NoProfile", "-Command", "Connect-AzAccount -Identity").Run() // want "Connect-AzAccount names no identity"
	_ = exec.Command("pwsh", "-Command", "Connect-AzAccount -Identity -AccountId $env:ID").Run()
	_ = exec.Command("pwsh", "-Command", "Write-Host 'Connect-AzAccount -Identity'").Run()
}
