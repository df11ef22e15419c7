package analyzer

import (
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
)

// Name is the name of the analyzer in every driver, and the word of its directives.
const Name = "whichid"

// Analyzer is the analyzer with the default configuration and with flags to change it, for drivers that take a
// variable, such as nogo and multichecker.
var Analyzer = New(Config{})

// New returns an analyzer for a configuration. The analyzer has flags of its own (see [Config.RegisterFlags]), which add
// to config. A bad configuration is an error of the first run; [Config.Validate] tells it at once.
func New(config Config) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:     Name,
		Doc:      doc,
		URL:      "https://pkg.go.dev/github.com/whichid/whichid/analyzer",
		Requires: []*analysis.Analyzer{inspect.Analyzer},
	}
	config.RegisterFlags(&a.Flags)
	// Drivers set the flags after New, so the configuration is compiled when the first package comes.
	checker := sync.OnceValues(func() (*Checker, error) { return NewChecker(config) })
	a.Run = func(pass *analysis.Pass) (any, error) {
		c, err := checker()
		if err != nil {
			return nil, err
		}
		run(c, pass)
		return nil, nil
	}
	return a
}

func run(c *Checker, pass *analysis.Pass) {
	pkg := &Package{Fset: pass.Fset, Files: pass.Files, Types: pass.Pkg, Info: pass.TypesInfo, ReadFile: pass.ReadFile}
	if !c.relevant(pkg) {
		return
	}
	for _, finding := range c.Check(pkg) {
		if finding.Suppressed == "" {
			pass.Report(diagnostic(pass.Fset, pass.Files, finding))
		}
	}
}
