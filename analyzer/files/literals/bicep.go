package literals

import (
	"regexp"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// A runKey is a row of the table of properties whose text a machine runs.
type runKey struct {
	name     string
	around   string        // the property that has it; "" for any
	language site.Language // of a text that does not say what it is in its first line
}

// runKeys is the table. The text of a deployment script, in scriptContent, is not in it: the resource names the identity that it
// has, and logs in by itself.
//
// https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux#extension-schema,
// https://learn.microsoft.com/azure/virtual-machines/custom-data, https://learn.microsoft.com/azure/virtual-machines/user-data,
// https://learn.microsoft.com/azure/templates/microsoft.compute/virtualmachines/runcommands
func runKeys() []runKey {
	return []runKey{
		{name: "commandToExecute", language: site.Shell},
		{name: "customData"},
		{name: "userData"},
		{name: "script", around: "source", language: site.Shell},
		{name: "script", around: "settings", language: site.Shell},
		{name: "script", around: "protectedSettings", language: site.Shell},
	}
}

// machines returns the sites of the texts in a Bicep file that machines run.
//
// Have: commandToExecute: 'x'; customData: base64('#cloud-config …'); var x = '#!/bin/sh …' and customData: base64(x)
func (c *code) machines(r site.Reading) (out []site.Site) {
	if r.Text == nil {
		return nil
	}
	used, read := c.usedNames(), 0
	for i, t := range c.tokens {
		if t.kind != str || !mayRun(c.source[t.start:t.end]) {
			continue
		}
		if read++; read > maxSites {
			break
		}
		text := c.script(t)
		if c.callee(c.around(i)) == "format" {
			text = filled(text)
		}
		if language := c.machineLanguage(i, text, used); language != site.Other {
			out = append(out, r.Text(language, text)...)
		}
	}
	return out
}

// machineLanguage tells what a string is written in that a machine runs.
func (c *code) machineLanguage(i int, text excerpt.Text, used map[string]bool) site.Language {
	s := strings.TrimLeft(text.String(), " \t\r\n")
	isCloud := strings.HasPrefix(s, "#cloud-config")
	key, isVariable := c.property(i)
	if isVariable {
		switch {
		case isCloud:
			return site.YAML
		case used[key]:
			return interpreted(text.Slice(text.Len()-len(s), text.Len()), site.Other)
		}
		return site.Other
	}
	for _, row := range runKeys() {
		if key != row.name || row.around != "" && c.word(c.around(c.outside(i))-2) != row.around {
			continue
		}
		switch {
		case isCloud:
			return site.YAML
		case row.language == site.Shell && isPowerShell(s):
			return site.PowerShell
		}
		return interpreted(text.Slice(text.Len()-len(s), text.Len()), row.language)
	}
	return site.Other
}

// usedNames returns the names in the values of properties that machines run.
func (c *code) usedNames() map[string]bool {
	used := make(map[string]bool)
	for i := range c.tokens {
		if c.word(i+1) != ":" || !c.tokens[i].newline || !isRunKey(c.word(i)) {
			continue
		}
		for n := i + 2; n < len(c.tokens) && n < i+60 && !c.tokens[n].newline; n++ {
			if c.is(n, name) {
				used[c.word(n)] = true
			}
		}
	}
	return used
}

func isRunKey(key string) bool {
	for _, row := range runKeys() {
		if row.name == key {
			return true
		}
	}
	return false
}

// outside returns the first token of the line on which the calls around a token begin.
func (c *code) outside(i int) int {
	for n, open := 0, c.around(i); n < maxAround && open >= 0 && c.word(open) == "("; n, open = n+1, c.around(open) {
		i = open
	}
	for i > 0 && !c.tokens[i].newline && c.word(i-1) != "{" && c.word(i-1) != "," {
		i--
	}
	return i
}

// property returns the name of the property or the variable that a value is given to.
func (c *code) property(i int) (key string, isVariable bool) {
	switch first := c.outside(i); {
	case c.word(first) == "var" || c.word(first) == "param":
		return c.word(first + 1), true
	case c.word(first+1) == ":":
		return c.word(first), false
	}
	return "", false
}

// filled puts holes for the placeholders of a format.
func filled(t excerpt.Text) excerpt.Text {
	var b excerpt.Builder
	from := 0
	for _, at := range regexp.MustCompile(`\{\d+\}`).FindAllStringIndex(t.String(), -1) {
		b.Keep(t.Slice(from, at[0]))
		b.Put(string(identity.Unknown()), t.Slice(at[0], at[1]))
		from = at[1]
	}
	b.Keep(t.Slice(from, t.Len()))
	return b.Text()
}

// isPowerShell reports whether a script looks like PowerShell, for properties that do not say what they have.
func isPowerShell(s string) bool {
	signs := regexp.MustCompile(`(?i)^param\s*\(|(^|[\s;(])(connect|write|set|get|new|invoke|install|start)-[a-z]{2,}|\$env:|^\$\w+ *=`)
	return signs.MatchString(s) && !strings.HasPrefix(s, "#!")
}
