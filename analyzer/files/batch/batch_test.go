package batch_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/batch"
	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

func reading() site.Reading {
	return site.Reading{
		Variable: "AZURE_CLIENT_ID",
		Text: func(l site.Language, t excerpt.Text) []site.Site {
			return []site.Site{{Name: string(l) + ": " + t.String()}}
		},
		Words: func(words []excerpt.Text, add func(int, string) []identity.Edit) []site.Site {
			var argv []identity.Word
			for _, w := range words {
				argv = append(argv, w.Word())
			}
			c := identity.ReadCommand(argv)
			if c.Verdict != identity.Absent {
				return nil
			}
			edits := add(slices.Index(argv, identity.Word(c.Asks)), c.Flag("client"))
			return []site.Site{{Name: c.Tool, Fix: identity.Fix{Edits: edits}}}
		},
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	const id = " --client-id %AZURE_CLIENT_ID%"
	for script, want := range map[string]string{
		"az login --identity":                                   "az login --identity" + id,
		"@call az.cmd login -i >nul 2>&1\r\n":                   "@call az.cmd login -i" + id + " >nul 2>&1\r\n",
		"az login ^\r\n  --identity ^\r\n  -o none":             "az login ^\r\n  --identity" + id + " ^\r\n  -o none",
		"if not errorlevel 1 (az login --identity) else echo x": "if not errorlevel 1 (az login --identity" + id + ") else echo x",
		`if "%A%"=="b" az login --identity && az x`:             `if "%A%"=="b" az login --identity` + id + ` && az x`,
		"for %%i in (1 2) do az login --identity":               "for %%i in (1 2) do az login --identity" + id,
		`"C:\Program Files\az.cmd" login --identity`:            `"C:\Program Files\az.cmd" login --identity` + id,
		"az login --identity --client-id %ID%":                  "",
		"az login %FLAGS% --identity":                           "",
		"REM az login --identity":                               "",
		":: az login --identity":                                "",
		"echo az login --identity":                              "",
		"set X=az login --identity":                             "",
		"az account show | find \"login --identity\"":           "",
	} {
		got := script
		for _, s := range batch.Read(excerpt.File(script), reading()) {
			for _, e := range s.Fix.Edits {
				got = got[:e.Start] + e.New + got[e.End:]
			}
		}
		if want == "" {
			want = script
		}
		if got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", script, got, want)
		}
		if sites := batch.Read(excerpt.File(got), reading()); got != script && len(sites) > 0 {
			t.Errorf("%s: %d left", got, len(sites))
		}
	}
}

func TestPowerShell(t *testing.T) {
	t.Parallel()
	script := `powershell -NoProfile -Command "Connect-AzAccount -Identity"`
	sites := batch.Read(excerpt.File(script), reading())
	if len(sites) != 1 || !strings.HasPrefix(sites[0].Name, "powershell: Connect-AzAccount -Identity") {
		t.Errorf("got %+v", sites)
	}
}
