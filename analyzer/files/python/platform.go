package python

import (
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// platform appends the value of a variable of the environment that holds a platform's endpoint.
//
// Have: os.environ["IDENTITY_ENDPOINT"], os.environ.get("IDENTITY_ENDPOINT"), os.getenv("IDENTITY_ENDPOINT")
func (f *file) platform(b *builder, i, stop int) bool {
	at := i
	for at < stop && (f.tokens[at].kind == name || f.word(at) == ".") {
		at++
	}
	if at == i || at+3 != stop || f.tokens[at].match != stop-1 || f.tokens[at+1].kind != plain {
		return false
	}
	if path, _ := f.dotted(i, at); !isEnviron(strings.TrimPrefix(path, "os."), f.word(at)) {
		return false
	}
	variable := strings.Trim(f.word(at+1), `"'`)
	if !identity.IsPlatformEndpoint(variable) {
		return false
	}
	b.put(string(identity.Variable(variable)), f.at(i, stop))
	return true
}

// isEnviron reports whether a path of names, and the bracket behind it, read a variable of the environment.
func isEnviron(path, bracket string) bool {
	return bracket == "[" && path == "environ" || bracket == "(" && (path == "getenv" || path == "environ.get")
}

// isTokenURL reports whether text leads to an endpoint that gives tokens.
func isTokenURL(b *builder) bool {
	t := b.Text()
	return hasPath(t.String()) || identity.IsAppService(t.Word(), identity.VariableOf)
}
