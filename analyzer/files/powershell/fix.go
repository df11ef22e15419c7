package powershell

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

// environment is the variable that fixes take the ID from.
func (v *visitor) environment() string { return "$env:" + v.reading.Variable }

// fix returns a fix, with what an empty variable means.
func (v *visitor) fix(unset string, edits []identity.Edit) identity.Fix {
	if len(edits) == 0 {
		return identity.Fix{}
	}
	return identity.Fix{Message: identity.FixMessage(v.reading.Variable, unset), Edits: edits}
}

// insert writes text at a byte of the script.
func (v *visitor) insert(at int, s string) []identity.Edit {
	edit, ok := v.t.Insert(at, s)
	if !ok {
		return nil
	}
	return []identity.Edit{edit}
}

// addParameter gives a command a parameter, or the table that it is splatted from a key, behind the one that asks.
func (v *visitor) addParameter(name string, ask bound) []identity.Edit {
	switch {
	case ask.at != nil:
		return v.insert(ask.at.end, " -"+name+" "+v.environment())
	case ask.entry != nil:
		return v.addEntry(ask.of, ask.entry, name)
	}
	return nil
}

// addEntry writes a key of a table behind another one.
//
// Have: @{ Identity = $true }, or each key on a line of its own
func (v *visitor) addEntry(t *expr, behind *entry, name string) []identity.Edit {
	line := strings.LastIndexAny(v.s[:behind.start], "\r\n") + 1
	separator := "; "
	if line > t.start {
		indent := v.s[line:behind.start]
		if strings.TrimSpace(indent) == "" {
			separator = "\n" + indent
		}
	}
	if strings.HasSuffix(v.s[:line], "\r\n") && separator[0] == '\n' {
		separator = "\r" + separator
	}
	return v.insert(behind.end, separator+name+" = "+v.environment())
}

// replaceEmpty writes the ID for an empty one.
func (v *visitor) replaceEmpty(p bound) []identity.Edit {
	if p.value == nil {
		return nil
	}
	edit, ok := v.t.Replace(p.value.start, p.value.end, v.environment())
	if !ok {
		return nil
	}
	return []identity.Edit{edit}
}

// addPair writes a pair of a query behind the first i bytes of a URL, in the way that is right for where these stand.
func (v *visitor) addPair(b *builder, i int, pair string) []identity.Edit {
	of := b.placeOf(i)
	switch {
	case of == nil:
		return nil
	case of.kind == table:
		if len(of.entries) == 0 {
			return nil
		}
		return v.addEntry(of, &of.entries[len(of.entries)-1], strings.Trim(pair, "?&="))
	case of.kind != word:
		return v.insert(of.end, ` + "`+pair+v.environment()+`"`)
	case of.quote == '"':
		id := v.environment()
		if rest := b.b.Text().String()[i:]; rest != "" && rest[0] != '&' {
			id = "$(" + id + ")"
		}
		return excerpt.Edits(b.b.Text().Insert(i, pair+id))
	case of.quote == '\'' && !of.here && !of.joined:
		return v.breakUp(b, of, i, pair)
	}
	return nil
}

// placeOf returns the word or table in which the byte before byte i of a text is written.
func (b *builder) placeOf(i int) *expr {
	var of *expr
	for _, p := range b.parts {
		if p.from > i || p.from == i && (p.of == nil || p.of.kind != table) {
			break
		}
		of = p.of
	}
	return of
}

// breakUp makes a string without variables a sum with one.
//
// Have: 'http://…?resource=r', of which ('http://…?resource=r&client_id=' + $env:NAME) is made
func (v *visitor) breakUp(b *builder, of *expr, i int, pair string) []identity.Edit {
	if i == b.endOf(of) {
		edit, ok := b.b.Text().Insert(i, pair)
		around := append(v.insert(of.start, "("), v.insert(of.end, " + "+v.environment()+")")...)
		if !ok || len(around) != 2 || v.s[of.end-1] != '\'' {
			return nil
		}
		return []identity.Edit{around[0], edit, around[1]}
	}
	edit, ok := b.b.Text().Insert(i, pair+"' + "+v.environment()+" + '")
	around := append(v.insert(of.start, "("), v.insert(of.end, ")")...)
	if !ok || len(around) != 2 {
		return nil
	}
	return []identity.Edit{around[0], edit, around[1]}
}

// endOf returns where the text that a word is written for ends.
func (b *builder) endOf(of *expr) int {
	end := -1
	for n, p := range b.parts {
		if p.of == of {
			end = b.n
			if n+1 < len(b.parts) {
				end = b.parts[n+1].from
			}
		}
	}
	return end
}
