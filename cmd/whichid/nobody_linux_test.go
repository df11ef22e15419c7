package main

import (
	"os/exec"
	"syscall"
)

// canBeNobody says that root can run a command as another user.
const canBeNobody = true

// becomeNobody has a command run as a user who may not do everything.
func becomeNobody(command *exec.Cmd) {
	const nobody = 65534
	command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}
