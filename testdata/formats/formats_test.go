// Package formats_test holds what whichid writes to those who read it: the schema of SARIF, the schema and the messages of the
// Reviewdog Diagnostic Format, and the parsers of reviewdog. It is a module of its own so that whichid's needs none of them.
package formats_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/reviewdog/reviewdog/parser"
	"github.com/reviewdog/reviewdog/proto/rdf"
	"google.golang.org/protobuf/encoding/protojson"
)

// reports returns, by name, what is written in a format: what the tests of package report hold it to, and what the command finds
// in the situations of other tests.
func reports(t *testing.T, format string) map[string][]byte {
	t.Helper()
	out := make(map[string][]byte)
	for _, name := range []string{format, format + "-nothing"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "analyzer", "report", "testdata", "golden", name))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = text
	}
	command, err := exec.LookPath("whichid")
	if err != nil {
		t.Fatalf("%v: testdata/formats/run builds it", err)
	}
	for _, folder := range []string{"files", "src"} {
		find := exec.Command(command, "-enable=all", "-tests", "-format="+format, "./...")
		find.Dir = filepath.Join("..", folder)
		text, err := find.Output()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() == 2 {
			t.Fatalf("whichid in %s: %v", folder, err)
		}
		out[folder] = text
	}
	return out
}

func TestSARIFSchema(t *testing.T) {
	t.Parallel()
	schema := compile(t, sarifSchema(t))
	for name, text := range reports(t, "sarif") {
		validate(t, schema, name, text)
	}
	mustRefuse(t, schema, `{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"ruleId": "x"}]}]}`)
}

func TestRDJSONSchema(t *testing.T) {
	t.Parallel()
	schema := compile(t, rdjsonSchema(t))
	for name, text := range reports(t, "rdjson") {
		validate(t, schema, name, text)
		// The schema takes properties that it does not know. These do not.
		if err := protojson.Unmarshal(text, new(rdf.DiagnosticResult)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	mustRefuse(t, schema, `{"diagnostics": [{"message": 1}]}`)
}

// reviewdog reads the same findings out of every format that it knows.
func TestReviewdog(t *testing.T) {
	t.Parallel()
	want := make(map[string][]string)
	for name, text := range reports(t, "rdjson") {
		base := strings.TrimPrefix(name, "rdjson")
		want[base] = diagnostics(t, parser.NewRDJSONParser(), text, false)
		if len(want[base]) == 0 && base != "-nothing" {
			t.Errorf("%s: no diagnostics", name)
		}
	}
	for name, text := range reports(t, "checkstyle") {
		compare(t, name, diagnostics(t, parser.NewCheckStyleParser(), text, true), want[strings.TrimPrefix(name, "checkstyle")])
	}
	for name, text := range reports(t, "sarif") {
		// Its errors are no results.
		findings := slices.DeleteFunc(slices.Clone(want[strings.TrimPrefix(name, "sarif")]), isError)
		compare(t, name, diagnostics(t, parser.NewSarifParser(), text, false), findings)
	}
}

func isError(d string) bool { return strings.HasSuffix(d, "()") }

// diagnostics returns what a parser makes of a report, without what not every format has: columns, the end, and how a name is
// spelled that is no plain text.
func diagnostics(t *testing.T, p interface {
	Parse(io.Reader) ([]*rdf.Diagnostic, error)
}, text []byte, ownPrefix bool,
) (out []string) {
	t.Helper()
	all, err := p.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		if strings.Contains(d.GetOriginalOutput(), `"kind":"inSource"`) {
			continue // suppressed: later versions leave it out themselves
		}
		rule := d.GetCode().GetValue()
		if ownPrefix {
			_, rule, _ = strings.Cut(rule, ".")
		}
		file := plain(strings.TrimPrefix(d.GetLocation().GetPath(), "./"))
		line := d.GetLocation().GetRange().GetStart().GetLine()
		out = append(out, fmt.Sprintf("%s:%d: %s: %s (%s)", file, line, d.GetSeverity(), plain(d.GetMessage()), rule))
	}
	slices.Sort(out)
	return out
}

// plain spells as text of whichid does what is not the same in all formats.
func plain(text string) string {
	return strings.NewReplacer("\xff", `\xff`, "\ufffd", `\xe9`, "\x1b", `\x1b`, "\r", `\r`, "\n", `\n`, "##[", `##\x5b`,
		"{{", "{", "}}", "}").Replace(text)
}

func compare(t *testing.T, name string, got, want []string) {
	t.Helper()
	for _, d := range got {
		if !slices.Contains(want, d) {
			t.Errorf("%s: reviewdog reads %s", name, d)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: reviewdog reads %d diagnostics, and %d from rdjson", name, len(got), len(want))
	}
}
