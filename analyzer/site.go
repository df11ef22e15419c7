package analyzer

import (
	"go/ast"
	"strconv"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A site is one sink in one place, with all that the paths to it say of the ID.
type site struct {
	sink    *identity.Sink
	node    *ast.CallExpr
	decl    *declaration
	options value  // the argument that carries the ID, or a part of it
	id      value  // the content of the carrier; for a request, its URL
	wrapper string // the function of this package that passes the ID on, or ""
}

// A siteKey tells sites apart: one call can reach several sinks through a wrapper.
type siteKey struct {
	sink *identity.Sink
	node *ast.CallExpr
}

// note writes down a site, or adds what another path says of it.
func (f *frame) note(s site) {
	if !f.recording {
		return
	}
	key := siteKey{s.sink, s.node}
	if known := f.siteAt[key]; known != nil {
		known.id = join(known.id, s.id)
		known.options = join(known.options, s.options)
		return
	}
	s.decl = f.decl
	f.siteAt[key] = &s
	f.sites = append(f.sites, &s)
}

// sink notes the call of a function of the table.
func (f *frame) sink(sink *identity.Sink, c *call) {
	if sink.Carrier == "" {
		f.note(site{sink: sink, node: c.CallExpr, id: value{zero{}}})
		return
	}
	index, fields := carrier(sink)
	id := c.args[index]
	for _, name := range fields {
		id = f.read(id, path("").field(name))
	}
	f.note(site{sink: sink, node: c.CallExpr, options: c.args[index], id: id})
}

// carrier splits "0.ID" into the argument's index and the fields below it.
func carrier(sink *identity.Sink) (int, []string) {
	parts := strings.Split(sink.Carrier, ".")
	index, err := strconv.Atoi(parts[0])
	if err != nil {
		return 0, nil // a test holds the table to the grammar
	}
	return index, parts[1:]
}

// request notes that a request is sent to url.
func (f *frame) request(url value, c *call) {
	f.note(site{sink: f.checker.table.Request(), node: c.CallExpr, id: asText(url, c.Pos())})
}

// wrap notes a call that decides the ID of a sink in the function that it calls.
func (f *frame) wrap(inner *site, a *actuals) {
	outer := site{
		sink:    inner.sink,
		node:    a.call.CallExpr,
		id:      a.put(inner.id),
		wrapper: calleeName(a.call.Fun),
	}
	f.note(outer)
}

// A presence is what is known of the ID at a sink.
type presence int

const (
	unsure  presence = iota // unknown, or not a request for a token
	absent                  // no ID on any path
	empty                   // an ID that is a constant empty string, or one under a name that is not read
	present                 // an ID on every path
	mixed                   // on some paths only
	asked                   // the caller decides
)

// merge joins what two alternatives say.
func (p presence) merge(q presence) presence {
	switch {
	case p == q:
		return p
	case p == mixed || q == mixed:
		return mixed
	case p == unsure && q == present, p == present && q == unsure:
		return unsure
	case p == asked || q == asked:
		if p == absent || p == empty || q == absent || q == empty {
			return mixed
		}
		return asked
	case p <= empty && q <= empty && p != unsure && q != unsure:
		return absent
	}
	return mixed
}

// presence judges one alternative of the site's ID.
func (s *site) presence(a atom) presence {
	if s.sink.Rule == identity.IMDSURL {
		t, ok := a.(text)
		if !ok {
			return unsure
		}
		return tokenRequest(t.s)
	}
	switch a := a.(type) {
	case null, zero:
		return absent
	case text:
		if a.s == "" && s.sink.Empty != "" {
			return empty
		}
		if a.s == "" {
			return absent
		}
		if holes := pieces(a.s); len(holes) == 1 && holes[0].hole != nil {
			if _, ok := holes[0].hole.(parameter); ok {
				return asked
			}
		}
		return present
	case parameter:
		return asked
	}
	return unsure
}

// overall joins all alternatives.
func (s *site) overall() presence {
	out := unsure
	for i, a := range s.id {
		if p := s.presence(a); i == 0 {
			out = p
		} else {
			out = out.merge(p)
		}
	}
	return out
}

// depends reports whether a caller decides some alternative.
func (s *site) depends() bool {
	for _, a := range s.id {
		if s.presence(a) == asked {
			return true
		}
	}
	return false
}
