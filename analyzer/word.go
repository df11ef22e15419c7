package analyzer

import (
	"cmp"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// toWord turns a template into text as package identity reads it. The holes are numbered in their order.
func toWord(template string) identity.Word {
	var out identity.Word
	n := 0
	for _, p := range pieces(template) {
		switch p.hole.(type) {
		case nil:
			out += identity.Text(p.literal)
			continue
		case parameter:
			out += identity.AskedHole(n)
		default:
			out += identity.Hole(n)
		}
		n++
	}
	return out
}

// fromWord turns a part of what toWord made of a text back into a template.
func fromWord(w identity.Word, of text) string {
	var holes []atom
	for _, p := range pieces(of.s) {
		if p.hole != nil {
			holes = append(holes, p.hole)
		}
	}
	var out strings.Builder
	for _, r := range string(w) {
		n, isHole := identity.HoleOf(r)
		switch {
		case !isHole:
			out.WriteRune(r)
		case n < len(holes):
			out.WriteString(hole(holes[n]))
		default:
			out.WriteString(hole(opaque{}))
		}
	}
	return out.String()
}

// presenceOf translates a verdict. An empty ID in a connection string or a command is the same as none.
func presenceOf(v identity.Verdict) presence {
	switch v {
	case identity.Absent, identity.Empty:
		return absent
	case identity.Ignored:
		return empty
	case identity.Present:
		return present
	case identity.Asked:
		return asked
	case identity.None:
		return foreign
	case identity.Unsure:
	}
	return unsure
}

// isWritten reports whether a finding points at the text that the carrier holds, and not at the call.
func (s *site) isWritten() bool {
	return s.sink.Form == identity.FormURL || s.sink.Form == identity.FormDSN
}

// isChain reports whether what has no ID is a default chain of credentials.
func (s *site) isChain() bool {
	for _, a := range s.id {
		t, ok := a.(text)
		if !ok || s.presence(a) != absent {
			continue
		}
		switch s.sink.Form {
		case identity.FormDSN:
			if s.dsn(t).Env {
				return true
			}
		case identity.FormCommand:
			if commandOf(t).Env != "" {
				return true
			}
		case identity.FormNone, identity.FormID, identity.FormURL:
		}
	}
	return false
}

// environment returns the variable of the environment that names the identity where the code does not.
func (s *site) environment() string {
	if s.sink.Form == identity.FormCommand {
		return cmp.Or(s.worst().Env, s.sink.Env)
	}
	return s.sink.Env
}

// whyIgnored says what the text of the carrier gives that is not read.
func (s *site) whyIgnored() string {
	for _, a := range s.id {
		t, ok := a.(text)
		if !ok || s.presence(a) != empty {
			continue
		}
		switch s.sink.Form {
		case identity.FormDSN:
			return whyIgnoredDSN(s.dsn(t))
		case identity.FormCommand:
			return " gets the ID with " + commandOf(t).Wrong +
				", which is an error since Azure CLI 2.73: use --client-id, --object-id or --resource-id"
		case identity.FormNone, identity.FormID, identity.FormURL:
		}
	}
	return ""
}
