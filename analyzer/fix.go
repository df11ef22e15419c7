package analyzer

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// suggest returns the fixes of a finding, one for each configured ID source that can be written at its place. For a request,
// url is the alternative that is reported.
func (v *visit) suggest(s *site, rule string, url *text) []draft {
	if !s.isMendable(rule, url) {
		return nil
	}
	var out []draft
	for _, source := range v.checker.config.ids {
		at := s.node.Pos()
		if url != nil && url.at.IsValid() {
			at = url.at
		}
		e := v.newEditor(at)
		if e == nil || e.mentionsOther() {
			return nil
		}
		if !e.edited() {
			return out
		}
		if !e.mend(s, rule, url, source) {
			continue
		}
		if rule == identity.IgnoredID && s.sink.Form.IsText() { // the ID is there already
			return []draft{e.draft(s.rightWay(url))}
		}
		out = append(out, e.draft(fixMessage(s.unset(), source)))
	}
	return out
}

// isMendable tells whether an edit at one place can give a finding of the rule the ID.
func (s *site) isMendable(rule string, url *text) bool {
	switch {
	case rule == identity.IgnoredID && s.has(absent): // the ID would be there on some paths only
		return false
	case s.wrapper != "" && url == nil && s.sink.Form != identity.FormCommand:
		return false
	}
	return rule == s.sink.Rule || rule == identity.IgnoredID // not a choice, or a wish that the code spells out
}

// rightWay says what a fix makes of an ID that is given in a way that is not read.
func (s *site) rightWay(url *text) string {
	switch s.sink.Form {
	case identity.FormDSN:
		return "write what the driver reads"
	case identity.FormCommand:
		return "give the ID with the flag that the command takes"
	case identity.FormNone, identity.FormID, identity.FormURL:
	}
	return "give the ID as " + readRequest(url.s).Endpoint.Client
}

// mend collects the edits of one fix, and reports whether there is a safe one. Url is the text that the carrier holds, if
// the finding is about that.
func (e *editor) mend(s *site, rule string, url *text, source idSource) bool {
	ignored := rule == identity.IgnoredID
	switch form := s.sink.Form; {
	case form == identity.FormURL && ignored:
		return e.mendKey(s, *url)
	case form == identity.FormURL:
		return e.mendURL(s, *url, source)
	case form == identity.FormDSN && ignored:
		return e.mendDSNKey(s, *url)
	case form == identity.FormDSN:
		return e.mendDSN(s, *url, source)
	case form == identity.FormCommand && ignored:
		return e.mendRefused(s)
	case form == identity.FormCommand:
		return e.mendCommand(s, source)
	case s.sink.Instead != "":
		return e.mendByName(s, source)
	case form == identity.FormNone || s.sink.NoCure:
		return false
	case len(s.sink.Carrier.Fields) == 0:
		return e.mendArgument(s, source)
	case ignored:
		return e.mendEmpty(s, source)
	case s.sink.Struct:
		return e.mendStruct(s, source)
	}
	return e.mendOptions(s, source)
}

// fixMessage says what a fix does, and what an unset variable will mean. It names nothing of the site, so that drivers can
// apply all fixes of one kind.
func fixMessage(unset string, source idSource) string {
	what := "name the identity by an ID that is in scope"
	switch source.kind {
	case envSource:
		what = "name the identity by the client ID in " + source.text
	case exprSource:
		what = "name the identity by " + source.text
	}
	return what + " (" + cmp.Or(unset, identity.UnsetIsNone) + ")"
}

// idValue writes an ID as the carrier takes it, and names the carrier's field: azidentity.ClientID(os.Getenv("AZURE_CLIENT_ID"))
// for a carrier of a type that says which name of the identity it is, else the field that says so.
func (e *editor) idValue(s *site, source idSource, pos token.Pos) (id, field string, ok bool) {
	x, ok := e.idFrom(source, pos)
	if !ok {
		return "", "", false
	}
	for _, kind := range s.sink.Kinds {
		if kind.Word == x.word {
			return e.qualifySink(s, kind.Name, pos) + "(" + x.text + ")", s.sink.Carrier.Fields[0], true
		}
	}
	for _, field := range s.sink.Carrier.Fields {
		if identity.WordOf(field) == x.word && len(s.sink.Kinds) == 0 && !strings.Contains(field, ".") {
			return x.text, field, true
		}
	}
	return "", "", false
}

func (e *editor) qualifySink(s *site, name string, at token.Pos) string {
	return e.qualify(s.sink.Package, lastElement(s.sink.Package), name, at)
}

// mendEmpty replaces azidentity.ClientID("") by one with an ID.
func (e *editor) mendEmpty(s *site, source idSource) bool {
	if len(s.id) != 1 {
		return false
	}
	t, ok := s.id[0].(text)
	if !ok {
		return false
	}
	literal := e.exprAt(t.at)
	if literal == nil {
		return false
	}
	for _, n := range e.path(literal) {
		conversion, ok := n.(*ast.CallExpr)
		if !ok {
			continue
		}
		name := calleeName(conversion.Fun)
		if !e.isStringType(conversion.Fun) || !slices.ContainsFunc(s.sink.Kinds, func(k identity.Kind) bool { return k.Name == name }) {
			return false
		}
		id, _, ok := e.idValue(s, source, literal.Pos())
		if ok {
			e.replace(conversion.Pos(), conversion.End(), id)
		}
		return ok
	}
	return false
}
