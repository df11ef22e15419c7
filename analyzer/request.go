package analyzer

import (
	"go/ast"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// reqURL is the field of an http.Request.
const reqURL = path(fieldMark + "URL")

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
				f.request(f.urlText(url, made.Pos()), made)
			}
		}
	}
}

// Have: http.Get(url), client.Get(url)
func get(f *frame, c *call) []value {
	f.request(f.here(c.arg(0), c), c.CallExpr)
	return f.results(c)
}

// Have: client.Do(request)
func send(f *frame, c *call) []value {
	if len(c.args) != 1 || len(deref(c.args[0])) == 0 {
		return f.unknownCall(c)
	}
	f.request(f.urlText(f.read(c.args[0], reqURL), c.Pos()), c.CallExpr)
	return f.results(c)
}

// Have: req.WithContext(ctx)
func sameRequest(_ *frame, c *call) []value { return []value{c.recv} }

// request notes that a request is sent to url. App Service's endpoint stands in variables that other platforms set, too:
// where a file speaks of one, nothing is known.
func (f *frame) request(url value, at ast.Expr) {
	file := f.pkg.Fset.File(f.decl.file.FileStart)
	id := asText(url, at.Pos()).each(func(a atom) value {
		if _, ok := cutAppService(a.(text).s); ok {
			if src, err := f.pkg.ReadFile(file.Name()); err != nil || identity.MentionsOther(src) {
				return unknown()
			}
		}
		return value{a}
	})
	f.note(site{sink: f.checker.table.Request(), node: at, id: id})
}
