package literals

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

// code is a text as tokens.
type code struct {
	language

	text     excerpt.Text
	source   string
	tokens   []token
	partner  []int // of a bracket, the other one; -1 of anything else
	joins    []string
	bindings map[string]*binding
	holders  map[int]bool // strings with such a name in a hole
}

// A span is some tokens: those of an expression, say.
type span struct{ from, to int }

// A part is a string of an expression, and where it stands in the joined text.
type part struct {
	token token
	at    int // in the text
	end   int

	hasMethod bool // is called on the string
}

func newCode(l language, t excerpt.Text) *code {
	c := &code{language: l, text: t, source: t.String(), joins: strings.Fields(l.concat)}
	c.bindings, c.holders = make(map[string]*binding), make(map[int]bool)
	c.tokens = l.lex(c.source)
	c.partner = make([]int, len(c.tokens))
	var open []int
	for i := range c.tokens {
		c.partner[i] = -1
		switch c.word(i) {
		case "(", "[", "{":
			open = append(open, i)
		case ")", "]", "}":
			if n := len(open) - 1; n >= 0 {
				c.partner[i], c.partner[open[n]] = open[n], i
				open = open[:n]
			}
		}
	}
	return c
}

// word returns what a token looks like. Strings have none.
func (c *code) word(i int) string {
	if i < 0 || i >= len(c.tokens) || c.tokens[i].kind == str {
		return ""
	}
	return c.source[c.tokens[i].start:c.tokens[i].end]
}

func (c *code) is(i int, k kind) bool { return i >= 0 && i < len(c.tokens) && c.tokens[i].kind == k }

func (c *code) isJoin(i int) bool { return c.is(i, mark) && slices.Contains(c.joins, c.word(i)) }

// ends reports whether a mark stands beside an expression and not in it.
func ends(word string) bool {
	return isOneOf(word, "( ) [ ] { } , ; : ? = => -> := += .=")
}

// isOneOf reports whether a word is one of those with spaces between them.
func isOneOf(word, words string) bool {
	return word != "" && slices.Contains(strings.Fields(words), word)
}

// isApart reports whether token i does not belong to the expression that ends before it.
func (c *code) isApart(i int) bool {
	before, now := i-1, i
	switch {
	case c.adjoins && c.is(before, str) && (c.is(now, str) || c.is(now, name)):
		return false
	case c.adjoins && c.is(before, name) && c.is(now, str):
		return isKeyword(c.word(before))
	case c.is(before, mark) && !isOneOf(c.word(before), ") ] }"), c.is(now, mark) && !isOneOf(c.word(now), "( [ { !"):
		return false
	case c.is(now, mark):
		return c.tokens[now].newline || c.word(now) == "{"
	}
	return true // two words
}

func isKeyword(word string) bool {
	return slices.Contains([]string{"return", "else", "case", "throw", "in", "do", "new", "const", "auto", "static"}, word)
}

// expression returns the tokens of the expression that token i belongs to, as far as the brackets around it go.
func (c *code) expression(i int) span {
	from, to := i, i+1
	for from > 0 && !c.isApart(from) {
		before := from - 1
		if word := c.word(before); (word == ")" || word == "]") && c.partner[before] >= 0 {
			before = c.partner[before]
		} else if ends(word) {
			break
		}
		from = before
	}
	for to < len(c.tokens) && !c.isApart(to) {
		next := to + 1
		if word := c.word(to); (word == "(" || word == "[") && c.partner[to] >= 0 {
			next = c.partner[to] + 1
		} else if ends(word) {
			break
		}
		to = next
	}
	return span{from, to}
}

// evaluate joins the operands of an expression. It is not ok if there is any operator that does not join.
func (c *code) evaluate(e span) (t excerpt.Text, parts []part, ok bool) {
	var b excerpt.Builder
	length := 0
	for i := e.from; i < e.to; {
		if c.isJoin(i) {
			i++
			continue
		}
		end := c.operandEnd(i, e.to)
		operand, literal, isClear := c.operand(span{i, end})
		if !isClear {
			return excerpt.Text{}, nil, false
		}
		b.Keep(operand)
		if literal {
			parts = append(parts, part{c.tokens[i], length, length + operand.Len(), end > i+1})
		}
		length += operand.Len()
		i = end
	}
	return b.Text(), parts, true
}

// operandEnd returns the end of the operand that begins at token i.
func (c *code) operandEnd(i, to int) int {
	end := max(i, c.partner[i]) + 1
	for end < to && !c.isJoin(end) && (!c.adjoins || !c.is(end, str) && !c.is(end-1, str)) {
		end = max(end, c.partner[end]) + 1
	}
	return min(end, to)
}

// operand returns the text of an operand: of a string, also with methods that leave it what it is, or of a name that has one, else a
// hole. It is not clear if it has other operators.
func (c *code) operand(e span) (t excerpt.Text, literal, ok bool) {
	first := c.tokens[e.from]
	if first.kind == str {
		return c.decode(first), true, c.keeps(span{e.from + 1, e.to})
	}
	last := c.tokens[e.to-1]
	if c.isName(e) {
		if known, isKnown := c.value(c.word(e.to - 1)); isKnown {
			return standsFor(known, c.text.Slice(first.start, last.end)), false, true
		}
	}
	for i := e.from; i < e.to; i++ {
		if c.is(i, mark) && !isOneOf(c.word(i), ". :: ?. -> ( [ { & * @ !") {
			return excerpt.Text{}, false, false
		}
		if c.partner[i] > i {
			i = c.partner[i]
		}
	}
	var b excerpt.Builder
	b.Put(string(identity.Unknown()), c.text.Slice(first.start, last.end))
	return b.Text(), false, true
}

// isName reports whether an operand is a name.
//
// Have: x, this.x, Type.X, Type::X
func (c *code) isName(e span) bool {
	for i := e.from; i < e.to; i++ {
		if word := c.word(i); !c.is(i, name) && word != "." && word != "::" && word != "->" {
			return false
		}
	}
	return c.is(e.to-1, name)
}

// keeps reports whether methods leave the text of a URL what it is, or fill its placeholders.
//
// Have: .to_string(), .format(x), .freeze
func (c *code) keeps(e span) bool {
	for i := e.from; i < e.to; i++ {
		switch word := strings.ToLower(c.word(i)); {
		case word == "." || word == "!":
		case c.is(i, name) && isHarmless(word):
		case word == "%": // Have: "…%s" % x
			return true
		case word == "(" && c.partner[i] > i && i > e.from:
			i = c.partner[i]
		default:
			return false
		}
	}
	return true
}

func isHarmless(method string) bool {
	return isOneOf(method, "to_string to_owned into parse as_str unwrap expect freeze format formatted tostring trim touri tourl c_str b "+
		"utf8 encode dup")
}
