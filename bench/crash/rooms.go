package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/source"
)

// rooms hands Go packages to what is behind the gate.
type rooms struct {
	*guard
	world *world
	every int // one of so many packages is forced
	plain *analyzer.Checker
	seen  map[uint64]bool // files, by what they hold

	folders int // with Go files that were not seen before
	looked  int // packages that were mended
}

// sample is how many packages that were forced there are to one that is looked at again after its fixes. All others are.
const sample = 4

func newRooms(g *guard, w *world, every int) (*rooms, error) {
	plain, err := analyzer.NewChecker(everything())
	return &rooms{guard: g, world: w, every: every, plain: plain, seen: make(map[uint64]bool)}, err
}

func everything(rows ...string) analyzer.Config {
	return analyzer.Config{Enable: []string{"all"}, Tests: true, Generated: true, Sinks: rows}
}

// memory is how much types may hold before they are dropped.
const memory = 2 << 30

// visit looks at all packages below a folder, but for those that others have copied there.
func (r *rooms) visit(ctx context.Context, folder string) error {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	return filepath.WalkDir(folder, func(dir string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil || !entry.IsDir():
			return err
		case entry.Name() == "vendor" || entry.Name() == ".git" || entry.Name() == "node_modules":
			return filepath.SkipDir
		}
		if held() > memory {
			r.world.forget()
		}
		return r.folder(dir)
	})
}

// folder looks at the packages of one folder, unless all of its files were seen elsewhere.
func (r *rooms) folder(dir string) error {
	texts, err := readFolder(dir)
	if err != nil {
		return err
	}
	fresh := 0
	for _, text := range texts {
		hash := fnv.New64a()
		_, _ = hash.Write(text)
		if sum := hash.Sum64(); !r.seen[sum] {
			r.seen[sum] = true
			fresh++
			r.tally.add("lines of Go", strings.Count(string(text), "\n"))
			r.tally.add("Go files", 1)
		}
	}
	if fresh == 0 {
		return nil
	}
	built, planted := make(map[string][]byte), make(map[string][]byte)
	for name, text := range texts {
		if isBuilt(name, text) {
			built[name] = text
		}
		planted[name] = plantURLs(text)
	}
	some := holes{r.world}
	if len(r.seen)%2 == 0 { // as good as any other half
		some.std = nil
	}
	r.folders++
	forced := r.folders%r.every == 0
	rows := make(map[string][]string)
	for _, u := range newUnits(dir, r.world.fset, built, r.world) {
		if rows[u.name], err = r.complete(u, forced); err != nil {
			return err
		}
	}
	if !forced {
		return nil
	}
	for _, u := range newUnits(dir, r.world.fset, planted, some) {
		if err := r.partial(u, rows[u.name]); err != nil {
			return err
		}
	}
	return nil
}

// complete looks at a package whose imports are known as far as they are there: as it stands, and with every call a sink.
func (r *rooms) complete(u *unit, forced bool) (rows []string, err error) {
	defer u.forget()
	u.check()
	r.tally.add("packages", 1)
	if len(u.errors) > 0 {
		r.tally.add("packages with type errors", 1)
	}
	if err = r.look(u, r.plain, "as it stands"); err != nil {
		return nil, err
	}
	if !forced {
		return nil, nil
	}
	r.tally.add("packages with every call a sink", 1)
	r.tally.add("lines of Go with every call a sink", u.lines())
	rows, functions, traced := u.force()
	r.tally.add("functions", functions)
	r.tally.add("functions in which a call or struct was made a sink", traced)
	checker, err := analyzer.NewChecker(everything(rows...))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", u.name, err)
	}
	return rows, r.look(u, checker, "every call a sink")
}

// partial looks at all files of a package, whatever their build constraints, with nothing known of what it imports, or of the
// standard library only.
func (r *rooms) partial(u *unit, rows []string) error {
	defer u.forget()
	u.check()
	checker, err := analyzer.NewChecker(everything(rows...))
	if err != nil {
		return fmt.Errorf("%s: %w", u.name, err)
	}
	return r.look(u, checker, "with holes")
}

// look hands a package to the rooms, and holds what they find to its promises.
func (r *rooms) look(u *unit, checker *analyzer.Checker, how string) error {
	name := u.name + ", " + how
	found := &reading{name: name, texts: u.texts, check: func(_ string, before, after []byte) error {
		return source.StillParses(before, after)
	}}
	if ok, err := r.do(task{name, u.lines(), func() { found.findings, _ = checker.CheckAndSummarize(u.marked()) }}); !ok {
		return err
	}
	for _, f := range found.findings {
		r.tally.add(fmt.Sprintf("findings in Go, %s: %s", how, f.Rule), 1)
	}
	for _, broken := range found.promises() {
		r.tally.fail("broken promise", name, broken)
	}
	return r.mended(u, checker, found, how)
}

// mended applies all first fixes to a package, and looks at it again.
func (r *rooms) mended(u *unit, checker *analyzer.Checker, found *reading, how string) error {
	plan := found.mend()
	for _, e := range plan.Errors {
		if !u.broken[e.File] {
			r.tally.fail("bad fix", found.name, e.File+": "+e.Message)
		}
	}
	if len(plan.Files) == 0 {
		return nil
	}
	if r.looked++; checker != r.plain && r.looked%sample != 0 {
		return nil
	}
	texts, fixed := make(map[string][]byte), 0
	for _, file := range plan.Files {
		texts[file.Name] = file.New
		fixed += len(file.Findings)
	}
	r.tally.add("fixes in Go, "+how, fixed)
	after := u.again(texts)
	if after == nil {
		r.tally.fail("bad fix", found.name, "the package is gone")
		return nil
	}
	defer after.forget()
	after.check()
	if len(after.errors) > len(u.errors) {
		r.tally.add("packages with fixes that -fix leaves since they do not compile, "+how, 1)
		if checker == r.plain && len(u.errors) == 0 {
			r.tally.fail("does not compile", found.name, newIn(after.errors, u.errors))
		}
	}
	var again []identity.Finding
	if ok, err := r.do(task{found.name + ", mended", after.lines(), func() { again = checker.Check(after.marked()) }}); !ok {
		return err
	}
	for _, one := range repeated(plan, again) {
		r.tally.fail("not mended", found.name, one)
	}
	return nil
}

// newIn returns the first error that there was not before, whatever its place.
func newIn(after, before []string) string {
	text := func(err string) string { return err[strings.LastIndex(err, ":")+1:] }
	for _, err := range after {
		if !slices.ContainsFunc(before, func(old string) bool { return text(old) == text(err) }) {
			return err
		}
	}
	return "the same errors, more of them"
}
