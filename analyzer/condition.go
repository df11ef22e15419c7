package analyzer

import (
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// holds reports whether all conditions of a row are certain, and none of its exceptions, for the operands of a call or of a struct.
func (f *frame) holds(sink *identity.Sink, operand func(int) value) bool {
	for _, c := range sink.When {
		v := f.condition(c, operand)
		met := v.only(func(a atom) bool { return isValue(a, c.Value) })
		if len(met) == 0 || len(met) < len(v) && !mayDiffer(sink, v) {
			return false
		}
	}
	for _, c := range sink.Unless {
		v := f.condition(c, operand)
		if len(v) > 0 && len(v.only(func(a atom) bool { return isValue(a, c.Value) })) == len(v) {
			return false
		}
	}
	return true
}

// condition returns the value that a condition is about.
func (f *frame) condition(c identity.Condition, operand func(int) value) value {
	v := operand(c.Argument)
	for _, field := range c.Fields {
		v = f.readFields(v, field)
	}
	if c.Value != "" {
		v = f.pointed(v)
	}
	return v
}

// mayDiffer reports whether a condition may hold on some paths only: a connection string may be for a driver of the row on these,
// if on all others it is known for which.
func mayDiffer(sink *identity.Sink, v value) bool { return sink.Form == identity.FormDSN && isKnown(v) }

// pointed returns what pointers lead to, and what is none as it is.
//
// Have: AuthType: &managedIdentity
func (f *frame) pointed(v value) value {
	return v.each(func(a atom) value {
		if r, ok := a.(ref); ok {
			return f.mem.load(r.cell)
		}
		return value{a}
	})
}

// isValue reports whether an alternative is the constant that want spells, "" meaning that nothing is there.
func isValue(a atom, want string) bool {
	switch a := a.(type) {
	case text:
		s, known := constantText(a.s)
		return known && s == want
	case number:
		return a.s == want || want == "" && (a.s == "0" || a.s == "false")
	case null, zero:
		return want == ""
	}
	return false
}

// isKnown reports whether all alternatives are constant texts.
func isKnown(v value) bool {
	return !slices.ContainsFunc(v, func(a atom) bool {
		t, ok := a.(text)
		_, known := constantText(t.s)
		return !ok || !known
	})
}
