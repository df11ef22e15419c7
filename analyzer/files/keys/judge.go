package keys

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// An answer is what is known of something.
type answer int

const (
	no answer = iota
	yes
	perhaps
)

// judge adds what a row says of a mapping.
func (w *walk) judge(r *row, p place, n *tree.Node) {
	for _, c := range r.when {
		if r.holds(c, n) != yes {
			return
		}
	}
	for _, c := range r.unless {
		if r.holds(c, n) != no {
			return
		}
	}
	verdict, wrong := r.verdict(n)
	s := site.Site{Rule: r.rule, Verdict: verdict, Name: r.name}
	asks := p.asks
	for _, c := range r.when {
		if e, ok := r.find(n, c.key); ok {
			asks = e
		}
	}
	s.At = joined(asks)
	switch verdict {
	case identity.Absent:
		s.Message = fmt.Sprintf("%s names no identity in %s: %s", r.name, r.idKey(), r.without)
		s.Fix = w.fix(r, n)
	case identity.Empty:
		s.Message = fmt.Sprintf("%s has an empty %s: %s", r.name, r.idKey(), r.empty)
	case identity.Ignored:
		e, _ := r.find(n, wrong)
		s.At = joined(e)
		s.Message = fmt.Sprintf("%s does not read %s: %s names the identity", r.name, last(wrong), r.idKey())
	case identity.Unsure, identity.None, identity.Present, identity.Asked:
		return
	}
	w.sites = append(w.sites, s)
}

// verdict judges the IDs of a mapping; wrong is the key of one that is not read.
func (r *row) verdict(n *tree.Node) (v identity.Verdict, wrong string) {
	empty := false
	for _, id := range r.ids {
		switch value, known := r.lookup(n, id); {
		case !known:
			return identity.Unsure, ""
		case value == nil || value.Kind == tree.Scalar && value.Null:
		case value.Kind == tree.Scalar && strings.TrimSpace(value.Text()) == "":
			empty = true
		default:
			return identity.Present, ""
		}
	}
	for _, key := range r.ignored {
		if r.holds(condition{key: key, form: '!', values: []string{""}}, n) == yes {
			return identity.Ignored, key
		}
	}
	if empty && r.empty != "" {
		return identity.Empty, ""
	}
	return identity.Absent, ""
}

// holds reports whether a condition holds for a mapping.
func (r *row) holds(c condition, n *tree.Node) answer {
	value, known := r.lookup(n, c.key)
	switch {
	case !known:
		return perhaps
	case c.form == 0:
		return truth(value != nil && !value.Null)
	case value != nil && value.Kind != tree.Scalar:
		if value.Kind == tree.Unknown {
			return perhaps
		}
		return truth(c.form == '!')
	}
	text := strings.TrimSpace(value.Text())
	if strings.ContainsFunc(text, isHole) {
		if c.form == '!' {
			return yes
		}
		return perhaps
	}
	if c.form == '!' {
		return truth(text != "" && !strings.EqualFold(text, c.values[0]))
	}
	for _, want := range c.values {
		if c.form == '~' {
			text, want = strings.ToLower(text), strings.ToLower(want)
		}
		if want == "true" && identity.IsTrue(text) || matches(want, text) {
			return yes
		}
	}
	return no
}

func truth(b bool) answer {
	if b {
		return yes
	}
	return no
}

func isHole(r rune) bool {
	_, ok := identity.HoleOf(r)
	return ok
}

// lookup returns the value of a key such as a.b, or nil if it is not there, and whether that is known.
func (r *row) lookup(n *tree.Node, key string) (value *tree.Node, known bool) {
	for step := range strings.SplitSeq(key, ".") {
		if n == nil || n.Kind == tree.Scalar {
			return nil, n == nil || !strings.ContainsFunc(n.Value.String(), isHole)
		}
		if n.Kind == tree.Unknown {
			return nil, false
		}
		e, ok := r.step(n, step)
		if !ok {
			return nil, !mayHoldMore(n)
		}
		n = e.Value
	}
	return n, n == nil || n.Kind != tree.Unknown
}

// mayHoldMore reports whether a mapping, or a list of names and values, may have keys that are not seen.
func mayHoldMore(n *tree.Node) bool {
	return n.Open || slices.ContainsFunc(n.Items, func(item *tree.Node) bool {
		return item == nil || item.Kind == tree.Unknown || strings.ContainsFunc(item.Get("name").Text(), isHole)
	})
}

// find returns the entry of a key such as a.b.
func (r *row) find(n *tree.Node, key string) (out tree.Entry, ok bool) {
	for step := range strings.SplitSeq(key, ".") {
		if n == nil {
			return out, false
		}
		if out, ok = r.step(n, step); !ok {
			return out, false
		}
		n = out.Value
	}
	return out, ok
}

// step returns the entry of a key in a mapping, or in a list of names and values.
//
// Have: {azureClientId: x}; [{name: azureClientId, value: x}]
func (r *row) step(n *tree.Node, key string) (tree.Entry, bool) {
	is := func(text string) bool { return text == key || r.fold && strings.EqualFold(text, key) }
	for _, e := range n.Entries {
		if is(e.Key.String()) {
			return e, true
		}
	}
	for _, item := range n.Items {
		if name := item.Get("name"); is(name.Text()) {
			value := item.Get("value")
			if value == nil {
				value = &tree.Node{Kind: tree.Unknown, At: item.At} // a reference to a secret, say
			}
			return tree.Entry{Key: name.Value, Value: value}, true
		}
	}
	return tree.Entry{}, false
}

// idKey returns the key of the ID as messages call it: with the keys around it if nothing else says where that is.
func (r *row) idKey() string {
	id := r.ids[0]
	around, _, _ := strings.Cut(id, ".")
	for _, c := range r.when {
		if c.key == around || strings.HasPrefix(c.key, around+".") {
			return last(id)
		}
	}
	return id
}

// last returns the last key of a.b.
func last(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }
