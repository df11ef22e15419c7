package python

// Pairs are a dictionary, or what says the same.
type pairs struct {
	entries []entry
	open    bool // there may be more
	first   int  // its tokens: [first, end)
	end     int
	form    byte // { for a display, ( for dict(a=b), [ for a list of pairs
}

// An entry is one pair: its value is the tokens [first, end).
type entry struct {
	key        string
	at         int // its first token
	first, end int
}

// pairs reads the tokens [i, stop) as pairs, if they are written out or a name stands for such.
//
// Have: {"a": b}, dict(a=b), [("a", b)], params
func (f *file) pairs(i, stop, depth int) (*pairs, bool) {
	i, stop = f.unwrap(i, stop)
	if depth <= 0 || i >= stop {
		return nil, false
	}
	if f.fuel--; f.fuel < 0 {
		return nil, false
	}
	p := &pairs{first: i, end: stop}
	switch first := f.word(i); {
	case first == "{" && f.next(i) == stop:
		p.form = '{'
		return p, f.display(p)
	case first == "[" && f.next(i) == stop:
		p.form = '['
		return p, f.list(p)
	case first == "dict" && f.word(i+1) == "(" && f.next(i+1) == stop:
		p.form = '('
		return p, f.keywords(p, i+1)
	}
	return f.named(i, stop, depth)
}

// display reads {"a": b, **c}.
func (f *file) display(p *pairs) bool {
	if f.tokens[p.first].match < 0 {
		return false
	}
	for _, part := range f.split(p.first+1, p.end-1) {
		if f.word(part[0]) == "**" {
			p.open = true
			continue
		}
		colon := part[0]
		for colon < part[1] && f.word(colon) != ":" {
			colon = f.next(colon)
		}
		if colon >= part[1] || f.isComprehension(colon, part[1]) {
			return false
		}
		p.add(f, part[0], colon, colon+1, part[1])
	}
	return true
}

func (f *file) isComprehension(i, stop int) bool {
	for ; i < stop; i = f.next(i) {
		if f.word(i) == forWord {
			return true
		}
	}
	return false
}

// add adds the pair of the tokens [key, keyEnd) and [first, end).
func (p *pairs) add(f *file, key, keyEnd, first, end int) {
	var b builder
	if !f.express(&b, key, keyEnd, asIs, 2) || b.holes > 0 {
		p.open = true
		return
	}
	p.entries = append(p.entries, entry{b.Text().String(), key, first, end})
}

// list reads [("a", b), ("c", d)].
func (f *file) list(p *pairs) bool {
	for _, part := range f.split(p.first+1, p.end-1) {
		if w := f.word(part[0]); w != "(" && w != "[" || f.next(part[0]) != part[1] {
			return false
		}
		parts := f.split(part[0]+1, part[1]-1)
		if len(parts) != 2 {
			return false
		}
		p.add(f, parts[0][0], parts[0][1], parts[1][0], parts[1][1])
	}
	return len(p.entries) > 0
}

// keywords reads dict(a=b, **c).
func (f *file) keywords(p *pairs, bracket int) bool {
	if f.tokens[bracket].match < 0 {
		return false
	}
	for _, a := range f.arguments(bracket) {
		if a.keyword == "" {
			p.open = true
			continue
		}
		p.entries = append(p.entries, entry{a.keyword, a.at, a.first, a.end})
	}
	return true
}

// named reads the pairs that a name stands for, with those that are added to it.
func (f *file) named(i, stop, depth int) (*pairs, bool) {
	v, ok := f.constant(i, stop)
	if !ok {
		return nil, false
	}
	p, ok := f.pairs(v.first, v.end, depth-1)
	if !ok {
		return nil, false
	}
	out := *p
	for _, u := range f.uses(v.target) {
		if u < i || u >= stop {
			f.mutate(&out, u)
		}
	}
	return &out, true
}

// mutate adds what the use of a name at token i adds to its pairs.
//
// Have: params["a"] = b, params.update(c), f(params)
func (f *file) mutate(p *pairs, i int) {
	switch f.word(i + 1) {
	case "[":
		behind := f.next(i + 1)
		if f.word(behind) == "=" {
			p.add(f, i+2, behind-1, behind+1, f.until(behind+1, "="))
		} else if isAugmented(f.word(behind)) {
			p.open = true
		}
	case ".":
		switch f.word(i + 2) {
		case "get", "items", "keys", "values", "copy":
		default:
			p.open = true
		}
	case "|=":
		p.open = true
	default:
		p.open = p.open || !f.onlyReads(i)
	}
}

func isAugmented(word string) bool {
	return len(word) > 1 && word[len(word)-1] == '=' && !isComparison(word)
}

// onlyReads reports whether what stands around the name at token i leaves its value as it is.
func (f *file) onlyReads(i int) bool {
	if f.parents[i] < 0 {
		return f.firstWord(i) != "return" && f.word(i-1) != "=" && f.word(i-1) != "yield"
	}
	n, ok := f.callAt[f.parents[i]]
	if !ok {
		k := f.tokens[f.parents[i]].kind
		return k == begin || k == open && f.tokens[f.parents[i]].match < 0 || f.word(i-1) == "**"
	}
	if f.word(i-1) == "=" || f.word(i-1) == "**" {
		return f.word(i-1) == "**" || isQuery(f.word(i-2)) || f.word(i-2) == "headers" || f.word(i-2) == "identity_config"
	}
	switch f.method(f.calls[n]) {
	case "urlencode", "print", "dumps", "len", "str", "repr", "get", "post", "request", "Request", "debug", "info", "warning", "error",
		"format":
		return true
	}
	return false
}

// isQuery reports whether a keyword argument is what requests add to their query.
//
// requests, httpx and aiohttp: params; urllib3: fields. data is a form, which the endpoint of the old VM extension reads.
func isQuery(keyword string) bool {
	return keyword == "params" || keyword == "fields" || keyword == "data"
}
