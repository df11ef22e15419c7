package python

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
