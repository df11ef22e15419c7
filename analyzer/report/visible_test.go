package report_test

import (
	"testing"

	"github.com/whichid/whichid/analyzer/report"
)

func TestVisible(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, want string }{
		{"dir/a b.go", "dir/a b.go"},
		{`C:\n "quoted"`, `C:\n "quoted"`},
		{"größe.sh, 식별.py", "größe.sh, 식별.py"},
		{"ctl\x1b[31m.sh", `ctl\x1b[31m.sh`},
		{"two\nlines\r\n", `two\nlines\r\n`},
		{"\ttab\x00\x7f", `\ttab\x00\x7f`},
		{"\u009b31m", `\u009b31m`},                   // a control sequence in one character
		{"\u202egro.sh\u2028", `\u202egro.sh\u2028`}, // from right to left, and a line break
		{"\U000e0041", `\U000e0041`},                 // a tag, which nobody sees
		{"\xff\xfe.sh", `\xff\xfe.sh`},               // no UTF-8
		{"\xc3", `\xc3`},                             // half a character
		{"a##[add-mask]b", `a##\x5badd-mask]b`},
		{"\ufffd", "\ufffd"}, // a character as good as others
	} {
		if got := report.Visible(test.text); got != test.want {
			t.Errorf("Visible(%q) is %q, want %q", test.text, got, test.want)
		}
	}
}
