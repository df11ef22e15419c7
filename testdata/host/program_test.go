package host_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A program is a copy of a situation's.
type program struct {
	situation

	t       *testing.T
	folder  string
	file    string
	command []string
	path    []string // variables of the environment that it needs to run at all
}

// prepare copies a program, and builds it if it is in Go.
func prepare(t *testing.T, s situation) *program {
	t.Helper()
	p := &program{situation: s, t: t, folder: t.TempDir()}
	p.path = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir(), "PYTHONPATH=" + os.Getenv("PYTHONPATH")}
	source := filepath.Join("testdata", s.program)
	if err := os.CopyFS(p.folder, os.DirFS(source)); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(source, "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%s has the files %q, want one", source, files)
	}
	p.file = filepath.Base(files[0])
	p.require(s.needs)
	switch p.file {
	case "main.go":
		p.versions()
		p.command = []string{filepath.Join(t.TempDir(), "program")}
		p.build()
	case "main.sh":
		p.command = []string{p.shell(), p.file}
	case "Makefile":
		p.command = []string{"make", "-s"}
	case "main.py":
		p.command = []string{p.python(), p.file}
	}
	return p
}

// require skips a situation whose commands are not there.
func (p *program) require(commands []string) {
	p.t.Helper()
	for _, command := range commands {
		if _, err := exec.LookPath(command); err != nil {
			p.missing(command)
		}
	}
}

// missing skips a situation for want of something, or fails it where nothing may be missing, as in CI, which installs it all.
func (p *program) missing(what string) {
	p.t.Helper()
	if os.Getenv("WHICHID_NEEDS_ALL") != "" {
		p.t.Fatalf("%s is missing", what)
	}
	p.t.Skipf("%s is missing: install it to run what needs it", what)
}

// shell returns the interpreter that the first line of a script names.
func (p *program) shell() string {
	p.t.Helper()
	script, err := os.ReadFile(filepath.Join(p.folder, p.file))
	if err != nil {
		p.t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(script), "\n")
	return strings.TrimPrefix(first, "#!")
}

// python returns an interpreter that has the module that a program imports: the system's, to which Debian's packages belong,
// before any other.
func (p *program) python() string {
	p.t.Helper()
	module := p.imports
	for _, interpreter := range []string{"/usr/bin/python3", "python3"} {
		probe := exec.CommandContext(p.t.Context(), interpreter, "-c", "import "+module)
		if probe.Run() == nil {
			return interpreter
		}
	}
	p.missing("the module " + module + " of Python")
	return ""
}

// versions gives a program in Go those that it is built with.
func (p *program) versions() {
	p.t.Helper()
	contents := map[string][]byte{"go.mod": []byte("module example.com/program\n\ngo 1.25.0\n")}
	if p.modules != "" {
		for file, ending := range map[string]string{"go.mod": ".mod", "go.sum": ".sum"} {
			content, err := os.ReadFile(filepath.Join("versions", p.modules+ending))
			if err != nil {
				p.t.Fatal(err)
			}
			contents[file] = content
		}
	}
	for file, content := range contents {
		if err := os.WriteFile(filepath.Join(p.folder, file), content, 0o600); err != nil {
			p.t.Fatal(err)
		}
	}
}

// build compiles a program in Go.
func (p *program) build() {
	p.t.Helper()
	build := exec.CommandContext(p.t.Context(), "go", "build", "-ldflags=-s -w", "-o", p.command[0], ".")
	build.Dir = p.folder
	build.Env = append(os.Environ(), "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		p.t.Fatalf("%v\n%s", err, out)
	}
}
