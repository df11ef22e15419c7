package report

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/whichid/whichid/analyzer/identity"
)

// FuzzVisible holds text to what a terminal may be given, and to what does that already.
func FuzzVisible(f *testing.F) {
	for _, text := range []string{"größe.sh", "\x1b[31m\u009b\u202e", "\xff\xc3\ufffd\U000e0041", "##[add-mask]###[", "\r\n\t"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		shown := Visible(text)
		isHidden := func(r rune) bool { return !unicode.IsGraphic(r) }
		if strings.ContainsFunc(shown, isHidden) || strings.Contains(shown, "##[") || strings.ToValidUTF8(shown, "") != shown {
			t.Errorf("%q is shown as %q", text, shown)
		}
		if again := Visible(shown); again != shown {
			t.Errorf("%q is shown as %q, and that as %q", text, shown, again)
		}
	})
}

// FuzzExcerpt cuts lines: what is shown fits, and so do the marks below it.
func FuzzExcerpt(f *testing.F) {
	f.Add([]byte("\ta\taz login\x1b[2J한글 e\u0301\xff"), uint16(4), uint16(6), byte(9))
	f.Add([]byte(strings.Repeat("한é", 99)), uint16(100), uint16(120), byte(0))
	f.Fuzz(func(t *testing.T, text []byte, start, end uint16, wide byte) {
		line, from := lineAt(text, int(start))
		columns := leastBar + int(wide)
		shown, before, marked := cut(line, from, min(len(line), from+max(0, int(end)-int(start))), columns)
		cells, _, _ := cellsOf([]byte(shown), 0, 0)
		if columnsOf(cells) > columns || strings.ContainsAny(shown, "\n\t\x1b") {
			t.Errorf("%q is shown as %q in %d columns", line, shown, columns)
		}
		if before < 0 || marked < 0 || before+marked > columns {
			t.Errorf("%d columns are marked behind %d of %d", marked, before, columns)
		}
	})
}

// FuzzFix makes edits and writes them as a diff. No two edits overlap, a finding is fixed or left, and the diff leads to the same text.
func FuzzFix(f *testing.F) {
	f.Add("a\nb\nc\n", []byte("\x00\x01x\x02\x02\n"))
	f.Add("a\r\nb", []byte("\x01\x01\n\x04\x00y\x00\x04z"))
	f.Fuzz(func(t *testing.T, old string, places []byte) {
		var made edits
		count := 0
		for ; len(places) >= 3; places = places[3:] {
			start := int(places[0]) % (len(old) + 1)
			end := min(start+int(places[1])%16, len(old))
			fix := identity.Fix{Message: "a", Edits: []identity.Edit{{File: "a", Start: start, End: end, New: string(places[2:3])}}}
			made.add(identity.Finding{Position: identity.Position{File: "a"}, Fixes: []identity.Fix{fix}})
			count++
		}
		if len(made.fixed)+len(made.left) != count {
			t.Errorf("%d are fixed and %d left of %d", len(made.fixed), len(made.left), count)
		}
		fixed, err := made.Apply([]byte(old))
		if err != nil {
			t.Fatalf("%+v: %v", made.List(), err)
		}
		want := old
		for _, e := range slices.Backward(made.List()) {
			want = want[:e.Start] + e.New + want[e.End:]
		}
		if string(fixed) != want {
			t.Errorf("%q is fixed to %q, want %q", old, fixed, want)
		}
		diff := diffOf("a b", []byte(old), fixed)
		if patched, err := patch(old, string(diff)); err != nil || patched != want {
			t.Errorf("%s\nleads to %q, %v, want %q", diff, patched, err, want)
		}
	})
}

// patch makes of a text what a unified diff says.
func patch(text, diff string) (string, error) {
	old := strings.SplitAfter(text, "\n")
	var out bytes.Buffer
	at := 0
	lines := strings.SplitAfter(diff, "\n")
	for i, line := range lines {
		body := line
		if i+1 < len(lines) && strings.HasPrefix(lines[i+1], `\ No newline`) {
			body = strings.TrimSuffix(line, "\n")
		}
		switch {
		case i < 3 || line == "" || line[0] == '\\':
		case line[0] == '@':
			var from, count int
			if _, err := fmt.Sscanf(line, "@@ -%d,%d", &from, &count); err != nil {
				return "", err
			}
			for ; at < from-min(count, 1); at++ {
				out.WriteString(old[at])
			}
		case line[0] == '+':
			out.WriteString(body[1:])
		case at >= len(old) || old[at] != body[1:]:
			return "", fmt.Errorf("line %d is not %q", at+1, body)
		default:
			if line[0] == ' ' {
				out.WriteString(body[1:])
			}
			at++
		}
	}
	for ; at < len(old); at++ {
		out.WriteString(old[at])
	}
	return out.String(), nil
}
