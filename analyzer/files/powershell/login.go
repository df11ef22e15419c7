package powershell

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// login judges a command of the table.
//
// Have: Connect-AzAccount -Identity
func (v *visitor) login(c cmdlet, s *stmt, in *scope) []site.Site {
	words := s.words[1:]
	b := v.bind(words, in, c.ids+" "+c.excludes+" "+c.values, c.asks+" "+c.switches)
	asking, _, _ := strings.Cut(c.asks, "|")
	ask, ok := b.get(asking)
	if !ok || b.strange || len(b.positions) > 0 || !v.isOn(ask) {
		return nil
	}
	for _, p := range b.all {
		if isIn(c.excludes, p.name) {
			return nil
		}
	}
	out := site.Site{Rule: identity.CommandRule, Verdict: identity.Absent, Name: c.name, At: v.t.Slice(s.start, s.end)}
	empty := bound{}
	for _, p := range b.all {
		if !isIn(c.ids, p.name) {
			continue
		}
		if verdict, id := v.id(p); out.Verdict != identity.Present {
			out.Verdict, out.ID, empty = verdict, id, p
		}
	}
	switch {
	case out.Verdict == identity.Absent && b.open:
		return nil
	case out.Verdict == identity.Absent:
		first, _, _ := strings.Cut(strings.Fields(c.ids)[0], "|")
		out.Fix = v.fix(c.unset, v.addParameter(first, ask))
	case out.Verdict == identity.Empty:
		out.Fix = v.fix(c.unset, v.replaceEmpty(empty))
	}
	if ask.at == nil && ask.entry != nil {
		out.At = v.t.Slice(ask.entry.start, ask.entry.end)
	}
	return []site.Site{out}
}

// isOn reports whether a switch certainly is on.
//
// Have: -Identity, -Identity:$true, Identity = $true
func (v *visitor) isOn(p bound) bool {
	if p.unknown {
		return false
	}
	value := p.value.inner()
	return value == nil || value.kind == variable && value.name == "true"
}

// id judges what is given as an ID.
func (v *visitor) id(p bound) (identity.Verdict, identity.Word) {
	value := p.value.inner()
	if value == nil {
		return identity.Present, identity.Unknown()
	}
	if value.kind == variable && value.name == "null" {
		return identity.Empty, ""
	}
	text, ok := literal(v.s, value)
	switch {
	case !ok:
		return identity.Present, identity.Unknown()
	case text == "":
		return identity.Empty, ""
	}
	return identity.Present, identity.Word(text)
}
