package python

import "sort"

// A statement is a simple statement, or the head of a compound one: the tokens [first, end), without what ends it.
type statement struct {
	first, end int
	block      int // that it stands in
}

// A block is the head of a compound statement and what is indented below it. The first one is the module, which has no head.
type block struct {
	word       string // def, class, if, elif …
	first, end int    // its head, with the colon
	guard      int    // where the patterns of a case end
	parent     int
	indent     int
	before     int // the block before it of the same statement: the if of an else; or -1
	last       int // the last block that it is the parent of, or -1
	stop       int // the token behind all that is inside
}

// layout finds the statements and the blocks.
func (f *file) layout() {
	f.blocks = []block{{indent: -1, before: -1, last: -1, stop: len(f.tokens), parent: -1}}
	around := 0
	fresh := true // the statement begins a line
	for i := 0; i < len(f.tokens); {
		end := i
		for end < len(f.tokens) && f.tokens[end].kind != newline {
			end++
		}
		if end > i {
			if fresh {
				around = f.outdent(around, i)
			}
			around = f.statement(i, end, around)
		}
		fresh = end < len(f.tokens) && !f.isSemicolon(end)
		i = end + 1
	}
	f.outdent(around, len(f.tokens))
}

// isSemicolon reports whether the end of a statement is a semicolon and not that of its line.
func (f *file) isSemicolon(i int) bool {
	at := f.tokens[i].from
	return at < len(f.src) && f.src[at] == ';'
}

// outdent closes the blocks that a line at token i does not belong to, and returns the one that it does.
func (f *file) outdent(around, i int) int {
	indent := -1
	if i < len(f.tokens) {
		indent = f.indent(i)
	}
	for around > 0 && f.blocks[around].indent >= indent {
		f.blocks[around].stop = i
		around = f.blocks[around].parent
	}
	return around
}

// indent returns the column of the first token of a line. Tabs go to the next multiple of eight.
func (f *file) indent(i int) int {
	at := f.tokens[i].from
	from := at
	for from > 0 && (f.src[from-1] == ' ' || f.src[from-1] == '\t') {
		from--
	}
	column := 0
	for ; from < at; from++ {
		if f.src[from] == '\t' {
			column += 8 - column%8
		} else {
			column++
		}
	}
	return column
}

// statement adds a statement, and the block that it opens. What stands behind the colon of a head is a statement of its own. It
// returns the block that the next line may belong to.
func (f *file) statement(i, end, around int) int {
	for {
		word, colon := f.head(i, end)
		if word == "" {
			f.statements = append(f.statements, statement{i, end, around})
			return around
		}
		f.statements = append(f.statements, statement{i, colon + 1, around})
		b := block{word: word, first: i, end: colon + 1, parent: around, before: -1, last: -1, stop: end}
		b.guard = f.guard(i, colon)
		b.indent = f.blocks[around].indent
		if f.startsLine(i) {
			b.indent = f.indent(i)
		}
		if last := f.blocks[around].last; last >= 0 && continues(word, f.blocks[last].word) && f.blocks[last].indent == b.indent {
			b.before = last
		}
		around = len(f.blocks)
		f.blocks[b.parent].last = around
		f.blocks = append(f.blocks, b)
		f.heads[i] = around
		f.matches = f.matches || word == matchWord || word == caseWord
		if i = colon + 1; i >= end {
			return around
		}
	}
}

// guard returns the first token of a head that belongs to a condition behind the patterns.
func (f *file) guard(i, colon int) int {
	for ; i < colon; i = f.next(i) {
		if f.word(i) == "if" {
			break
		}
	}
	return i
}

func (f *file) startsLine(i int) bool {
	at := f.tokens[i].from
	for at > 0 && (f.src[at-1] == ' ' || f.src[at-1] == '\t') {
		at--
	}
	return at == beginning(f.src) || f.src[at-1] == '\n' || f.src[at-1] == '\r'
}

// continues reports whether a block goes on with the compound statement that another one belongs to.
func continues(word, before string) bool {
	switch word {
	case elifWord, "else", "except", "finally":
		return before != defWord && before != classWord && before != "with" && before != matchWord
	case caseWord:
		return before == caseWord
	}
	return false
}

// head returns the keyword of a compound statement and its colon.
func (f *file) head(i, end int) (word string, colon int) {
	first := i
	if f.word(i) == asyncWord && i+1 < end {
		first++
	}
	word = f.word(first)
	switch word {
	case defWord, classWord, "if", elifWord, "else", forWord, "while", "try", "except", "finally", "with":
	case matchWord, caseWord:
		if !f.isSoft(first, end) {
			return "", 0
		}
	default:
		return "", 0
	}
	lambdas := 0
	for j := first + 1; j < end; j = f.next(j) {
		switch f.word(j) {
		case "lambda":
			lambdas++
		case ":":
			if lambdas == 0 {
				return word, j
			}
			lambdas--
		}
	}
	return "", 0
}

// isSoft reports whether match or case at token i is a keyword there.
func (f *file) isSoft(i, end int) bool {
	if f.tokens[i].kind != name || i+1 >= end {
		return false
	}
	last := f.word(end-1) == ":"
	switch next := f.tokens[i+1]; next.kind {
	case name:
		return !isIn("in is if and or", f.word(i+1))
	case number, plain, begin:
		return true
	case open:
		return last || f.word(i) == caseWord && f.src[next.from] != '['
	case op:
		switch f.word(i + 1) {
		case "-", "*", "~", "...":
			return last || f.word(i) == caseWord && f.word(i+1) != "*"
		}
	default:
	}
	return false
}

// statementAt returns the index of the statement that holds token i, or -1.
func (f *file) statementAt(i int) int {
	n := sort.Search(len(f.statements), func(n int) bool { return f.statements[n].first > i }) - 1
	if n < 0 || i >= f.statements[n].end {
		return -1
	}
	return n
}

// blockAt returns the block that token i stands in; the head of a block stands outside of it.
func (f *file) blockAt(i int) int {
	if n := f.statementAt(i); n >= 0 {
		return f.statements[n].block
	}
	return 0
}

// headerAt returns the block whose head token i stands in, or nil.
func (f *file) headerAt(i int) *block {
	n := f.statementAt(i)
	if n < 0 {
		return nil
	}
	b, ok := f.heads[f.statements[n].first]
	if !ok {
		return nil
	}
	return &f.blocks[b]
}
