package host_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
)

// A finding is what whichid says of a program.
type finding struct {
	Rule  string `json:"rule"`
	Fixes []struct {
		Message string `json:"message"`
	} `json:"fixes"`
}

// report runs whichid, which must find the one mistake.
func (p *program) report() finding {
	p.t.Helper()
	out := p.whichid(1, "-format=json")
	var report struct {
		Findings []finding `json:"findings"`
	}
	if err := json.Unmarshal(out, &report); err != nil {
		p.t.Fatalf("%v in %s", err, out)
	}
	if len(report.Findings) != 1 || report.Findings[0].Rule != p.rule {
		p.t.Fatalf("the findings %s, want one of the rule %s", out, p.rule)
	}
	return report.Findings[0]
}

// mend applies the fix, after which nothing is left to be found, and builds the program again.
func (p *program) mend() {
	p.t.Helper()
	p.whichid(0, "-fix")
	if out := p.whichid(0); len(out) > 0 {
		p.t.Errorf("after the fix: %s", out)
	}
	if p.file == "main.go" {
		p.build()
	}
}

func (p *program) whichid(status int, flags ...string) []byte {
	p.t.Helper()
	command := exec.CommandContext(p.t.Context(), whichid, append(flags, "-enable="+p.rule, "./...")...)
	command.Dir = p.folder
	var said bytes.Buffer
	command.Stderr = &said
	out, err := command.Output()
	if command.ProcessState.ExitCode() != status {
		p.t.Fatalf("%v: %v, want the status %d\n%s%s", command.Args, err, status, out, &said)
	}
	return out
}
