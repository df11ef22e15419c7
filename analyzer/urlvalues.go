package analyzer

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

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
	if len(rest) != 1 || rest[0] != (zero{}) {
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

// keys lists the keys of a url.Values that say something of the request.
func (f *frame) keys(at cell) []string {
	var out []string
	for p := range f.mem.listed(at.base) {
		if parts := p[min(len(at.path), len(p)):].steps(); p.below(at.path) && len(parts) == 1 && parts[0][0] == keyMark[0] {
			key := string(parts[0][1:])
			if identity.IsIDKey(key) || identity.IsIgnoredIDKey(key) || strings.EqualFold(key, "resource") || identity.IsDSNKey(key) {
				out = append(out, key)
			}
		}
	}
	slices.Sort(out)
	return out
}
