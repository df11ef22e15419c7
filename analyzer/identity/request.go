package identity

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Request is what the URL of a token request means.
type Request struct {
	Verdict  Verdict   // None where it plainly is something else, or leads to another platform
	Endpoint *Endpoint // that it leads to, or nil where that is not known
	ID       Word      // that is given, if there is one
}

// ReadRequest tells what a URL asks for. Variable returns the variable of the environment whose value a hole is, or "".
func ReadRequest(url Word, variable func(hole int) string) Request {
	text, _, _ := strings.Cut(string(url), "#") // no client sends a fragment
	if host, rest, found := cutTokenPath(text); found {
		if isOtherPlatform(host, variable) {
			return Request{Verdict: None}
		}
		return Metadata().read(ParseQuery(Word(rest)))
	}
	address, _, _ := strings.Cut(text, "?")
	if unsureOf(address) == Asked { // the caller gives the address of the URL, or a part of it
		return Request{Verdict: Asked}
	}
	rest, ok := cutAppService(text, variable)
	if !ok {
		return Request{Verdict: unlessElsewhere(address)}
	}
	q := ParseQuery(Word(rest))
	version := string(q.Keys["api-version"])
	switch endpoint := AppService(version); {
	case endpoint != nil:
		return endpoint.read(q)
	case version != "" && !hasHole(version): // the protocol of another platform
		return Request{Verdict: None}
	}
	return Request{}
}

func unlessElsewhere(address string) Verdict {
	if strings.Contains(address, "://") && !hasHole(address) {
		return None
	}
	return Unsure
}

// IsAppService reports whether a URL begins with the address that App Service gives in the environment.
func IsAppService(url Word, variable func(hole int) string) bool {
	_, ok := cutAppService(string(url), variable)
	return ok
}

// cutTokenPath splits a URL around the token path.
func cutTokenPath(url string) (host, query string, found bool) {
	at := indexFold(url, TokenPath)
	if at < 0 {
		return "", "", false
	}
	return url[:at], url[at+len(TokenPath):], true
}

// indexFold is strings.Index without regard to letter case.
func indexFold(s, sub string) int {
	for at := 0; at+len(sub) <= len(s); at++ {
		if s[at]|0x20 == sub[0]|0x20 && strings.EqualFold(s[at:at+len(sub)], sub) {
			return at
		}
	}
	return -1
}

// cutAppService returns what stands behind App Service's endpoint.
func cutAppService(url string, variable func(int) string) (query string, found bool) {
	r, size := utf8.DecodeRuneInString(url) // which may be no text
	n, ok := HoleOf(r)
	return url[size:], ok && IsAppServiceEndpoint(variable(n))
}

func isOtherPlatform(host string, variable func(int) string) bool {
	for _, r := range host {
		if n, ok := HoleOf(r); ok && IsPlatformEndpoint(variable(n)) {
			return true
		}
	}
	return IsOtherHost(host)
}

// read judges the query of a request to the endpoint.
func (e *Endpoint) read(q Query) Request {
	out := Request{Endpoint: e}
	out.Verdict, out.ID = q.id(e)
	switch {
	case out.Verdict == Present:
	case q.Open != Present:
		out.Verdict = q.Open
	case !q.has("resource"):
		out.Verdict = None
	}
	return out
}

// A Query is what is known of a URL's query.
type Query struct {
	Open Verdict         // Asked or Unsure if keys may come from a caller or from elsewhere, else Present
	Keys map[string]Word // the first value of each
}

// ParseQuery reads what stands behind a path. A hole in the place of a value is that value; one in the place of a key may
// bring any key.
func ParseQuery(behind Word) Query {
	q := Query{Open: Present, Keys: make(map[string]Word)}
	text := strings.TrimLeft(string(behind), "/")
	if rest, ok := strings.CutPrefix(text, "?"); ok {
		text = rest
	} else if text != "" && strings.IndexFunc(text, isHole) != 0 {
		q.Open = Unsure // a longer path
	}
	text = strings.ReplaceAll(text, "?", "&") // a query that was added to a URL which has one
	for pair := range strings.SplitSeq(text, "&") {
		key, val, hasValue := strings.Cut(pair, "=")
		if hasHole(key) {
			q.Open = unsureOf(key)
			continue
		}
		if _, repeated := q.Keys[key]; !hasValue || repeated {
			continue
		}
		q.Keys[key] = Word(val)
		if extra := FurtherKeys(Word(val)); extra != "" {
			q.Open = unsureOf(string(extra))
		}
	}
	return q
}

func (q Query) has(name string) bool {
	for key := range q.Keys {
		if strings.EqualFold(key, name) {
			return true
		}
	}
	return false
}

// id tells what the query says of the identity. Ignored is an ID without a value, or under a name that is not read.
func (q Query) id(endpoint *Endpoint) (Verdict, Word) {
	id := Absent
	for key, val := range q.Keys {
		switch {
		case endpoint.Names(key) && val != "":
			return Present, val
		case endpoint.Names(key), endpoint.Ignores(key):
			id = Ignored
		}
	}
	return id, ""
}

// FurtherKeys returns the holes of a value that may hold further keys: one behind another, or behind what looks complete.
//
// Have: "resource=" + resource + more; "resource=https://vault.azure.net" + more
func FurtherKeys(val Word) Word {
	var out []rune
	behindHole, complete := false, false
	for _, r := range string(val) {
		if !isHole(r) {
			complete = complete && !behindHole || r == '.'
			behindHole = false
			continue
		}
		if behindHole || complete {
			out = append(out, r)
		}
		behindHole = true
	}
	return Word(out)
}

// Escaped returns text as the value of a key: whatever stands in its holes, it brings no further keys.
func Escaped(val Word) Word {
	if FurtherKeys(val) != "" {
		return Unknown()
	}
	return Word(strings.NewReplacer("&", "%26", "=", "%3D", "?", "%3F").Replace(string(val)))
}

// Message says how a request breaks a rule, by the name of what sends it, or nothing if it does not itself.
func (r Request) Message(rule, name string) string {
	switch {
	case r.Endpoint == nil:
	case rule == IgnoredID:
		return name + " gives an ID that the endpoint does not read: it wants a " + r.Endpoint.Keys() + " with a value"
	case rule == IMDSURL:
		return name + " names no identity: " + r.Endpoint.Nameless + " (add " + r.Endpoint.Keys() + ")"
	}
	return ""
}

// IsFault reports whether a verdict is a mistake, or nearly one.
func (v Verdict) IsFault() bool { return slices.Contains([]Verdict{Absent, Empty, Ignored}, v) }
