package analyzer

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/powershell"
	"github.com/whichid/whichid/analyzer/files/shell"
	"github.com/whichid/whichid/analyzer/identity"
)

// commandOf reads a command line. Of several commands in a script it is the one that is worst.
func commandOf(t text) shell.Command {
	var argv []excerpt.Text
	for word := range strings.SplitSeq(string(toWord(t.s)), wordMark) {
		argv = append(argv, excerpt.File(word))
	}
	var worst shell.Command
	worst.Verdict = identity.None
	for _, c := range append(shell.Read(argv), cmdletsOf(argv)...) {
		if c.URL != "" {
			c.Verdict = readRequest(fromWord(c.URL, t)).Verdict
			c.Tool += " of a token"
		}
		if severity(c.Verdict) > severity(worst.Verdict) {
			worst = c
		}
	}
	return worst
}

// cmdletsOf reads the scripts for PowerShell in a command line.
//
// Have: pwsh -Command "Connect-AzAccount -Identity"
func cmdletsOf(argv []excerpt.Text) (out []shell.Command) {
	for _, c := range shell.Read(argv) {
		if c.Language != identity.PowerShell {
			continue
		}
		for _, found := range powershell.Commands(c.Script) {
			out = append(out, shell.Command{Command: found, Depth: c.Depth})
		}
	}
	return out
}

// severity orders verdicts: a script that names an identity in one place and none in another offers a choice, and is left alone.
func severity(v identity.Verdict) int {
	return slices.Index([]identity.Verdict{
		identity.None, identity.Unsure, identity.Absent, identity.Empty, identity.Ignored, identity.Asked, identity.Present,
	}, v)
}

func commandPresence(t text) presence { return presenceOf(commandOf(t).Verdict) }

// worst returns the command that a finding is about.
func (s *site) worst() shell.Command {
	var out shell.Command
	for _, a := range s.id {
		if t, ok := a.(text); ok {
			if c := commandOf(t); out.Tool == "" || presenceOf(c.Verdict) == absent || presenceOf(c.Verdict) == empty {
				out = c
			}
		}
	}
	return out
}
