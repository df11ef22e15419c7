package main

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/whichid/whichid/analyzer/files"
	"github.com/whichid/whichid/analyzer/files/walk"
	"github.com/whichid/whichid/analyzer/identity"
)

// readers hands files that are not Go to those who read their kind.
type readers struct {
	*guard
	checker *files.Checker
	seen    map[string]bool
}

func newReaders(g *guard) *readers {
	return &readers{g, files.NewChecker(func(string) bool { return true }, "AZURE_CLIENT_ID"), make(map[string]bool)}
}

// visit looks at all files below a folder, documentation and test data among them.
func (r *readers) visit(ctx context.Context, folder string) error {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	var more walk.Patterns
	for _, pattern := range []string{"*.md", "*.markdown", "*.mdx", "*.rst", "*.html", "*.svg", "testdata/"} {
		if err := more.Add(folder, pattern); err != nil {
			return err
		}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // one reader: what is counted has one owner
	var failed error
	walk.Files(walk.Options{
		Base: folder, Targets: []walk.Target{{Path: folder, Tree: true}}, Add: more, Tests: true, Generated: true,
		Visit: func(name string, text []byte) {
			if failed == nil && ctx.Err() == nil {
				failed = r.file(filepath.Join(folder, name), string(text))
			}
		},
	})
	return errors.Join(failed, ctx.Err())
}

// file looks at a file as it stands, and with sinks planted in it.
func (r *readers) file(name, text string) error {
	if r.seen[text] || strings.HasSuffix(name, ".go") {
		return nil
	}
	r.seen[text] = true
	kind := kindOf(name)
	r.tally.add("files: "+kind, 1)
	r.tally.add("files", 1)
	r.tally.add("lines of other files", strings.Count(text, "\n"))
	if err := r.look(name, text, "as it stands"); err != nil {
		return err
	}
	planted := text
	for _, p := range plants() {
		planted = p.from.ReplaceAllLiteralString(planted, p.to)
	}
	if strings.HasSuffix(name, ".py") || strings.HasSuffix(name, ".ipynb") {
		planted = strings.Replace(planted, "import ", pythonImports+"import ", 1)
	}
	return r.look(name, planted, "planted")
}

// pythonImports make what is planted in Python a name of the library.
const pythonImports = "import azure.identity; from azure.identity import ManagedIdentityCredential\n"

// kindOf returns the title of a kind of files.
func kindOf(name string) string {
	base := strings.ToLower(path.Base(name))
	for _, kind := range files.Kinds() {
		for pattern := range strings.FieldsSeq(kind.Names) {
			if fits, err := path.Match(pattern, base); fits && err == nil {
				return kind.Title
			}
		}
	}
	return "known by the first line, or not at all"
}

// look hands a text to its reader, and holds what it finds to its promises.
func (r *readers) look(name, text, how string) error {
	full := name + ", " + how
	found := &reading{name: full, texts: map[string][]byte{name: []byte(text)}, check: files.StillParses}
	if ok, err := r.do(task{full, strings.Count(text, "\n"), func() { found.findings = r.checker.Check(name, text) }}); !ok {
		return err
	}
	for _, f := range found.findings {
		r.tally.add(fmt.Sprintf("findings in %s, %s: %s", kindOf(name), how, f.Rule), 1)
	}
	for _, broken := range found.promises() {
		r.tally.fail("broken promise", full, broken)
	}
	plan := found.mend()
	for _, e := range plan.Errors {
		r.tally.fail("bad fix", full, e.Message)
	}
	if len(plan.Files) == 0 {
		return nil
	}
	r.tally.add("fixes in "+kindOf(name)+", "+how, len(plan.Files[0].Findings))
	var again []identity.Finding
	mended := string(plan.Files[0].New)
	if ok, err := r.do(task{full + ", mended", strings.Count(mended, "\n"), func() { again = r.checker.Check(name, mended) }}); !ok {
		return err
	}
	for _, one := range repeated(plan, again) {
		r.tally.fail("not mended", full, one)
	}
	return nil
}
