package analyzer

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/whichid/whichid/analyzer/identity"
)

// An editor collects the edits of one fix in one file.
type editor struct {
	*visit
	*fileText
	file  *ast.File
	edits []edit
}

type edit struct {
	start, end int
	text       string
	imports    string // the path of an import declaration
}

// newEditor returns an editor for the file that holds a position, or nil if its bytes are not to be had.
func (v *visit) newEditor(at token.Pos) *editor {
	file := v.fileAt(at)
	if file == nil {
		return nil
	}
	text := v.textOf(file)
	if text == nil {
		return nil
	}
	return &editor{visit: v, fileText: text, file: file}
}

func (e *editor) offset(p token.Pos) int {
	return e.srcOffset(e.pkg.Fset.File(e.file.FileStart).Offset(p))
}

// source returns the text of a node.
func (e *editor) source(n ast.Node) string { return string(e.src[e.offset(n.Pos()):e.offset(n.End())]) }

// path returns the nodes around n, n first.
func (e *editor) path(n ast.Node) []ast.Node {
	path, _ := astutil.PathEnclosingInterval(e.file, n.Pos(), n.End())
	return path
}

// replace puts text in the place of [from, to).
func (e *editor) replace(from, to token.Pos, text string) {
	e.add(e.offset(from), e.offset(to), text)
}

func (e *editor) insert(at token.Pos, text string) { e.replace(at, at, text) }

func (e *editor) add(start, end int, text string) {
	e.edits = append(e.edits, edit{start: start, end: end, text: text})
}

// insertStatement writes a statement on its own line before the statement that holds n, and reports whether there is such a
// place: not in the initialiser of a package-level variable, and behind the declaration of all that the statement needs.
func (e *editor) insertStatement(n ast.Node, needs token.Pos, text string) bool {
	stmt := e.statement(n)
	if stmt == nil || needs >= stmt.Pos() {
		return false
	}
	at := e.offset(stmt.Pos())
	if indent, first := e.margin(at); first {
		e.add(at, at, text+"\n"+indent)
	} else { // { New(opts) }
		e.add(at, at, text+"; ")
	}
	return true
}

// margin returns what stands before an offset in its line, and whether that is white space only.
func (e *editor) margin(at int) (indent string, first bool) {
	line := bytes.LastIndexByte(e.src[:at], '\n') + 1
	return string(e.src[line:at]), len(bytes.TrimSpace(e.src[line:at])) == 0
}

// statement returns the statement around n that stands in a list of statements, or nil.
func (e *editor) statement(n ast.Node) ast.Stmt {
	path := e.path(n)
	for i, node := range path[:max(len(path)-1, 0)] {
		stmt, ok := node.(ast.Stmt)
		if !ok {
			continue
		}
		switch path[i+1].(type) {
		case *ast.LabeledStmt: // a jump to the label must find the new statement too
			switch stmt.(type) {
			case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			default:
				return stmt
			}
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			if clause, ok := path[i+1].(*ast.CommClause); ok && clause.Comm == stmt {
				continue
			}
			return stmt
		}
	}
	return nil
}

// draft returns the collected edits as a fix.
func (e *editor) draft(message string) draft {
	slices.SortStableFunc(e.edits, func(a, b edit) int {
		if a.start == b.start && a.imports != "" && b.imports != "" { // so that gofmt does not have to
			return cmp.Compare(a.imports, b.imports)
		}
		return cmp.Compare(a.start, b.start)
	})
	e.edits = inOne(slices.Compact(e.edits)) // one import may have been asked for twice
	d := draft{message: message}
	for _, group := range e.byDeclaration() {
		d.hunks = append(d.hunks, &hunk{formatted: e.raw(e.formatted(group)), least: e.raw(group)})
	}
	return d
}

// raw returns edits of the file as it is on the disk.
func (e *editor) raw(edits []edit) (out []identity.Edit) {
	name := e.pkg.Fset.File(e.file.FileStart).Name()
	for _, x := range edits {
		out = append(out, identity.Edit{File: name, Start: e.rawOffset(x.start), End: e.rawOffset(x.end), New: e.rawText(x.text)})
	}
	return out
}

// inOne makes one edit of several imports that are written at one place.
func inOne(edits []edit) []edit {
	var out []edit
	for _, x := range edits {
		if last := len(out) - 1; last >= 0 && x.imports != "" && out[last].imports != "" && out[last].start == x.start {
			out[last].text += x.text
			continue
		}
		out = append(out, x)
	}
	return out
}

// byDeclaration groups edits that stand in one declaration: gofmt may look at them together.
func (e *editor) byDeclaration() [][]edit {
	var groups [][]edit
	last := -1
	for _, x := range e.edits {
		n := e.declsUpTo(x.start)
		if n != last || len(groups) == 0 {
			groups = append(groups, nil)
		}
		last = n
		groups[len(groups)-1] = append(groups[len(groups)-1], x)
	}
	return groups
}

// exprAt returns the smallest expression that begins at a position, if that is in the file.
func (e *editor) exprAt(at token.Pos) ast.Expr {
	if !e.inFile(at) {
		return nil
	}
	return exprAt(e.file, at)
}

func (e *editor) inFile(at token.Pos) bool { return e.file.FileStart <= at && at < e.file.FileEnd }
