package notebook_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/notebook"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// reading notes what it is given to read. For Credential() it names an identity, and imports what that needs.
func reading(notes *[]string) site.Reading {
	return site.Reading{Text: func(l site.Language, t excerpt.Text) []site.Site {
		s := t.String()
		*notes = append(*notes, string(l)+": "+strings.ReplaceAll(s, "\n", "⏎"))
		n := strings.Index(s, "Credential()")
		if n < 0 {
			return nil
		}
		found := site.Site{Verdict: identity.Absent}
		first, _ := t.Insert(0, "import os\n")
		second, _ := t.Insert(n+len("Credential("), `client_id=os.environ["ID"]`)
		found.Fix.Edits = []identity.Edit{first, second}
		return []site.Site{found}
	}}
}

func TestRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"lines", `{"cells": [{"cell_type": "code", "source": ["a\n", "b"]}, {"cell_type": "markdown", "source": ["c"]}]}`, "python: a⏎b"},
		{"string", `{"cells": [{"cell_type": "code", "source": "a\nb"}]}`, "python: a⏎b"},
		{"no code", `{"cells": [{"cell_type": "code", "source": []}, {"cell_type": "code"}, 1], "worksheets": 1}`, ""},
		{"bash", `{"metadata": {"kernelspec": {"name": "bash"}}, "cells": [{"cell_type": "code", "source": "a"}]}`, "shell: a"},
		{"other", `{"metadata": {"language_info": {"name": "R"}}, "cells": [{"cell_type": "code", "source": "a"}]}`, ""},
		{
			"polyglot", `{"metadata": {"kernelspec": {"language": "C#"}}, "cells": [{"cell_type": "code", "source": "a",
			"metadata": {"dotnet_interactive": {"language": "pwsh"}}}]}`, "powershell: a",
		},
		{
			"choice", `{"metadata": {"kernelspec": {"language": "PowerShell"}}, "cells": [{"cell_type": "code", "source": "#!bash\na"},
			{"cell_type": "code", "source": "#!/x\na"}]}`, "shell: #!bash⏎a, powershell: #!/x⏎a",
		},
		{"version 3", `{"worksheets": [{"cells": [{"cell_type": "code", "input": ["a"], "language": "python"}]}]}`, "python: a"},
		{"broken", `{"cells": [`, ""},
		{"empty", ``, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var notes []string
			notebook.Read(excerpt.File(c.text), reading(&notes))
			if got := strings.Join(notes, ", "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestFix(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want, code string }{
		{
			`{"cells": [{"cell_type": "code", "source": ["# \"x\"\n", "c = Credential()"]}]}`,
			`{"cells": [{"cell_type": "code", "source": ["import os\n# \"x\"\n", "c = Credential(client_id=os.environ[\"ID\"])"]}]}`,
			"python: import os⏎# \"x\"⏎c = Credential(client_id=os.environ[\"ID\"])",
		},
		{
			`{"cells": [{"cell_type": "code", "source": "\tx\nCredential()"}]}`,
			`{"cells": [{"cell_type": "code", "source": "import os\n\tx\nCredential(client_id=os.environ[\"ID\"])"}]}`,
			"python: import os⏎\tx⏎Credential(client_id=os.environ[\"ID\"])",
		},
		{
			`{"cells": [{"cell_type": "code", "source": ["", "Credential()\n"]}]}`,
			`{"cells": [{"cell_type": "code", "source": ["", "import os\nCredential(client_id=os.environ[\"ID\"])\n"]}]}`,
			"python: import os⏎Credential(client_id=os.environ[\"ID\"])⏎",
		},
	} {
		var notes []string
		got := c.text
		edits := notebook.Read(excerpt.File(c.text), reading(&notes))[0].Fix.Edits
		for _, e := range slices.Backward(edits) {
			got = got[:e.Start] + e.New + got[e.End:]
		}
		if got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
		if !json.Valid([]byte(got)) {
			t.Errorf("%s is no JSON", got)
		}
		notes = nil
		if again := notebook.Read(excerpt.File(got), reading(&notes)); len(again) != 0 || notes[0] != c.code {
			t.Errorf("%d sites left in %q, want %q", len(again), notes, c.code)
		}
	}
}
