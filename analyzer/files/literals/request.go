package literals

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// queryKeys are the options of HTTP clients for JavaScript that hold the pairs of a query.
//
// https://github.com/request/request#requestoptions-callback (qs), https://axios-http.com/docs/req_config (params),
// https://github.com/sindresorhus/got/blob/main/documentation/2-options.md#searchparams, https://github.com/sindresorhus/ky#searchparams
const queryKeys = "qs params query searchParams"

// addressKeys are the options that hold the URL.
const addressKeys = "uri url baseURL"

// requests returns the sites of requests whose pairs stand beside the URL.
//
// Have: { uri: "…/token", qs: { resource: x } }; get("…/token", { params: { resource: x } })
func (c *code) requests(r site.Reading) (out []site.Site) {
	read := 0
	for i := range c.tokens {
		url, ok := c.address(i)
		if !ok {
			continue
		}
		if read++; read > maxSites {
			break
		}
		options, ok := c.optionsOf(i)
		if !ok || c.mayNameID(span{i, i + 1}) {
			continue
		}
		pairs, keys, ok := c.pairs(options)
		if ok && slices.Contains(keys, "resource") {
			out = append(out, c.request(i, url, pairs, keys, r)...)
		}
	}
	return out
}

// address returns the URL of a token request without a resource that token i is, or is the name of.
func (c *code) address(i int) (excerpt.Text, bool) {
	var t excerpt.Text
	switch {
	case c.is(i, str) && hasPath(c.source[c.tokens[i].start:c.tokens[i].end]):
		t = c.decode(c.tokens[i])
	case c.is(i, name):
		known, ok := c.value(c.word(i))
		if !ok || c.bindings[c.word(i)].at == i {
			return t, false
		}
		t = standsFor(known, c.text.Slice(c.tokens[i].start, c.tokens[i].end))
	}
	s := t.String()
	return t, hasPath(s) && isURL(s) && !strings.Contains(s, "resource=")
}

// optionsOf returns the object with the options of the request of a URL: that around it, or the next argument.
func (c *code) optionsOf(i int) (options span, ok bool) {
	open := c.around(i)
	switch {
	case open < 0 || c.partner[open] < 0:
		return span{}, false
	case c.word(open) == "{":
		if c.word(i-1) != ":" || !isOneOf(c.key(i-2), addressKeys) || c.isQuiet(span{open, c.partner[open] + 1}) {
			return span{}, false
		}
		return span{open, c.partner[open]}, true
	case c.word(open) != "(" || c.word(i-1) != "(" || c.word(i+1) != "," || c.word(i+2) != "{" || c.isQuiet(span{i, i + 1}):
		return span{}, false
	}
	return span{i + 2, c.partner[i+2]}, c.partner[i+2] > 0
}

// key returns the name of a key, with quotes or without.
func (c *code) key(i int) string {
	if c.is(i, str) {
		from, to := c.tokens[i].content()
		return c.source[from:to]
	}
	return c.word(i)
}

// pairs returns the object with the pairs of a query among options, and its keys. It is not ok if there may be others.
func (c *code) pairs(options span) (pairs span, keys []string, ok bool) {
	entries, ok := c.entries(options)
	if !ok {
		return span{}, nil, false
	}
	for _, e := range entries {
		if !isOneOf(c.key(e.from), queryKeys) {
			continue
		}
		if len(keys) > 0 || c.word(e.from+1) != ":" || c.word(e.from+2) != "{" || c.partner[e.from+2] != e.to-1 {
			return span{}, nil, false
		}
		pairs = span{e.from + 2, e.to - 1}
		given, ok := c.entries(pairs)
		if !ok {
			return span{}, nil, false
		}
		for _, pair := range given {
			keys = append(keys, c.key(pair.from))
		}
	}
	return pairs, keys, len(keys) > 0
}

// entries returns those of an object. It is not ok if there may be others.
//
// Have: { a: x, "b": y, c }
func (c *code) entries(object span) (out []span, ok bool) {
	for _, e := range c.split(span{object.from + 1, object.to}) {
		from := e.from
		if e.name != "" {
			from -= 2
		}
		isKey := c.is(from, name) || c.is(from, str) && c.tokens[from].quote.hole == ""
		if behind := c.word(from + 1); !isKey || behind != ":" && e.to != from+1 {
			return nil, false
		}
		out = append(out, span{from, e.to})
	}
	return out, true
}

// request returns the sites of a URL with pairs.
func (c *code) request(i int, url excerpt.Text, pairs span, keys []string, r site.Reading) []site.Site {
	start, end := c.tokens[pairs.from].start, c.tokens[pairs.to].end
	var query strings.Builder
	for n, key := range keys {
		separator := "&"
		if n == 0 && !strings.Contains(url.String(), "?") {
			separator = "?"
		}
		query.WriteString(separator + key + "=" + string(identity.Unknown()))
	}
	var b excerpt.Builder
	b.Keep(url)
	b.Put(query.String(), c.text.Slice(start, end))
	sites := r.URL(b.Text(), c.addEntry(pairs, r.Variable))
	for n := range sites {
		sites[n].At = c.text.Slice(min(start, c.tokens[i].start), max(end, c.tokens[i].end))
	}
	return sites
}

// addEntry returns what adds a pair to an object.
func (c *code) addEntry(pairs span, variable string) func(int, string) []identity.Edit {
	return func(_ int, pair string) []identity.Edit {
		entry := strings.Trim(pair, "&=") + ": " + fmt.Sprintf(c.env, variable)
		last, text := pairs.to-1, ", "+entry
		if c.word(last) == "," {
			text = " " + entry + ","
		}
		if c.env == "" {
			return nil
		}
		return excerpt.Edits(c.text.Insert(c.tokens[last].end, text))
	}
}
