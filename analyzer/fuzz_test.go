package analyzer_test

import (
	"go/format"
	"maps"
	"slices"
	"testing"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/internal/fuzzing"
)

// FuzzCheck changes the situations. Whatever the code is, the checker does not crash, finds the same each time, in bounds and within
// a bounded number of steps. Of code that compiles, fixes leave code that compiles and has none of what they fix, whatever its lines
// end with.
func FuzzCheck(f *testing.F) {
	const (
		file  = "a.go"
		short = 1 << 10 // bytes of a seed
		long  = 8 << 10 // bytes of what is read
	)
	// An ID that is given in the right way is one that stands in the code still.
	s := situation{root: testdata, config: analyzer.Config{Enable: []string{"all"}, Disable: []string{identity.HardcodedID}}}
	checker := newChecker(f, s.config)
	seeds := sourcesOf(f, short)
	for _, seed := range seeds { // the fuzzer gives a text ten seconds; what it imports may take longer the first time
		load("fuzz", text{file: []byte(seed)}, completeTypes(testdata))
	}
	words := fuzzing.Seed(f, seeds)
	f.Fuzz(func(t *testing.T, content string) {
		if content = words.Expand(content); len(content) > long {
			return
		}
		source := text{file: []byte(content)}
		if formatted, err := format.Source(source[file]); err == nil {
			source[file] = formatted
		}
		pkg, errs := load("fuzz", source, completeTypes(testdata))
		found := checker.Check(pkg)
		sameLines(t, "first", describe(found), "then", describe(checker.Check(pkg)))
		for _, finding := range found {
			holdFinding(t, source, finding)
		}
		holdWork(t, checker, pkg, len(content))
		if len(errs) > 0 {
			return
		}
		found = s.find(t, pkg)
		s.checkFixes(t, "fuzz", source, found)
		s.checkLineEnds(t, "fuzz", source, found)
	})
}

// sourcesOf returns the files of the situations that are short.
func sourcesOf(f *testing.F, short int) (texts []string) {
	f.Helper()
	for _, s := range situations {
		for _, dir := range s.folders(f) {
			source, err := readDir(dir)
			if err != nil {
				f.Fatal(err)
			}
			for _, name := range slices.Sorted(maps.Keys(source)) {
				if len(source[name]) < short {
					texts = append(texts, string(source[name]))
				}
			}
		}
	}
	return texts
}

// holdFinding holds a finding and its fixes to bytes that are there.
func holdFinding(t *testing.T, source text, found identity.Finding) {
	t.Helper()
	size := len(source[found.Position.File])
	if p := found.Position; p.Start < 0 || p.Start > p.End || p.End > size || p.Line < 1 || p.Column < 1 || found.Message == "" {
		t.Errorf("%+v of %d bytes", found, size)
	}
	for _, fix := range found.Fixes {
		if _, err := apply(source, fix.Edits); err != nil || len(fix.Edits) == 0 {
			t.Errorf("%s: %v", fix.Message, err)
		}
	}
}

// holdWork bounds the steps of a visit, as [TestBounds] does for code that grows.
func holdWork(t *testing.T, checker *analyzer.Checker, pkg *analyzer.Package, size int) {
	t.Helper()
	const bounded = 500_000
	if work, sites := analyzer.Work(checker, pkg); work > bounded || sites > size {
		t.Errorf("%d steps for %d sites in %d bytes", work, sites, size)
	}
}
