package analyzer

import (
	"go/ast"
	"go/types"

	"github.com/whichid/whichid/analyzer/identity"
)

// A site is one sink in one place, with all that the paths to it say of the ID.
type site struct {
	sink    *identity.Sink
	node    ast.Expr // the call, the function that is taken as a value, or the literal
	decl    *declaration
	options value            // the argument that carries the ID, or a part of it
	id      value            // the content of the carrier; for a request, its URL
	guarded bool             // an empty ID goes another way
	meant   *placedDirective // in the function that passes the ID on: callers need none
	wrapper string           // the function that passes the ID on, or ""
}

// A siteKey tells sites apart: one call can reach several sinks through a wrapper.
type siteKey struct {
	sink *identity.Sink
	node ast.Expr
}

// A siteLog lists sites in the order in which they are found.
type siteLog struct {
	sites  []*site
	siteAt map[siteKey]*site
}

func newSiteLog() *siteLog { return &siteLog{siteAt: make(map[siteKey]*site)} }

// add writes down a site, or adds what another path says of it.
func (l *siteLog) add(s site) {
	key := siteKey{s.sink, s.node}
	if known := l.siteAt[key]; known != nil {
		known.id = join(known.id, s.id)
		known.options = join(known.options, s.options)
		return
	}
	l.siteAt[key] = &s
	l.sites = append(l.sites, &s)
}

// note writes down a site of the function that is traced. Those of closures that come from other functions are noted there;
// settings are judged by who gets them, and stand where they were made.
func (f *frame) note(s site) {
	here := isWithin(s.node.Pos(), f.decl.node())
	if !f.recording || !here && !s.sink.Struct {
		return
	}
	s.decl, f.sinks = f.decl, true
	if !here {
		s.decl = f.declarationAt(s.node.Pos())
	}
	f.noted++
	if f.apart != nil {
		f.apart.add(s)
	} else {
		f.add(s)
	}
}

// sink notes the call of a function of the table, if the conditions of a row hold, and reports whether a row means the function.
func (f *frame) sink(name identity.Func, c *call) bool {
	known := false
	for _, sink := range f.checker.table.Sinks(name) {
		fits := f.fits(sink, c)
		known = known || fits
		if !fits || !f.holds(sink, c.operand) {
			continue
		}
		options := c.operand(sink.Carrier.Argument)
		if sink.Form == identity.FormDSN {
			options = f.here(options, c)
		}
		f.noteSink(sink, c.CallExpr, options)
		break
	}
	return known
}

// noteSink notes a site whose ID is held by an operand, or by a part of it.
func (f *frame) noteSink(sink *identity.Sink, node ast.Expr, options value) {
	s := site{sink: sink, node: node, options: options, id: options}
	switch {
	case sink.Form == identity.FormNone:
		s.options, s.id = nil, value{zero{}}
	case len(sink.Carrier.Fields) > 0:
		s.id = f.either(options, sink.Carrier.Fields)
	}
	f.note(s)
}

// either reads the ID from one of several fields. Where more than one may hold it, on whichever paths, nothing is known, but
// that a caller decides if all come from it.
func (f *frame) either(options value, fields []string) value {
	var first, given value
	for i, field := range fields {
		id := f.readFields(options, field)
		if i == 0 {
			first = id
		}
		if len(id.only(isMissing)) == len(id) {
			continue
		}
		switch {
		case given == nil:
			given = id
		case len(as[parameter](given)) < len(given) || len(as[parameter](id)) < len(id):
			return unknown()
		}
	}
	if given != nil {
		return given
	}
	return first
}

// isMissing reports whether an alternative is no ID at all.
func isMissing(a atom) bool {
	t, isText := a.(text)
	return a == null{} || a == zero{} || isText && t.s == ""
}

// wrap notes a call that decides the ID of a sink in the function that it calls.
func (f *frame) wrap(inner *site, a *actuals) {
	options := a.put(inner.options)
	id := a.put(inner.id)
	switch fields := inner.sink.Carrier.Fields; {
	case inner.sink.Form == identity.FormCommand:
		id = f.commandLine(options, a.call.Pos())
	case inner.sink.Form == identity.FormURL:
		id = f.here(id, a.call)
	case len(fields) > 1:
		id = f.either(options, fields)
	}
	outer := site{
		sink:    inner.sink,
		node:    a.call.CallExpr,
		id:      id,
		options: options,
		wrapper: a.name,
		guarded: inner.guarded,
		meant:   inner.meant,
	}
	f.note(outer)
}

// wrapperName names a function of another package that passes the ID on, with its package or type.
func wrapperName(foreign api, c *call) string {
	name := foreign.name.Name
	sel, isSelector := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	switch {
	case foreign.name.Receiver != "":
		return foreign.name.Receiver + "." + name
	case isSelector:
		return types.ExprString(sel.X) + "." + name
	}
	return name
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
	foreign                 // not a request for a managed identity: it says nothing of the other paths
)

// presence judges one alternative of what the carrier holds.
func (s *site) presence(a atom) presence {
	t, isText := a.(text)
	switch {
	case !s.sink.Form.IsText():
		return s.idPresence(a)
	case !isText:
		if _, ok := a.(parameter); ok {
			return asked
		}
		return unsure
	case s.sink.Form == identity.FormURL:
		return tokenRequest(t.s)
	case s.sink.Form == identity.FormDSN:
		return presenceOf(s.dsn(t).Verdict)
	}
	return commandPresence(t)
}

// idPresence judges one alternative of an ID.
func (s *site) idPresence(a atom) presence {
	switch a := a.(type) {
	case null, zero:
		return absent
	case text:
		if a.s == "" && s.sink.Empty != "" && !s.guarded {
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

// overall joins what all alternatives say.
func (s *site) overall() presence {
	var seen [foreign + 1]bool
	for _, a := range s.id {
		seen[s.presence(a)] = true
	}
	switch none := seen[absent] || seen[empty]; {
	case none && (seen[present] || seen[unsure] || seen[asked]):
		return mixed
	case seen[absent]:
		return absent
	case seen[empty]:
		return empty
	case seen[asked]:
		return asked
	case seen[present] && !seen[unsure]:
		return present
	}
	return unsure
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
