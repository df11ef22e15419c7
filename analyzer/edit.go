package analyzer

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/format"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/whichid/whichid/analyzer/identity"
)

// An editor collects the edits of one fix in one file.
type editor struct {
	*visit
	file  *ast.File
	src   []byte
	edits []identity.Edit
}

// newEditor returns an editor for the file that holds a position, or nil if its bytes are not to be had.
func (v *visit) newEditor(at token.Pos) *editor {
	for _, file := range v.pkg.Files {
		if file.FileStart <= at && at < file.FileEnd {
			src, err := v.pkg.ReadFile(v.pkg.Fset.File(at).Name())
			if err != nil {
				return nil
			}
			return &editor{visit: v, file: file, src: src}
		}
	}
	return nil
}

func (e *editor) offset(p token.Pos) int { return e.pkg.Fset.File(e.file.FileStart).Offset(p) }

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
	e.edits = append(e.edits, identity.Edit{File: e.pkg.Fset.File(e.file.FileStart).Name(), Start: start, End: end, New: text})
}

// addFormatted adds an edit whose neighbours gofmt may have to align. In a file that is not formatted it stays as it is.
func (e *editor) addFormatted(start, end int, text string) {
	edited := bytes.Join([][]byte{e.src[:start], []byte(text), e.src[end:]}, nil)
	if clean, err := format.Source(e.src); err != nil || !bytes.Equal(clean, e.src) {
		e.add(start, end, text)
		return
	}
	formatted, err := format.Source(edited)
	if err != nil {
		e.add(start, end, text)
		return
	}
	prefix := commonPrefix(e.src, formatted)
	suffix := commonSuffix(e.src[prefix:], formatted[prefix:])
	e.add(prefix, len(e.src)-suffix, string(formatted[prefix:len(formatted)-suffix]))
}

func commonPrefix(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// insertStatement writes a statement on its own line before the statement that holds n, and reports whether there is such a
// place: not in the initialiser of a package-level variable, and behind the declaration of all that the statement needs.
func (e *editor) insertStatement(n ast.Node, needs token.Pos, text string) bool {
	stmt := e.statement(n)
	if stmt == nil || needs >= stmt.Pos() {
		return false
	}
	at := e.offset(stmt.Pos())
	line := bytes.LastIndexByte(e.src[:at], '\n') + 1
	indent := e.src[line:at]
	if len(bytes.TrimSpace(indent)) > 0 { // { New(opts) }
		e.addFormatted(at, at, text+"; ")
		return true
	}
	e.add(at, at, text+"\n"+string(indent))
	return true
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
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			if clause, ok := path[i+1].(*ast.CommClause); ok && clause.Comm == stmt {
				continue
			}
			return stmt
		}
	}
	return nil
}

// fix returns the collected edits as a fix. One import may have been asked for twice.
func (e *editor) fix(message string) identity.Fix {
	slices.SortStableFunc(e.edits, func(a, b identity.Edit) int { return cmp.Compare(a.Start, b.Start) })
	return identity.Fix{Message: message, Edits: slices.Compact(e.edits)}
}
