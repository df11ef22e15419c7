package shell_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/shell"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

func TestReadScript(t *testing.T) {
	t.Parallel()
	for script, want := range map[string][]identity.Verdict{
		"az login -i":                           {identity.Absent},
		"az login -i; az account show":          {identity.Absent},
		"if ! az login -i; then exit 1; fi":     {identity.Absent},
		"until az login -i; do sleep 1; done":   {identity.Absent},
		"(az login -i) &>/dev/null &":           {identity.Absent},
		"X=1 sudo az login -i":                  {identity.Absent},
		"x=$(az login -i)":                      {identity.Absent},
		"az login \\\n  --identity":             {identity.Absent},
		"az 'login' \"--identity\"":             {identity.Absent},
		"az login --ident\\ity":                 {identity.Absent},
		"sh -c 'az login -i'":                   {identity.Absent},
		"bash -c \"bash -c 'az login -i'\"":     {identity.Absent},
		"f() { az login -i; }":                  {identity.Absent},
		"az login -i --client-id $X":            {identity.Present},
		"az login -i --client-id \"${X:?set}\"": {identity.Present},
		"az login -i --client-id ''":            {identity.Empty},
		"az login -i $X":                        {identity.Unsure},
		"az login -i && az login -i -u x":       {identity.Absent, identity.Ignored},
		"az login -i # --client-id x":           {identity.Absent},
		"# az login -i":                         nil,
		"echo az login -i":                      nil,
		"echo 'az login -i'":                    nil,
		"cat <<X\naz login -i\nX":               nil,
		"az login '":                            nil,
		"az login":                              nil,
		"ls":                                    nil,
	} {
		t.Run(script, func(t *testing.T) {
			t.Parallel()
			var got []identity.Verdict
			for _, c := range shell.ReadScript(excerpt.File(script)) {
				got = append(got, c.Verdict)
			}
			if len(got) != len(want) {
				t.Fatalf("verdicts %v, want %v", got, want)
			}
			for i := range got {
				if got[i] != want[i] {
					t.Errorf("verdicts %v, want %v", got, want)
				}
			}
		})
	}
}

func TestDepth(t *testing.T) {
	t.Parallel()
	for depth, argv := range [][]excerpt.Text{
		words("az", "login", "-i"),
		words("sh", "-c", "az login -i"),
		words("sh", "-c", "bash -c 'az login -i'"),
		words("sh", "-c", `bash -c "bash -c 'az login -i'"`),
	} {
		found := shell.Read(argv)
		if len(found) != 1 || found[0].Depth != depth {
			t.Errorf("%q: %+v, want one in depth %d", argv, found, depth)
		}
	}
	if found := shell.Read(words("sh", "-c", `sh -c "sh -c 'sh -c \"az login -i\"'"`)); len(found) != 0 {
		t.Errorf("too deep: %+v", found)
	}
	if found := shell.ReadScript(excerpt.File(strings.Repeat("#\n", 1<<20) + "az login -i")); len(found) != 0 {
		t.Errorf("too long: %+v", found)
	}
}

func words(argv ...string) (out []excerpt.Text) {
	for _, word := range argv {
		out = append(out, excerpt.File(word))
	}
	return out
}

// TestNesting holds the reader to an answer where the parser recurses: a stack that overflows ends the process.
func TestNesting(t *testing.T) {
	t.Parallel()
	for _, unit := range []string{
		"$(", "{ ", "if true; then ", "((", "\"$(", "`", "${a[", "! ", "a=(", "(", "f() ", "while a; do ", "case x in x) ", "[[ ( ", "time ",
		"$(( ( ", "<(", "@(", "a && ", "a | ", "a; ", "<<a ", "$((a?", "$((a=", "a?", "a=", "- ", "a**", "${a:-", "\\\n",
	} {
		for _, before := range []string{"", "$((", "[[ "} {
			script := before + strings.Repeat(unit, (1<<20-100)/len(unit)) + "\naz login -i\n"
			shell.ReadScript(excerpt.File(script))
		}
	}
}

// A script is read up to the size of all files, if nothing in it is deeper than a stack.
func TestLongScripts(t *testing.T) {
	t.Parallel()
	const size = 1<<20 - 100
	for _, tt := range []struct {
		name, unit string
		found      int
	}{
		{"commands", "echo \"$A\" | grep -q x && rm -f ${B:-c}\n", 1},
		{"a variable", "A=$A$B\n", 1},
		{"a heredoc of bullets", "cat <<E\n- a\n- b\nE\n", 1},
		{"one list", "a&&", 0},
		{"one list of lines", "a &&\n", 0},
		{"one pipe, line by line", "a\n| b", 0},
		{"keywords", "time ", 0},
		{"a sum", "echo $((1" + strings.Repeat("+1", size/2) + "))", 0},
	} {
		script := "az login -i\n" + strings.Repeat(tt.unit, max(1, size/len(tt.unit)))
		if got := len(shell.Sites(excerpt.File(script), reading())); got != tt.found {
			t.Errorf("%s: found %d, want %d", tt.name, got, tt.found)
		}
	}
}

func reading() site.Reading {
	return site.Reading{
		Variable: "AZURE_CLIENT_ID",
		Text:     func(site.Language, excerpt.Text) []site.Site { return nil },
	}
}
