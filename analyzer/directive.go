package analyzer

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// This room honours the comments that say that code is meant as it is, in every driver alike:
//
//	//whichid:system-assigned -- REASON     the system-assigned identity is meant
//	//whichid:ignore -- REASON              no rule is to report
//	//whichid:ignore RULE,RULE -- REASON    these rules are not to report
//	//nolint, //nolint:all, //nolint:whichid, //nolint:gosec,whichid // reason
//
// A directive covers what begins on its own line, and the other lines of its comment. One that stands alone on its line
// also covers all of what begins on the line after its comment: a statement, a declaration, a case clause, an element of a
// literal; above a function the function, above the package clause the file. golangci-lint places nolint in the same way.
//
// A directive that cannot work, or that silences no finding of any rule, enabled or not, is a finding itself. Packages
// that are not relevant are never visited, so nobody sees their directives; nor those of files that are not reported.

// A placedDirective is a directive in a file.
type placedDirective struct {
	identity.PlacedDirective

	comment *ast.Comment
}

// suppress gives the findings that directives silence their reason, and adds those about the directives. It wants the
// findings of every rule, or a directive for a rule that is disabled would seem to silence nothing.
func (v *visit) suppress(findings []identity.Finding) []identity.Finding {
	for _, file := range v.pkg.Files {
		if !v.reports(file) {
			continue
		}
		directives := v.directives(file)
		if v.checker.config.nolint {
			directives = slices.DeleteFunc(slices.Clone(directives), (*placedDirective).isNolint)
		}
		for i := range findings {
			if findings[i].Position.File == v.pkg.Fset.File(file.FileStart).Name() {
				for _, d := range directives {
					d.Silence(&findings[i])
				}
			}
		}
		for _, d := range directives {
			if problem := d.complaint(); problem != "" {
				f := v.finding(identity.DirectiveRule, d.comment.Pos(), d.comment.End(), problem)
				for _, d := range directives {
					d.Silence(&f)
				}
				findings = append(findings, f)
			}
		}
	}
	return findings
}

// complaint says what is wrong with a directive, or nothing. A nolint that silences nothing is golangci-lint's to report.
func (d *placedDirective) complaint() string {
	return d.Complaint(d.Used || d.isNolint())
}

func (d *placedDirective) isNolint() bool { return d.Word == identity.WordNolint }

// answer finds the directive that covers a site whose ID is the caller's to give: it answers for all callers, and for all that
// may be in other packages.
func (v *visit) answer(s *site) {
	line := v.line(s.node.Pos())
	for _, d := range v.directives(s.decl.file) {
		if d.From <= line && line <= d.To && d.Silences(s.sink.Rule) {
			s.meant = d
		}
	}
	if s.meant != nil && v.isExported(s.decl.obj) {
		s.meant.Used = true
	}
}

// hasDirectives reports whether some file has a directive of ours. One for a rule that is not reported has to be seen to have a use.
func (v *visit) hasDirectives() bool {
	return slices.ContainsFunc(v.pkg.Files, func(file *ast.File) bool {
		return slices.ContainsFunc(v.directives(file), func(d *placedDirective) bool { return !d.isNolint() })
	})
}

// directives returns the directives of a file in the order of the text.
func (v *visit) directives(file *ast.File) []*placedDirective {
	out, known := v.placed[file]
	if !known {
		out = v.placeDirectives(file)
		v.placed[file] = out
	}
	return out
}

func (v *visit) placeDirectives(file *ast.File) []*placedDirective {
	var out []*placedDirective
	var lines *layout // most files have no directive
	for _, group := range file.Comments {
		for _, comment := range group.List {
			d, ok := parseDirective(comment.Text)
			if !ok {
				continue
			}
			if lines == nil {
				lines = v.layout(file)
			}
			placed := &placedDirective{comment: comment}
			placed.Directive, placed.From, placed.To = d, v.line(group.Pos()), v.line(group.End())
			if !lines.code[v.line(comment.Pos())] {
				placed.To = max(placed.To, lines.ends[placed.To+1])
			}
			if out = append(out, placed); len(out) == identity.MaxDirectives {
				return out
			}
		}
	}
	return out
}

// A layout tells where the code of a file stands.
type layout struct {
	code map[int]bool // the lines on which some syntax begins or ends
	ends map[int]int  // the last line of what begins on a line
}

func (v *visit) layout(file *ast.File) *layout {
	l := &layout{code: make(map[int]bool), ends: make(map[int]int)}
	ast.Inspect(file, func(n ast.Node) bool {
		if _, isComment := n.(*ast.CommentGroup); n == nil || isComment {
			return false
		}
		if !n.Pos().IsValid() || n.End() <= n.Pos() { // an empty list, or what a syntax error left
			return true
		}
		first, last := v.line(n.Pos()), v.line(n.End()-1)
		l.code[first], l.code[last] = true, true
		l.ends[first] = max(l.ends[first], last)
		return true
	})
	return l
}

// line returns the line of a position in its own file, whatever line comments say.
func (v *visit) line(pos token.Pos) int { return v.pkg.Fset.PositionFor(pos, false).Line }
