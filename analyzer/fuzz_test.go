package analyzer_test

import (
	"bytes"
	"flag"
	"go/format"
	"maps"
	"slices"
	"testing"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/internal/fuzzing"
)

var (
	mutations = flag.Int("mutations", 1000, "how many texts TestMutated makes")
	mutator   = flag.Uint64("mutator", 1, "which ones TestMutated makes")
)

// FuzzCheck changes the situations, and holds what comes of that to what has to be true of any code.
func FuzzCheck(f *testing.F) {
	h, seeds := newHolder(f), oddSources(f)
	words := fuzzing.Seed(f, seeds)
	for _, seed := range seeds { // the fuzzer gives a text ten seconds; what it imports may take longer the first time
		load("fuzz", text{fuzzed: []byte(seed)}, completeTypes(testdata))
	}
	f.Fuzz(func(t *testing.T, content string) { h.hold(t, words.Expand(content)) })
}

// TestMutated changes the situations too, in the same way each time.
func TestMutated(t *testing.T) {
	t.Parallel()
	h, m := newHolder(t), fuzzing.NewMutator(*mutator, oddSources(t))
	for range *mutations {
		content := m.Next()
		if h.hold(t, content); t.Failed() {
			t.Fatalf("%q", content)
		}
	}
}

// A holder holds what is found in code to what has to be true of any code.
type holder struct {
	situation situation
	checker   *analyzer.Checker
}

func newHolder(tb testing.TB) holder {
	tb.Helper()
	// An ID that is given in the right way is one that stands in the code still.
	s := situation{root: testdata, config: analyzer.Config{Enable: []string{"all"}, Disable: []string{identity.HardcodedID}}}
	return holder{s, newChecker(tb, s.config)}
}

const fuzzed = "a.go" // the name of the file

// hold checks code. Whatever it is, the checker does not crash, finds the same each time, in bounds and within a bounded number of
// steps. If it compiles, fixes leave code that compiles and has none of what they fix, whatever its lines end with.
func (h holder) hold(t *testing.T, content string) {
	t.Helper()
	const long = 8 << 10
	if len(content) > long {
		return
	}
	source := text{fuzzed: formatted([]byte(content))}
	pkg, errs := load("fuzz", source, completeTypes(testdata))
	found := h.checker.Check(pkg)
	sameLines(t, "first", describe(found), "then", describe(h.checker.Check(pkg)))
	for _, finding := range found {
		holdFinding(t, source, finding)
	}
	holdWork(t, h.checker, pkg, len(content))
	if len(errs) > 0 || fuzzing.OnlyCrashes() {
		return
	}
	found = h.situation.find(t, pkg)
	h.situation.checkFixes(t, "fuzz", source, found)
	h.situation.checkLineEnds(t, "fuzz", source, found)
}

// formatted returns code as gofmt leaves it. What it writes it may write in another way when it reads that: a comment that was indented.
func formatted(code []byte) []byte {
	for range 3 {
		again, err := format.Source(code)
		if err != nil || bytes.Equal(again, code) {
			break
		}
		code = again
	}
	return code
}

// oddSources returns the files of the situations that are short, and what none of them has.
func oddSources(tb testing.TB) (texts []string) {
	tb.Helper()
	const short = 1 << 10
	for _, s := range situations {
		for _, dir := range s.folders(tb) {
			source, err := readDir(dir)
			if err != nil {
				tb.Fatal(err)
			}
			for _, name := range slices.Sorted(maps.Keys(source)) {
				if len(source[name]) < short {
					texts = append(texts, string(source[name]))
				}
			}
		}
	}
	return append(texts, " //indented\npackage a\n\nimport \"github.com/Azure/azure-sdk-for-go/sdk/azidentity\"\n\n"+
		"var a, b = azidentity.NewManagedIdentityCredential(nil)\n")
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
