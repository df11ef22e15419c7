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
	mixed   bool             // that function sets an ID on some paths only, and is reported
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
		if sink.Form == identity.FormDSN && len(sink.Carrier.Fields) == 0 {
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
	if sink.Form == identity.FormDSN {
		s.id = f.textAt(s.id, node.Pos())
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
		mixed:   inner.mixed || inner.overall() == mixed,
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
