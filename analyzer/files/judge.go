package files

import (
	"cmp"

	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// judge turns sites into findings: of every rule, so that a directive for a disabled one is seen to have a use, and then of
// the enabled ones. What a directive suppresses is not mended.
func (c *Checker) judge(f *file, sites []site.Site) []identity.Finding {
	var found []identity.Finding
	for _, s := range sites {
		if rule := ruleFor(s); rule != "" {
			found = append(found, f.finding(s, rule))
		}
	}
	found = f.suppress(merged(found))
	var out []identity.Finding
	for _, finding := range found {
		if !c.reports(finding.Rule) {
			continue
		}
		if finding.Suppressed != "" {
			finding.Fixes = nil
		}
		out = append(out, finding)
	}
	return out
}

// merged makes one finding of those about the same place, such as the URL in a variable that several commands request. Its fix mends
// them all.
func merged(findings []identity.Finding) []identity.Finding {
	type place struct {
		rule, message string
		position      identity.Position
	}
	type merging struct {
		at    int // in the findings
		edits identity.Edits
	}
	seen := make(map[place]*merging)
	var out []identity.Finding
	for _, f := range findings {
		key := place{f.Rule, f.Message, f.Position}
		m := seen[key]
		switch {
		case m == nil:
			m = &merging{at: len(out)}
			seen[key], out = m, append(out, f)
			if len(f.Fixes) > 0 {
				m.edits.Add(f.Fixes[0].Edits)
			}
		case len(f.Fixes) > 0 && len(out[m.at].Fixes) > 0 && m.edits.Add(f.Fixes[0].Edits):
			out[m.at].Fixes[0].Edits = m.edits.List()
		}
	}
	return out
}

// ruleFor returns the rule that a site breaks, or "".
func ruleFor(s site.Site) string {
	switch s.Verdict {
	case identity.Ignored:
		return identity.IgnoredID
	case identity.Absent, identity.Empty:
		switch {
		case s.Rule == identity.DefaultCredential:
			return s.Rule
		case s.System:
			return identity.SystemAssigned
		case s.Choice:
			return identity.ConditionalID
		}
		return s.Rule
	case identity.Present:
		if identity.IsHardcoded(s.ID) {
			return identity.HardcodedID
		}
	case identity.Unsure, identity.None, identity.Asked:
	}
	return ""
}

// finding reports a site.
func (f *file) finding(s site.Site, rule string) identity.Finding {
	message := identity.Message(rule, s.Name)
	if rule == identity.DefaultCredential {
		message = identity.ChainMessage(s.Name, "AZURE_CLIENT_ID")
	}
	if rule == s.Rule || rule == identity.IgnoredID {
		message = cmp.Or(s.Message, message)
	}
	start, end := s.At.Span()
	out := identity.Finding{Rule: rule, Position: f.position(start, end), Message: message}
	chosen := rule == identity.ConditionalID || rule == identity.SystemAssigned // an ID would undo the choice
	if len(s.Fix.Edits) > 0 && s.Verdict != identity.Present && !chosen {
		fix := identity.Fix{Message: s.Fix.Message}
		for _, edit := range s.Fix.Edits {
			edit.File = f.name
			edit.New = f.lines.end(edit.New)
			fix.Edits = append(fix.Edits, edit)
		}
		out.Fixes = []identity.Fix{fix}
	}
	return out
}

func (f *file) position(start, end int) identity.Position {
	line, column := f.lines.place(start)
	endLine, endColumn := f.lines.place(end)
	return identity.Position{
		File: f.name, Start: start, End: end, Line: line, Column: column, EndLine: endLine, EndColumn: endColumn,
	}
}
