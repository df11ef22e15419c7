package analyzer

import (
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// holds reports whether all conditions of a row are certain, for the operands of a call or of a struct. A connection string may be
// for a driver of the row on some paths only, if on all others it is known for which.
func (f *frame) holds(sink *identity.Sink, operand func(int) value) bool {
	for _, condition := range sink.When {
		v := operand(condition.Argument)
		for _, field := range condition.Fields {
			v = f.readFields(v, field)
		}
		met := v.only(func(a atom) bool { return isValue(a, condition.Value) })
		if len(met) == 0 || len(met) < len(v) && (sink.Form != identity.FormDSN || !isKnown(v)) {
			return false
		}
	}
	return true
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
