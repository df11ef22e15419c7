package python

import (
	"strings"
)

// What the arguments of a call add to the query of a URL.
type extra int

const (
	none    extra = iota
	known         // pairs that are written out
	unknown       // something
)

// extras tells what the arguments of a call add to the query of the URL among them.
func (f *file) extras(c call) extra {
	_, e := f.added(c)
	return e
}

// added returns the pairs that a request adds to the query.
//
// Have: get(url, params={"a": b}), get(url, {"a": b}), get(url, params=NAME)
func (f *file) added(c call) (*pairs, extra) {
	var found *pairs
	for n, a := range c.args {
		switch {
		case a.star != "":
			return nil, unknown
		case isQuery(a.keyword):
			if f.word(a.first) == "None" && a.end == a.first+1 {
				continue
			}
		case a.keyword != "" || n == 0 || !f.mayBePairs(a):
			continue
		}
		d, ok := f.pairs(a.first, a.end, maxDepth)
		switch {
		case !ok || d.open:
			return nil, unknown
		case a.keyword != "" || d.has("resource") || d.has("api-version"):
			if found != nil {
				return nil, unknown
			}
			found = d
		}
	}
	if found == nil {
		return nil, none
	}
	return found, known
}

func (p *pairs) has(key string) bool {
	for _, e := range p.entries {
		if strings.EqualFold(e.key, key) {
			return true
		}
	}
	return false
}

// mayBePairs reports whether an argument without a name may be pairs for the query.
func (f *file) mayBePairs(a argument) bool {
	if f.isText(a.first) || f.tokens[a.first].kind == number {
		return false
	}
	w := strings.ToLower(f.word(a.end - 1))
	return !strings.Contains(w, "header") && !strings.Contains(w, "timeout") && w != "none" && w != "true" && w != "false" &&
		!f.isURL(a)
}

// isURL reports whether an argument is a URL of a token request.
func (f *file) isURL(a argument) bool {
	var b builder
	return f.express(&b, a.first, a.end, asIs, maxDepth) && isTokenURL(&b)
}

// request returns the sites of a call that adds pairs to a URL.
func (f *file) request(c call) []group {
	if len(c.args) < 2 || isQuiet(f.method(c)) {
		return nil
	}
	d, what := f.added(c)
	if what != known {
		return nil
	}
	for _, a := range c.args {
		e := expression{first: a.first, end: a.end}
		if !f.express(&e.builder, a.first, a.end, asIs, maxDepth) || !isTokenURL(&e.builder) || f.isArc(&e) {
			continue
		}
		separator := "&"
		if !strings.Contains(e.Text().String(), "?") {
			separator = "?"
		}
		e.put(separator, f.at(d.first, d.first+1))
		f.query(&e.builder, d, maxDepth)
		e.pairs = d
		return f.readURL(&e)
	}
	return nil
}

// idWord is how names say that they hold what names an identity.
const idWord = `(?i)(client|object|principal|identity|msi|mi|resource)_?(id|res_?id)$`

// mentionsID reports whether a call has an argument besides the one with token from that may name the identity.
func (f *file) mentionsID(c call, from int) bool {
	for _, a := range c.args {
		if a.at <= from && from < a.end {
			continue
		}
		for i := a.at; i < a.end; i++ {
			if k := f.tokens[i].kind; (k == name || k == plain) && f.idWord.MatchString(strings.Trim(f.word(i), `"'`)) {
				return true
			}
		}
	}
	return false
}

// isMention reports whether the string in the tokens [from, to) is only spoken of: a docstring, a comparison, a message.
func (f *file) isMention(from, to int) bool {
	n := f.statementAt(from)
	if n < 0 {
		return true
	}
	s := f.statements[n]
	switch f.word(s.first) {
	case "assert", "raise", "del", "print", importWord, fromWord:
		return true
	case caseWord:
		if f.headerAt(s.first) != nil {
			return true
		}
	}
	if s.first == from && s.end == to || isTest(f.word(from-1)) || isTest(f.word(to)) {
		return true
	}
	at := from
	for range maxDepth {
		p := f.parents[at]
		if p < 0 {
			return false
		}
		if i, ok := f.callAt[p]; ok {
			if isQuiet(f.method(f.calls[i])) || f.word(at-1) == "=" && isQuietKeyword(f.word(at-2)) {
				return true
			}
			p = f.calls[i].first
		}
		at = p
	}
	return false
}

func isTest(word string) bool {
	switch word {
	case "==", "!=", "<", ">", "in", "not", "is":
		return true
	}
	return false
}

// isQuiet reports whether a function only speaks of the strings that it is given: it logs, compares, searches or documents.
func isQuiet(method string) bool {
	switch strings.ToLower(method) {
	case "print", "pprint", "echo", "secho", "debug", "info", "warning", "warn", "error", "exception", "critical", "fatal", "log", "trace",
		"startswith", "endswith", matchWord, "fullmatch", "search", "compile", "sub", "findall", "finditer", "index", "find", "count",
		"patch", "add_argument", "fail", "skip", "write", "writelines", "deprecated":
		return true
	}
	m := strings.ToLower(method)
	return strings.HasPrefix(m, "assert") || strings.HasPrefix(m, "log_") || strings.HasPrefix(m, "print_") ||
		strings.HasSuffix(m, "error") || strings.HasSuffix(m, "exception") || strings.HasSuffix(m, "warning")
}

func isQuietKeyword(keyword string) bool {
	switch keyword {
	case "help", "description", "epilog", "doc", "msg", "message", matchWord, "reason", "usage":
		return true
	}
	return false
}
