package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/goproxytest"
	"github.com/rogpeppe/go-internal/gotooltest"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/whichid/whichid/internal/needs"
	"github.com/whichid/whichid/internal/nobody"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"whichid": main, "plain": plain, "both": both, "impatient": impatient})
}

// TestScripts runs the command end to end. The scripts may use the go command, which finds every module in the script, WHICHID, the
// path of the command, SAVED, what PATH was, the vet tools PLAIN and BOTH, and GITHUB_ACTION_PATH, the top of this tree.
func TestScripts(t *testing.T) {
	t.Parallel()
	params := testscript.Params{
		Dir: filepath.Join("..", "..", "testdata", "script"),
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"action": action,
			"serve":  serve,
			"status": status,
			"nobody": asNobody,
			"sparse": sparse,
		},
		Condition: func(condition string) (bool, error) {
			if program, ok := strings.CutPrefix(condition, "missing:"); ok {
				return isMissing(program)
			}
			switch isRoot := os.Geteuid() == 0; condition {
			case "nobody":
				return !isRoot || runtime.GOOS == "linux", nil
			case "race":
				return raceDetector, nil
			case "root":
				return isRoot && runtime.GOOS == "linux", nil
			}
			return false, fmt.Errorf("unknown condition %q", condition)
		},
		Setup: func(env *testscript.Env) error {
			for _, tool := range []string{"whichid", "plain", "both"} {
				command, err := exec.LookPath(tool)
				if err != nil {
					return err
				}
				env.Setenv(strings.ToUpper(tool), command)
			}
			root, err := filepath.Abs(top)
			if err != nil {
				return err
			}
			if err = os.Chmod(filepath.Dir(env.WorkDir), 0o755); err != nil { // for nobody
				return err
			}
			env.Setenv("GITHUB_ACTION_PATH", root)
			env.Setenv("SAVED", os.Getenv("PATH"))
			env.Setenv("GOFLAGS", "-mod=mod")
			env.Setenv("GOPROXY", "off")
			env.Setenv("GOWORK", "off")
			env.Setenv("GOTOOLCHAIN", "local")
			return nil
		},
		RequireUniqueNames: true,
	}
	if err := gotooltest.Setup(&params); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, params)
}

// isMissing reports whether there is no such program. It is an error where none may be missing.
func isMissing(program string) (bool, error) {
	_, err := exec.LookPath(program)
	if err != nil && os.Getenv(needs.Variable) != "" {
		return true, err
	}
	return err != nil, nil
}

// asNobody is status for a command line of whichid, run by a user who may not do everything.
func asNobody(ts *testscript.TestScript, neg bool, args []string) {
	if os.Geteuid() != 0 {
		status(ts, neg, args)
		return
	}
	if neg || len(args) < 2 || args[1] != "whichid" {
		ts.Fatalf("usage: nobody N whichid [args...]")
	}
	command := &exec.Cmd{Path: "/proc/self/exe", Args: args[1:], Dir: ts.MkAbs("."), Stdout: ts.Stdout(), Stderr: ts.Stderr()}
	nobody.Become(command)
	checkStatus(ts, args[0], command.Run())
}

// sparse makes a file as long as said, with nothing in it but zeros behind what was there.
func sparse(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sparse FILE SIZE")
	}
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	file, err := os.OpenFile(ts.MkAbs(args[0]), os.O_CREATE|os.O_WRONLY, 0o600)
	ts.Check(err)
	ts.Check(errors.Join(file.Truncate(size), file.Close()))
}

// impatient is the command with limits that few lines reach.
func impatient() {
	o, err := parse(os.Args[1:])
	if err != nil {
		end(err)
		return
	}
	o.limits = limits{time: 2 * time.Second, memory: 512 << 20}
	os.Exit(o.run(os.Stdout, os.Stderr)) //nolint:revive // it is a main function
}

// serve starts a module proxy for the modules in a folder, in folders like example.com_dep_v1.0.0, and makes the go command use it.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: serve FOLDER")
	}
	server, err := goproxytest.NewServer(ts.MkAbs(args[0]), "")
	ts.Check(err)
	ts.Defer(server.Close)
	ts.Setenv("GOPROXY", server.URL)
	ts.Setenv("GOSUMDB", "off")
	ts.Setenv("GOMODCACHE", filepath.Join(ts.Getenv("WORK"), "modules"))
	ts.Setenv("GOFLAGS", "-mod=mod -modcacherw")
}

// status runs a command that must end with the exit status that is its first argument.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command [args...]")
	}
	checkStatus(ts, args[0], ts.Exec(args[1], args[2:]...))
}

func checkStatus(ts *testscript.TestScript, want string, err error) {
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != want {
		ts.Fatalf("exit status %d, want %s", got, want)
	}
}
