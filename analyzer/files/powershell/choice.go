package powershell

import (
	"slices"

	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// chain returns how many statements make one condition.
func chain(list []*stmt) int {
	n := 1
	if condition(list[0]) == nil {
		return n
	}
	for n < len(list) && (list[n].keyword == "elseif" || list[n].keyword == "else") {
		n++
	}
	return n
}

// condition returns the if that a statement is, or assigns.
func condition(s *stmt) *stmt {
	for s.target != nil && s.value != nil {
		s = s.value
	}
	if s.keyword == "if" {
		return s
	}
	return nil
}

func choose(s *site.Site) {
	if s.Verdict == identity.Absent {
		s.Choice = true
	}
}

func named(sites []site.Site) bool {
	return slices.ContainsFunc(sites, func(s site.Site) bool { return s.Verdict == identity.Present })
}

// chooseBetween marks what names no identity in a branch, where another one does.
func chooseBetween(branches [][]site.Site) {
	count := 0
	for _, b := range branches {
		if named(b) {
			count++
		}
	}
	for _, b := range branches {
		if count == 0 || count == 1 && named(b) {
			continue
		}
		for i := range b {
			choose(&b[i])
		}
	}
}

// unit visits a statement, or the branches of a condition.
//
// Have: if ($id) { … } elseif ($other) { … } else { … }
func (v *visitor) unit(list []*stmt, in *scope) unit {
	var u unit
	first := condition(list[0])
	if first == nil {
		u.sites = v.statement(list[0], in)
		u.leaves = make([]bool, len(u.sites))
		return u
	}
	var branches [][]site.Site
	var leaving []bool
	for i, s := range list {
		if i == 0 {
			s = first
		}
		sites, leaves := v.branch(s, in)
		branches, leaving = append(branches, sites), append(leaving, leaves)
	}
	chooseBetween(branches)
	for i, b := range branches {
		u.sites = append(u.sites, b...)
		u.leaves = append(u.leaves, slices.Repeat([]bool{leaving[i]}, len(b))...)
	}
	return u
}

// branch visits one branch of a condition, and tells whether it leaves what stands around.
func (v *visitor) branch(s *stmt, in *scope) (sites []site.Site, leaves bool) {
	for _, w := range s.words {
		found := v.expr(w, in)
		if w.kind == block && len(s.words) > 1 && v.says(v.s[s.words[0].start:s.words[0].end]) {
			mean(found)
		}
		sites = append(sites, found...)
		if w.kind == block && len(w.body) > 0 {
			leaves = slices.Contains([]string{"return", "exit", "throw", "break", "continue"}, w.body[len(w.body)-1].keyword)
		}
	}
	return sites, leaves
}

func mean(sites []site.Site) {
	for i := range sites {
		sites[i].System = true
	}
}
