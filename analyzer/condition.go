package analyzer

import "github.com/whichid/whichid/analyzer/identity"

// holds reports whether all conditions of a row are certain, for the operands of a call or of a struct.
func (f *frame) holds(sink *identity.Sink, operand func(int) value) bool {
	for _, condition := range sink.When {
		v := operand(condition.Argument)
		for _, field := range condition.Fields {
			v = f.readFields(v, field)
		}
		if len(v) == 0 || len(v.only(func(a atom) bool { return isValue(a, condition.Value) })) < len(v) {
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
