//go:build !unix

package nobody

import "os/exec"

// Become has no user to have a command run as.
func Become(*exec.Cmd) {}
