package analyzer

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// This room makes summaries of portable ones. They may come from another version of this program, or be damaged: what is not
// plainly well formed is not known.

// An allocation is one of a function in another package.
type allocation struct {
	function identity.Func
	number   int
}

// foreign returns the summary of another package's function, or nil.
func (v *visit) foreign(name identity.Func) *summary {
	if s := v.pkg.Summaries[name.Package]; s != nil {
		return s.functions[identity.Func{Receiver: name.Receiver, Name: name.Name}]
	}
	return nil
}

// unpack returns the summary of a function, or false if there is something wrong with it.
func (c *Checker) unpack(name identity.Func, p portableFunction) (*summary, bool) {
	u := &unpacker{function: name, params: p.Params, ok: p.Params > 0 || p.Params == 0 && !p.Variadic}
	s := &summary{params: p.Params, variadic: p.Variadic}
	for _, v := range p.Results {
		s.results = append(s.results, u.value(v))
	}
	for _, site := range p.Sites {
		s.wrapped = append(s.wrapped, u.site(c.table, site))
	}
	for _, held := range p.Memory {
		base := u.base(held.Base)
		for _, f := range held.Fields {
			s.effects = append(s.effects, effect{cell{base, u.path(f.Path)}, u.value(f.Value)})
		}
	}
	u.check(len(s.effects) <= maxEffects)
	return s, u.ok
}

type unpacker struct {
	function identity.Func
	params   int
	ok       bool
}

// check notes that something is wrong if fine is false.
func (u *unpacker) check(fine bool) { u.ok = u.ok && fine }

func (u *unpacker) site(table *identity.Table, p portableSite) *site {
	s := &site{sink: table.Request(), id: u.value(p.ID), options: u.value(p.Options), guarded: p.Guarded, mixed: p.Mixed}
	rows := []*identity.Sink{table.Request(), table.Command()}
	if p.Sink != nil {
		rows = table.Sinks(identity.Func(*p.Sink))
	}
	i := slices.IndexFunc(rows, func(row *identity.Sink) bool { return rowKey(row) == p.Row })
	if u.check(i >= 0); i >= 0 {
		s.sink = rows[i]
	}
	return s
}

func (u *unpacker) value(atoms portableValue) value {
	var out value
	for _, a := range atoms {
		out = join(out, value{u.atom(a)})
	}
	return out
}

func (u *unpacker) atom(p portableAtom) atom {
	switch p.Kind {
	case kindOpaque:
		u.check(p.Origin <= fromParameter && !strings.Contains(p.Text, holeMark))
		return opaque{origin{p.Origin, p.Text}}
	case kindNull:
		return null{}
	case kindZero:
		return zero{}
	case kindText:
		u.check(u.isTemplate(p.Text))
		return text{s: p.Text}
	case kindNumber:
		return number{p.Text}
	case kindParameter:
		return parameter{u.index(p.Index), u.path(p.Text)}
	case kindRef:
		if p.Base != nil {
			return ref{cell{u.base(*p.Base), u.path(p.Text)}}
		}
	case kindStructure:
		return structure{&fields{u.fields(p.Fields)}}
	}
	u.check(false)
	return opaque{}
}

func (u *unpacker) index(i int) int {
	u.check(i >= 0 && i < u.params)
	return i
}

func (u *unpacker) path(s string) path {
	u.check(isPath(s))
	return path(s)
}

func isPath(s string) bool { return s == "" || strings.IndexByte(anyPart, s[0]) >= 0 }

func (u *unpacker) base(p portableBase) any {
	if p.Allocation != 0 {
		return allocation{u.function, p.Allocation}
	}
	return parameter{u.index(p.Parameter), u.path(p.Path)}
}

// fields always has the cell that all others are parts of.
func (u *unpacker) fields(list []portableField) map[path]value {
	out := make(map[path]value, len(list))
	for _, f := range list {
		out[u.path(f.Path)] = u.value(f.Value)
	}
	if out[""] == nil {
		out[""] = unknown()
	}
	return out
}

// isTemplate reports whether a template is one that [hole] could have written.
func (u *unpacker) isTemplate(s string) bool {
	if len(s) > maxText || strings.Count(s, holeMark)%2 != 0 {
		return false
	}
	for i, part := range strings.Split(s, holeMark) {
		if i%2 == 0 {
			continue
		}
		head, _, _ := strings.Cut(part, " ")
		if len(head) < 2 || head[0] != 'p' && head[0] != 'o' {
			return false
		}
		p, isParameter := parseHole(part).(parameter)
		if isParameter != (head[0] == 'p') || isParameter && (p.index >= u.params || !isPath(string(p.path))) {
			return false
		}
	}
	return true
}
