package analyzer

// A decorator is a cell that holds its name and its argument.
const (
	decoratorName     = path(fieldMark + "name")
	decoratorArgument = path(fieldMark + "argument")
)

// Have: autorest.WithBaseURL(url)
func decorator(f *frame, c *call) []value {
	at := cell{base: c.CallExpr}
	f.mem.store(at, value{zero{}})
	f.mem.store(cell{at.base, decoratorName}, literal(calleeName(c.Fun), c.Pos()))
	f.mem.store(cell{at.base, decoratorArgument}, f.argumentHere(c))
	return []value{{ref{at}}}
}

// argumentHere returns the first argument of a call, as text if it is a string.
func (f *frame) argumentHere(c *call) value {
	if v := c.arg(0); len(as[text](v)) == len(v) {
		return f.here(v, c)
	}
	return c.arg(0)
}

// Have: autorest.Prepare(&http.Request{}, decorators...)
func prepare(f *frame, c *call) []value {
	args, ok := f.listed(c)
	if !ok || len(args) == 0 {
		return f.unknownCall(c)
	}
	return f.prepared(args[1:], c)
}

// Have: preparer.Prepare(&http.Request{})
func prepareWith(f *frame, c *call) []value {
	decorators, ok := f.list(c.recv)
	if !ok {
		return f.unknownCall(c)
	}
	return f.prepared(decorators, c)
}

// prepared makes the request that decorators lead to.
func (f *frame) prepared(decorators []value, c *call) []value {
	url := value{text{at: c.Pos()}}
	var queries []value
	for _, d := range decorators {
		name, ok := onlyConstant(f.read(d, decoratorName))
		if !ok {
			return f.unknownCall(c)
		}
		switch argument := f.read(d, decoratorArgument); name {
		case "WithBaseURL":
			url = asText(argument, c.Pos())
		case "WithPath":
			url = joinSlash([]value{url, argument}, c)
		case "WithQueryParameters":
			queries = append(queries, encodeValues(f, &call{CallExpr: c.CallExpr, recv: argument})[0])
		}
	}
	for _, query := range queries {
		url = withQuery(url, query)
	}
	at := cell{base: c.CallExpr}
	f.mem.store(at, value{zero{}})
	f.mem.store(cell{at.base, reqURL}, f.newURL(c, "request", url))
	return []value{{ref{at}}, unknown()}
}
