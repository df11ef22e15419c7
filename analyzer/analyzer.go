package analyzer

import (
	"errors"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/whichid/whichid/analyzer/identity"
)

// Name is the name of the analyzer in every driver, and the word of its directives.
const Name = identity.Name

// Analyzer is the analyzer with the default configuration and with flags to change it, for drivers that take a
// variable, such as nogo and multichecker.
var Analyzer = New(Config{})

// New returns an analyzer for a configuration. The analyzer has flags of its own (see [Config.RegisterFlags]), which add
// to config. A bad configuration is an error of the first run; [Config.Validate] tells it at once.
func New(config Config) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name: Name,
		Doc:  doc,
		URL:  identity.URL,
	}
	config.RegisterFlags(&a.Flags)
	facts := factsFlag{a}
	facts.use(config.Facts)
	a.Flags.Var(facts, "facts", "follow the ID into other packages by means of facts, for which most drivers visit every dependency")
	// Drivers set the flags after New, so the configuration is compiled when the first package comes.
	checker := sync.OnceValues(func() (*Checker, error) { return NewChecker(config) })
	a.Run = func(pass *analysis.Pass) (any, error) {
		c, err := checker()
		if err != nil {
			return nil, err
		}
		run(c, pass, facts.on())
		return nil, nil
	}
	return a
}

func run(c *Checker, pass *analysis.Pass, facts bool) {
	pkg := &Package{Fset: pass.Fset, Files: pass.Files, Types: pass.Pkg, Info: pass.TypesInfo, ReadFile: pass.ReadFile}
	if pkg.ReadFile == nil { // drivers older than the field: then there are findings without fixes
		pkg.ReadFile = func(string) ([]byte, error) { return nil, errors.ErrUnsupported }
	}
	if facts {
		pkg.Summaries = c.importFacts(pass)
	}
	if !c.relevant(pkg) {
		return
	}
	findings, summaries := c.checkApart(pkg)
	if facts && summaries != nil {
		pass.ExportPackageFact(&fact{summaries.Encode()})
	}
	for _, finding := range findings {
		if finding.Suppressed == "" {
			pass.Report(diagnostic(pass.Fset, pass.Files, finding))
		}
	}
}
