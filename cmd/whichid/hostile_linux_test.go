package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/report"
	"github.com/whichid/whichid/internal/needs"
)

// A hostileMode is a way to run the command in a repository that nobody trusts.
type hostileMode struct {
	args   []string
	runs   []string // programs that may run, by the ends of their paths
	writes []string // files of the repository that may be written, by the ends of their names; those beside them begin with a dot
}

func hostileModes() map[string]hostileMode {
	mended := []string{".sh", ".yml", ".go"}
	modes := map[string]hostileMode{
		"fix":                        {args: []string{"-fix"}, writes: mended},
		"diff":                       {args: []string{"-diff"}},
		"all":                        {args: []string{"-enable=all", "-tests", "-generated", "-files=*"}},
		"folders":                    {args: []string{"./folder", "folder/...", "link.go", "link.sh", "absolute.sh"}},
		"fix of links":               {args: []string{"-fix", "link.go", "link.sh", "absolute.sh", "passwd.sh", "hard.sh"}, writes: mended},
		"pipes":                      {args: []string{"pipe.sh", "pipe.yaml", "s.sh", "zero.sh"}},
		"new":                        {args: []string{"-new-from=HEAD"}, runs: []string{"/git"}},
		"new and fix":                {args: []string{"-new-from=HEAD", "-fix"}, runs: []string{"/git"}, writes: mended},
		"write baseline":             {args: []string{"-write-baseline=known.jsonl"}, writes: []string{"known.jsonl.whichid"}},
		"a baseline":                 {args: []string{"-baseline=../outside/secret"}},
		"a pipe":                     {args: []string{"-baseline=pipe.sh"}},
		"a config":                   {args: []string{"-config=folder/.whichid.yaml"}},
		"a config pipe":              {args: []string{"-config=pipe.yaml"}},
		"a config of the repository": {args: []string{"-config=evil.yaml"}},
		"a config of aliases":        {args: []string{"-config=bomb.yaml"}},
		"typed":                      {args: []string{"-typed"}, runs: []string{"/go", "/compile", "/asm", "/cgo"}},
		"help":                       {args: []string{"help", "config"}},
	}
	for _, format := range report.FormatNames() {
		modes["format "+format] = hostileMode{args: []string{"-format=" + format}}
	}
	return modes
}

// TestHostile runs the command in a repository that wants to hurt its reader, in every mode, and looks at what the system was asked for.
func TestHostile(t *testing.T) {
	t.Parallel()
	needs.Programs(t, "see what the command runs, reads and writes", "strace", "git")
	whichid := buildWhichid(t)
	if out, err := exec.CommandContext(t.Context(), "strace", "-f", "-o", "/dev/null", whichid, "-version").CombinedOutput(); err != nil {
		t.Skipf("the right to trace processes is missing: let strace trace them: %v\n%s", err, out)
	}
	for name, mode := range hostileModes() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHostileTree(t)
			before := h.sums(t, h.outside)
			within := h.sums(t, h.repo)
			out, calls := h.trace(t, whichid, mode.args)
			h.mayRun(t, calls, append(mode.runs, "/whichid"))
			if name != "typed" { // the go command has a cache, which is not in the repository
				h.mayWrite(t, calls, mode.writes)
			}
			if !slices.Contains(mode.args, "-diff") { // a patch has the bytes of the files; on a terminal TestShow
				isHarmless(t, out)
			}
			same(t, before, h.sums(t, h.outside))
			if len(mode.writes) == 0 {
				same(t, within, h.sums(t, h.repo))
			}
			if text, err := os.ReadFile(h.ran); err == nil {
				t.Errorf("something of the repository was run: %s", text)
			}
		})
	}
}

// buildWhichid builds the command as it is used, without a race detector.
func buildWhichid(t *testing.T) string {
	t.Helper()
	whichid := filepath.Join(t.TempDir(), "whichid")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", whichid, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return whichid
}

