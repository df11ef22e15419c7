package files_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

var update = flag.Bool("update", false, "write what is found and mended into the files of the situations")

const situations = "../../testdata/files"

func checker() *files.Checker {
	return files.NewChecker(func(string) bool { return true }, "AZURE_CLIENT_ID")
}

// TestSituations holds each file below testdata/files to NAME.want, the findings by every rule, and to NAME.golden, the file with
// its fixes, if there are any. What was mended is not found again, and mending it again changes nothing.
func TestSituations(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob(filepath.Join(situations, "*", "*"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no situations: %v", err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, ".want") || strings.HasSuffix(name, ".golden") {
			continue
		}
		short, err := filepath.Rel(situations, name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.ToSlash(short), func(t *testing.T) {
			t.Parallel()
			text := read(t, name)
			base := filepath.Base(name)
			findings := checker().Check(base, text)
			checkPlaces(t, findings, text)
			compare(t, name+".want", describe(findings))
			mended := mend(t, findings, base, text)
			if mended == text {
				mended = ""
			}
			compare(t, name+".golden", mended)
			if mended != "" {
				checkMended(t, findings, base, mended)
			}
		})
	}
}

// checkPlaces holds findings to stand in the text that they were found in.
func checkPlaces(t *testing.T, findings []identity.Finding, text string) {
	t.Helper()
	for _, f := range findings {
		if p := f.Position; p.Start < 0 || p.End < p.Start || p.End > len(text) {
			t.Errorf("no such place: %+v", p)
		}
	}
}

// checkMended reads a file with its fixes again.
func checkMended(t *testing.T, before []identity.Finding, name, text string) {
	t.Helper()
	after := checker().Check(name, text)
	if again := mend(t, after, name, text); again != text {
		t.Errorf("mended again it changes:\n%s", again)
	}
	left := make(map[string]int)
	for _, f := range before {
		if len(f.Fixes) == 0 {
			left[f.Rule+f.Message]++
		}
	}
	for _, f := range after {
		if f.Rule == identity.HardcodedID { // an ID that was refused before
			continue
		}
		if left[f.Rule+f.Message]--; left[f.Rule+f.Message] < 0 {
			t.Errorf("line %d: found after it was mended: %s", f.Position.Line, f.Message)
		}
	}
}

func mend(t *testing.T, findings []identity.Finding, name, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	read := func(string) ([]byte, error) { return []byte(text), nil }
	plan := report.Fix(findings, report.Tree{Base: dir, Roots: []string{dir}, Read: read, Check: files.StillParses})
	for _, e := range plan.Errors {
		t.Error(e)
	}
	for _, file := range plan.Files {
		if file.Name == name {
			return string(file.New)
		}
	}
	return text
}

func describe(findings []identity.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		mark := ""
		switch {
		case f.Suppressed != "":
			mark = " [" + f.Suppressed + "]"
		case len(f.Fixes) == 0:
			mark = " [no fix]"
		}
		fmt.Fprintf(&b, "%d:%d: %s: %s%s\n", f.Position.Line, f.Position.Column, f.Rule, f.Message, mark)
	}
	return b.String()
}

// compare holds what came out to a file; nothing is in no file.
func compare(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		err := os.WriteFile(name, []byte(got), 0o600)
		if got == "" {
			err = os.Remove(name)
		}
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", filepath.Base(name), got, want)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
