package report_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

func same(name string) string { return name }

// known is the baseline of a text's logins, and unknown what it does not know of another text.
func known(file, text string) report.Baseline {
	return report.NewBaseline(logins(file, text), textIs(text), same)
}

func unknown(b report.Baseline, file, text string) (fresh []identity.Finding, left report.Baseline) {
	return b.Without(logins(file, text), textIs(text), same)
}

func logins(file, text string) []identity.Finding {
	return at(identity.CommandRule, file, text, "login")
}

func textIs(text string) func(string) ([]byte, error) {
	return func(string) ([]byte, error) { return []byte(text), nil }
}

// TestBaseline writes down one text, and looks at another one.
func TestBaseline(t *testing.T) {
	t.Parallel()
	const file = "a.sh"
	long := "az login " + strings.Repeat("é", 300)
	for _, test := range []struct {
		name         string
		before       string
		file, after  string
		fresh        []int // at which bytes what is new begins
		left, counts int   // entries and findings that are not there any more
	}{
		{"the same", "az login\n", file, "az login\n", nil, 0, 0},
		{"moved, with other blanks", "az login\nx\n", file, "x\n\n\taz  login\r\n", nil, 0, 0},
		{"changed", "az login\n", file, "az login -i\n", []int{3}, 1, 1},
		{"one more", "az login\naz login\n", file, "az login\naz login\naz login\n", []int{21}, 0, 0},
		{"one less", "az login\naz login\naz login\n", file, "az login\n", nil, 1, 2},
		{"two in a line", "az login; az login\n", file, "az login; az login\naz login\n", []int{22}, 0, 0},
		{"another file", "az login\n", "b.sh", "az login\n", []int{3}, 1, 1},
		{"nothing before", "", file, "az login\n", []int{3}, 0, 0},
		{"nothing after", "az login\naz login 2\n", file, "", nil, 2, 2},
		{"long", long, file, "\n" + long, nil, 0, 0},
		{"long, with another end", long, file, long + "1", []int{3}, 1, 1},
		{"no UTF-8", "az login \xff\n", "a.sh", "\naz login \xff\n", nil, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			before := known(file, test.before)
			text, err := before.Text()
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(string(text), "\n") {
				if len(line) > 400 {
					t.Errorf("a line of %d bytes", len(line))
				}
			}
			read, err := report.ParseBaseline(text)
			if err != nil {
				t.Fatal(err)
			}
			found, left := unknown(read, test.file, test.after)
			var fresh []int
			for _, f := range found {
				fresh = append(fresh, f.Position.Start)
			}
			if !slices.Equal(fresh, test.fresh) || len(left) != test.left || left.Findings() != test.counts {
				t.Errorf("new: %v, left: %v\n%s", fresh, left, text)
			}
		})
	}
}

// What a directive silences is no baseline's business.
func TestBaselineOfSuppressed(t *testing.T) {
	t.Parallel()
	const text = "az login\naz login\n"
	findings := logins("a.sh", text)
	findings[0] = suppressed(findings[0])
	b := report.NewBaseline(findings, textIs(text), same)
	if b.Findings() != 1 {
		t.Errorf("%v", b)
	}
	fresh, left := b.Without(findings, textIs(text), same)
	if len(fresh) != 1 || fresh[0].Suppressed == "" || len(left) > 0 {
		t.Errorf("new: %v, left: %v", fresh, left)
	}
}

// Files are named from the folder of the baseline, in text that every system can hold.
func TestBaselinePlaces(t *testing.T) {
	t.Parallel()
	const text = "az login\n"
	place := func(name string) string { return filepath.Join("..", "x\xff\n", name) }
	b := report.NewBaseline(logins("a.sh", text), textIs(text), place)
	if len(b) != 1 || b[0].File != `../x\xff\n/a.sh` {
		t.Errorf("%v", b)
	}
	if fresh, left := b.Without(logins("a.sh", text), textIs(text), place); len(fresh)+len(left) > 0 {
		t.Errorf("new: %v, left: %v", fresh, left)
	}
}

