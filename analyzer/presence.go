package analyzer

import (
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// A presence is what is known of the ID at a sink.
type presence int

const (
	unsure  presence = iota // unknown, or not a request for a token
	absent                  // no ID on any path
	empty                   // an ID that is a constant empty string, or one under a name that is not read
	present                 // an ID on every path
	mixed                   // on some paths only
	asked                   // the caller decides
	foreign                 // not a request for a managed identity: it says nothing of the other paths
)

// presence judges one alternative of what the carrier holds.
func (s *site) presence(a atom) presence {
	t, isText := a.(text)
	switch {
	case !s.sink.Form.IsText():
		return s.idPresence(a)
	case !isText:
		if _, ok := a.(parameter); ok {
			return asked
		}
		return unsure
	case s.sink.Form == identity.FormURL:
		return tokenRequest(t.s)
	case s.sink.Form == identity.FormDSN:
		return presenceOf(s.dsn(t).Verdict)
	}
	return commandPresence(t)
}

// idPresence judges one alternative of an ID.
func (s *site) idPresence(a atom) presence {
	switch a := a.(type) {
	case null, zero:
		return absent
	case text:
		if a.s == "" && s.sink.Empty != "" && !s.guarded {
			return empty
		}
		if a.s == "" {
			return absent
		}
		if holes := pieces(a.s); len(holes) == 1 && holes[0].hole != nil {
			if _, ok := holes[0].hole.(parameter); ok {
				return asked
			}
		}
		return present
	case parameter:
		return asked
	}
	return unsure
}

// overall joins what all alternatives say.
func (s *site) overall() presence {
	var seen [foreign + 1]bool
	for _, a := range s.id {
		seen[s.presence(a)] = true
	}
	switch none := seen[absent] || seen[empty]; {
	case none && (seen[present] || seen[unsure] || seen[asked]):
		return mixed
	case seen[absent] && (!seen[empty] || !s.sink.Form.IsText() || s.sink.Form == identity.FormURL):
		return absent
	case seen[empty]: // where an ID is given, it is given in a way that is not read
		return empty
	case seen[asked]:
		return asked
	case seen[present] && !seen[unsure]:
		return present
	}
	return unsure
}

// depends reports whether a caller decides some alternative.
func (s *site) depends() bool { return s.has(asked) }

// has reports whether an alternative is of a kind.
func (s *site) has(p presence) bool {
	return slices.ContainsFunc(s.id, func(a atom) bool { return s.presence(a) == p })
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
