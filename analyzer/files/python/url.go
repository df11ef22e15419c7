package python

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// An expression is a string as the program makes it: the tokens [first, end).
type expression struct {
	builder

	first, end int
	pairs      *pairs // that are added to its query
}

// urls returns the sites of the URLs that the program makes.
func (f *file) urls() []site.Site {
	if f.URL == nil || identity.Markers([]byte(f.src), identity.NeedToken) == identity.Irrelevant {
		return nil
	}
	var out []group
	for _, c := range f.calls {
		out = append(out, f.request(c)...)
	}
	read := 0 // the token up to which strings are read
	for i := range f.tokens {
		if i < read || !f.isText(i) {
			continue
		}
		from, to := f.extent(i)
		read = max(read, to)
		out = append(out, f.literalURL(from, to)...)
	}
	return f.choices(out)
}

// unique drops what is found again at the same place.
func unique(sites []site.Site) []site.Site {
	type key struct {
		rule       string
		start, end int
	}
	seen := make(map[key]bool)
	return slices.DeleteFunc(sites, func(s site.Site) bool {
		k := key{rule: s.Rule}
		k.start, k.end = s.At.Span()
		again := seen[k]
		seen[k] = true
		return again
	})
}

// hasPath reports whether text holds the path of a token request.
func hasPath(s string) bool {
	return strings.Contains(strings.ToLower(s), identity.TokenPath)
}

// extent returns the tokens of the expression that the string at token i is an operand of.
//
// Have: a + "b" + c, ("a" "b") + c, "a%s" % b
func (f *file) extent(i int) (from, to int) {
	for {
		from, to = i, i
		for from > 0 && !f.bounds(from-1, open, begin) {
			from--
			if m := f.tokens[from].match; m >= 0 && m < from {
				from = m
			}
		}
		for to < len(f.tokens) && !f.bounds(to, closing, end) {
			to = f.next(to)
		}
		o := from - 1
		if o < 0 || f.word(o) != "(" || f.tokens[o].match != to || f.endsOperand(o-1) {
			return from, to
		}
		i = o
	}
}

// bounds reports whether token i cannot be a part of a sum, being of one of two kinds, say.
func (f *file) bounds(i int, bracket, quote kind) bool {
	switch k := f.tokens[i].kind; k {
	case newline, magic, text, bracket, quote:
		return true
	case name:
		return isKeyword(f.word(i))
	case op:
		w := f.word(i)
		return w != "+" && w != "." && w != "%"
	default:
		return false
	}
}

// literalURL reads the expression in the tokens [from, to), unless it is only spoken of, or goes into a longer one.
func (f *file) literalURL(from, to int) []group {
	e := expression{first: from, end: to}
	if !f.express(&e.builder, from, to, asIs, maxDepth) || !isTokenURL(&e.builder) || f.isMention(from, to) {
		return nil
	}
	if !isURL(e.Text().String()) || f.isArc(&e) {
		return nil
	}
	e.pairs = e.builder.pairs
	if n, ok := f.callAt[f.parents[from]]; ok && (f.extras(f.calls[n]) != none || f.mentionsID(f.calls[n], from)) {
		return nil
	}
	for _, target := range f.assigned(from, to) {
		if !f.isUsedAsIs(target) {
			return nil
		}
	}
	return f.readURL(&e)
}

// isURL reports whether text is a URL and no more: a command with one in it, say, is another reader's.
func isURL(s string) bool { return !strings.ContainsAny(strings.TrimSpace(s), " \t\r\n'\"`|<>") }

// arcWord is how names say that a host is Azure Arc's, which has the same path, and decides by itself.
const arcWord = `(?i)himds|(^|_|azure)arc($|_)|(?-i)(^arc|Arc)([A-Z]|$)`

// isArc reports whether a URL leads to a host that is not known, and names around say that it is that of Azure Arc.
func (f *file) isArc(e *expression) bool {
	host, _, _ := strings.Cut(strings.ToLower(e.Text().String()), identity.TokenPath)
	if !strings.ContainsFunc(host, func(r rune) bool { _, ok := identity.HoleOf(r); return ok }) {
		return false
	}
	if f.saysWord(f.arcWord, e.first) {
		return true
	}
	for i := e.first; i < e.end; i++ {
		if f.tokens[i].kind == name && f.arcWord.MatchString(f.word(i)) {
			return true
		}
	}
	return false
}

// assigned returns the names that the tokens [from, to) are the value of.
//
// Have: a = b = "text", a: str = "text", self.a = "text"
func (f *file) assigned(from, to int) []int {
	n := f.statementAt(from)
	if n < 0 || f.parents[from] >= 0 || f.statements[n].end != to {
		return nil
	}
	var out []int
	for at, i := -1, f.statements[n].first; i < from; i = f.next(i) {
		switch w := f.word(i); {
		case w == "=" && at >= 0:
			out = append(out, at)
			at = -1
		case f.tokens[i].kind == name && f.word(i-1) != ":":
			at = i
		}
	}
	return out
}

// isUsedAsIs reports whether a name is used, and every use takes its value as it is.
func (f *file) isUsedAsIs(target int) bool {
	b := f.lookup(f.word(target), target)
	if f.word(target-1) == "." {
		b = f.attributes[f.word(target)]
	}
	if b == nil || b.other {
		return false
	}
	used := false
	for _, u := range f.uses(target) {
		if f.isTarget(b, u) {
			continue
		}
		from, to := f.extent(u)
		n, isArgument := f.callAt[f.parents[u]]
		_, isOwn := f.names(from, to)
		switch {
		case !isOwn, to != u+1, f.word(to) == "(", f.inField(u), f.word(to) == "[":
			return false
		case isArgument && (f.extras(f.calls[n]) != none || f.mentionsID(f.calls[n], from)):
			return false
		}
		used = used || !f.isMention(from, to)
	}
	return used
}

// inField reports whether token i is in a field of a string.
func (f *file) inField(i int) bool {
	p := f.parents[i]
	return p >= 0 && f.parents[p] >= 0 && f.tokens[f.parents[p]].kind == begin
}

func (f *file) isTarget(b *binding, i int) bool {
	_, found := slices.BinarySearchFunc(b.values, i, func(a assignment, i int) int { return a.target - i })
	return found
}

// readURL hands a URL on, and tells what the code around it says.
func (f *file) readURL(e *expression) []group {
	g := group{spot: spot{e.first, e.end, namesID(e.Text().String())}}
	added := false
	sites := f.URL(e.Text(), func(i int, pair string) []identity.Edit {
		added = true
		return f.addPair(e, i, pair)
	})
	for i := range sites {
		switch {
		case e.pairs == nil:
		case f.isText(e.first): // as in Go: where the path is written
			sites[i].At = f.at(e.first, e.end)
		default:
			sites[i].At = f.at(e.pairs.first, e.pairs.end)
		}
		sites[i].System = sites[i].System || f.saysSystem(e.first)
	}
	g.sites = f.explained(sites, added)
	return []group{g}
}

// namesID reports whether a query has a parameter that names an identity.
func namesID(url string) bool {
	for pair := range strings.FieldsFuncSeq(url, func(r rune) bool { return r == '?' || r == '&' }) {
		if key, _, ok := strings.Cut(pair, "="); ok && identity.IsIDKey(key) {
			return true
		}
	}
	return false
}
