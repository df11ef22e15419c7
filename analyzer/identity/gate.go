package identity

import (
	"bytes"
	"strings"
)

// A Need says what, besides the import of a library, makes a package worth a visit. Needs are joined by |.
type Need uint8

// The needs that an import can have.
const (
	NeedToken   Need = 1 << iota // the path of a token request
	NeedCommand                  // a command that logs in
	NeedDSN                      // a connection string
	Relevant                     // one of the names of the library, see [Gate.Import]

	Irrelevant Need = 0 // the import says nothing
)

// tokenMarker stands, in some letter case, in every package that asks a token endpoint by itself. It is the shortest end of the
// path, because host and path may be joined at run time.
//
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
const tokenMarker = "oauth2/token"

// Markers returns those of the needs whose marker stands in text.
func Markers(text []byte, needs Need) Need {
	found := Irrelevant
	if needs&(NeedToken|NeedCommand) != 0 && hasTokenMarker(text) {
		found |= NeedToken | NeedCommand // curl
	}
	if needs&NeedToken != 0 && hasVariable(text) {
		found |= NeedToken
	}
	if needs&NeedCommand != 0 && mayLogIn(text) {
		found |= NeedCommand
	}
	if needs&NeedDSN != 0 && bytes.Contains(text, []byte("fedauth")) {
		found |= NeedDSN
	}
	return found & needs
}

// hasVariable looks for the name of App Service's endpoint in the environment: for what all names of [IsAppServiceEndpoint] end
// in, so that one search does.
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

// MayLogIn reports whether a script may hold a command of the table.
func MayLogIn(script string) bool {
	login := strings.Contains(script, "login") && (strings.Contains(script, "az") || strings.Contains(script, "kube"))
	return login || strings.Contains(script, "sqlcmd") || strings.Contains(script, "use_msi") ||
		hasTokenMarker([]byte(script)) || hasVariable([]byte(script))
}

// mayLogIn looks for a subcommand and for the name of its program, as a word of its own or at the end of a string.
func mayLogIn(text []byte) bool {
	if bytes.Contains(text, []byte("sqlcmd")) && bytes.Contains(text, []byte("ActiveDirectory")) {
		return true
	}
	if bytes.Contains(text, []byte("AzAccount")) && bytes.Contains(text, []byte("-Identity")) {
		return true
	}
	if !bytes.Contains(text, []byte("login")) {
		return false
	}
	for _, program := range []string{"az login", `az"`, "az.cmd", "azcopy", "kubelogin", "azd"} {
		if bytes.Contains(text, []byte(program)) {
			return true
		}
	}
	return false
}

// hasTokenMarker looks for the marker, in any letter case.
func hasTokenMarker(text []byte) bool {
	const anchor = "2/" // no letters, so it has one case, and it is rare
	before := strings.Index(tokenMarker, anchor)
	for from := 0; ; {
		at := bytes.Index(text[from:], []byte(anchor))
		if at < 0 {
			return false
		}
		start := from + at - before
		end := start + len(tokenMarker)
		if start >= 0 && end <= len(text) && bytes.EqualFold(text[start:end], []byte(tokenMarker)) {
			return true
		}
		from += at + len(anchor)
	}
}

// Import tells what the import of a package means.
func (t *Table) Import(path string) Need { return t.needs[path] }
