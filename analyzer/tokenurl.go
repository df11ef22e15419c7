package analyzer

import (
	"github.com/whichid/whichid/analyzer/identity"
)

const tokenPath = identity.TokenPath

// readRequest tells what the template of a URL asks for.
func readRequest(template string) identity.Request {
	return identity.ReadRequest(toWord(template), holeVariables(template))
}

// holeVariables returns what tells the variable of the environment whose value a hole of a template's Word is.
func holeVariables(template string) func(hole int) string {
	var names []string
	for _, p := range pieces(template) {
		if p.hole == nil {
			continue
		}
		name := ""
		if o, ok := p.hole.(opaque); ok && o.origin.kind == fromEnv {
			name = o.origin.name
		}
		names = append(names, name)
	}
	return func(hole int) string {
		if hole < len(names) {
			return names[hole]
		}
		return ""
	}
}

// isAppService reports whether a template begins with the address that App Service gives in the environment.
func isAppService(template string) bool {
	return identity.IsAppService(toWord(template), holeVariables(template))
}

// tokenRequest judges the template of a URL. It is unsure of all that is not plainly a token request.
func tokenRequest(template string) presence { return presenceOf(readRequest(template).Verdict) }
