package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"
)

// TestUnitMayMatter holds the decision to the cheapest that tells: what is imported, what imports tell in facts, what the files say.
func TestUnitMayMatter(t *testing.T) {
	t.Parallel()
	const (
		library = "github.com/Azure/azure-sdk-for-go/sdk/azidentity"
		own     = "example.com/token"
		chain   = "github.com/Azure/azure-sdk-for-go/sdk/azcore"
	)
	for name, test := range map[string]struct {
		flags   []string
		imports []string
		facts   string
		text    string
		matters bool
	}{
		"nothing":                     {},
		"the standard library":        {imports: []string{"fmt", "strings", "unsafe"}},
		"the library":                 {imports: []string{"fmt", library}, text: "var make = azidentity.NewManagedIdentityCredential", matters: true},
		"a type of the library":       {imports: []string{library}, text: "var id azidentity.ClientID", matters: true},
		"something else of it":        {imports: []string{library}, text: "var make = azidentity.NewClientSecretCredential"},
		"a directive":                 {imports: []string{library}, text: "//whichid:ignore -- REASON", matters: true},
		"the library's name only":     {text: `const path = "` + library + `"`},
		"a test of a vendored one":    {imports: []string{"vendor/" + library}},
		"facts of an import":          {imports: []string{own}, facts: "some", matters: true},
		"requests of another kind":    {imports: []string{"net/http"}, text: `const url = "http://example.com"`},
		"requests for a token":        {imports: []string{"net/http"}, text: `const path = "/oauth2/token"`, matters: true},
		"text without requests":       {imports: []string{"net/url"}, text: `const path = "/oauth2/token"`},
		"a command":                   {imports: []string{"os/exec"}, text: `const line = "az login"`, matters: true},
		"another command":             {imports: []string{"os/exec"}, text: `const line = "git fetch"`},
		"a database":                  {imports: []string{"database/sql"}, text: `const kind = "postgres"`},
		"a database and its identity": {imports: []string{"database/sql"}, text: `const kind = "fedauth=x"`, matters: true},
		"a package of one's own":      {imports: []string{own}},
		"a row for it":                {flags: []string{"-whichid.sink=credential " + own + ".New(1) id=0"}, imports: []string{own}, text: "var x = token.New", matters: true},
		"no rule":                     {flags: []string{"-whichid.disable=all"}, imports: []string{library, chain}},
		"another rule": {
			flags: []string{"-whichid.disable=all", "-whichid.enable=imds-url"}, imports: []string{library},
		},
		"flags of every tool": {flags: []string{"-json", "-fix", "-diff", "-v", "-tags=a,b", "-c=1", "-whichid"}, imports: []string{library}, text: "// NewManagedIdentityCredential", matters: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			config := writeUnit(t, test.imports, test.facts, test.text)
			u, err := readUnit(append(test.flags, config))
			if err != nil {
				t.Fatal(err)
			}
			if matters, err := u.mayMatter(); err != nil || matters != test.matters {
				t.Errorf("%t, %v, want %t", matters, err, test.matters)
			}
		})
	}
}

// TestUnitIsLeft holds that unitchecker gets what is not plain: it says what is wrong.
func TestUnitIsLeft(t *testing.T) {
	t.Parallel()
	good := writeUnit(t, nil, "", "")
	bad := filepath.Join(t.TempDir(), "bad.cfg")
	if err := os.WriteFile(bad, []byte(`{"ID": 1}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"no file":            {good + "x"},
		"no JSON":            {bad},
		"two files":          {good, good},
		"an unknown flag":    {"-whichid.nonsense", good},
		"a flag's argument":  {"-c", good},
		"a value that fails": {"-whichid.enable=nonsense", good},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if u, err := readUnit(args); err == nil {
				t.Errorf("it was read: %+v", u)
			}
		})
	}
}

func writeUnit(t *testing.T, imports []string, facts, text string) (config string) {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	c := unitchecker.Config{
		GoFiles:     []string{write("a.go", "package a\n\n"+text+"\n")},
		ImportMap:   make(map[string]string),
		PackageVetx: make(map[string]string),
		VetxOutput:  filepath.Join(dir, "out"),
	}
	for _, path := range imports {
		c.ImportMap[path] = path
		c.PackageVetx[path] = write("vetx", facts)
	}
	return write("unit.cfg", asGoCommand(t, c))
}

// asGoCommand writes a configuration as the go command does.
func asGoCommand(t *testing.T, c unitchecker.Config) string {
	t.Helper()
	text, err := json.MarshalIndent(c, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	return string(text) + "\n"
}
