package python

import "strings"

// A binding is all that a scope says about a name.
type binding struct {
	imports []string // what it is imported as: azure.identity.ManagedIdentityCredential
	values  []assignment
	other   bool // it may be something else: a parameter, a target of a loop, a function
}

// An assignment gives a name the value of the tokens [first, end).
type assignment struct {
	target     int // the name
	first, end int
}

// A scope is what the names in a function, a class or the module are bound to.
type scope struct {
	names map[string]*binding
	stars []string // modules of which every name is imported
}

// bind finds what names are bound to.
func (f *file) bind() {
	f.scopes = map[int]*scope{0: {names: make(map[string]*binding)}}
	f.attributes = make(map[string]*binding)
	for _, s := range f.statements {
		f.bindStatement(s)
	}
	for i := range f.tokens {
		if f.tokens[i].kind != name {
			continue
		}
		switch f.word(i) {
		case forWord:
			f.bindUntil(i+1, "in")
		case "lambda":
			f.bindUntil(i+1, ":")
		case "as":
			if f.tokens[i+1].kind == open {
				f.bindUntil(i+1, ")")
			} else if w := f.firstWord(i); w != importWord && w != fromWord {
				f.bindOther(i + 1)
			}
		}
		if f.word(i+1) == ":=" {
			f.bindOther(i)
		}
	}
}

// firstWord returns the first word of the statement that holds token i.
func (f *file) firstWord(i int) string {
	n := f.statementAt(i)
	if n < 0 {
		return ""
	}
	return f.word(f.statements[n].first)
}

// until returns the first token from i on that is a word, or ends what token i stands in.
func (f *file) until(i int, word string) int {
	for ; i < len(f.tokens); i = f.next(i) {
		if k := f.tokens[i].kind; k == newline || k == closing || k == end || f.word(i) == word {
			return i
		}
	}
	return i
}

// maxTargets bounds how many tokens behind a keyword may be names that it binds.
const maxTargets = 200

// bindUntil binds the names between token i and a word.
func (f *file) bindUntil(i int, word string) {
	stop := i
	for stop < min(len(f.tokens), i+maxTargets) && f.word(stop) != word && f.tokens[stop].kind != newline {
		stop++
	}
	f.bindNames(i, stop)
}

// scopeOf returns the block whose names token i sees first.
func (f *file) scopeOf(i int) int {
	b := f.blockAt(i)
	for b > 0 && f.blocks[b].word != defWord && f.blocks[b].word != classWord {
		b = f.blocks[b].parent
	}
	return b
}

// outer returns the next scope around one. A class is seen from its own statements only.
func (f *file) outer(b int) int {
	for b = f.blocks[b].parent; b > 0 && f.blocks[b].word != defWord; {
		b = f.blocks[b].parent
	}
	return b
}

func (f *file) scope(b int) *scope {
	s := f.scopes[b]
	if s == nil {
		s = &scope{names: make(map[string]*binding)}
		f.scopes[b] = s
	}
	return s
}

// binding returns the binding of a name in a scope, a new one if there is none.
func (s *scope) binding(name string) *binding {
	b := s.names[name]
	if b == nil {
		b = &binding{}
		s.names[name] = b
	}
	return b
}

// lookup returns the binding that a name has at token i, or nil.
func (f *file) lookup(name string, i int) *binding {
	for b := f.scopeOf(i); b >= 0; b = f.outer(b) {
		if s := f.scopes[b]; s != nil && s.names[name] != nil {
			return s.names[name]
		}
		if b == 0 {
			break
		}
	}
	return nil
}

func (f *file) bindOther(i int) { f.scope(f.scopeOf(i)).binding(f.word(i)).other = true }

// bindNames binds every name among the tokens [i, end) to something that is not known.
func (f *file) bindNames(i, end int) {
	for ; i < end && i < len(f.tokens); i++ {
		switch f.tokens[i].kind {
		case name:
			if next := f.word(i + 1); !isKeyword(f.word(i)) && f.word(i-1) != "." && next != "." && next != "(" && next != "[" {
				f.bindOther(i)
			}
		case open:
			if f.endsOperand(i - 1) { // a part of what is bound, by an index
				i = f.next(i) - 1
			}
		default:
		}
	}
}

