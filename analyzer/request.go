package analyzer

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A url.URL is a struct with the fields of net/url. One that was parsed has its text up to the query in the field Host, or
// in Scheme, Host and Path where these can be told apart.
const (
	urlScheme = path(fieldMark + "Scheme")
	urlHost   = path(fieldMark + "Host")
	urlPath   = path(fieldMark + "Path")
	urlRaw    = path(fieldMark + "RawQuery")
	urlWhole  = path(fieldMark + "whole text") // as it was parsed: the alternatives of its fields belong together
	reqURL    = path(fieldMark + "URL")
)

func s0(v value) token.Pos {
	for _, t := range as[text](v) {
		return t.at
	}
	return token.NoPos
}

// Have: url.Parse(s)
func parseURL(f *frame, c *call) []value {
	return []value{f.newURL(c, "url", c.arg(0)), unknown()}
}

// newURL makes a url.URL from its text. What tells it apart from other allocations of the same call.
func (f *frame) newURL(c *call, what string, s value) value {
	at := cell{base: instance{c.CallExpr, what}}
	whole := f.here(s, c)
	f.mem.store(at, value{zero{}})
	f.mem.store(cell{at.base, urlWhole}, whole)
	for p, part := range splitAll(whole) {
		f.mem.store(cell{at.base, p}, part)
	}
	return value{ref{at}}
}

// splitAll returns the fields of a url.URL that was parsed from s.
func splitAll(s value) map[path]value {
	parts := make(map[path]value)
	for _, t := range as[text](s) {
		u := splitURL(t.s)
		for p, part := range map[path]string{urlScheme: u.scheme, urlHost: u.host, urlPath: u.path, urlRaw: u.query} {
			parts[p] = join(parts[p], value{text{s: part, at: t.at}})
		}
	}
	return parts
}

// here moves a URL that comes from another function to the call that uses it: a finding belongs where the request is made.
func (f *frame) here(url value, c *call) value {
	node := f.decl.node()
	return asText(url, c.Pos()).each(func(a atom) value {
		t := a.(text)
		if t.at < node.Pos() || node.End() <= t.at {
			t.at = c.Pos()
			for i, arg := range c.args {
				if i < len(c.Args) && slices.Equal(arg, url) {
					t.at = c.Args[i].Pos()
				}
			}
		}
		return value{t}
	})
}

type urlParts struct{ scheme, host, path, query string }

// splitURL splits a template. What it cannot tell apart goes into the host, which comes first when the URL is joined.
func splitURL(template string) urlParts {
	var u urlParts
	rest := template
	if before, after, ok := strings.Cut(rest, "?"); ok {
		rest, u.query = before, after
	}
	if before, after, ok := strings.Cut(rest, "://"); ok && !strings.Contains(before, holeMark) {
		u.scheme, rest = before, after
	}
	if slash := strings.Index(rest, "/"); slash >= 0 && strings.Count(rest[:slash], holeMark)%2 == 0 {
		u.host, u.path = rest[:slash], rest[slash:]
	} else {
		u.host = rest
	}
	return u
}

// urlText joins the fields of a url.URL.
func (f *frame) urlText(u value, at token.Pos) value {
	if whole := f.read(u, urlWhole); f.isUnchanged(u, whole) {
		return whole
	}
	get := func(p path) value { return asText(f.read(u, p), at) }
	scheme := get(urlScheme).each(func(a atom) value {
		t := a.(text)
		if t.s != "" {
			t.s += "://"
		}
		return value{t}
	})
	raw := get(urlRaw).each(func(a atom) value {
		t := a.(text)
		if t.s != "" {
			t.s = "?" + t.s
		}
		return value{t}
	})
	path := get(urlPath).each(func(a atom) value {
		t := a.(text)
		if t.s != "" && !strings.HasPrefix(t.s, "/") && !strings.HasPrefix(t.s, holeMark) {
			t.s = "/" + t.s
		}
		return value{t}
	})
	return concat(concat(concat(scheme, get(urlHost)), path), raw)
}

// isUnchanged reports whether a url.URL is as it was parsed.
func (f *frame) isUnchanged(u, whole value) bool {
	if len(as[text](whole)) == 0 || len(as[text](whole)) != len(whole) {
		return false
	}
	for p, part := range splitAll(whole) {
		if now := f.read(u, p); !covers(part, now) {
			return false
		}
	}
	return true
}

// Have: u.String()
func urlString(f *frame, c *call) []value { return []value{f.urlText(c.recv, c.Pos())} }

// Have: url.JoinPath(base, parts...)
func joinURL(_ *frame, c *call) []value { return []value{joinSlash(c.args, c), unknown()} }

// Have: u.JoinPath(parts...)
func urlJoinPath(f *frame, c *call) []value {
	return []value{f.newURL(c, "url", joinSlash(append([]value{f.urlText(c.recv, c.Pos())}, c.args...), c))}
}

// Have: u.Query()
func urlQuery(f *frame, c *call) []value {
	return []value{f.newValues(c, asText(f.read(c.recv, urlRaw), c.Pos()))}
}

// Have: url.ParseQuery(s)
func parseValues(f *frame, c *call) []value {
	return []value{f.newValues(c, asText(c.arg(0), c.Pos())), unknown()}
}

