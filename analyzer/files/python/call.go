package python

// A call is a call, a decorator's too. Its places are indexes of tokens.
type call struct {
	first int // of what is called
	open  int // the parenthesis
	close int
	args  []argument
}

// An argument is one of a call: its value is the tokens [first, end).
type argument struct {
	star       string // * or ** before the value
	keyword    string
	at         int // the first token of all
	first, end int
}

// isCall reports whether the parenthesis at token i has a call's arguments inside.
func (f *file) isCall(i int) bool {
	t := f.tokens[i]
	if t.kind != open || f.src[t.from] != '(' || i == 0 || t.match < 0 {
		return false
	}
	switch before := f.tokens[i-1]; before.kind {
	case name:
		return !isKeyword(f.word(i-1)) && !f.declares(i-2) && !f.isPattern(i)
	case closing:
		return before.match >= 0 && (f.src[before.from] != ']' || !f.declares(before.match-2))
	case plain, end, number:
		return true
	default:
		return false
	}
}

// declares reports whether token i is the keyword before the name of what is declared.
func (f *file) declares(i int) bool {
	return i >= 0 && f.tokens[i].kind == name && (f.word(i) == defWord || f.word(i) == classWord)
}

// isPattern reports whether token i stands in a pattern of a match statement, or is the subject of one.
//
// Have: match (x):, case Point(x=0):
func (f *file) isPattern(i int) bool {
	if !f.matches {
		return false
	}
	b := f.headerAt(i)
	if b == nil {
		return false
	}
	switch b.word {
	case matchWord:
		return i == b.first+1
	case caseWord:
		return i < b.guard
	}
	return false
}

// next returns the token behind token i, where a bracket or a string counts with all that is inside.
func (f *file) next(i int) int {
	if m := f.tokens[i].match; m > i {
		return m + 1
	}
	return i + 1
}

// endsOperand reports whether token i may be the last one of what can be called or subscripted.
func (f *file) endsOperand(i int) bool {
	if i < 0 {
		return false
	}
	switch f.tokens[i].kind {
	case name:
		return !isKeyword(f.word(i))
	case closing, plain, end, number:
		return true
	default:
		return false
	}
}

// operandStart returns the first token of the operand that ends before the bracket at token i. starts has those of calls before it.
//
// Have: a.b, f(x)[0], "text".format, (a or b)
func (f *file) operandStart(i int, starts map[int]int) int {
	for i--; ; {
		switch t := f.tokens[i]; {
		case t.kind == closing || t.kind == end:
			if t.match < 0 {
				return i
			}
			i = t.match
			if start, ok := starts[i]; ok {
				return start
			}
			if t.kind == closing && f.endsOperand(i-1) {
				i--
				continue
			}
		case t.kind == name && i >= 2 && f.word(i-1) == "." && f.endsOperand(i-2):
			i -= 2
			continue
		}
		if k := f.tokens[i].kind; (k == plain || k == begin) && f.isString(i-1) {
			i--
			continue
		}
		return i
	}
}

// isString reports whether token i ends a string.
func (f *file) isString(i int) bool {
	return i >= 0 && (f.tokens[i].kind == plain || f.tokens[i].kind == end)
}

// findCalls returns every call, in the order of their parentheses.
func (f *file) findCalls() []call {
	var out []call
	starts := make(map[int]int)
	for i := range f.tokens {
		if !f.isCall(i) {
			continue
		}
		c := call{first: f.operandStart(i, starts), open: i, close: f.tokens[i].match}
		starts[i] = c.first
		c.args = f.arguments(i)
		out = append(out, c)
	}
	return out
}

// arguments splits what stands in the bracket at token i.
func (f *file) arguments(i int) []argument {
	var out []argument
	for _, part := range f.split(i+1, f.tokens[i].match) {
		a := argument{at: part[0], first: part[0], end: part[1]}
		switch word := f.word(a.at); {
		case word == "*" || word == "**":
			a.star = word
			a.first++
		case f.tokens[a.at].kind == name && a.at+1 < a.end && f.word(a.at+1) == "=":
			a.keyword = word
			a.first += 2
		}
		out = append(out, a)
	}
	return out
}

// split returns the parts of the tokens [i, end) between commas. Those of a lambda's parameters and of a comprehension's targets
// separate nothing.
//
// Have: lambda a, b: a, x; f(k for k, v in pairs)
func (f *file) split(i, end int) [][2]int {
	var out [][2]int
	from, lambdas, targets := i, 0, false
	for ; i < end; i = f.next(i) {
		if k := f.tokens[i].kind; k != name && k != op {
			continue
		}
		switch f.word(i) {
		case "lambda":
			lambdas++
		case forWord:
			targets = true
		case "in":
			targets = false
		case ":":
			lambdas = max(lambdas-1, 0)
		case ",":
			if lambdas > 0 || targets {
				continue
			}
			if from < i {
				out = append(out, [2]int{from, i})
			}
			from = i + 1
		}
	}
	if from < end {
		out = append(out, [2]int{from, end})
	}
	return out
}

// callee returns the names of what is called, with dots between, and reports whether it is no more than that.
//
// Have: a.b(x), (a)(x)
func (f *file) callee(c call) (dotted string, ok bool) { return f.names(f.unwrap(c.first, c.open)) }

// method returns the last name of what is called.
func (f *file) method(c call) string {
	i, stop := f.unwrap(c.first, c.open)
	if f.tokens[stop-1].kind != name {
		return ""
	}
	for ; i < stop-1 && stop < c.open; i = f.next(i) { // in parentheses may be anything
		if k := f.tokens[i].kind; k == name && isKeyword(f.word(i)) || k == op && f.word(i) != "." {
			return ""
		}
	}
	return f.word(stop - 1)
}