// bindStatement binds the names that a statement gives a meaning.
func (f *file) bindStatement(s statement) {
	switch first := f.word(s.first); first {
	case importWord, fromWord:
		f.bindImport(s)
	case asyncWord, defWord, classWord:
		f.bindDefinition(s)
	case "global", "nonlocal":
		f.bindGlobal(s)
	case "del":
		f.bindNames(s.first+1, s.end)
	case caseWord:
		if f.headerAt(s.first) != nil {
			f.bindNames(s.first+1, s.end)
			return
		}
		f.bindAssignment(s)
	default:
		if !isKeyword(first) {
			f.bindAssignment(s)
		}
	}
}

// bindDefinition binds the name of a function or a class, and the parameters.
func (f *file) bindDefinition(s statement) {
	i := s.first
	if f.word(i) == asyncWord {
		i++
	}
	b, ok := f.heads[s.first]
	if !ok || i+1 >= s.end {
		return
	}
	f.bindOther(i + 1)
	bracket := i + 2
	if bracket < s.end && f.word(bracket) == "[" {
		bracket = f.next(bracket)
	}
	if f.word(i) != defWord || bracket >= s.end || f.tokens[bracket].kind != open || f.tokens[bracket].match < 0 {
		return
	}
	for _, a := range f.arguments(bracket) {
		at := a.at
		if a.star != "" {
			at++
		}
		if at < a.end && f.tokens[at].kind == name {
			f.scope(b).binding(f.word(at)).other = true
		}
	}
}

// bindGlobal makes a name of an outer scope one that is not known, because it is bound in an inner one.
func (f *file) bindGlobal(s statement) {
	for i := s.first + 1; i < s.end; i++ {
		if f.tokens[i].kind != name {
			continue
		}
		for b := f.scopeOf(s.first); b > 0; {
			b = f.outer(b)
			f.scope(b).binding(f.word(i)).other = true
		}
	}
}

// bindAssignment binds the targets of an assignment.
//
// Have: a = b = 1; a: str = "x"; a, b = f(); a += 1; self.a = 1
func (f *file) bindAssignment(s statement) {
	from, equal := s.first, f.until(s.first, "=")
	if equal >= s.end {
		for i := s.first; i < s.end; i = f.next(i) {
			if w := f.word(i); f.tokens[i].kind == op && len(w) > 1 && strings.HasSuffix(w, "=") && !isComparison(w) {
				f.bindNames(s.first, i)
				f.attribute(i).other = true
				return
			}
		}
		return
	}
	var targets [][2]int
	for equal < s.end {
		targets = append(targets, [2]int{from, equal})
		from = equal + 1
		equal = f.until(from, "=")
	}
	for _, t := range targets {
		f.bindTarget(t[0], t[1], from, s.end)
	}
}

func isComparison(word string) bool {
	return word == "==" || word == "!=" || word == "<=" || word == ">="
}

// bindTarget binds the target in the tokens [i, stop) to the value in the tokens [first, end).
func (f *file) bindTarget(i, stop, first, end int) {
	for j := i; j < stop; j = f.next(j) {
		if f.word(j) == ":" {
			stop = j
		}
	}
	value := assignment{stop - 1, first, end}
	switch {
	case stop == i+1 && f.tokens[i].kind == name:
		b := f.scope(f.scopeOf(i)).binding(f.word(i))
		b.values = append(b.values, value)
		if s := f.scopeOf(i); f.blocks[s].word == classWord {
			f.attribute(stop).values = append(f.attribute(stop).values, value)
		}
	case stop == i+3 && f.word(i+1) == ".":
		f.attribute(stop).values = append(f.attribute(stop).values, value)
	default:
		f.bindNames(i, stop)
	}
}

// attribute returns what is known of the attribute whose name stands before token i, whatever it is an attribute of.
func (f *file) attribute(i int) *binding {
	key := f.word(i - 1)
	b := f.attributes[key]
	if b == nil {
		b = &binding{}
		f.attributes[key] = b
	}
	return b
}