// newValues makes a url.Values from the text of a query.
func (f *frame) newValues(c *call, raw value) value {
	at := cell{base: ref{cell{base: c.CallExpr}}} // apart from what the call itself may allocate
	var all value
	for _, t := range as[text](raw) {
		q := parseQuery("?" + t.s)
		part := &fields{cells: map[path]value{"": {zero{}}}}
		if q.open != present {
			part.cells[""] = unknown()
		}
		for key, val := range q.keys {
			part.cells[path("").key(key)] = value{text{s: val, at: t.at}}
		}
		all = append(all, structure{part})
	}
	f.mem.store(at, all)
	return value{ref{at}}
}

// Have: q.Set(key, v), q.Add(key, v)
func setValue(f *frame, c *call) []value {
	for _, at := range deref(c.recv) {
		f.storeParts([]cell{{at.base, at.path.key(constantKey(c.arg(0)))}}, asText(c.arg(1), c.Pos()))
	}
	return nil
}

func constantKey(v value) string {
	for _, t := range as[text](v) {
		if s, ok := constantText(t.s); ok && len(v) == 1 {
			return s
		}
	}
	return unknownKey
}

// Have: q.Del(key)
func deleteValue(f *frame, c *call) []value {
	for _, at := range deref(c.recv) {
		f.storeParts([]cell{{at.base, at.path.key(constantKey(c.arg(0)))}}, value{zero{}})
	}
	return nil
}

// Have: q.Get(key)
func getValue(f *frame, c *call) []value {
	return []value{asText(f.read(c.recv, path("").key(constantKey(c.arg(0)))), c.Pos())}
}

// Have: q.Encode(). Of all keys only those that matter are kept apart: with and without an ID.
func encodeValues(f *frame, c *call) []value {
	var out value
	for _, at := range deref(c.recv) {
		out = join(out, f.encode(at, c))
	}
	if out == nil {
		return []value{unknown()}
	}
	return []value{out}
}

func (f *frame) encode(at cell, c *call) value {
	rest := f.mem.load(cell{at.base, at.path.key("\x03any other key")})
	out := value{text{at: c.Pos()}}
	if _, absent := single1(rest).(zero); !absent {
		out = concat(out, asText(rest, c.Pos()))
	}
	for _, key := range f.keys(at) {
		content := f.mem.load(cell{at.base, at.path.key(key)})
		pair := content.each(func(a atom) value {
			if a == (zero{}) {
				return value{text{at: c.Pos()}}
			}
			return value{text{s: key + "=" + strings.ReplaceAll(asText(value{a}, c.Pos())[0].(text).s, "&", "%26") + "&", at: c.Pos()}}
		})
		out = concat(pair, out)
	}
	return out.each(func(a atom) value { t := a.(text); t.s = strings.TrimSuffix(t.s, "&"); return value{t} })
}

func single1(v value) atom {
	if len(v) != 1 {
		return nil
	}
	return v[0]
}

// keys lists the keys of a url.Values that say something of the request.
func (f *frame) keys(at cell) []string {
	var out []string
	for p := range f.mem.listed(at.base) {
		if parts := p[min(len(at.path), len(p)):].steps(); p.below(at.path) && len(parts) == 1 && parts[0][0] == keyMark[0] {
			key := string(parts[0][1:])
			if identity.IsIDKey(key) || identity.IsIgnoredIDKey(key) || strings.EqualFold(key, "resource") {
				out = append(out, key)
			}
		}
	}
	slices.Sort(out)
	return out
}

// Have: url.QueryEscape(s)
func escapeText(_ *frame, c *call) []value {
	return []value{asText(c.arg(0), c.Pos()).each(func(a atom) value {
		t := a.(text)
		t.s = strings.NewReplacer("&", "%26", "=", "%3D", "?", "%3F").Replace(t.s)
		return value{t}
	})}
}

// Have: http.NewRequest(method, url, body); url is argument n
func newRequest(n int) model {
	return func(f *frame, c *call) []value {
		at := cell{base: c.CallExpr}
		f.mem.store(at, value{zero{}})
		f.mem.store(cell{at.base, reqURL}, f.newURL(c, "request", c.arg(n)))
		return []value{{ref{at}}, unknown()}
	}
}

// requestsReturned notes the requests that a function makes for others to send. Callers in this package are traced
// themselves, and may add the ID.
func (f *frame) requestsReturned(results []value) {
	if f.literal == nil && f.decl.obj != nil && len(f.mentioned[f.decl.obj]) > 0 {
		return
	}
	for _, v := range results {
		for _, r := range as[ref](v) {
			made, ok := r.base.(*ast.CallExpr)
			if url := f.mem.listed(r.base)[reqURL]; ok && url != nil {
				f.note(site{sink: f.checker.table.Request(), node: made, id: f.urlText(url, made.Pos())})
			}
		}
	}
}

// Have: http.Get(url), client.Get(url)
func get(f *frame, c *call) []value {
	f.request(f.here(c.arg(0), c), c)
	return f.results(c)
}

// Have: client.Do(request)
func send(f *frame, c *call) []value {
	if len(c.args) != 1 || len(deref(c.args[0])) == 0 {
		return f.unknownCall(c)
	}
	f.request(f.urlText(f.read(c.args[0], reqURL), c.Pos()), c)
	return f.results(c)
}

// Have: req.WithContext(ctx)
func sameRequest(_ *frame, c *call) []value { return []value{c.recv} }
