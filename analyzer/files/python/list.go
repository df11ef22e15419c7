package python

// items returns the elements of a list that is written out, of a sum of such, or of a name that stands for one.
func (f *file) items(i, stop, depth int) ([][2]int, bool) {
	i, stop = f.unwrap(i, stop)
	if f.fuel--; i >= stop || depth <= 0 || f.fuel < 0 {
		return nil, false
	}
	if f.opensList(i) && f.next(i) <= stop {
		return f.listItems(i, stop, depth)
	}
	v, ok := f.constant(i, stop)
	if !ok || !f.isLeftAlone(v) {
		return nil, false
	}
	return f.items(v.first, v.end, depth-1)
}

// isLeftAlone reports whether nothing adds to the list that a name is given.
func (f *file) isLeftAlone(v assignment) bool {
	if !f.opensList(v.first) {
		return false
	}
	for _, u := range f.uses(v.target) {
		_, isArgument := f.callAt[f.parents[u]]
		if next := f.word(u + 1); isIn(". [ + +=", next) || f.word(u-1) == "+" || f.word(u-1) == "*" && !isArgument {
			return false
		}
	}
	return true
}

// lists returns the groups of the lists that the name of an argument may stand for, where it is one of several.
//
// Have: if a: cmd = ["a"] else: cmd = ["b"]; run(cmd)
func (f *file) lists(a argument) []group {
	if a.end != a.first+1 || f.tokens[a.first].kind != name {
		return nil
	}
	if _, ok := f.constant(a.first, a.end); ok {
		return nil
	}
	b := f.lookup(f.word(a.first), a.first)
	if b == nil || b.other || len(b.imports) > 0 {
		return nil
	}
	var out []group
	for _, v := range b.values {
		if !f.isLeftAlone(v) {
			return nil
		}
		if items, ok := f.items(v.first, v.end, maxDepth); ok {
			sites, words := f.argv(items)
			out = append(out, group{spot{v.first, v.end, f.idFlag.MatchString(words) && f.askFlag.MatchString(words)}, sites})
		}
	}
	return out
}

func (f *file) opensList(i int) bool { return f.word(i) == "[" || f.word(i) == "(" }

// listItems returns the elements of a list that begins at token i, and of what is added to it.
func (f *file) listItems(i, stop, depth int) ([][2]int, bool) {
	inner := f.next(i) - 1
	if f.isComprehension(i+1, inner) {
		return nil, false
	}
	items := f.split(i+1, inner)
	if inner+1 == stop {
		return items, true
	}
	if f.word(inner+1) != "+" {
		return nil, false
	}
	rest, ok := f.items(inner+2, stop, depth-1)
	return append(items, rest...), ok
}
