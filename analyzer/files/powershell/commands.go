package powershell

import (
	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// Commands returns what the cmdlets of a script ask for. It is for scripts in programs, which have other ways to write an ID.
func Commands(t excerpt.Text) []identity.Command {
	var out []identity.Command
	for _, found := range Read(t, site.Reading{}) {
		if found.Rule == identity.CommandRule {
			out = append(out, identity.Command{Verdict: found.Verdict, Tool: found.Name, ID: found.ID})
		}
	}
	return out
}
