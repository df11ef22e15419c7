package analyzer

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/whichid/whichid/analyzer/identity"
)

// diagnostic turns a finding of one of files into what go/analysis drivers take.
func diagnostic(fset *token.FileSet, files []*ast.File, f identity.Finding) analysis.Diagnostic {
	var file *token.File
	for _, syntax := range files {
		if tf := fset.File(syntax.FileStart); tf.Name() == f.Position.File {
			file = tf
		}
	}
	d := analysis.Diagnostic{
		Pos:      file.Pos(f.Position.Start),
		End:      file.Pos(f.Position.End),
		Category: f.Rule,
		Message:  f.Message,
	}
	for _, fix := range f.Fixes {
		suggested := analysis.SuggestedFix{Message: fix.Message}
		for _, edit := range fix.Edits {
			suggested.TextEdits = append(suggested.TextEdits, analysis.TextEdit{
				Pos: file.Pos(edit.Start), End: file.Pos(edit.End), NewText: []byte(edit.New),
			})
		}
		d.SuggestedFixes = append(d.SuggestedFixes, suggested)
	}
	return d
}
