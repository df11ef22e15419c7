package analyzer

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A charge is a finding, and the text that the carrier holds if the finding is about that.
type charge struct {
	identity.Finding

	site *site
	text *text
}

// judge turns sites into findings: of every rule, so that a directive for a disabled one is seen to have a use, and then
// of the enabled ones. Only what is reported is mended.
func (v *visit) judge() []identity.Finding {
	var charges []charge
	for _, s := range v.sites {
		charges = append(charges, v.judgeSite(s)...)
	}
	found := make([]identity.Finding, len(charges))
	for i, c := range charges {
		found[i] = c.Finding
	}
	found = v.suppress(found)
	reported := func(f identity.Finding) bool { return v.checker.config.rules[f.Rule] }
	drafts := make([][]draft, len(charges))
	for i, c := range charges {
		if f := found[i]; reported(f) && f.Suppressed == "" && !v.isCopy(f.Position.File) {
			drafts[i] = v.suggest(c.site, f.Rule, c.text)
		}
	}
	makeRoom(drafts)
	for i := range charges {
		found[i].Fixes = fixes(drafts[i])
	}
	return slices.DeleteFunc(found, func(f identity.Finding) bool { return !reported(f) })
}

func (v *visit) judgeSite(s *site) []charge {
	rule := v.ruleFor(s)
	if rule == "" || !v.reports(s.decl.file) {
		return nil
	}
	charges := []charge{{site: s}}
	if s.sink.Rule == identity.IMDSURL || s.isWritten() && s.wrapper == "" {
		charges = s.faultyTexts(rule)
	}
	for i := range charges {
		c := &charges[i]
		at, end := s.node.Pos(), s.node.End()
		message := s.message(rule, s.title())
		if c.text != nil {
			at, end = v.extent(s, c.text.at)
			name := s.name()
			if at == s.node.Pos() { // the text is another function's
				name = s.title()
			}
			message = cmp.Or(readRequest(c.text.s).Message(rule, name), s.message(rule, name))
		}
		c.Finding = v.finding(rule, at, end, message)
		if s.meant != nil && s.meant.Silences(rule) {
			c.Suppressed = s.meant.Reason
			s.meant.Used = true
		}
	}
	return charges
}

// faultyTexts lists the alternatives of a text that break a rule: a request is reported at each place where its URL's path is
// written without an ID.
func (s *site) faultyTexts(rule string) []charge {
	var out []charge
	for _, a := range s.id {
		t, ok := a.(text)
		if p := s.presence(a); ok && (p == absent && rule != identity.IgnoredID || p == empty || rule == identity.HardcodedID) {
			out = append(out, charge{site: s, text: &t})
		}
	}
	return out
}

// extent returns the expression at a position, or the request where the position is not in this package.
func (v *visit) extent(s *site, at token.Pos) (token.Pos, token.Pos) {
	if file := v.fileAt(at); file != nil {
		if e := exprAt(file, at); e != nil {
			return e.Pos(), e.End()
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
		if !s.mixed { // the wrapper itself is reported, once
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

// isHardcoded reports whether all alternatives of the ID are literals.
func (s *site) isHardcoded() bool {
	for _, a := range s.id {
		t, ok := a.(text)
		if !ok {
			return false
		}
		if !identity.IsHardcoded(toWord(idIn(s, t))) {
			return false
		}
	}
	return len(s.id) > 0
}

// message says what is wrong with a site; of a request, [identity.Request.Message] says it.
func (s *site) message(rule, name string) string {
	switch rule {
	case identity.DefaultCredential:
		return identity.ChainMessage(name, s.environment())
	case identity.IgnoredID:
		if why := s.whyIgnored(); why != "" {
			return name + why
		}
		return name + " gets an ID that is always empty: " + s.sink.Empty
	}
	return identity.Message(rule, name)
}

// title says what asks for the token, and which function lets it.
func (s *site) title() string {
	if s.wrapper != "" {
		return s.wrapper + " calls " + s.name() + " and"
	}
	return s.name()
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
func (v *visit) reports(file *ast.File) bool {
	return v.checker.config.generated || !isGenerated(file)
}

// isCopy tells whether the named file of the package is generated, or a copy: nothing in it can be mended.
func (v *visit) isCopy(name string) bool {
	return slices.ContainsFunc(v.pkg.Files, func(file *ast.File) bool {
		return v.pkg.Fset.File(file.FileStart).Name() == name && ast.IsGenerated(file)
	})
}

func lastElement(importPath string) string { return importPath[strings.LastIndex(importPath, "/")+1:] }
