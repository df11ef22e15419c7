package analyzer_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/source"
)

// A situation is a number of trees of small packages, judged with one configuration. Their sources say in comments what
// is wanted:
//
//	azidentity.NewManagedIdentityCredential(nil) // want "names no identity"
//
// and the fixes of FILE.go stand in FILE.go.golden: a txtar archive with one section for every fix message.
type situation struct {
	root   string   // a GOPATH-style folder
	trees  []string // folders below root/src
	config analyzer.Config
}

const (
	testdata = "../testdata"
	legacy   = "../testdata/legacy" // azidentity 0.11 and older
)

var situations = []situation{
	{testdata, []string{"command", "dsn", "credential", "imds", "clients", "ignored", "directive", "skipped", "scope"}, analyzer.Config{}},
	{testdata, []string{"tests"}, analyzer.Config{Tests: true}},
	{testdata, []string{"generated"}, analyzer.Config{Generated: true}},
	{testdata, []string{"clean", "together"}, analyzer.Config{Enable: []string{"all"}}},
	{testdata, []string{"conditional"}, analyzer.Config{Enable: []string{identity.ConditionalID}}},
	{testdata, []string{"chain"}, analyzer.Config{Enable: []string{identity.DefaultCredential}}},
	{testdata, []string{"system"}, analyzer.Config{Enable: []string{identity.SystemAssigned}}},
	{testdata, []string{"hardcoded"}, analyzer.Config{Enable: []string{identity.HardcodedID}}},
	{testdata, []string{"idscope"}, analyzer.Config{IDs: []string{"scope"}}},
	{testdata, []string{"idenv"}, analyzer.Config{IDs: []string{"env:APP_IDENTITY"}}},
	{testdata, []string{"idexpr"}, analyzer.Config{IDs: []string{"expr:config.IdentityID()@example.com/app/config"}}},
	{testdata, []string{"idliteral"}, analyzer.Config{IDs: []string{`expr:"from" + suffix`}}},
	{testdata, []string{"idorder"}, analyzer.Config{IDs: []string{"env:FIRST", "scope", "expr:config.IdentityID()@example.com/app/config"}}},
	{testdata, []string{"wrapped"}, analyzer.Config{Facts: true}},
	{testdata, []string{"autorest", "msal"}, analyzer.Config{Enable: []string{"all"}}},
	{testdata, []string{"libraries"}, analyzer.Config{Enable: []string{"all"}}},
	{testdata, []string{"inhouse"}, analyzer.Config{Enable: []string{identity.NoSelector, identity.ConditionalID}, Sinks: inhouse()}},
	{legacy, []string{"signature"}, analyzer.Config{Enable: []string{"all"}}},
}

// inhouse are the rows of a user for testdata/src/example.com/app/cloud.
func inhouse() []string {
	rows, err := os.ReadFile(testdata + "/src/inhouse/rows.txt")
	if err != nil {
		return []string{err.Error()} // as a row it is refused
	}
	return strings.Split(strings.TrimSpace(string(rows)), "\n")
}

// libraries are the trees in testdata/src that situations import.
var libraries = []string{"github.com", "go.mongodb.org", "gorm.io", "example.com", "resty.dev"}

func TestSituations(t *testing.T) {
	for _, s := range situations {
		t.Run(strings.Join(s.trees, ","), func(t *testing.T) {
			root, err := filepath.Abs(s.root)
			if err != nil {
				t.Fatal(err)
			}
			var patterns []string
			for _, tree := range s.trees {
				patterns = append(patterns, tree+"/...")
			}
			analysistest.Run(t, root, analyzer.New(s.config), patterns...)
			for _, dir := range s.folders(t) {
				t.Run(s.name(dir), func(t *testing.T) { s.check(t, dir) })
			}
		})
	}
}

// check holds the findings of one package to everything but its want comments.
func (s situation) check(t *testing.T, dir string) {
	t.Helper()
	sources := read(t, dir)
	pkg, errs := load(dir, sources, completeTypes(s.root))
	for _, err := range errs {
		t.Fatal("the situation does not compile: ", err)
	}
	for name := range sources {
		checkFormat(t, sources, name)
	}
	findings := s.find(t, pkg)

	sameLines(t, "with complete types", describe(findings), "with outlines", describe(s.findWithOutlines(t, dir)))

	checkGoldens(t, sources, findings)
	s.checkFixes(t, dir, sources, findings)
	s.checkLineEnds(t, dir, sources, findings)
}

// find returns the findings that are reported: those that no directive silences.
func (s situation) find(t *testing.T, pkg *analyzer.Package) []identity.Finding {
	t.Helper()
	s.learn(t, pkg)
	checker, err := analyzer.NewChecker(s.config)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(checker.Check(pkg), func(f identity.Finding) bool { return f.Suppressed != "" })
}

