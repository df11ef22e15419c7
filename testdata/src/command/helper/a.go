// Package helper runs commands through functions of its own.
package helper

import (
	"os"
	"os/exec"
)

func run(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	return cmd.Run()
}

func az(args ...string) *exec.Cmd {
	return exec.Command("az", args...)
}

type runner struct{ program string }

func (r *runner) output(args ...string) ([]byte, error) {
	return exec.Command(r.program, args...).Output()
}

func flag(flag string) error {
	return exec.Command("az", "login", flag).Run()
}

func use(id string) {
	_ = run("az", "login", "--identity")                    // want "run calls az login and names no identity"
	_ = run("az", "login", "--identity", "--client-id", id) // named
	_ = run("az", "account", "show")
	_ = az("login", "--identity").Run() // want "az login names no identity"
	_ = az("login", "-i", "--object-id", id).Run()
	r := &runner{program: "az"}
	_, _ = r.output("login", "-i") // want "output calls az login and names no identity"
	_, _ = r.output("login", "-i", "--client-id", id)
	_ = flag("--identity") // want "flag calls az login and names no identity"
	_ = flag("--use-device-code")
	_ = run("az", []string{"login", "--identity"}...) // want "run calls az login and names no identity"
}
