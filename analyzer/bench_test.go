package analyzer_test

import (
	"bytes"
	"go/ast"
	"os"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/packages"

	"github.com/whichid/whichid/analyzer"
)

// BenchmarkWithoutSite measures the pass on packages that hold no site, beside one bare traversal of the same packages with
// the inspector that drivers share. The figure that matters is of/traversal: the budget is 1.
func BenchmarkWithoutSite(b *testing.B) {
	pkgs, lines := standardPackages(b)
	passes := make([]*analysis.Pass, len(pkgs))
	for i, pkg := range pkgs {
		passes[i] = &analysis.Pass{
			Fset: pkg.Fset, Files: pkg.Syntax, Pkg: pkg.Types, TypesInfo: pkg.TypesInfo, TypesSizes: pkg.TypesSizes,
			ReadFile: os.ReadFile,
			ResultOf: map[*analysis.Analyzer]any{inspect.Analyzer: inspector.New(pkg.Syntax)},
			Report:   func(d analysis.Diagnostic) { b.Errorf("reports %s", d.Message) },
		}
	}
	pass := analyzer.New(analyzer.Config{})
	var traversals, visits time.Duration
	nodes := 0
	for b.Loop() {
		start := time.Now()
		for _, p := range passes {
			p.ResultOf[inspect.Analyzer].(*inspector.Inspector).Preorder(nil, func(ast.Node) { nodes++ })
		}
		traversals += time.Since(start)

		start = time.Now()
		for _, p := range passes {
			if _, err := pass.Run(p); err != nil {
				b.Fatal(err)
			}
		}
		visits += time.Since(start)
	}
	b.ReportMetric(float64(visits)/float64(traversals), "of/traversal")
	b.ReportMetric(float64(visits.Nanoseconds())/float64(b.N)/float64(lines), "ns/line")
}

// standardPackages returns packages of the standard library, some of which import net/http, and their number of lines.
func standardPackages(tb testing.TB) (pkgs []*packages.Package, lines int) {
	tb.Helper()
	config := &packages.Config{Mode: packages.LoadSyntax}
	pkgs, err := packages.Load(config, "net/http/...", "go/types", "go/printer", "encoding/...", "database/sql", "text/template/...",
		"expvar", "net/rpc/...", "crypto/tls")
	if err != nil {
		tb.Fatal(err)
	}
	if packages.PrintErrors(pkgs) > 0 {
		tb.Fatal("the standard library has errors")
	}
	for _, pkg := range pkgs {
		for _, name := range pkg.CompiledGoFiles {
			text, err := os.ReadFile(name)
			if err != nil {
				tb.Fatal(err)
			}
			lines += bytes.Count(text, []byte("\n"))
		}
	}
	return pkgs, lines
}
