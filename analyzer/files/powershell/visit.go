// Package powershell reads PowerShell: the commands of a script that log in with a managed identity, those that request its token, and
// the programs that it runs. It executes nothing.
package powershell

import (
	"regexp"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// A visitor walks through a script.
type visitor struct {
	t       excerpt.Text
	s       string
	reading site.Reading
	scopes  map[*stmt]*scope
	system  *regexp.Regexp
	asks    bool // the script holds what a token request does
}

// Read yields the sites in a script.
func Read(t excerpt.Text, r site.Reading) []site.Site {
	s := t.String()
	if !mayAsk(s) {
		return nil
	}
	v := &visitor{
		t: t, s: s, reading: r, scopes: make(map[*stmt]*scope), system: regexp.MustCompile(identity.SystemWord), asks: mayRequest(s),
	}
	script := newParser(s).statements()
	root := newScope(nil)
	(&collector{s, v.scopes}).statements(script, root)
	return v.statements(script, root)
}

// says reports whether a part of the script says that the system-assigned identity is meant, and does not negate it.
func (v *visitor) says(text string) bool {
	text = strings.ToLower(text)
	negated := strings.Contains(text, "!") || strings.Contains(text, "-not") || strings.Contains(text, "-ne")
	return !negated && v.system.MatchString(text)
}

// A unit is a statement, or several that make one condition.
type unit struct {
	sites  []site.Site
	leaves []bool // for each site, whether what stands behind the unit is not run
}

// statements visits statements. What stands behind a branch that leaves is a branch, too.
func (v *visitor) statements(list []*stmt, in *scope) []site.Site {
	var units []unit
	for i := 0; i < len(list); {
		n := chain(list[i:])
		units = append(units, v.unit(list[i:i+n], in))
		i += n
	}
	later := false
	for i, u := range slices.Backward(units) {
		for n := range u.sites {
			if u.leaves[n] && later {
				choose(&units[i].sites[n])
			}
		}
		later = later || named(u.sites)
	}
	var out []site.Site
	chosen := false
	for _, u := range units {
		for n := range u.sites {
			if chosen {
				choose(&u.sites[n])
			}
		}
		out = append(out, u.sites...)
		for n, s := range u.sites {
			chosen = chosen || u.leaves[n] && s.Verdict == identity.Present
		}
	}
	return out
}

// statement visits a statement with all that stands in it.
func (v *visitor) statement(s *stmt, in *scope) []site.Site {
	var out []site.Site
	for ; s != nil; s = s.next {
		inner := in
		if own := v.scopes[s]; own != nil {
			inner = own
		}
		for _, p := range s.params {
			out = append(out, v.expr(p.value, inner)...)
		}
		if s.command {
			out = append(out, v.command(s, inner)...)
		}
		var within []site.Site
		for _, w := range s.words {
			within = append(within, v.expr(w, inner)...)
		}
		if s.name != "" && v.says(s.name) {
			mean(within)
		}
		out = append(out, within...)
		out = append(out, v.cases(s, inner)...)
		out = append(out, v.expr(s.target, inner)...)
		if s.value != nil {
			out = append(out, v.statements([]*stmt{s.value}, inner)...)
		}
	}
	return out
}

// cases visits the branches of a switch.
func (v *visitor) cases(s *stmt, in *scope) []site.Site {
	var branches [][]site.Site
	var out []site.Site
	for _, b := range s.cases {
		out = append(out, v.expr(b.pattern, in)...)
		found := v.expr(b.block, in)
		if b.pattern != nil && v.says(v.s[b.pattern.start:b.pattern.end]) {
			mean(found)
		}
		branches = append(branches, found)
	}
	chooseBetween(branches)
	return append(out, slices.Concat(branches...)...)
}

// expr visits what stands in an expression.
func (v *visitor) expr(e *expr, in *scope) []site.Site {
	if e == nil {
		return nil
	}
	var out []site.Site
	if e.kind == invocation {
		out = append(out, v.invocation(e, in)...)
	}
	for _, kid := range e.kids {
		out = append(out, v.expr(kid, in)...)
	}
	for _, p := range e.pieces {
		out = append(out, v.expr(p.value, in)...)
	}
	for _, entry := range e.entries {
		out = append(out, v.expr(entry.key, in)...)
		if entry.value != nil {
			out = append(out, v.statements([]*stmt{entry.value}, in)...)
		}
	}
	return append(out, v.statements(e.body, in)...)
}
