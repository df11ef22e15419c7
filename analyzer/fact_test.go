package analyzer_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer"
)

// across is the situation of several packages.
func across(tb testing.TB) situation {
	tb.Helper()
	for _, s := range situations {
		if s.config.Facts {
			return s
		}
	}
	tb.Fatal("no situation has facts")
	return situation{}
}

// summarize returns what a package of the situation tells.
func (s situation) summarize(tb testing.TB, dir string) *analyzer.Summaries {
	tb.Helper()
	source, err := readDir(dir)
	if err != nil {
		tb.Fatal(err)
	}
	pkg, _ := load(s.name(dir), source, completeTypes(s.root))
	s.learn(tb, pkg)
	_, summaries := newChecker(tb, s.config).CheckAndSummarize(pkg)
	return summaries
}

func newChecker(tb testing.TB, config analyzer.Config) *analyzer.Checker {
	tb.Helper()
	checker, err := analyzer.NewChecker(config)
	if err != nil {
		tb.Fatal(err)
	}
	return checker
}

// TestEncode holds the encoding to be the same for the same code, to be small, and to survive a round trip.
func TestEncode(t *testing.T) {
	const maxBytes = 3500
	s := across(t)
	told := 0
	for _, dir := range s.folders(t) {
		summaries := s.summarize(t, dir)
		if summaries == nil {
			continue
		}
		told++
		data := summaries.Encode()
		if again := s.summarize(t, dir).Encode(); !bytes.Equal(data, again) {
			t.Errorf("%s: two encodings\n%s\n%s", dir, data, again)
		}
		if len(data) > maxBytes {
			t.Errorf("%s: %d bytes, want at most %d", dir, len(data), maxBytes)
		}
		decoded := newChecker(t, s.config).Decode(s.name(dir), data)
		if decoded == nil || decoded.Matter() != summaries.Matter() {
			t.Errorf("%s: cannot be decoded: %s", dir, data)
		}
	}
	if told == 0 {
		t.Error("no package tells anything")
	}
}

// TestDecodeDamaged decodes what no Encode of this version wrote: nothing is known then.
func TestDecodeDamaged(t *testing.T) {
	t.Parallel()
	checker := newChecker(t, analyzer.Config{})
	sink := `"sink":{"package":"github.com/Azure/azure-sdk-for-go/sdk/azidentity","name":"NewManagedIdentityCredential"},"row":"credential 1 {0 [ID]} [] []"`
	whole := func(f string) string { return `{"version":1,"functions":[` + f + `]}` }
	site := func(id string) string {
		return whole(`{"name":{"name":"New"},"params":1,"sites":[{` + sink + `,"id":[` + id + `]}]}`)
	}
	if checker.Decode("p", []byte(site(`{"kind":"parameter"}`))) == nil {
		t.Error("the form that the others damage is not known")
	}
	for what, data := range map[string]string{
		"nothing":                     "",
		"no JSON":                     "{",
		"other JSON":                  "[1]",
		"another version":             strings.Replace(site(`{"kind":"zero"}`), `"version":1`, `"version":2`, 1),
		"no function":                 whole(""),
		"an unknown kind":             site(`{"kind":"future"}`),
		"a parameter too many":        site(`{"kind":"parameter","index":1}`),
		"a negative parameter":        site(`{"kind":"parameter","index":-1}`),
		"a path without a mark":       site(`{"kind":"parameter","text":"ID"}`),
		"a hole that does not end":    site(`{"kind":"text","text":"a\u0000p0 "}`),
		"an empty hole":               site(`{"kind":"text","text":"a\u0000\u0000"}`),
		"a hole of nothing":           site(`{"kind":"text","text":"\u0000p\u0000"}`),
		"a hole of no parameter":      site(`{"kind":"text","text":"\u0000p7 \u0000"}`),
		"a hole of a negative one":    site(`{"kind":"text","text":"\u0000p-1 \u0000"}`),
		"a ref to nothing":            site(`{"kind":"ref"}`),
		"a ref to no parameter":       site(`{"kind":"ref","base":{"parameter":4}}`),
		"an origin of no kind":        site(`{"kind":"?","origin":99}`),
		"an unknown sink":             strings.Replace(site(`{"kind":"zero"}`), "NewManagedIdentityCredential", "NewOther", 1),
		"a sink of another signature": strings.Replace(site(`{"kind":"zero"}`), `"row":"credential 1`, `"row":"credential 2`, 1),
		"memory of no parameter":      whole(`{"name":{"name":"New"},"memory":[{"base":{"parameter":3},"fields":null}]}`),
		"a list of no parameters":     whole(`{"name":{"name":"New"},"variadic":true}`),
		"too much":                    site(`{"kind":"number","text":"` + strings.Repeat("9", 1<<20) + `"}`),
	} {
		if checker.Decode("p", []byte(data)) != nil {
			t.Errorf("%s: %.200s is taken for known", what, data)
		}
	}
}

// FuzzDecode gives packages that import damaged summaries. Whatever they say, nothing crashes, what is found is found again, at places
// in the files, and what these packages tell in turn can be read.
func FuzzDecode(f *testing.F) {
	s := across(f)
	for _, dir := range s.folders(f) {
		if summaries := s.summarize(f, dir); summaries != nil {
			f.Add(summaries.Encode())
		}
	}
	dir := filepath.Join(s.root, "src", "wrapped", "callers")
	source, err := readDir(dir)
	if err != nil {
		f.Fatal(err)
	}
	pkg, _ := load(s.name(dir), source, completeTypes(s.root))
	checker := newChecker(f, s.config)
	f.Fuzz(func(t *testing.T, data []byte) {
		summaries := checker.Decode("wrapped/wrap", data)
		if summaries == nil {
			return
		}
		importing := *pkg
		importing.Summaries = map[string]*analyzer.Summaries{"wrapped/wrap": summaries}
		found, told := checker.CheckAndSummarize(&importing)
		again, _ := checker.CheckAndSummarize(&importing)
		sameLines(t, "first", describe(found), "then", describe(again))
		for _, finding := range found {
			holdFinding(t, source, finding)
		}
		if told != nil && checker.Decode("wrapped/callers", told.Encode()) == nil {
			t.Errorf("%q cannot be read", told.Encode())
		}
	})
}

// TestFactBounds holds a function that would tell too much to tell nothing, and a package too.
func TestFactBounds(t *testing.T) {
	const head = "package p\n\nimport \"github.com/Azure/azure-sdk-for-go/sdk/azidentity\"\n\n" +
		"type options = azidentity.ManagedIdentityCredentialOptions\n\n"
	var many strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&many, "func New%d(o *options) { azidentity.NewManagedIdentityCredential(o) }\n", i)
	}
	var fields, stores strings.Builder
	for i := range 250 {
		fmt.Fprintf(&fields, "F%d string\n", i)
		fmt.Fprintf(&stores, "t.F%d, u.F%d = \"a\", \"b\"\n", i, i)
	}
	large := "type T struct{ options\n" + fields.String() + "}\nfunc Large() (*T, *T) { t, u := &T{}, &T{}\n" + stores.String() + "return t, u }\n"
	for what, code := range map[string]string{"a package": many.String(), "a function": large} {
		pkg, errs := load("p", text{"a.go": []byte(head + code)}, completeTypes(testdata))
		for _, err := range errs {
			t.Fatal(err)
		}
		if _, summaries := newChecker(t, analyzer.Config{}).CheckAndSummarize(pkg); summaries != nil {
			t.Errorf("%s tells %d bytes", what, len(summaries.Encode()))
		}
	}
}
