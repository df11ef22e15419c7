package analyzer

import (
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

const tokenPath = identity.TokenPath

// tokenRequest judges the template of a URL. It is unsure of all that is not plainly a token request.
func tokenRequest(template string) presence {
	host, query, found := cutPath(template)
	if !found {
		if startsWithParameter(template) {
			return asked
		}
		return unsure
	}
	if isOtherHost(host) {
		return unsure
	}
	q := parseQuery(query)
	switch {
	case q.id == present:
		return present
	case q.open == asked:
		return asked
	case q.open == unsure:
		return unsure
	case !q.resource:
		return unsure
	}
	return q.id
}

// cutPath splits a template around the token path.
func cutPath(template string) (host, query string, found bool) {
	at := strings.Index(strings.ToLower(template), tokenPath)
	if at < 0 {
		return "", "", false
	}
	return template[:at], template[at+len(tokenPath):], true
}

func startsWithParameter(template string) bool {
	all := pieces(template)
	if len(all) == 0 {
		return false
	}
	_, ok := all[0].hole.(parameter)
	return ok
}

func isOtherHost(host string) bool {
	for _, p := range pieces(host) {
		if o, ok := p.hole.(opaque); ok && o.origin.kind == fromEnv && identity.IsPlatformEndpoint(o.origin.name) {
			return true
		}
		if identity.IsOtherHost(p.literal) {
			return true
		}
	}
	return false
}

// A query is what is known of a URL's query.
type query struct {
	id       presence // absent, empty or present
	resource bool     // a resource is asked for
	open     presence // asked or unsure if keys may come from a parameter or from elsewhere, else present
	keys     map[string]string
}

// parseQuery reads the template behind the path. A hole in the place of a value is that value; one in the place of a key
// may bring any key.
func parseQuery(template string) query {
	q := query{id: absent, open: present, keys: make(map[string]string)}
	template = strings.TrimLeft(template, "/")
	if rest, ok := strings.CutPrefix(template, "?"); ok {
		template = rest
	} else if template != "" && !strings.HasPrefix(template, holeMark) {
		q.open = unsure // a longer path
	}
	for pair := range strings.SplitSeq(template, "&") {
		key, val, hasValue := strings.Cut(pair, "=")
		if strings.Contains(key, holeMark) {
			q.open = openedBy(key)
			continue
		}
		if !hasValue {
			continue
		}
		q.keys[key] = val
		if extra := appended(val); extra != "" {
			q.open = openedBy(extra)
		}
		switch {
		case strings.EqualFold(key, "resource"):
			q.resource = true
		case identity.IsIDKey(key) && val != "":
			q.id = present
		case identity.IsIDKey(key), identity.IsIgnoredIDKey(key):
			if q.id == absent {
				q.id = empty
			}
		}
	}
	return q
}

// appended returns the holes of a value that may hold further keys: one behind another, or behind what looks complete.
//
// Have: "resource=" + resource + more; "resource=https://vault.azure.net" + more
func appended(val string) string {
	var previous piece
	var out strings.Builder
	for _, p := range pieces(val) {
		if p.hole != nil && (previous.hole != nil || strings.Contains(previous.literal, ".")) {
			out.WriteString(hole(p.hole))
		}
		previous = p
	}
	return out.String()
}

func openedBy(key string) presence {
	for _, p := range pieces(key) {
		if _, ok := p.hole.(parameter); ok {
			return asked
		}
	}
	return unsure
}
