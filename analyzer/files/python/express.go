package python

import "sort"

const (
	maxDepth = 8        // how many names and brackets may stand for one another
	maxText  = 64 << 10 // bytes of a string that is put together
)

// express appends the string that the tokens [i, stop) make, with holes for what is not known. It reports whether they make a
// string of which something is known.
//
// Have: "a" "b", "a" + b + f"{c}", "a?b=%s" % c, "a?b={}".format(c), (BASE + "/path")
func (f *file) express(b *builder, i, stop int, mode format, depth int) bool {
	i, stop = f.unwrap(i, stop)
	if depth <= 0 || i >= stop || b.size > maxText || !f.isSum(i, stop) {
		return false
	}
	known := false
	for i < stop {
		plus := i
		for plus < stop && f.word(plus) != "+" {
			plus = f.next(plus)
		}
		if f.fuel--; f.fuel < 0 {
			return false
		}
		if f.operand(b, i, plus, mode, depth) {
			known = true
		} else {
			b.hole(f.at(i, plus))
		}
		i = plus + 1
	}
	return known
}

// unwrap takes off parentheses that only hold an expression together.
func (f *file) unwrap(i, stop int) (int, int) {
	for i < stop && f.word(i) == "(" && f.tokens[i].match == stop-1 && f.word(stop-2) != "," {
		if f.hasComma(i+1, stop-1) {
			break
		}
		i, stop = i+1, stop-1
	}
	return i, stop
}

func (f *file) hasComma(i, stop int) bool {
	for ; i < stop; i = f.next(i) {
		if f.word(i) == "," {
			return true
		}
	}
	return false
}

// isSum reports whether the tokens [i, stop) are one operand, or such with + between them.
func (f *file) isSum(i, stop int) bool {
	for ; i < stop; i = f.next(i) {
		switch f.tokens[i].kind {
		case name:
			if isKeyword(f.word(i)) {
				return false
			}
		case op:
			if w := f.word(i); w != "+" && w != "." && w != "%" {
				return false
			}
		default:
		}
	}
	return true
}

// operand appends an operand, and reports whether anything is known of it.
func (f *file) operand(b *builder, i, stop int, mode format, depth int) bool {
	if i >= stop {
		return false
	}
	if f.platform(b, i, stop) {
		return true
	}
	behind := i
	for behind < stop && f.isText(behind) {
		behind = f.next(behind)
	}
	if behind == i {
		behind = f.primaryEnd(i, stop)
	}
	switch rest := f.word(behind); {
	case behind == stop:
	case rest == "%":
		mode = percent
	case rest == "." && behind+2 < stop && f.word(behind+2) == "(" && f.next(behind+2) == stop:
		switch f.word(behind + 1) {
		case "format":
			mode = braces
		case "encode", "decode", "strip", "rstrip", "lower":
		default:
			return f.pairsOf(b, i, stop, depth)
		}
	default:
		return f.pairsOf(b, i, stop, depth)
	}
	return f.primary(b, i, behind, mode, depth)
}

// isText reports whether a string stands at token i.
func (f *file) isText(i int) bool {
	k := f.tokens[i].kind
	return k == plain || k == begin && f.tokens[i].match > i
}

// primaryEnd returns the token behind a parenthesis or dotted names; a method that formats is none of these.
func (f *file) primaryEnd(i, stop int) int {
	if f.tokens[i].kind == open {
		return f.next(i)
	}
	for i < stop && f.tokens[i].kind == name {
		i++
		if i+1 < stop && f.word(i) == "." && f.word(i+2) != "(" {
			i++
			continue
		}
		break
	}
	return i
}

// primary appends strings that stand beside one another, what is in parentheses, or the value of a name.
func (f *file) primary(b *builder, i, stop int, mode format, depth int) bool {
	if f.isText(i) {
		for ; i < stop; i = f.next(i) {
			f.literal(b, i, mode, depth)
		}
		return true
	}
	if f.tokens[i].kind == open {
		return f.word(i) == "(" && f.express(b, i, stop, mode, depth-1)
	}
	v, ok := f.constant(i, stop)
	if !ok {
		return false
	}
	var known builder
	known.holes = b.holes
	if !f.express(&known, v.first, v.end, mode, depth-1) {
		return false
	}
	b.put(known.Text().String(), f.at(i, stop))
	b.holes = known.holes
	return true
}

// constant returns what the name in the tokens [i, stop) stands for, if that is known: it is given a value at one place only, or
// just before. So is an attribute of the same class; another object may have another value.
//
// Have: NAME, self.name
func (f *file) constant(i, stop int) (assignment, bool) {
	var b *binding
	switch {
	case stop == i+1:
		b = f.lookup(f.word(i), i)
	case stop == i+3 && (f.word(i) == "self" || f.word(i) == "cls") && f.word(i+1) == ".":
		b = f.attributes[f.word(i+2)]
	}
	if b == nil || b.other || len(b.imports) > 0 || len(b.values) == 0 {
		return assignment{}, false
	}
	v := b.values[0]
	isItself := i >= v.first && i < v.end
	switch {
	case len(b.values) > 1:
		return f.before(b, i, stop)
	case isItself, stop > i+1 && f.classOf(i) != f.classOf(v.target):
		return assignment{}, false
	}
	return v, true
}

// before returns the value that a name has at token i if it was given just before: in a statement of the same block or, if no
// later one gives it another value, of one around.
func (f *file) before(b *binding, i, stop int) (assignment, bool) {
	n := sort.Search(len(b.values), func(n int) bool { return b.values[n].end > i }) - 1
	if n < 0 || stop > i+1 {
		return assignment{}, false
	}
	v := b.values[n]
	given, used := f.blockAt(v.target), f.blockAt(i)
	isLast := n == len(b.values)-1 && f.contains(given, used)
	return v, f.scopeOf(v.target) == f.scopeOf(i) && (given == used || isLast)
}

// classOf returns the block of the class around token i, or 0.
func (f *file) classOf(i int) int {
	b := f.blockAt(i)
	for b > 0 && f.blocks[b].word != classWord {
		b = f.blocks[b].parent
	}
	return b
}
