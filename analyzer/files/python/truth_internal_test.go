package python

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/internal/needs"
)

// tellsLines is whether a Python tells the lines of calls in strings with fields, https://docs.python.org/3/whatsnew/3.12.html#pep-701.
const tellsLines = "import sys; print(sys.version_info >= (3, 12))"

// interpreter returns the newest Python that there is, or "", and whether it tells the lines of all calls.
func interpreter(ctx context.Context) (name string, lines bool) {
	for _, name := range []string{"python3.14", "python3.13", "python3.12", "python3"} {
		if out, err := exec.CommandContext(ctx, name, "-c", tellsLines).Output(); err == nil {
			return name, strings.TrimSpace(string(out)) == "True"
		}
	}
	return "", false
}

// truthFolders are those that the test compares: the interpreter's own library, or what PYTHON_TRUTH names.
func truthFolders(t *testing.T, python string) []string {
	t.Helper()
	if folders := os.Getenv("PYTHON_TRUTH"); folders != "" {
		return filepath.SplitList(folders)
	}
	out, err := exec.CommandContext(t.Context(), python, "-c", "import os; print(os.path.dirname(os.__file__))").Output()
	if err != nil {
		t.Fatal(err)
	}
	return []string{strings.TrimSpace(string(out))}
}

// A pythonCall is a call as both sides tell it: line, name, number of arguments without names, names of the others.
type pythonCall struct {
	line     int
	name     string
	args     int
	keywords string
}

func (c *pythonCall) UnmarshalJSON(data []byte) error {
	var keywords []string
	parts := []any{&c.line, &c.name, &c.args, &keywords}
	if err := json.Unmarshal(data, &parts); err != nil {
		return err
	}
	c.keywords = strings.Join(keywords, ",")
	return nil
}

func callsOf(src string) []pythonCall {
	f := parse(excerpt.File(src), site.Reading{})
	lines := []int{0}
	for i := range len(src) {
		if src[i] == '\n' || src[i] == '\r' && (i+1 == len(src) || src[i+1] != '\n') {
			lines = append(lines, i+1)
		}
	}
	var out []pythonCall
	for _, c := range f.calls {
		at := f.tokens[c.first].from
		call := pythonCall{line: sort.SearchInts(lines, at+1), name: f.method(c)}
		var keywords []string
		for _, a := range c.args {
			switch {
			case a.star == "**" || a.keyword != "":
				keywords = append(keywords, a.keyword)
			default:
				call.args++
			}
		}
		call.keywords = strings.Join(keywords, ",")
		out = append(out, call)
	}
	return out
}

// The scanner finds the calls that CPython's own parser finds, in all but very few files of its library.
func TestCallsAreThoseOfCPython(t *testing.T) {
	t.Parallel()
	python, tellsLines := interpreter(t.Context())
	if python == "" {
		needs.Missing(t, "python3", "compare the calls with those that CPython finds")
	}
	cmd := exec.CommandContext(t.Context(), python, append([]string{filepath.Join("testdata", "calls.py")}, truthFolders(t, python)...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	files, equal, calls := 0, 0, 0
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var want struct {
			File  string       `json:"file"`
			Calls []pythonCall `json:"calls"`
		}
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		src, err := os.ReadFile(want.File)
		if err != nil {
			t.Fatal(err)
		}
		files++
		calls += len(want.Calls)
		got := callsOf(string(src))
		if !tellsLines {
			dropLines(got, want.Calls)
		}
		if diff := difference(got, want.Calls); diff == "" {
			equal++
		} else {
			t.Logf("%s: %s", want.File, diff)
		}
	}
	share := 100 * float64(equal) / float64(max(files, 1))
	t.Logf("%s: %d of %d files equal (%.2f %%), %d calls", python, equal, files, share, calls)
	if files == 0 || share < 99.8 {
		t.Errorf("%.2f %% of %d files have the calls that CPython finds, want 99.8 %%", share, files)
	}
}

// dropLines leaves out the lines, where one side does not know them.
func dropLines(sides ...[]pythonCall) {
	for _, calls := range sides {
		for i := range calls {
			calls[i].line = 0
		}
	}
}

// difference tells the first call that only one side has, with + or - before it.
func difference(got, want []pythonCall) string {
	order := func(a, b pythonCall) int {
		if a.line != b.line {
			return a.line - b.line
		}
		return strings.Compare(a.name+" "+a.keywords+string(rune(a.args)), b.name+" "+b.keywords+string(rune(b.args)))
	}
	slices.SortFunc(got, order)
	slices.SortFunc(want, order)
	for i := 0; i < len(got) || i < len(want); i++ {
		switch {
		case i >= len(want) || i < len(got) && order(got[i], want[i]) < 0:
			return describe("+", got[i])
		case i >= len(got) || order(got[i], want[i]) > 0:
			return describe("-", want[i])
		}
	}
	return ""
}

func describe(sign string, c pythonCall) string {
	return fmt.Sprintf("%s line %d: %s with %d arguments and %q", sign, c.line, c.name, c.args, c.keywords)
}
