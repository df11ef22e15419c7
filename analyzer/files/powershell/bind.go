package powershell

import "slices"

// A bound parameter is what a command gives.
type bound struct {
	name     string // in full
	value    *expr  // nil for a switch without one, and for what is not known
	unknown  bool   // the value is no expression that can be looked at
	at       *expr  // the word, or nil in a table
	entry    *entry // in a table that is splatted
	of       *expr  // that table
	position int    // of the last word that it takes
}

// bindings is what is known of the parameters of a command.
type bindings struct {
	all       []bound
	positions []*expr // words that belong to no parameter
	open      bool    // there may be others
	strange   bool    // a parameter is not known
}

func (b *bindings) get(name string) (bound, bool) {
	for _, p := range slices.Backward(b.all) {
		if p.name == name {
			return p, true
		}
	}
	return bound{}, false
}

// bind tells which parameters of a command its words give.
func (v *visitor) bind(words []*expr, in *scope, values, switches string) *bindings {
	b := &bindings{}
	for i := 0; i < len(words); i++ {
		w := words[i]
		switch w.kind {
		case parameter:
			full := resolve(w.name, values, switches, commonValues, commonSwitches)
			p := bound{name: full, at: w, position: i}
			switch {
			case full == "":
				b.strange = true
			case len(w.kids) > 0:
				p.value = w.kids[0]
			case isIn(switches+" "+commonSwitches, full):
			case i+1 < len(words) && words[i+1].kind != parameter && words[i+1].kind != splat:
				i++
				p.value, p.position = words[i], i
			default:
				b.strange = true
			}
			b.all = append(b.all, p)
		case splat:
			v.bindTable(b, w, in, values+" "+switches)
		default:
			b.positions = append(b.positions, w)
		}
	}
	return b
}

// bindTable adds the keys of a table that is splatted: one that is a literal, assigned once.
//
// Have: @params, with $params = @{ Identity = $true } and $params.AccountId = $id
func (v *visitor) bindTable(b *bindings, w *expr, in *scope, names string) {
	t, more := v.tableOf(&expr{kind: variable, name: w.name}, in)
	if t == nil {
		b.open = true
		return
	}
	add := func(key *expr, name string, value *stmt, at *entry) {
		if key != nil {
			var ok bool
			if name, ok = literal(v.s, key); !ok {
				b.open = true
				return
			}
		}
		p := bound{name: resolve(name, names, commonValues, commonSwitches), entry: at, of: t, value: value.single()}
		p.unknown = p.value == nil
		if p.name == "" {
			b.strange = true
		}
		b.all = append(b.all, p)
	}
	for i := range t.entries {
		add(t.entries[i].key, "", t.entries[i].value, &t.entries[i])
	}
	for _, k := range more {
		add(k.key, k.name, k.value, nil)
	}
}

// tableOf returns the literal table that an expression is, with what is written to it later.
func (v *visitor) tableOf(e *expr, in *scope) (*expr, []write) {
	switch e = e.inner(); {
	case e == nil:
	case e.kind == table:
		return e, nil
	case e.kind == variable:
		a := in.lookup(e.name)
		if a == nil || a.writes != 1 || a.open || a.value.single() == nil {
			return nil, nil
		}
		if t := a.value.single().inner(); t.kind == table {
			return t, a.keys
		}
	}
	return nil, nil
}
