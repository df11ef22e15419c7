package identity

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

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
// function that returns one is told of to others. What only the files that import the library can name has to stand behind the name
// that it has there: alone, Config and ClientID are anybody's. A directive counts, too: it has to be seen to have a use.
func (g *Gate) Import(path, name string) {
	need := g.table.Import(path)
	g.Need |= need
	if need&Relevant == 0 {
		return
	}
	for _, word := range g.table.words[path] {
		if text := word.in(path, name); !slices.Contains(g.words, text) {
			g.words = append(g.words, text)
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

// A word is a name of a row.
type word struct {
	text  string
	alone bool // it stands without the name of its package: a method, a field
}

// names are what code says that the row is about: the function, the method, the struct, or a field that has to have a value.
func (s *Sink) names() []word {
	names := []word{{s.Func().Name, s.added || s.Func().Receiver != ""}}
	for _, condition := range s.When {
		if s.Struct && condition.Value != "" {
			names = append(names, word{condition.Fields[0], true}) // cfg.UseManagedIdentity = true
		}
	}
	return names
}

// carriers are the names of the types that hold the ID on its way: see [Table.Carriers].
func (s *Sink) carriers() []word {
	var names []word
	for _, kind := range s.Kinds {
		names = append(names, word{kind.Name, s.added})
	}
	switch {
	case s.Struct:
		return append(names, word{s.Func().Name, s.added})
	case s.Options != "":
		return append(names, word{s.Options, s.added})
	case s.Carrier.Argument == Receiver && s.Form != FormNone:
		return append(names, word{s.Func().Receiver, s.added})
	}
	return names
}

// in returns the word as it stands in a file that imports its package, by a name if it gives it one. A package may have another
// name than the end of its path, if that is no name or a version.
func (w word) in(path, name string) string {
	qualifier := cmp.Or(name, packageName(path))
	isKnown := name != "" || strings.HasSuffix(path, "/"+qualifier) && areNames([]string{qualifier})
	if w.alone || qualifier == "." || !isKnown {
		return w.text
	}
	return qualifier + "." + w.text
}
