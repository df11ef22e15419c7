package literals

import (
	"fmt"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// searches returns the sites of URLs that get their pairs one by one (https://developer.mozilla.org/docs/Web/API/URL/searchParams).
//
// Have: const u = new URL("…/token"); u.searchParams.set("resource", x)
func (c *code) searches(r site.Reading) (out []site.Site) {
	read := 0
	for i := range c.tokens {
		isNew := c.word(i) == "URL" && isOneOf(c.word(i-1), "new") && c.word(i+1) == "(" && c.word(i+3) == ")"
		if !isNew || c.word(i-2) != "=" || !c.is(i-3, name) {
			continue
		}
		url, ok := c.address(i + 2)
		if !ok {
			continue
		}
		if read++; read > maxSites {
			break
		}
		if last, keys, ok := c.search(c.word(i-3), i); ok && !c.mayNameID(span{i, i + 1}) {
			out = append(out, c.searched(i+2, url, last, keys, r)...)
		}
	}
	return out
}

// search returns the keys that a URL gets behind token i, and the end of the call that gives the resource. It is not ok if there is
// none, or if there may be other keys.
func (c *code) search(of string, i int) (last int, keys []string, ok bool) {
	_, to := c.function(i)
	for n := i; n < to; n++ {
		if c.word(n) != of || c.word(n-1) == "." || c.word(n+1) != "." {
			continue
		}
		switch c.word(n + 2) {
		case "searchParams":
		case "toString", "href", "host", "hostname":
			continue
		default:
			return 0, nil, false
		}
		open := n + 5
		isPair := c.word(open) == "(" && c.is(open+1, str) && c.word(open+2) == ","
		if !isPair || !isOneOf(c.word(n+4), "set append") || c.partner[open] < 0 {
			return 0, nil, false
		}
		key := c.key(open + 1)
		if keys = append(keys, key); key == "resource" {
			last = c.partner[open]
		}
	}
	return last, keys, last > 0
}

// searched returns the sites of a URL with the keys it gets.
func (c *code) searched(at int, url excerpt.Text, last int, keys []string, r site.Reading) []site.Site {
	name := c.word(at - 5)
	sites := c.request(at, url, span{last, last}, keys, r)
	for n := range sites {
		sites[n].At = c.text.Slice(c.tokens[at].start, c.tokens[at].end)
		edits := sites[n].Fix.Edits
		if sites[n].Fix.Edits = nil; len(edits) == 0 || c.word(last+1) != ";" {
			continue
		}
		call := fmt.Sprintf("; %s.searchParams.set(\"client_id\", %s)", name, fmt.Sprintf(c.env, r.Variable))
		if edit, ok := c.text.Insert(c.tokens[last].end, call); ok {
			sites[n].Fix.Edits = []identity.Edit{edit}
		}
	}
	return sites
}
