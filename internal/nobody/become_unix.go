//go:build unix

package nobody

import (
	"os/exec"
	"syscall"
)

// Become has a command run as nobody. Only root can.
func Become(command *exec.Cmd) {
	const nobody = 65534
	command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}
