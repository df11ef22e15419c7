package analyzer

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// A resty client or request is a struct whose query parameters stand in a field that holds a url.Values.
func restQueries() []path {
	return []path{fieldMark + "QueryParam", fieldMark + "QueryParams"} // version 2, version 3
}

const restBase = path(fieldMark + "BaseURL")

// Have: resty.New()
func newRest(field string) model {
	return func(f *frame, c *call) []value {
		at := cell{base: c.CallExpr}
		f.mem.store(at, value{zero{}})
		f.newQuery(at, path("").field(field), c, value{zero{}})
		return []value{{ref{at}}}
	}
}

// newQuery gives a client or a request a url.Values of its own.
func (f *frame) newQuery(of cell, field path, c *call, content value) {
	at := cell{base: instance{c.CallExpr, "query"}}
	f.mem.store(at, content)
	f.mem.store(cell{of.base, of.path + field}, value{ref{at}})
}

// restRequest makes a request that begins with what its client adds to all. A client that was made elsewhere is taken to add
// nothing, unless some function of the package lets a client add something.
//
// Have: client.R()
func restRequest(field string) model {
	return func(f *frame, c *call) []value {
		at := cell{base: c.CallExpr}
		f.mem.store(at, value{zero{}})
		content := value{zero{}}
		if len(as[ref](c.recv)) == len(c.recv) {
			content = f.loadAll(deref(f.restQuery(c.recv)))
			f.mem.store(cell{at.base, restBase}, f.read(c.recv, restBase))
		} else if f.restClientsAdd() {
			content = unknown()
		}
		f.newQuery(at, path("").field(field), c, content)
		return []value{{ref{at}}}
	}
}

// restClientsAdd reports whether the package has clients that add to the query of every request.
func (v *visit) restClientsAdd() bool {
	adders := []string{
		"SetQueryParam", "SetQueryParams", "OnBeforeRequest", "SetPreRequestHook", "AddRequestMiddleware", "SetRequestMiddlewares",
	}
	found := false
	for _, file := range v.pkg.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if ok && slices.Contains(adders, sel.Sel.Name) {
				method, isFunc := v.object(sel).(*types.Func)
				found = found || isFunc && method.Signature().Recv() != nil && funcOf(method).Receiver == "Client"
			}
			return !found
		})
	}
	return found
}

// restQuery returns the url.Values of a client or of a request.
func (f *frame) restQuery(of value) value {
	for _, field := range restQueries() {
		if query := f.read(of, field); len(as[ref](query)) > 0 {
			return query
		}
	}
	return unknown()
}

// setRest writes to a field.
//
// Have: client.SetBaseURL(url)
func setRest(field path) model {
	return func(f *frame, c *call) []value {
		var targets []cell
		for _, at := range deref(c.recv) {
			targets = append(targets, cell{at.base, at.path + field})
		}
		f.mem.storeAny(targets, f.here(c.arg(0), c))
		return []value{c.recv}
	}
}

// Have: request.SetQueryParam(key, v)
func restParam(f *frame, c *call) []value {
	f.setKeys(deref(f.restQuery(c.recv)), constantKeys(c.arg(0)), asText(c.arg(1), c.Pos()))
	return []value{c.recv}
}

// Have: request.SetQueryParams(map[string]string{…})
func restParams(f *frame, c *call) []value {
	copyMap(f, &call{CallExpr: c.CallExpr, args: []value{f.restQuery(c.recv), c.arg(0)}})
	return []value{c.recv}
}

// Have: request.SetQueryString("key=v")
func restString(f *frame, c *call) []value {
	restParams(f, &call{CallExpr: c.CallExpr, recv: c.recv, args: []value{f.newValues(c, asText(c.arg(0), c.Pos()))}})
	return []value{c.recv}
}

// restGet sends a request to the URL that is argument n.
//
// Have: request.Get(url)
func restGet(n int) model {
	return func(f *frame, c *call) []value {
		f.restTo(f.here(c.arg(n), c), c)
		return f.results(c)
	}
}

// Have: request.Send(), after request.URL = url
func restSend(f *frame, c *call) []value {
	f.restTo(asText(f.read(c.recv, reqURL), c.Pos()), c)
	return f.results(c)
}

func (f *frame) restTo(url value, c *call) {
	base := asText(f.read(c.recv, restBase), c.Pos()).each(func(a atom) value {
		t := a.(text)
		t.s = strings.TrimRight(t.s, "/")
		return value{t}
	})
	query := encodeValues(f, &call{CallExpr: c.CallExpr, recv: f.restQuery(c.recv)})[0]
	whole := asText(url, c.Pos()).each(func(a atom) value {
		to := a.(text)
		if !strings.HasPrefix(to.s, "/") {
			return withQuery(value{to}, query)
		}
		return withQuery(concat(base, value{to}), query)
	})
	f.request(whole, c.CallExpr)
}

// withQuery adds a query to URLs that may have one.
func withQuery(urls, query value) value {
	return urls.each(func(a atom) value {
		return asText(query, a.(text).at).each(func(b atom) value {
			mark := "?"
			if strings.Contains(a.(text).s, "?") {
				mark = "&"
			}
			if b.(text).s == "" {
				mark = ""
			}
			b = text{s: mark + b.(text).s, at: b.(text).at}
			return value{a.(text).append(b.(text))}
		})
	})
}
