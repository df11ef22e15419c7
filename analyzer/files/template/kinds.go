package template

import (
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
	if b.comment || strings.HasPrefix(inside, "/*") || strings.HasPrefix(inside, "!") {
		return Control, -1
	}
	words := strings.FieldsFunc(inside, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '$' || r == '.')
	})
	is := func(list, word string) bool { return strings.Contains(list, " "+word+" ") }
	if inside == "" || len(words) == 0 {
		return Value, -1
	}
	if !strings.HasPrefix(inside, ">") && (is(controls, words[0]) || inside[0] == '#' || inside[0] == '/' || assigns(inside)) {
		return Control, -1
	}
	for i, word := range words {
		if !is(blocks, word) {
			continue
		}
		for ; i+1 < len(words); i++ {
			if column, err := strconv.Atoi(words[i+1]); err == nil && strings.HasSuffix(words[i], "indent") {
				return Block, column
			}
		}
		return Block, -1
	}
	switch {
	case inside[0] == '>':
		return Block, -1
	case b.control:
		return Control, -1
	}
	return Value, -1
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
		from, to := places[i].Start, places[j-1].End
		for from > 0 && (s[from-1] == ' ' || s[from-1] == '\t') {
			from--
		}
		for to < len(s) && (s[to] == ' ' || s[to] == '\t') {
			to++
		}
		if (from == 0 || s[from-1] == '\n' || s[from-1] == '\r') && (to == len(s) || s[to] == '\n' || s[to] == '\r') {
			for n := i; n < j; n++ {
				places[n].Line, places[n].From, places[n].To = true, from, to
				if places[n].Column < 0 && places[n].Kind == Value {
					places[n].Column = places[n].Start - from
				}
			}
		}
		i = j
	}
}
