package analyzer

import (
	"go/token"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A url.URL is a struct with the fields of net/url. One that was parsed has its text up to the query in the field Host, or
// in Scheme, Host and Path where these can be told apart.
const (
	urlScheme = path(fieldMark + "Scheme")
	urlUser   = path(fieldMark + "User")
	urlHost   = path(fieldMark + "Host")
	urlPath   = path(fieldMark + "Path")
	urlRaw    = path(fieldMark + "RawQuery")
	urlWhole  = path(fieldMark + "whole text") // as it was parsed: the alternatives of its fields belong together
)

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

type urlParts struct{ scheme, host, path, query string }

// splitURL splits a template. What it cannot tell apart goes into the host, which comes first when the URL is joined. The
// fragment is dropped: no client sends it.
func splitURL(template string) urlParts {
	var u urlParts
	rest, _, _ := strings.Cut(template, "#")
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
	return concat(concat(concat(concat(scheme, f.userText(u, at)), get(urlHost)), path), raw)
}

// userText returns what stands before the host. What was parsed has it in the host.
func (f *frame) userText(u value, at token.Pos) value {
	return f.read(u, urlUser).each(func(a atom) value {
		switch a := a.(type) {
		case null, zero:
			return value{text{at: at}}
		case text:
			a.s += "@"
			return value{a}
		}
		return value{text{s: hole(a) + "@", at: at}}
	})
}

// Have: url.User(name), url.UserPassword(name, password)
func urlUserinfo(_ *frame, c *call) []value {
	out := asText(c.arg(0), c.Pos())
	if len(c.args) > 1 {
		out = concat(concat(out, value{text{s: ":", at: c.Pos()}}), asText(c.arg(1), c.Pos()))
	}
	return []value{out}
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

// Have: u.ResolveReference(reference)
func resolveReference(f *frame, c *call) []value {
	return []value{f.newURL(c, "url", resolve(f.urlText(c.recv, c.Pos()), f.urlText(c.arg(0), c.Pos())))}
}

// Have: u.Parse(reference)
func parseReference(f *frame, c *call) []value {
	return []value{f.newURL(c, "url", resolve(f.urlText(c.recv, c.Pos()), asText(c.arg(0), c.Pos()))), unknown()}
}

// resolve returns references as seen from base URLs. One that may be of either kind is not known.
func resolve(bases, references value) value {
	return bases.each(func(a atom) value {
		base := splitURL(a.(text).s)
		return references.each(func(b atom) value {
			reference := b.(text)
			switch {
			case splitURL(reference.s).scheme != "":
				return value{reference}
			case strings.HasPrefix(reference.s, holeMark), strings.HasPrefix(reference.s, "//"),
				base.scheme == "", strings.Contains(base.host, holeMark):
				return value{text{s: hole(opaque{}), at: reference.at}}
			case !strings.HasPrefix(reference.s, "/"):
				reference.s = base.path[:strings.LastIndex(base.path, "/")+1] + "/" + reference.s
			}
			whole := text{s: base.scheme + "://" + base.host, at: reference.at}
			return value{whole.append(text{s: "/" + strings.TrimLeft(reference.s, "/"), at: reference.at})}
		})
	})
}

// Have: url.QueryEscape(s)
func escapeText(_ *frame, c *call) []value {
	return []value{asText(c.arg(0), c.Pos()).each(func(a atom) value {
		t := a.(text)
		t.s = queryValue(t.s)
		return value{t}
	})}
}

// queryValue escapes a template for the value of a key: whatever comes into its holes, it brings no further keys.
func queryValue(template string) string {
	return fromWord(identity.Escaped(toWord(template)), text{s: template})
}
