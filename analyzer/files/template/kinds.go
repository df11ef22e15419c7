package template

import (
	"slices"
	"strconv"
	"strings"
)

// A bracket is how a place begins and ends.
type bracket struct {
	open, end string
	notBehind string // a byte before it that makes it something else
	dollar    bool   // a $ before it belongs to it
	control   bool   // what stands in it renders nothing, unless a word says something else
	comment   bool
}

// brackets returns the table of brackets; those that begin with another stand before it.
func brackets() []bracket {
	return []bracket{
		{open: "{{{", end: "}}}"}, // Handlebars, not escaped: https://handlebarsjs.com/guide/#html-escaping
		// Go, Jinja, Liquid, Handlebars; with $ GitHub (https://docs.github.com/actions/learn-github-actions/expressions) and
		// Azure Pipelines (https://learn.microsoft.com/azure/devops/pipelines/process/template-expressions).
		{open: "{{", end: "}}", dollar: true},
		{open: "{%", end: "%}", control: true}, // Jinja, Liquid: https://jinja.palletsprojects.com/templates/
		// In a shell, ${#name} is the length of a variable.
		{open: "{#", end: "#}", notBehind: "$", comment: true},
		{open: "<%=", end: "%>"}, // ERB, EJS: https://docs.ruby-lang.org/en/master/ERB.html
		{open: "<%", end: "%>", control: true},
	}
}

// controls are the words, between blanks, that a place which renders nothing begins with.
const controls = " if else elseif elif end with range define block each for endif endfor unless break continue set assign " +
	"capture macro raw endraw fail "

// blocks are the words, between blanks, that make a place render lines of its own.
const blocks = " include template toYaml toYamlPretty tpl nindent indent insert render partial yield import to_nice_yaml to_yaml "

// kind tells what comes out of what stands between brackets, and in which column.
func kind(b bracket, inside string) (Kind, int) {
	inside = strings.TrimSpace(strings.Trim(inside, "-+~"))
	words := strings.FieldsFunc(inside, isNoWord)
	switch {
	case b.comment || strings.HasPrefix(inside, "/*") || strings.HasPrefix(inside, "!"):
		return Control, -1
	case len(words) == 0:
		return Value, -1
	case inside[0] == '>': // a part in Handlebars
		return Block, -1
	case isIn(controls, words[0]) || inside[0] == '#' || inside[0] == '/' || assigns(inside):
		return Control, -1
	}
	if i := slices.IndexFunc(words, func(word string) bool { return isIn(blocks, word) }); i >= 0 {
		return Block, indent(words[i:])
	}
	if b.control {
		return Control, -1
	}
	return Value, -1
}

// indent returns the column that words say, or -1.
//
// Have: toYaml . | nindent 4
func indent(words []string) int {
	for i, word := range words[1:] {
		if column, err := strconv.Atoi(word); err == nil && strings.HasSuffix(words[i], "indent") {
			return column
		}
	}
	return -1
}

// isIn reports whether a list of words has a word.
func isIn(list, word string) bool { return strings.Contains(list, " "+word+" ") }

// isNoWord reports whether a rune stands between words.
func isNoWord(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_', r == '$', r == '.':
		return false
	}
	return true
}

// assigns reports whether a place sets a variable.
//
// Have: $name := .Values.name
func assigns(inside string) bool {
	name, _, ok := strings.Cut(inside, "=")
	return ok && inside[0] == '$' && !strings.ContainsAny(strings.TrimRight(name, " :"), " (|")
}

// lines finds the places that have lines of their own.
func lines(s string, places []Place) {
	for i := 0; i < len(places); {
		j := i + 1
		for j < len(places) && strings.Trim(s[places[j-1].End:places[j].Start], " \t") == "" {
			j++
		}
		if from, to, ok := alone(s, places[i:j]); ok {
			for n := i; n < j; n++ {
				p := &places[n]
				p.Line, p.From, p.To = true, from, to
				if p.Column < 0 && p.Kind == Value {
					p.Column = p.Start - from
				}
			}
		}
		i = j
	}
}

// alone returns the lines that places stand on, if nothing else stands there: a remark behind what renders nothing is nothing.
func alone(s string, places []Place) (from, to int, ok bool) {
	from, to = places[0].Start, places[len(places)-1].End
	for from > 0 && (s[from-1] == ' ' || s[from-1] == '\t') {
		from--
	}
	for to < len(s) && (s[to] == ' ' || s[to] == '\t') {
		to++
	}
	if to < len(s) && s[to] == '#' && !slices.ContainsFunc(places, func(p Place) bool { return p.Kind != Control }) {
		for to < len(s) && !breaks(s[to]) {
			to++
		}
	}
	return from, to, (from == 0 || breaks(s[from-1])) && (to == len(s) || breaks(s[to]))
}

// breaks reports whether a byte ends a line.
func breaks(c byte) bool { return c == '\n' || c == '\r' }