func TestBaselineAdd(t *testing.T) {
	t.Parallel()
	one, two := known("b.sh", "az login\n"), known("a.sh", "az login\naz login 2\n")
	both := one.Add(two).Add(one)
	got, err := both.Text()
	if err != nil {
		t.Fatal(err)
	}
	want := `{"whichid":"baseline","version":1}
{"file":"a.sh","rule":"command","count":1,"source":"az login"}
{"file":"a.sh","rule":"command","count":1,"source":"az login 2"}
{"file":"b.sh","rule":"command","count":2,"source":"az login"}
`
	if string(got) != want || one.Findings() != 1 {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

const head = `{"whichid":"baseline","version":1}` + "\n"

func TestParseBaseline(t *testing.T) {
	t.Parallel()
	const entry = `{"file":"a.sh","rule":"command","count":1,"source":"az login"}` + "\n"
	for _, test := range []struct{ text, want string }{
		{head, ""},
		{strings.TrimSpace(head), ""},
		{head + entry, ""},
		{strings.ReplaceAll(head+entry, "\n", "\r\n"), ""},
		{"", "1: does not begin a baseline of this version: use what -write-baseline writes"},
		{"\n" + head, "1: does not begin a baseline"},
		{entry, "1: does not begin a baseline"},
		{`{"whichid":"baseline","version":2}`, "1: does not begin a baseline of this version"},
		{`{"version":1}`, "1: does not begin a baseline"},
		{head + "\n" + entry, "2: not an entry: EOF: use what -write-baseline writes"},
		{head + "<<<<<<< HEAD\n" + entry, "2: not an entry: invalid character '<' looking for beginning of value: use what -write-baseline writes"},
		{head + entry[:20], "2: not an entry: unexpected EOF: use what"},
		{head + strings.TrimSpace(entry) + entry, "2: not an entry: more than one value: use what"},
		{head + `{"line":1}`, `2: not an entry: json: unknown field "line": use what`},
		{head + `[]`, `2: not an entry: json: cannot unmarshal array into `},
		{head + strings.Replace(entry, "1", `"1"`, 1), `2: not an entry: json: cannot unmarshal string into `},
		{head + strings.Replace(entry, "command", "commands", 1), `2: rule: "commands": unknown rule: use the name of one`},
		{head + strings.Replace(entry, "a.sh", "", 1), `2: file: use the path of one`},
		{head + strings.Replace(entry, "1", "0", 1), `2: count: 0: use 1 or more`},
		{head + strings.Replace(entry, `"count":1,`, "", 1), `2: count: 0: use 1 or more`},
		{head + entry + strings.Replace(entry, "1", "2", 1), `3: the same as line 2: use one entry with both counts`},
	} {
		_, err := report.ParseBaseline([]byte(test.text))
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.HasPrefix(err.Error(), test.want)) {
			t.Errorf("%q: got %v, want %s", test.text, err, test.want)
		}
	}
}

// FuzzParseBaseline wants no crash from any text, and of a good one the same again.
func FuzzParseBaseline(f *testing.F) {
	f.Add(head + `{"file":"a.sh","rule":"command","count":1,"source":"az login\u0000"}`)
	f.Add(head + `{"file":"a.sh","rule":"command","count":1e3,"source":"<&>"}` + "\r\n")
	f.Fuzz(func(t *testing.T, text string) {
		b, err := report.ParseBaseline([]byte(text))
		if err != nil {
			return
		}
		written, err := b.Text()
		if err != nil {
			t.Fatal(err)
		}
		again, err := report.ParseBaseline(written)
		if err != nil || len(again) != len(b) || again.Findings() != b.Findings() {
			t.Errorf("%v\nbecomes %v, %v", b, again, err)
		}
	})
}

// A baseline that cannot be written leaves nothing behind.
func TestWriteBaselineFails(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "known"), 0o750); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"known", filepath.Join("missing", "known")} {
		if err := known("a.sh", "az login\n").Write(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	onlyFiles(t, dir, "known")
}
