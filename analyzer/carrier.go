package analyzer

import (
	"cmp"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// idIn returns the ID that a text gives: all of it, or the one in a URL.
func idIn(s *site, t text) string {
	switch s.sink.Form {
	case identity.FormNone, identity.FormID:
		return t.s
	case identity.FormDSN:
		return fromWord(s.dsn(t).ID, t)
	case identity.FormCommand:
		return fromWord(commandOf(t).ID, t)
	case identity.FormURL:
	}
	return strings.ReplaceAll(fromWord(readRequest(t.s).ID, t), "%2F", "/")
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
