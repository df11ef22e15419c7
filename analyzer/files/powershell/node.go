package powershell

// A kind is what an expression is.
type kind int

const (
	opaque     kind = iota // has no meaning here; its parts may have
	word                   // a string or a bare word
	variable               // $name
	splat                  // @name
	parameter              // -Name, or -Name:value
	table                  // @{ key = value }
	list                   // a, b
	group                  // ( ), $( ) and @( )
	block                  // { }
	sum                    // a + b
	format                 // a -f b
	member                 // a.name, [type]::name
	invocation             // a.name(b), [type]::name(b)
	index                  // a[b]
	typeName               // [name]
)

// An expr is an expression or a word of a command, with the bytes that it stands in.
type expr struct {
	kind       kind
	start, end int
	name       string // of a variable, a splat, a parameter, a member or a type, in lower case
	quote      byte   // of a word: ", ' or 0
	here       bool   // of a word: a here-string
	joined     bool   // of a word: a part of a word without quotes
	static     bool   // of a member: behind ::
	array      bool   // of a group: @( )
	pieces     []piece
	kids       []*expr // operands, in their order; of a parameter, its value
	body       []*stmt // of a group or block
	entries    []entry // of a table
}

// A piece is a part of a word: literal text, the meaning of an escape, or a value that is put in.
type piece struct {
	start, end int
	escape     bool
	text       string // of an escape
	value      *expr
}

// An entry is one key of a table with its value.
type entry struct {
	key        *expr
	value      *stmt // nil if there is none
	start, end int
}

// A stmt is a statement.
type stmt struct {
	start, end int
	keyword    string // in lower case: if, else, function; "" for a pipeline
	name       string // of a function
	words      []*expr
	command    bool    // words are a command, and the first is its name; else the only one is an expression
	target     *expr   // of an assignment
	operator   string  // of an assignment: =, +=
	value      *stmt   // of an assignment, or behind return
	next       *stmt   // in the pipeline
	params     []param // of param ( ), or of a function
	cases      []branch
}

// A param is a parameter that is declared.
type param struct {
	variable *expr
	value    *expr // its default, or nil
}

// A branch is one case of a switch.
type branch struct {
	pattern *expr
	block   *expr
}

// single returns the expression that a statement is, or nil.
func (s *stmt) single() *expr {
	if s == nil || s.command || s.target != nil || s.keyword != "" || s.next != nil || len(s.words) != 1 {
		return nil
	}
	return s.words[0]
}

// inner returns the expression that stands in brackets, or the expression itself.
func (e *expr) inner() *expr {
	for e != nil && e.kind == group && len(e.body) == 1 && e.body[0].single() != nil {
		e = e.body[0].single()
	}
	return e
}
