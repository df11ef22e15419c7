package identity

import (
	"bytes"
	"cmp"
	"slices"
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

// A Gate tells from what the files of a package import, and then from their bytes, whether the package is worth a visit.
type Gate struct {
	Need  Need // of all imports so far
	table *Table
	words []string // see Import
}

// NewGate returns a gate that has seen no imports.
func (t *Table) NewGate() *Gate { return &Gate{table: t, words: []string{Name}} }

// NewGateFor returns the gate for what a package imports, by whatever names.
func (t *Table) NewGateFor(imported func(path string) bool) *Gate {
	gate := t.NewGate()
	for path := range t.needs {
		if imported(path) {
			gate.Import(path, ".")
		}
	}
	return gate
}

// Import takes an import into account. Name is what the file calls the package, if that is not the package's own name; a dot stands
// for any.
//
// A library that says Relevant matters where one of its names stands that can be a sink, or that of a type that carries an ID, since a
// function that returns one is told of to others. A directive counts, too: it has to be seen to have a use.
func (g *Gate) Import(path, name string) {
	need := g.table.Import(path)
	g.Need |= need
	if need&Relevant == 0 {
		return
	}
	words := slices.Clone(g.table.words[path])
	for _, kind := range g.table.kindsOf[path] {
		if name != "." {
			kind = cmp.Or(name, path[strings.LastIndexByte(path, '/')+1:]) + "." + kind // alone, ClientID is anybody's
		}
		words = append(words, kind)
	}
	for _, word := range words {
		if !slices.Contains(g.words, word) {
			g.words = append(g.words, word)
		}
	}
}

// Passes reports whether a text holds what makes the package worth a visit.
func (g *Gate) Passes(text []byte) bool {
	return g.Need&Relevant != 0 && slices.ContainsFunc(g.words, func(word string) bool { return hasName(text, word) }) ||
		Markers(text, g.Need&^Relevant) != 0
}

// hasName looks for a name that is not a part of another one.
func hasName(text []byte, name string) bool {
	isPart := func(c byte) bool { return c == '_' || c >= 0x80 || isLetterOrDigit(rune(c)) }
	for from := 0; ; {
		at := bytes.Index(text[from:], []byte(name))
		if at < 0 {
			return false
		}
		from += at + len(name)
		if (from == len(name) || !isPart(text[from-len(name)-1])) && (from == len(text) || !isPart(text[from])) {
			return true
		}
	}
}