// trace runs the command and returns what it writes and the calls of the system by which it starts, opens for writing, or connects.
func (h hostileTree) trace(t *testing.T, whichid string, args []string) (out, calls []byte) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "calls")
	traced := append([]string{
		"-f", "-y", "-s", "4096", "-o", log,
		"-e", "trace=execve,execveat,open,openat,creat,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat,mkdir,mkdirat," +
			"truncate,chmod,fchmodat,chown,lchown,fchownat,mknod,mknodat,connect", whichid,
	}, args...)
	cmd := exec.CommandContext(t.Context(), "strace", traced...)
	cmd.Dir = h.repo
	cmd.Env = append(os.Environ(), "GOTOOLCHAIN=local", "GOPROXY=off", "CGO_ENABLED=0", "GOFLAGS=", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", "HOME="+h.top, "GOCACHE="+filepath.Join(h.top, "cache"), "XDG_CONFIG_HOME="+filepath.Join(h.top, "config"))
	text, err := cmd.CombinedOutput()
	if status := cmd.ProcessState.ExitCode(); err != nil && (status < exitFindings || status > exitErrors) {
		t.Errorf("%v\n%s", err, text)
	}
	calls, err = os.ReadFile(log)
	must(t, err)
	return text, calls
}

// mayRun holds the programs that were started to those that may be. A call that fails starts none.
func (h hostileTree) mayRun(t *testing.T, calls []byte, programs []string) {
	t.Helper()
	started := regexp.MustCompile(`(?m)^\d+ +execve(?:at)?\("([^"]*)".*= 0$`).FindAllSubmatch(calls, -1)
	if len(started) == 0 {
		t.Error("nothing was started at all")
	}
	for _, call := range started {
		if !slices.ContainsFunc(programs, func(p string) bool { return strings.HasSuffix(string(call[1]), p) }) || bytes.Contains(call[1], []byte(h.repo)) {
			t.Errorf("was started: %s", call[0])
		}
	}
	for _, call := range regexp.MustCompile(`(?m)^.*connect\(.*(?:AF_INET|AF_UNIX).*$`).FindAll(calls, -1) {
		t.Errorf("asked for a connection: %s", call)
	}
}

// mayWrite holds the calls that change files to names in the repository.
func (h hostileTree) mayWrite(t *testing.T, calls []byte, names []string) {
	t.Helper()
	changes := regexp.MustCompile(`(?m)^\d+ +(?:(?:open|openat)\(.*(?:O_WRONLY|O_RDWR|O_CREAT|O_TRUNC).*|(?:creat|rename|unlink|link|symlink|mkdir|mknod|truncate|f?ch)\w*\(.*)$`)
	path := regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`)
	for _, call := range changes.FindAll(calls, -1) {
		if bytes.Contains(call, []byte(`"/dev/null"`)) {
			continue
		}
		inRepo := bytes.Contains(call, []byte("<"+h.repo))
		for _, name := range path.FindAllSubmatch(call, -1) {
			fits := slices.ContainsFunc(names, func(end string) bool {
				return bytes.HasSuffix(bytes.TrimSuffix(name[1], []byte(".whichid")), []byte(strings.TrimSuffix(end, ".whichid")))
			})
			if !inRepo || bytes.Contains(name[1], []byte("..")) || !fits {
				t.Errorf("was asked for: %s", call)
			}
		}
	}
}

// isHarmless holds what is written to a terminal or a log to be text: no name and no line of the repository commands it.
func isHarmless(t *testing.T, out []byte) {
	t.Helper()
	for _, evil := range []string{"\x1b", "\x07", "\u202e", "\u2066", "\r", "##[error]"} {
		if bytes.Contains(out, []byte(evil)) {
			t.Errorf("%q is written", evil)
		}
	}
	for line := range bytes.Lines(out) {
		if bytes.Contains(line, []byte("evil")) && (bytes.HasPrefix(line, []byte("::error::evil")) || bytes.HasPrefix(line, []byte("::error file=a.go::evil"))) {
			t.Errorf("a command is written: %s", line)
		}
	}
}

// sums returns what tells whether something below a folder has changed.
func (h hostileTree) sums(t *testing.T, dir string) map[string]string {
	t.Helper()
	sums := make(map[string]string)
	must(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		sums[path] = info.Mode().String()
		switch {
		case info.Mode().IsRegular():
			text, err := os.ReadFile(path)
			sums[path] += fmt.Sprintf(" %x", sha256.Sum256(text))
			return err
		case info.Mode()&fs.ModeSymlink != 0:
			target, err := os.Readlink(path)
			sums[path] += " " + target
			return err
		}
		return nil
	}))
	return sums
}

func same(t *testing.T, before, after map[string]string) {
	t.Helper()
	for path, sum := range after {
		if before[path] != sum {
			t.Errorf("%s was %q and is %q", path, before[path], sum)
		}
	}
	for path := range before {
		if _, there := after[path]; !there {
			t.Errorf("%s is gone", path)
		}
	}
}
