package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/source"
)

// A fault of the analyzer costs its package, and is said.
func TestFaultIsAnError(t *testing.T) {
	t.Parallel()
	checker, err := analyzer.NewChecker(analyzer.Config{})
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	text := "package a\n\nimport \"github.com/Azure/azure-sdk-for-go/sdk/azidentity\"\n\nvar c, err = azidentity.NewManagedIdentityCredential(nil)\n"
	file, err := parser.ParseFile(fset, filepath.Join("a", "a.go"), text, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	broken := &source.Package{Package: &analyzer.Package{Fset: fset, Files: []*ast.File{file}}} // it has no types at all
	c := &checks{
		checker: checker, started: new(atomic.Int64), slots: make(chan struct{}, 1), byPackage: make(map[*source.Package]*check),
	}
	c.start(broken)
	c.running.Wait()
	v := c.verdict(nil)
	if len(v.errs) != 1 || v.errs[0].File != "a" || !strings.Contains(v.errs[0].Message, "a fault in whichid, please report it: ") {
		t.Errorf("got %v", v.errs)
	}
}