// learn gives a package the summaries of those that it imports, if the situation is one of several packages.
func (s situation) learn(tb testing.TB, pkg *analyzer.Package) {
	tb.Helper()
	if !s.config.Facts || pkg.Summaries != nil {
		return
	}
	pkg.Summaries = make(map[string]*analyzer.Summaries)
	for _, imported := range pkg.Types.Imports() {
		dir := filepath.Join(s.root, "src", filepath.FromSlash(imported.Path()))
		if slices.Contains(s.folders(tb), dir) {
			pkg.Summaries[imported.Path()] = s.summarize(tb, dir)
		}
	}
}

// findWithOutlines returns what the command finds, which knows libraries by their outlines only.
func (s situation) findWithOutlines(t *testing.T, dir string) []identity.Finding {
	t.Helper()
	checker, err := analyzer.NewChecker(s.config)
	if err != nil {
		t.Fatal(err)
	}
	known := make(map[string]*analyzer.Summaries)
	visit := func(pkg *source.Package) func() bool {
		pkg.Summaries = known
		_, summaries := checker.CheckAndSummarize(pkg.Package)
		known[pkg.Types.Path()] = summaries
		return summaries.Matter
	}
	options := source.Options{Dir: dir, Patterns: []string{"."}, Tests: s.config.Tests, Table: checker.Table()}
	if s.config.Facts {
		options.Visit = visit
	}
	if len(s.config.Sinks) > 0 { // a library of one's own is at hand
		options.Root = s.root + "/src"
	}
	result, err := source.Load(options)
	if err != nil {
		t.Fatal(err)
	}
	var out []identity.Finding
	for _, pkg := range result.Packages {
		for _, f := range s.find(t, pkg.Package) {
			if pkg.Asked(f.Position.File) {
				out = append(out, f)
			}
		}
	}
	return out
}

// describe returns a line for each finding, with its first fix.
func describe(findings []identity.Finding) []string {
	var lines []string
	for _, f := range findings {
		line := fmt.Sprintf("%s:%d:%d-%d:%d: %s: %s", filepath.Base(f.Position.File), f.Position.Line, f.Position.Column,
			f.Position.EndLine, f.Position.EndColumn, f.Rule, f.Message)
		if len(f.Fixes) > 0 {
			var edits []string
			for _, edit := range f.Fixes[0].Edits {
				edits = append(edits, fmt.Sprintf("[%d:%d]=%q", edit.Start, edit.End, edit.New))
			}
			line += fmt.Sprintf(" (fix: %s %s)", f.Fixes[0].Message, strings.Join(edits, ", "))
		}
		lines = append(lines, line)
	}
	return lines
}

// sameLines fails for every line that stands in one list only.
func sameLines(t *testing.T, nameA string, a []string, nameB string, b []string) {
	t.Helper()
	for _, line := range a {
		if !slices.Contains(b, line) {
			t.Errorf("only %s: %s", nameA, line)
		}
	}
	for _, line := range b {
		if !slices.Contains(a, line) {
			t.Errorf("only %s: %s", nameB, line)
		}
	}
}

// folders returns the folders of a situation that hold Go files.
func (s situation) folders(tb testing.TB) []string {
	tb.Helper()
	var dirs []string
	for _, tree := range s.trees {
		err := filepath.WalkDir(filepath.Join(s.root, "src", tree), func(path string, _ fs.DirEntry, err error) error {
			if dir := filepath.Dir(path); filepath.Ext(path) == ".go" && !slices.Contains(dirs, dir) {
				dirs = append(dirs, dir)
			}
			return err
		})
		if err != nil {
			tb.Fatal(err)
		}
	}
	return dirs
}

// name returns a folder's import path.
func (s situation) name(dir string) string {
	return strings.TrimPrefix(filepath.ToSlash(dir), s.root+"/src/")
}

// TestSituationsComplete fails for a folder that no line of the table reads.
func TestSituationsComplete(t *testing.T) {
	for _, root := range []string{testdata, legacy} {
		entries, err := os.ReadDir(filepath.Join(root, "src"))
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			reads := func(s situation) bool { return s.root == root && slices.Contains(s.trees, entry.Name()) }
			if !slices.Contains(libraries, entry.Name()) && !slices.ContainsFunc(situations, reads) {
				t.Errorf("no situation reads %s/src/%s", root, entry.Name())
			}
		}
	}
}

// TestOffByDefault holds the default configuration to silence about what other rules find.
func TestOffByDefault(t *testing.T) {
	byDefault := func(f identity.Finding) bool {
		return slices.ContainsFunc(identity.Rules(), func(rule identity.Rule) bool { return rule.Name == f.Rule && rule.Default })
	}
	for _, s := range situations {
		if len(s.config.Enable) == 0 {
			continue
		}
		for _, dir := range s.folders(t) {
			t.Run(s.name(dir), func(t *testing.T) {
				pkg, _ := load(dir, read(t, dir), completeTypes(s.root))
				var wanted []identity.Finding
				for _, f := range s.find(t, pkg) {
					if byDefault(f) {
						wanted = append(wanted, f)
					}
				}
				sameLines(t, "of the default rules", describe(wanted), "by default", describe(situation{config: analyzer.Config{Sinks: s.config.Sinks}}.find(t, pkg)))
			})
		}
	}
}
