package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// reqURL is the field of an http.Request.
const reqURL = path(fieldMark + "URL")

// here moves a URL that comes from another function to the call that uses it: a finding belongs where the request is made.
func (f *frame) here(url value, c *call) value {
	at := c.Pos()
	for i, arg := range c.args {
		if i < len(c.Args) && slices.Equal(arg, url) {
			at = c.Args[i].Pos()
		}
	}
	return f.textAt(url, at)
}

// textAt moves what comes from another function to a place in this one.
func (f *frame) textAt(v value, at token.Pos) value {
	node := f.decl.node()
	return asText(v, at).each(func(a atom) value {
		t := a.(text)
		if t.at < node.Pos() || node.End() <= t.at {
			t.at = at
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

// inner is the field of a client's own request that holds the http.Request.
const inner = path(fieldMark + "Request")

// around makes the request of a library that holds an http.Request.
//
// Have: retryablehttp.NewRequest(method, url, body)
func around(makeInner model) model {
	return func(f *frame, c *call) []value {
		made := makeInner(f, c)[0]
		at := cell{base: instance{c.CallExpr, "around a request"}}
		f.mem.store(at, value{zero{}})
		f.mem.store(cell{at.base, inner}, made)
		return []value{{ref{at}}, unknown()}
	}
}

// Have: request.Raw()
func innerRequest(f *frame, c *call) []value { return []value{f.read(c.recv, inner)} }

// sentURL returns the URL of a request, or of the one inside.
func (f *frame) sentURL(request value, at token.Pos) value {
	request = request.only(func(a atom) bool { return a != null{} }) // where it could not be made, none is sent
	if within := f.read(request, inner); len(as[ref](within)) == len(within) {
		request = within
	}
	return f.urlText(f.read(request, reqURL), at)
}

// requestsReturned notes the requests that a function makes for others to send. Callers in this package are traced
// themselves, and may add the ID.
func (f *frame) requestsReturned(results []value) {
	if f.literal == nil && f.decl.obj != nil && len(f.mentioned[f.decl.obj]) > 0 {
		return
	}
	for _, v := range results {
		for _, r := range as[ref](v) {
			if within := as[ref](f.mem.listed(r.base)[inner]); len(within) == 1 {
				r = within[0]
			}
			made, ok := madeBy(r.base)
			if url := f.read(value{r}, reqURL); ok && len(deref(url)) > 0 {
				f.request(f.urlText(url, made.Pos()), made)
			}
		}
	}
}

// madeBy returns the call of the traced function that an allocation came out of.
func madeBy(base any) (*ast.CallExpr, bool) {
	if i, ok := base.(instance); ok {
		base = i.call
	}
	call, ok := base.(*ast.CallExpr)
	return call, ok
}

// Have: http.Get(url), client.Get(url)
func get(f *frame, c *call) []value {
	f.request(f.here(c.arg(0), c), c.CallExpr)
	return f.results(c)
}

// Have: client.Do(request); the request is argument n
func send(n int) model {
	return func(f *frame, c *call) []value {
		if len(c.args) <= n || len(deref(c.args[n])) == 0 {
			return f.unknownCall(c)
		}
		f.request(f.sentURL(c.args[n], c.Pos()), c.CallExpr)
		return f.results(c)
	}
}

// requestSent notes a request that is given to code that is not seen, and that by its type sends one. It returns which argument
// that is, or -1.
//
// Have: fetcher.Fetch(ctx, req), where this returns (*http.Response, error)
func (f *frame) requestSent(c *call) int {
	sig, ok := f.typeOf(c.Fun).(*types.Signature)
	if !ok || sig.Results().Len() != 2 || !isPointerTo(sig.Results().At(0).Type(), "Response") {
		return -1
	}
	for i := range min(sig.Params().Len(), len(c.args)) {
		if isPointerTo(sig.Params().At(i).Type(), "Request") && len(deref(c.args[i])) > 0 {
			f.request(f.sentURL(c.args[i], c.Pos()), c.CallExpr)
			return i
		}
	}
	return -1
}

// isPointerTo reports whether a type is a pointer to one of net/http.
func isPointerTo(t types.Type, name string) bool {
	p, ok := t.(*types.Pointer)
	return ok && typeName(p.Elem()) == identity.Func{Package: "net/http", Name: name}
}

// Have: req.WithContext(ctx)
func sameReceiver(_ *frame, c *call) []value { return []value{c.recv} }

// Have: retryablehttp.FromRequest(req)
func sameArgument(_ *frame, c *call) []value { return []value{c.arg(0)} }

// request notes that a request is sent to url. App Service's endpoint stands in variables that other platforms set, too:
// where a file speaks of one, a request without an ID may be right there.
func (f *frame) request(url value, at ast.Expr) {
	file := f.pkg.Fset.File(f.decl.file.FileStart)
	id := asText(url, at.Pos()).each(func(a atom) value {
		t := a.(text)
		if isAppService(t.s) && tokenRequest(t.s) != present {
			if src, err := f.pkg.ReadFile(file.Name()); err != nil || identity.MentionsOther(src) {
				return nil
			}
		}
		return value{t}
	})
	f.note(site{sink: f.checker.table.Request(), node: at, id: id})
}

// isOnlyRequest reports whether a site is the only request of its function: a caller that gives it the URL of a token request
// means to send that, whatever may keep the function from it.
func (v *visit) isOnlyRequest(s *site) bool {
	return s.sink.Rule == identity.IMDSURL && !slices.ContainsFunc(v.sites, func(other *site) bool {
		return other != s && other.decl == s.decl && other.sink.Rule == identity.IMDSURL
	})
}
