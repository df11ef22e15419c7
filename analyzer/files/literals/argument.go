package literals

// An argument is one of a call.
type argument struct {
	span

	name string
}

const maxArguments = 200 // no command has more words

// arguments returns the arguments of the call of the function that token i names. It is not ok if nothing is called there.
//
// Have: f(x, name: y); f x, name: y; f`…`
func (c *code) arguments(i int) (out []argument, ok bool) {
	open := i + 1
	switch {
	case c.word(open) == "(" && c.partner[open] > open:
		return c.split(span{open + 1, c.partner[open]}), true
	case !c.is(open, str) && !c.isNamed(open) || c.tokens[open].newline:
		return nil, false
	case c.is(open, str) && c.tokens[i].end == c.tokens[open].start:
		return []argument{{span: span{open, open + 1}}}, true
	case !c.spaced:
		return nil, false
	}
	for from := open; from < len(c.tokens) && len(out) < maxArguments; {
		a := argument{span: span{from: from}}
		if c.isNamed(from) {
			a.name, a.from = c.word(from), from+2
		}
		if a.to = c.expression(a.from).to; a.to > len(c.tokens) {
			break
		}
		out = append(out, a)
		if c.word(a.to) != "," {
			break
		}
		from = a.to + 1
	}
	return out, len(out) > 0
}

// isNamed reports whether an argument with a name begins at token i.
func (c *code) isNamed(i int) bool {
	return c.is(i, name) && isOneOf(c.word(i+1), ": =")
}

// split returns what stands between commas.
func (c *code) split(e span) (out []argument) {
	for from := e.from; from < e.to && len(out) < maxArguments; {
		to := from
		for to < e.to && c.word(to) != "," {
			to = max(to, c.partner[to]) + 1
		}
		to = min(to, e.to)
		a := argument{span: span{from, to}}
		if c.isNamed(from) && to > from+2 {
			a.name, a.from = c.word(from), from+2
		}
		if a.to > a.from {
			out = append(out, a)
		}
		from = to + 1
	}
	return out
}

// items returns the elements of a list that an argument is. It is not ok if it is none, or may have elements that are not seen.
//
// Have: ["az", "login"]; &["az"]; new String[] { "az" }; List.of("az"); ["az", ...more]
func (c *code) items(a span) (out []argument, ok bool) {
	from := a.from
	for from < a.to && (c.is(from, name) || isOneOf(c.word(from), ". & !")) {
		from++
	}
	for from+1 < a.to && c.word(from) == "[" && c.partner[from] == from+1 {
		from += 2
	}
	if !isOneOf(c.word(from), "[ { (") || c.partner[from] != a.to-1 {
		return nil, false
	}
	if c.word(from) == "(" && !isOneOf(c.word(from-1), "of asList listOf arrayOf Seq List vec") {
		return nil, false
	}
	out = c.split(span{from + 1, a.to - 1})
	for _, item := range out {
		if isOneOf(c.word(item.from), "... * ..") || item.name != "" {
			return nil, false
		}
	}
	return out, len(out) > 0 && len(out) < maxArguments
}
