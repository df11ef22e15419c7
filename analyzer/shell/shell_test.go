package shell_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/shell"
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
			for _, c := range shell.ReadScript(identity.Text(script)) {
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
	for depth, argv := range [][]identity.Word{
		{"az", "login", "-i"},
		{"sh", "-c", "az login -i"},
		{"sh", "-c", "bash -c 'az login -i'"},
		{"sh", "-c", `bash -c "bash -c 'az login -i'"`},
	} {
		found := shell.Read(argv)
		if len(found) != 1 || found[0].Depth != depth {
			t.Errorf("%q: %+v, want one in depth %d", argv, found, depth)
		}
	}
	if found := shell.Read([]identity.Word{"sh", "-c", `sh -c "sh -c 'sh -c \"az login -i\"'"`}); len(found) != 0 {
		t.Errorf("too deep: %+v", found)
	}
	if found := shell.ReadScript(identity.Word(strings.Repeat("#\n", 40<<10)) + "az login -i"); len(found) != 0 {
		t.Errorf("too long: %+v", found)
	}
}

// FuzzReadScript holds the reader to an answer, always the same one, for text of any kind.
func FuzzReadScript(f *testing.F) {
	for _, seed := range []string{"az login -i", "sh -c 'az login -i'; x=$(az login) <<X\nX", "az login ${a[$((1+`b`))]:-c} 'd' \"e$f\" &"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, script string) {
		for _, word := range []identity.Word{identity.Text(script), identity.Text("az login -i;" + script)} {
			a, b := shell.ReadScript(word), shell.ReadScript(word)
			if len(a) != len(b) {
				t.Fatalf("%+v and %+v", a, b)
			}
			for i := range a {
				if a[i] != b[i] {
					t.Errorf("%+v and %+v", a[i], b[i])
				}
			}
		}
	})
}
