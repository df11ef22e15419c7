package python

import "strings"

// bindStatement binds the names that a statement gives a meaning.
func (f *file) bindStatement(s statement) {
	switch first := f.word(s.first); first {
	case importWord, fromWord:
		f.bindImport(s)
	case asyncWord, defWord, classWord:
		f.bindDefinition(s)
	case "global", "nonlocal":
		f.bindGlobal(s)
	case "del":
		f.bindNames(s.first+1, s.end)
	case caseWord:
		if f.headerAt(s.first) != nil {
			f.bindNames(s.first+1, s.end)
			return
		}
		f.bindAssignment(s)
	default:
		if !isKeyword(first) {
			f.bindAssignment(s)
		}
	}
}

// bindDefinition binds the name of a function or a class, and the parameters.
func (f *file) bindDefinition(s statement) {
	i := s.first
	if f.word(i) == asyncWord {
		i++
	}
	b, ok := f.heads[s.first]
	if !ok || i+1 >= s.end {
		return
	}
	f.bindOther(i + 1)
	bracket := i + 2
	if bracket < s.end && f.word(bracket) == "[" {
		bracket = f.next(bracket)
	}
	if f.word(i) != defWord || bracket >= s.end || f.tokens[bracket].kind != open || f.tokens[bracket].match < 0 {
		return
	}
	for _, a := range f.arguments(bracket) {
		at := a.at
		if a.star != "" {
			at++
		}
		if at < a.end && f.tokens[at].kind == name {
			f.scope(b).binding(f.word(at)).other = true
		}
	}
}

// bindGlobal makes a name of an outer scope one that is not known, because it is bound in an inner one.
func (f *file) bindGlobal(s statement) {
	for i := s.first + 1; i < s.end; i++ {
		if f.tokens[i].kind != name {
			continue
		}
		for b := f.scopeOf(s.first); b > 0; {
			b = f.outer(b)
			f.scope(b).binding(f.word(i)).other = true
		}
	}
}

// bindAssignment binds the targets of an assignment.
//
// Have: a = b = 1; a: str = "x"; a, b = f(); a += 1; self.a = 1
func (f *file) bindAssignment(s statement) {
	from, equal := s.first, f.until(s.first, "=")
	if equal >= s.end {
		for i := s.first; i < s.end; i = f.next(i) {
			if w := f.word(i); f.tokens[i].kind == op && len(w) > 1 && strings.HasSuffix(w, "=") && !isComparison(w) {
				f.bindNames(s.first, i)
				f.attribute(i).other = true
				return
			}
		}
		return
	}
	var targets [][2]int
	for equal < s.end {
		targets = append(targets, [2]int{from, equal})
		from = equal + 1
		equal = f.until(from, "=")
	}
	for _, t := range targets {
		f.bindTarget(t[0], t[1], from, s.end)
	}
}

func isComparison(word string) bool {
	return word == "==" || word == "!=" || word == "<=" || word == ">="
}

// bindTarget binds the target in the tokens [i, stop) to the value in the tokens [first, end).
func (f *file) bindTarget(i, stop, first, end int) {
	for j := i; j < stop; j = f.next(j) {
		if f.word(j) == ":" {
			stop = j
		}
	}
	value := assignment{stop - 1, first, end}
	switch {
	case stop == i+1 && f.tokens[i].kind == name:
		b := f.scope(f.scopeOf(i)).binding(f.word(i))
		b.values = append(b.values, value)
		if s := f.scopeOf(i); f.blocks[s].word == classWord {
			f.attribute(stop).values = append(f.attribute(stop).values, value)
		}
	case stop == i+3 && f.word(i+1) == ".":
		f.attribute(stop).values = append(f.attribute(stop).values, value)
	default:
		f.bindNames(i, stop)
	}
}

// attribute returns what is known of the attribute whose name stands before token i, whatever it is an attribute of.
func (f *file) attribute(i int) *binding {
	key := f.word(i - 1)
	b := f.attributes[key]
	if b == nil {
		b = &binding{}
		f.attributes[key] = b
	}
	return b
}
