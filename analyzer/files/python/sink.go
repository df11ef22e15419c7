package python

import (
	"maps"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// A sink is a call of a row of the table, judged.
type sink struct {
	call

	row     row
	verdict identity.Verdict
	id      identity.Word
	// empty is the value that names no identity, where there is one: the tokens [first, end).
	empty *argument
}

// sinks returns the calls that the table knows.
func (f *file) sinks() []sink {
	table := rows()
	wanted := f.aliases(table)
	var out []sink
	for _, c := range f.calls {
		if !wanted[f.method(c)] {
			continue
		}
		dotted, ok := f.callee(c)
		if !ok {
			continue
		}
		if r, ok := rowOf(table, f.resolve(dotted, c.first)); ok {
			s := sink{call: c, row: r}
			s.verdict = f.judge(&s)
			out = append(out, s)
		}
	}
	return out
}

// aliases returns the names of what the table knows, and those that may stand for them in the file.
func (f *file) aliases(table []row) map[string]bool {
	out := make(map[string]bool)
	for _, r := range table {
		out[r.title()] = true
	}
	for range maxAliases {
		for _, s := range f.scopes {
			for name, b := range s.names {
				out[name] = out[name] || slices.ContainsFunc(b.imports, func(path string) bool { return out[lastName(path)] }) ||
					slices.ContainsFunc(b.values, func(v assignment) bool { return out[f.word(v.end-1)] })
			}
		}
	}
	return out
}

func lastName(dotted string) string { return dotted[strings.LastIndexByte(dotted, '.')+1:] }

// rowOf returns the row that all paths are of.
func rowOf(table []row, paths []string) (row, bool) {
	for _, r := range table {
		all := len(paths) > 0
		for _, path := range paths {
			all = all && r.matches(path)
		}
		if all {
			return r, true
		}
	}
	return row{}, false
}

// judge tells what the arguments of a call say of the identity.
func (f *file) judge(s *sink) identity.Verdict {
	for n, a := range s.args {
		word := a.keyword
		switch {
		case a.star != "":
			return identity.Unsure
		case word == "":
			if word = s.row.place(n); word == "" {
				return identity.Unsure
			}
		}
		v := identity.Absent
		switch {
		case isIn(s.row.excludes, word):
			if v = f.excluded(a); v == identity.None {
				return v
			}
		case isIn(s.row.ids, word):
			if v, s.id = f.given(a.first, a.end); v == identity.Absent {
				s.empty = &a
			}
		case word == s.row.config:
			v = f.config(s, a)
		}
		if v != identity.Absent {
			return v
		}
	}
	return identity.Absent
}

// excluded judges the keyword that leaves the managed identity out.
func (f *file) excluded(a argument) identity.Verdict {
	if a.end != a.first+1 {
		return identity.Unsure
	}
	switch f.word(a.first) {
	case "True":
		return identity.None
	case "False":
		return identity.Absent
	}
	return identity.Unsure
}

// config judges the dictionary that may name the identity. A key that is not known may be one that does.
func (f *file) config(s *sink, a argument) identity.Verdict {
	if v, _ := f.given(a.first, a.end); v == identity.Absent {
		return v
	}
	d, ok := f.pairs(a.first, a.end, maxDepth)
	if !ok || d.open {
		return identity.Unsure
	}
	for _, e := range d.entries {
		if !isIn(s.row.keys, e.key) {
			return identity.Unsure
		}
		v, id := f.given(e.first, e.end)
		if v != identity.Absent {
			s.id = id
			return v
		}
		s.empty = &argument{keyword: e.key, at: e.at, first: e.first, end: e.end}
	}
	return identity.Absent
}

// credentials returns the sites of the calls that the table knows.
func (f *file) credentials() []site.Site {
	groups := make(map[string][]group)
	for _, s := range f.sinks() {
		g := group{spot: spot{s.first, s.close + 1, s.verdict == identity.Present || s.verdict == identity.Unsure}}
		found := site.Site{Rule: s.row.rule, Verdict: s.verdict, Name: s.row.title(), ID: s.id, At: f.at(s.first, s.close+1)}
		switch {
		case s.verdict == identity.Absent:
			found.System = f.saysSystem(s.first)
			found.Fix = f.mend(&s)
			if s.empty != nil {
				found.Message = s.row.empty
			}
			g.sites = append(g.sites, found)
		case s.verdict == identity.Present && s.id != "":
			g.sites = append(g.sites, found)
		}
		groups[s.row.rule] = append(groups[s.row.rule], g)
	}
	var out []site.Site
	for _, rule := range slices.Sorted(maps.Keys(groups)) {
		out = append(out, f.choices(groups[rule])...)
	}
	return out
}
