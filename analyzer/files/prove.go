package files

import "github.com/whichid/whichid/analyzer/identity"

// maxReadings bounds how often a text is read to prove its fixes. One reading proves all, unless some overlap or one is bad.
const maxReadings = 64

// prove takes the fix from findings that would still be there: what is written can change how the text around it is read, as a brace
// does to a URL that has an open one.
func (c *Checker) prove(name, text string, found []identity.Finding) {
	p := &proof{checker: c, name: name, text: text, found: found, before: fixable(found), proven: make([]bool, len(found))}
	var all []int
	for i, f := range found {
		if len(f.Fixes) > 0 {
			all = append(all, i)
		}
	}
	p.try(all)
	for i := range found {
		if !p.proven[i] {
			found[i].Fixes = nil
		}
	}
}

type proof struct {
	checker    *Checker
	name, text string
	found      []identity.Finding
	before     int    // how many of them have a fix
	proven     []bool // whether the fix of each mends it
	readings   int
}

// try mends findings together, and what overlaps after that. If some are still there, it looks for them in either half.
func (p *proof) try(list []int) {
	for len(list) > 0 && p.readings < maxReadings {
		var edits identity.Edits
		var together, later []int
		for _, i := range list {
			if edits.Add(p.found[i].Fixes[0].Edits) {
				together = append(together, i)
			} else {
				later = append(later, i)
			}
		}
		text, err := edits.Apply([]byte(p.text))
		if err != nil {
			return
		}
		p.readings++
		switch after := p.checker.check(p.name, string(text)); {
		case fixable(after) <= p.before-len(together):
			for _, i := range together {
				p.proven[i] = true
			}
		case len(together) > 1:
			p.try(together[:len(together)/2])
			p.try(together[len(together)/2:])
		}
		list = later
	}
}

// fixable counts the findings that have a fix.
func fixable(found []identity.Finding) (n int) {
	for _, f := range found {
		n += min(len(f.Fixes), 1)
	}
	return n
}
