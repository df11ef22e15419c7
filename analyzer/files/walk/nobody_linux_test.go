package walk_test

import (
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// asNobody runs the test once more as a user who may not do everything, if this one may, and reports whether it did. The program is
// found through /proc, since its folder may be closed to others.
func asNobody(t *testing.T) bool {
	t.Helper()
	if os.Geteuid() != 0 {
		return false
	}
	const nobody = 65534
	command := exec.CommandContext(t.Context(), "/proc/self/exe", "-test.v", "-test.run=^"+t.Name()+"$")
	command.Dir = "/"
	command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	if said, err := command.CombinedOutput(); err != nil || !strings.Contains(string(said), "--- PASS: "+t.Name()) {
		t.Errorf("as nobody: %v\n%s", err, said)
	}
	return true
}
