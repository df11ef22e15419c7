package identity

import (
	"bytes"
	"strings"
)

// A Need says what, besides the import of a library, makes a package worth a visit.
type Need int

// The needs, from none to all that an import can say.
const (
	Irrelevant Need = iota // the import says nothing
	NeedMarker             // relevant if a file of the package also holds a marker: net/http and the token path
	Relevant               // relevant by itself
)

// marker stands, in some letter case, in every package that asks the metadata endpoint by itself. It is the shortest end of the
// path, because host and path may be joined at run time.
//
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
const marker = "oauth2/token"

// HasMarker reports whether text holds the end of the token path, in any letter case, or the name of App Service's endpoint
// in the environment.
func HasMarker(text []byte) bool { return hasPath(text) || hasVariable(text) }

// hasVariable looks for what all names of [IsAppServiceEndpoint] end in, so that one search does.
func hasVariable(text []byte) bool {
	const end = "_ENDPOINT"
	for from := 0; ; {
		at := bytes.Index(text[from:], []byte(end))
		if at < 0 {
			return false
		}
		from += at + len(end)
		if before := text[:from-len(end)]; bytes.HasSuffix(before, []byte("IDENTITY")) || bytes.HasSuffix(before, []byte("MSI")) {
			return true
		}
	}
}

func hasPath(text []byte) bool {
	const anchor = "2/" // no letters, so it has one case, and it is rare
	before := strings.Index(marker, anchor)
	for from := 0; ; {
		at := bytes.Index(text[from:], []byte(anchor))
		if at < 0 {
			return false
		}
		start := from + at - before
		if start >= 0 && start+len(marker) <= len(text) && bytes.EqualFold(text[start:start+len(marker)], []byte(marker)) {
			return true
		}
		from += at + len(anchor)
	}
}

// Import tells what the import of a package means.
func (t *Table) Import(path string) Need { return t.needs[path] }
