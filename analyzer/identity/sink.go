package identity

import "strings"

// A Sink is one row of the table of known APIs: a function, or a struct of settings, that decides the identity. [ParseSink]
// reads the notation.
type Sink struct {
	Rule    string      // what an absent ID is
	Package string      // import path
	Name    string      // function, Type.Method, or type
	Struct  bool        // Name is a type: a value of it that meets the conditions turns managed identity on
	Params  int         // how many parameters the signature has that is meant, another one is another version's; or AnyParams
	When    []Condition // all of them have to be certain for the row to matter
	Unless  []Condition // none of them may be certain
	Carrier Place       // where the ID travels
	Form    Form        // what the carrier holds
	Options string      // the type that the carrier is a field of, for a fix that has to write a literal
	Kinds   []Kind      // the types that name an identity, the first is the one that every endpoint accepts
	Empty   string      // what becomes of an ID that is a constant empty string; "" if it is the same as no ID
	Unset   string      // what an ID that turns out empty at run time means, for the message of a fix
	Env     string      // the variable of the environment that names the identity where the carrier cannot
	Instead string      // the function of the package that takes the client ID as its argument InsteadArgument, for a fix
	Marker  Need        // what a file must hold, besides the import, for the row to matter; Relevant if the import is enough
	NoCure  bool        // no fix can write the ID, though there is a carrier

	InsteadArgument int

	added bool // by the user: the name of its package may be another than its path tells
}

// AnyParams is the Params of a row that means every signature.
const AnyParams = -1

// A Form says what a carrier holds.
type Form string

// The forms of a carrier.
const (
	FormNone    Form = ""        // nothing: the API cannot name an identity
	FormID      Form = "id"      // the ID, or the options that it is a field of
	FormDSN     Form = "dsn"     // a SQL connection string
	FormURL     Form = "url"     // the URL of a token request
	FormCommand Form = "command" // the words of a command
)

// IsText reports whether a carrier of the form holds a text that says more than the ID.
func (f Form) IsText() bool { return f == FormURL || f == FormDSN || f == FormCommand }

// A Place is an operand of a call, or a part of it.
type Place struct {
	Argument int      // or Receiver, which also means the struct of a row for one
	Fields   []string // of the operand, each as Field, Field.Field or Field.key of a map; the ID is in one of them, none means the operand
}

// Receiver is the Argument that means the receiver of a method.
const Receiver = -1

// A Condition is about an operand of a call, or a field of it, or of a struct.
type Condition struct {
	Place
	Value string // of a constant: a string's text, a number, true; "" means that nothing is there: nil, zero, an empty string
}

// A Kind is a string type that says which of an identity's names it holds.
type Kind struct {
	Name string // the type, in the sink's package
	Word string // what a variable's name says of such an ID: client, resource or object
}

// A Func names a function, a method or a type: the import path, the receiver's type or "", and the name.
type Func struct{ Package, Receiver, Name string }

// Func returns the name of the sink's function or type.
func (s *Sink) Func() Func {
	if receiver, method, ok := strings.Cut(s.Name, "."); ok {
		return Func{Package: s.Package, Receiver: receiver, Name: method}
	}
	return Func{Package: s.Package, Name: s.Name}
}

// Title is how messages call the sink: package name and name.
func (s *Sink) Title() string { return packageName(s.Package) + "." + s.Name }

// packageName returns the name that the package of an import path most likely has: not v2, but what stands before it.
func packageName(path string) string {
	rest, last := "", path
	if slash := strings.LastIndex(path, "/"); slash >= 0 {
		rest, last = path[:slash], path[slash+1:]
	}
	if rest != "" && len(last) > 1 && last[0] == 'v' && strings.Trim(last[1:], "0123456789") == "" {
		return packageName(rest)
	}
	return last
}

// WordOf tells which of an identity's names a field or a type holds, by its own name: client, resource or object.
func WordOf(name string) string {
	name = strings.ToLower(name)
	switch {
	case strings.Contains(name, "resource"), strings.Contains(name, "resid"):
		return "resource"
	case strings.Contains(name, "object"):
		return "object"
	}
	return "client"
}
