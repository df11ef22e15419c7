package keys

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// Dotenv yields the sites in a file of variables such as .env. A file that only speaks of the variable that would name the identity, in
// a comment or without a value, is one that is still to be filled in.
//
// Have: ARM_USE_MSI=true; export A="b c"; # comment; NAME
func Dotenv(t excerpt.Text, _ site.Reading) []site.Site {
	text := t.String()
	if !identity.HasLogin(text) {
		return nil
	}
	var variables []Variable
	for from := 0; from < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
			end = from + n
		}
		if v, ok := assignment(t.Slice(from, end)); ok {
			variables = append(variables, v)
		}
		from = end + 1
	}
	return Assigned(variables, text)
}

// Assigned judges variables that are assigned somewhere in a text, a script for one. One that speaks of the variable that would
// name the identity may set it in ways that are not seen.
func Assigned(variables []Variable, text string) []site.Site {
	var out []site.Site
	for _, login := range logins(variables) {
		if !slices.ContainsFunc(login.Names, func(name string) bool { return speaksOf(text, name) }) {
			out = append(out, siteOf(login, variables[login.Asks]))
		}
	}
	return out
}

// assignment reads a line.
func assignment(line excerpt.Text) (Variable, bool) {
	text := strings.TrimRight(line.String(), " \t\r")
	start := len(text) - len(strings.TrimLeft(text, " \t"))
	if rest, ok := strings.CutPrefix(text[start:], "export "); ok {
		start = len(text) - len(strings.TrimLeft(rest, " \t"))
	}
	name, value, ok := strings.Cut(text[start:], "=")
	name = strings.TrimRight(name, " \t")
	if name == "" || slices.ContainsFunc([]byte(name), func(c byte) bool { return !isName(c) }) {
		return Variable{}, false
	}
	v := Variable{Name: name, At: line.Slice(start, len(text)), Given: !ok || strings.ContainsAny(value, "$`")}
	from := len(text) - len(strings.TrimLeft(value, " \t"))
	v.Value = line.Slice(from, len(text))
	if value = text[from:]; len(value) > 1 && (value[0] == '"' || value[0] == '\'') {
		if end := strings.IndexByte(value[1:], value[0]); end >= 0 {
			v.Value = line.Slice(from+1, from+1+end)
		}
	} else if comment := strings.Index(value, " #"); comment >= 0 {
		v.Value = line.Slice(from, from+len(strings.TrimRight(value[:comment], " ")))
	}
	return v, true
}
