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
		q := identity.ParseQuery("?" + toWord(t.s))
		part := &fields{cells: map[path]value{"": {zero{}}}}
		if q.Open != identity.Present {
			part.cells[""] = unknown()
		}
		if isParameter(t.s) {
			part.cells[path("").key(anyOtherKey)] = value{t}
		}
		for key, val := range q.Keys {
			part.cells[path("").key(key)] = value{text{s: fromWord(val, t), at: t.at}}
		}
		all = append(all, structure{part})
	}
	f.mem.store(at, all)
	return value{ref{at}}
}

// Have: q.Set(key, v). Under one of several keys, each may have got it.
func setValue(f *frame, c *call) []value {
	f.setKeys(deref(c.recv), constantKeys(c.arg(0)), asText(c.arg(1), c.Pos()))
	return nil
}

// setKeys writes v under one of the keys of one of several maps.
func (f *frame) setKeys(maps []cell, keys []string, v value) {
	var targets []cell
	for _, at := range maps {
		for _, key := range keys {
			targets = append(targets, cell{at.base, at.path.key(key)})
		}
	}
	f.storeParts(targets, v)
}

// Have: q.Add(key, v). The endpoint reads the first value of a key.
func addValue(f *frame, c *call) []value {
	maps, keys := deref(c.recv), constantKeys(c.arg(0))
	added := asText(c.arg(1), c.Pos())
	if len(maps) == 1 && len(keys) == 1 {
		added = f.mem.load(cell{maps[0].base, maps[0].path.key(keys[0])}).each(func(a atom) value {
			if a == (zero{}) || a == (null{}) {
				return added
			}
			return value{a}
		})
	}
	f.setKeys(maps, keys, added)
	return nil
}

// constantKeys lists what a key may be, or unknownKey if that is not known.
func constantKeys(v value) []string {
	var keys []string
	for _, a := range v {
		t, ok := a.(text)
		key, isConstant := constantText(t.s)
		if !ok || !isConstant {
			return []string{unknownKey}
		}
		keys = append(keys, key)
	}
	return keys
}

// Have: q.Del(key)
func deleteValue(f *frame, c *call) []value {
	f.setKeys(deref(c.recv), constantKeys(c.arg(0)), value{zero{}})
	return nil
}

// Have: q.Get(key)
func getValue(f *frame, c *call) []value {
	var out value
	for _, key := range constantKeys(c.arg(0)) {
		out = join(out, asText(f.first(f.read(c.recv, path("").key(key)), c), c.Pos()))
	}
	return []value{out}
}

// first returns the first of the values that a url.Values holds under a key, or zero where there is none.
func (f *frame) first(content value, c *call) value {
	return content.each(func(a atom) value {
		list, ok := f.list(value{a})
		switch {
		case ok && len(list) == 0:
			return value{zero{}}
		case ok:
			return asText(list[0], c.Pos())
		}
		return asText(value{a}, c.Pos())
	})
}

// Have: maps.Copy(q, other)
func copyMap(f *frame, c *call) []value {
	f.copyKeys(c.arg(1), c.arg(0), false)
	return nil
}

// Have: maps.Clone(q)
func cloneMap(f *frame, c *call) []value {
	if from := deref(c.arg(0)); len(from) == 0 || len(from) != len(c.arg(0)) {
		return f.results(c)
	}
	return []value{f.address(c.CallExpr, f.loadAll(deref(c.arg(0))))}
}

const anyOtherKey = "\x03any other key"

// isWhole reports whether all keys of a map are known.
func (f *frame) isWhole(at cell) bool {
	return slices.Equal(f.mem.load(cell{at.base, at.path.key(anyOtherKey)}), value{zero{}})
}

// allKeys lists the keys of a map that are known, sorted.
func (f *frame) allKeys(at cell) []string {
	var out []string
	for p := range f.mem.listed(at.base) {
		if parts := p[min(len(at.path), len(p)):].steps(); p.below(at.path) && len(parts) == 1 && parts[0][0] == keyMark[0] {
			out = append(out, string(parts[0][1:]))
		}
	}
	slices.Sort(out)
	return out
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
	out := value{text{at: c.Pos()}}
	if !f.isWhole(at) {
		rest := f.mem.load(cell{at.base, at.path.key(anyOtherKey)}).each(wholeQuery)
		out = concat(out, asText(rest, c.Pos()))
	}
	for _, key := range f.allKeys(at) {
		if !decides(key) {
			continue
		}
		pair := f.first(f.mem.load(cell{at.base, at.path.key(key)}), c).each(func(a atom) value {
			t, ok := a.(text)
			if !ok { // no such key
				return value{text{at: c.Pos()}}
			}
			return value{text{s: key + "=" + queryValue(t.s) + "&", at: c.Pos()}}
		})
		out = concat(pair, out)
	}
	return out.each(func(a atom) value { t := a.(text); t.s = strings.TrimSuffix(t.s, "&"); return value{t} })
}

// queryOf is the part of a parameter that is a map, encoded: what a call gives is encoded there.
const queryOf = path(keyMark + "\x03encoded")

// wholeQuery turns a key that nobody wrote, of a map that is a parameter, into all that the caller's map holds.
func wholeQuery(a atom) value {
	p, ok := a.(parameter)
	of, isRest := strings.CutSuffix(string(p.path), keyMark+anyOtherKey)
	if !ok || !isRest {
		return value{a}
	}
	return value{parameter{p.index, path(of) + queryOf}}
}

// decides reports whether a key of a query says something of the request.
func decides(key string) bool {
	return identity.IsIDKey(key) || strings.EqualFold(key, "resource") || strings.EqualFold(key, "api-version") ||
		identity.IsDSNKey(key)
}

// isParameter reports whether a text is all of what a caller gives.
func isParameter(template string) bool {
	all := pieces(template)
	if len(all) != 1 {
		return false
	}
	_, ok := all[0].hole.(parameter)
	return ok
}
