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
	if found := shell.ReadScript(excerpt.File(strings.Repeat("#\n", 256<<10) + "az login -i")); len(found) != 0 {
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
			script := before + strings.Repeat(unit, (256<<10-100)/len(unit)) + "\naz login -i\n"
			shell.ReadScript(excerpt.File(script))
		}
	}
}

// FuzzReadScript holds the reader to an answer, always the same one, for text of any kind, and fixes to places in the text.
func FuzzReadScript(f *testing.F) {
	for _, seed := range []string{
		"az login -i", "sh -c 'az login -i'; x=$(az login) <<X\nX", "az login ${a[$((1+`b`))]:-c} 'd' \"e$f\" &",
		"a=(az login -i)\n\"${a[@]}\"", "L='az login'; $L -i", "bash <<X\naz login -i \\\n$a\nX\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, script string) {
		for _, text := range []string{script, "az login -i;" + script} {
			text = string(identity.Text(text))
			a, b := shell.Sites(excerpt.File(text), reading()), shell.Sites(excerpt.File(text), reading())
			if len(a) != len(b) {
				t.Fatalf("%+v and %+v", a, b)
			}
			for _, found := range a {
				for _, edit := range found.Fix.Edits {
					if edit.Start < 0 || edit.Start > edit.End || edit.End > len(text) {
						t.Errorf("%+v in %d bytes", edit, len(text))
					}
				}
				if start, end := found.At.Span(); start < 0 || start >= end || end > len(text) {
					t.Errorf("a finding in bytes %d to %d of %d", start, end, len(text))
				}
			}
		}
	})
}

func reading() site.Reading {
	return site.Reading{
		Variable: "AZURE_CLIENT_ID",
		Text:     func(site.Language, excerpt.Text) []site.Site { return nil },
	}
}
