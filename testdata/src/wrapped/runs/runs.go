package runs // want package:`wraps\(Login\) knows\(\)`

import "os/exec"

// Login logs in with one more flag.
func Login(flag string) error {
	return exec.Command("az", "login", flag).Run()
}
