package analyzer

import (
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

const tokenPath = identity.TokenPath

// tokenRequest judges the template of a URL. It is unsure of all that is not plainly a token request.
func tokenRequest(template string) presence {
	if _, _, found := cutPath(template); !found && leadsToParameter(template) {
		return asked
	}
	endpoint, q := readRequest(template)
	if endpoint == nil && isElsewhere(template) {
		return foreign
	}
	if endpoint == nil {
		return unsure
	}
	switch id := q.id(endpoint); {
	case id == present:
		return present
	case q.open != present:
		return q.open
	case !q.has("resource"):
		return foreign
	default:
		return id
	}
}

// readRequest returns the endpoint that a URL leads to, with the query. There is none where that is not known.
func readRequest(template string) (*identity.Endpoint, query) {
	template, _, _ = strings.Cut(template, "#") // no client sends a fragment
	if host, rest, found := cutPath(template); found {
		if isOtherHost(host) {
			return nil, query{}
		}
		return identity.Metadata(), parseQuery(rest)
	}
	rest, ok := cutAppService(template)
	if !ok {
		return nil, query{}
	}
	q := parseQuery(rest)
	version, _ := constantText(q.keys["api-version"])
	return identity.AppService(version), q
}

// cutPath splits a template around the token path.
func cutPath(template string) (host, query string, found bool) {
	at := indexFold(template, tokenPath)
	if at < 0 {
		return "", "", false
	}
	return template[:at], template[at+len(tokenPath):], true
}

// cutAppService returns what stands behind the address that App Service gives in the environment.
func cutAppService(template string) (query string, found bool) {
	all := pieces(template)
	if len(all) == 0 {
		return "", false
	}
	o, ok := all[0].hole.(opaque)
	if !ok || o.origin.kind != fromEnv || !identity.IsAppServiceEndpoint(o.origin.name) {
		return "", false
	}
	return template[len(hole(o)):], true
}

// leadsToParameter reports whether a caller gives the address of a URL, or a part of it: the path, say.
func leadsToParameter(template string) bool {
	address, _, _ := strings.Cut(template, "?")
	return openedBy(address) == asked
}

// isElsewhere reports whether a URL plainly leads to something else, or to the token endpoint of another platform, or is that
// endpoint with a version that App Service does not have.
func isElsewhere(template string) bool {
	if host, _, found := cutPath(template); found {
		return isOtherHost(host)
	}
	if address, _, _ := strings.Cut(template, "?"); strings.Contains(address, "://") && !strings.Contains(address, holeMark) {
		return true
	}
	rest, ok := cutAppService(template)
	version, isConstant := constantText(parseQuery(rest).keys["api-version"])
	return ok && isConstant && version != ""
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
	open presence          // asked or unsure if keys may come from a parameter or from elsewhere, else present
	keys map[string]string // the first value of each
}

// parseQuery reads the template behind the path. A hole in the place of a value is that value; one in the place of a key
// may bring any key.
func parseQuery(template string) query {
	q := query{open: present, keys: make(map[string]string)}
	template = strings.TrimLeft(template, "/")
	if rest, ok := strings.CutPrefix(template, "?"); ok {
		template = rest
	} else if template != "" && !strings.HasPrefix(template, holeMark) {
		q.open = unsure // a longer path
	}
	template = strings.ReplaceAll(template, "?", "&") // a query that was added to a URL which has one
	for pair := range strings.SplitSeq(template, "&") {
		key, val, hasValue := strings.Cut(pair, "=")
		if strings.Contains(key, holeMark) {
			q.open = openedBy(key)
			continue
		}
		if _, repeated := q.keys[key]; !hasValue || repeated {
			continue
		}
		q.keys[key] = val
		if extra := appended(val); extra != "" {
			q.open = openedBy(extra)
		}
	}
	return q
}

func (q query) has(name string) bool {
	for key := range q.keys {
		if strings.EqualFold(key, name) {
			return true
		}
	}
	return false
}

// id tells what the query says of the identity: absent, empty or present.
func (q query) id(endpoint *identity.Endpoint) presence {
	id := absent
	for key, val := range q.keys {
		switch {
		case endpoint.Names(key) && val != "":
			return present
		case endpoint.Names(key), endpoint.Ignores(key):
			id = empty
		}
	}
	return id
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

// requestMessage says what a request's URL is at fault with.
func requestMessage(rule, name string, url text) string {
	endpoint, _ := readRequest(url.s)
	switch {
	case endpoint == nil:
	case rule == identity.IgnoredID:
		return name + " gives an ID that the endpoint does not read: it wants a " + endpoint.Keys() + " with a value"
	case rule == identity.IMDSURL:
		return name + " names no identity: " + endpoint.Nameless + " (add " + endpoint.Keys() + ")"
	}
	return ""
}
