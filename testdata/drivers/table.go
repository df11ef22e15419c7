package main

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// What a driver knows of other packages.
const (
	nothing = "of no other package"
	folders = "of packages in folders"
	all     = "of all packages"
)

func kinds() []string { return []string{nothing, folders, all} }

const tree = "./..." // is what each is asked for

// A driver is a way to run whichid.
type driver struct {
	name  string
	knows string
	args  func(*module) []string // of the program
	read  func(text []byte) ([]finding, error)
	exits []int // exit statuses besides 0 of a run that did its work
}

func drivers() []driver {
	return []driver{
		{"go vet -facts=false", nothing, vet("whichid", "-whichid.facts=false"), readDiagnostics, nil},
		{"multichecker", nothing, multichecker(), readDiagnostics, nil},
		{"golangci-lint", nothing, golangci(false), readIssues, nil},
		{"whichid", folders, command(), readReport, []int{1}},
		{"go vet, of folders", folders, vet("drivers"), readDiagnostics, nil},
		{"whichid -typed", all, command("-typed"), readReport, []int{1}},
		{"go vet", all, vet("whichid"), readDiagnostics, nil},
		{"multichecker -facts", all, multichecker("-whichid.facts"), readDiagnostics, nil},
		{"golangci-lint, facts: true", all, golangci(true), readIssues, nil},
	}
}

// command runs whichid by itself.
func command(more ...string) func(*module) []string {
	return func(m *module) []string {
		args := []string{m.program("whichid"), "-config=none", "-files=false", "-format=json", "-tags="}
		for _, dir := range m.nested {
			args = append(args, "-exclude=/"+filepath.ToSlash(dir))
		}
		return append(append(append(args, m.flags("-")...), more...), tree)
	}
}

// vet runs a program as the tool of go vet.
func vet(tool string, more ...string) func(*module) []string {
	return func(m *module) []string {
		args := []string{"go", "vet", "-vettool=" + m.program(tool), "-json"}
		return append(append(append(args, m.flags("-whichid.")...), more...), tree)
	}
}

func multichecker(more ...string) func(*module) []string {
	return func(m *module) []string {
		args := append([]string{m.program("multichecker"), "-json"}, m.flags("-whichid.")...)
		return append(append(args, more...), tree)
	}
}

// flags are the settings as flags, with a prefix.
func (s settings) flags(prefix string) []string {
	flags := []string{prefix + "enable=all", prefix + "generated"}
	if s.tests {
		flags = append(flags, prefix+"tests")
	}
	for _, source := range s.ids {
		flags = append(flags, prefix+"id="+source)
	}
	for _, row := range s.sinks {
		flags = append(flags, prefix+"sink="+row)
	}
	return flags
}

func golangci(facts bool) func(*module) []string {
	return func(m *module) []string {
		return []string{
			m.program("golangci-lint"), "run", "--config", m.golangciConfig(facts), "--path-mode=abs", "--output.json.path=stdout",
			"--show-stats=false", "--issues-exit-code=0", "--allow-parallel-runners", tree,
		}
	}
}

// golangciConfig writes the settings for golangci-lint, without what it leaves out by itself.
func (m *module) golangciConfig(facts bool) string {
	type object map[string]any
	plugin := object{"enable": []string{"all"}, "tests": m.tests, "generated": m.generated, "id": m.ids, "sink": m.sinks, "facts": facts}
	text, err := json.MarshalIndent(object{
		"version": "2",
		"linters": object{
			"default": "none", "enable": []string{"whichid"},
			"settings":   object{"custom": object{"whichid": object{"type": "module", "settings": plugin}}},
			"exclusions": object{"generated": "disable"},
		},
		"issues": object{"max-issues-per-linter": 0, "max-same-issues": 0, "uniq-by-line": false},
	}, "", "\t")
	name := filepath.Join(m.scratch, "golangci.json")
	if err == nil {
		err = os.WriteFile(name, text, 0o600)
	}
	if err != nil {
		m.failed = err
	}
	return name
}

// program returns the path of a program.
func (m *module) program(name string) string { return filepath.Join(m.bin, name) }
