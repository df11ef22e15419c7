package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A Package is what one visit reads.
type Package struct {
	Fset  *token.FileSet
	Files []*ast.File // parsed with comments; test files included, if the driver has them
	Types *types.Package
	Info  *types.Info // Types, Defs, Uses, Implicits, Selections and Scopes; it may have holes
	// ReadFile returns the bytes that the named file was parsed from.
	ReadFile func(name string) ([]byte, error)
	// Summaries are what is known of the packages that this one imports, by import path. Those that are missing tell nothing.
	Summaries map[string]*Summaries
}

// A Checker is a Config that was checked and compiled. It is safe for use by several goroutines.
type Checker struct {
	config   *compiled
	table    *identity.Table
	models   map[identity.Func]model
	readers  map[string]bool
	requests map[identity.Func]identity.Need
}

// NewChecker returns the checker for config, or the error of [Config.Validate].
func NewChecker(config Config) (*Checker, error) {
	c, err := config.compile()
	if err != nil {
		return nil, err
	}
	return &Checker{config: c, table: c.table, models: models(), readers: readers(), requests: requests()}, nil
}

// Table returns the known APIs, those of [Config.Sinks] among them.
func (c *Checker) Table() *identity.Table { return c.table }

// Reports tells whether a rule is enabled.
func (c *Checker) Reports(rule string) bool { return c.config.rules[rule] }

// Variable returns the variable of the environment that fixes take the ID from where there is no Go expression: the first that
// [Config.IDs] names, or else AZURE_CLIENT_ID.
func (c *Checker) Variable() string {
	for _, source := range c.config.ids {
		if source.kind == envSource {
			return source.text
		}
	}
	return "AZURE_CLIENT_ID"
}

// Check returns the findings of one package, sorted, the suppressed ones among them. What is found in files that are no tests does not
// depend on tests.
func (c *Checker) Check(pkg *Package) []identity.Finding {
	findings, _ := c.checkApart(pkg)
	return findings
}

// CheckAndSummarize returns the findings of one look at a package, and what it tells those that import it: nil if that is nothing.
func (c *Checker) CheckAndSummarize(pkg *Package) ([]identity.Finding, *Summaries) {
	v := newVisit(c, pkg)
	v.traceAll()
	findings := identity.Sort(v.judge())
	return findings, v.summarizeExported()
}

// checkApart looks at a package with its tests, and once more without them: tests can write what nothing else does, and call what nobody
// else calls. Drivers differ in whether they visit both.
func (c *Checker) checkApart(pkg *Package) ([]identity.Finding, *Summaries) {
	findings, summaries := c.CheckAndSummarize(pkg)
	if without := pkg.withoutTests(); c.config.tests && len(without.Files) < len(pkg.Files) {
		findings = slices.DeleteFunc(findings, func(f identity.Finding) bool { return !isTest(f.Position.File) })
		v := newVisit(c, without)
		v.traceAll()
		findings = identity.Sort(append(findings, v.judge()...))
	}
	return findings, summaries
}

func (pkg *Package) withoutTests() *Package {
	kept := *pkg
	kept.Files = slices.DeleteFunc(slices.Clone(pkg.Files), func(file *ast.File) bool {
		return isTest(pkg.Fset.File(file.FileStart).Name())
	})
	return &kept
}

func isTest(file string) bool { return strings.HasSuffix(file, "_test.go") }
