package analyzer

import (
	"cmp"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// judge turns sites into findings: of every rule, so that a directive for a disabled one is seen to have a use, and then
// of the enabled ones.
func (v *visit) judge() []identity.Finding {
	var out []identity.Finding
	for _, s := range v.sites {
		out = append(out, v.judgeSite(s)...)
	}
	disabled := func(f identity.Finding) bool { return !v.checker.config.rules[f.Rule] }
	return slices.DeleteFunc(v.suppress(out), disabled)
}

func (v *visit) judgeSite(s *site) []identity.Finding {
	rule := v.ruleFor(s)
	if rule == "" || !v.reports(s.decl.file) {
		return nil
	}
	if s.sink.Rule == identity.IMDSURL || s.isWritten() && s.wrapper == "" {
		return v.requestFindings(s, rule)
	}
	f := v.finding(rule, s.node.Pos(), s.node.End(), s.message(rule))
	f.Fixes = v.suggest(s, rule, nil)
	return []identity.Finding{f}
}

// requestFindings reports a request at each place where its URL's path is written without an ID.
func (v *visit) requestFindings(s *site, rule string) []identity.Finding {
	var out []identity.Finding
	for _, a := range s.id {
		t, ok := a.(text)
		if p := s.presence(a); !ok || p != absent && p != empty && rule != identity.HardcodedID {
			continue
		}
		at, end := v.extent(s, t.at)
		f := v.finding(rule, at, end, cmp.Or(requestMessage(rule, t), s.message(rule)))
		f.Fixes = v.suggest(s, rule, &t)
		out = append(out, f)
	}
	return out
}

// extent returns the expression at a position, or the request where the position is not in this package.
func (v *visit) extent(s *site, at token.Pos) (token.Pos, token.Pos) {
	for _, file := range v.pkg.Files {
		if file.FileStart <= at && at < file.FileEnd {
			if e := exprAt(file, at); e != nil {
				return e.Pos(), e.End()
			}
		}
	}
	return s.node.Pos(), s.node.End()
}

// exprAt returns the smallest expression that begins at a position.
func exprAt(file *ast.File, at token.Pos) ast.Expr {
	var found ast.Expr
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || at < n.Pos() || n.End() <= at {
			return false
		}
		if e, ok := n.(ast.Expr); ok && e.Pos() == at {
			found = e
		}
		return true
	})
	return found
}

// ruleFor returns the rule that a site breaks, or "".
func (v *visit) ruleFor(s *site) string {
	switch s.overall() {
	case absent:
		switch {
		case s.sink.Rule == identity.DefaultCredential || s.isChain():
			return identity.DefaultCredential
		case v.saysSystem(s):
			return identity.SystemAssigned
		case v.isChoice(s):
			return identity.ConditionalID
		}
		return s.sink.Rule
	case empty:
		return identity.IgnoredID
	case mixed:
		if s.wrapper == "" { // the wrapper itself is reported, once
			return identity.ConditionalID
		}
	case present:
		if s.isHardcoded() {
			return identity.HardcodedID
		}
	case unsure, asked, foreign:
	}
	return ""
}

// hardcoded is the literal form of an identity's names.
//
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
const hardcoded = `(?i)^(` + guid + `|/subscriptions/[^/]+/.+)$`

const guid = `[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`

// isHardcoded reports whether all alternatives of the ID are literals.
func (s *site) isHardcoded() bool {
	form := regexp.MustCompile(hardcoded)
	for _, a := range s.id {
		t, ok := a.(text)
		if !ok {
			return false
		}
		if literal, isConstant := constantText(idIn(s, t)); !isConstant || !form.MatchString(literal) {
			return false
		}
	}
	return len(s.id) > 0
}

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
	endpoint, q := readRequest(t.s)
	for key, val := range q.keys {
		if endpoint.Names(key) {
			return strings.ReplaceAll(val, "%2F", "/")
		}
	}
	return ""
}

func (s *site) message(rule string) string {
	name := s.name()
	if s.wrapper != "" {
		name = s.wrapper + " calls " + name + " and"
	}
	const works = ": it works while the host has exactly one managed identity"
	switch rule {
	case identity.ConditionalID:
		return name + " names an identity on some paths only: on the others the host picks one"
	case identity.SystemAssigned:
		return name + " chooses the system-assigned identity: a host without one gives another identity, or an error"
	case identity.DefaultCredential:
		return name + " can end in a managed identity that only " + s.sink.Env + " in the environment names"
	case identity.NoSelector:
		return name + " can name no identity" + works
	case identity.HardcodedID:
		return name + " names a hard-coded identity: every environment needs its own"
	case identity.IgnoredID:
		if s.sink.Rule == identity.IMDSURL {
			return name + " gives an ID that the endpoint does not read: it wants a " + identity.Metadata().Keys() + " with a value"
		}
		if why := s.whyIgnored(); why != "" {
			return name + why
		}
		return name + " gets an ID that is always empty: " + s.sink.Empty
	case identity.IMDSURL:
		return name + " names no identity" + works + " (add " + identity.Metadata().Keys() + ")"
	case identity.DSNRule:
		return name + " gets a connection string that names no identity" + works + " (add user id)"
	}
	return name + " names no identity" + works
}

// name says what asks for the token.
func (s *site) name() string {
	switch s.sink.Form {
	case identity.FormURL:
		return "token request"
	case identity.FormCommand:
		return s.worst().Tool
	case identity.FormNone, identity.FormID, identity.FormDSN:
	}
	return s.sink.Title()
}

func (v *visit) finding(rule string, pos, end token.Pos, message string) identity.Finding {
	file := v.pkg.Fset.File(pos)
	from, to := file.PositionFor(pos, false), file.PositionFor(end, false)
	return identity.Finding{
		Rule: rule,
		Position: identity.Position{
			File: file.Name(), Start: from.Offset, End: to.Offset,
			Line: from.Line, Column: from.Column, EndLine: to.Line, EndColumn: to.Column,
		},
		Message: message,
	}
}

// reports tells whether findings in a file are wanted: nobody edits generated code.
func (v *visit) reports(file *ast.File) bool { return !ast.IsGenerated(file) }

func lastElement(importPath string) string { return importPath[strings.LastIndex(importPath, "/")+1:] }
