package walk_test

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/whichid/whichid/analyzer/files/walk"
	"github.com/whichid/whichid/internal/needs"
	"github.com/whichid/whichid/internal/nobody"
)

// A tree is laid out from lines: a path; a path, = and its text; a path that ends in a slash is a folder.
func tree(t *testing.T, lines string) string {
	t.Helper()
	root := t.TempDir()
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		path, text, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok {
			text = "text"
		}
		full := filepath.Join(root, filepath.FromSlash(path))
		if strings.HasSuffix(path, "/") {
			must(t, os.MkdirAll(full, 0o750))
			continue
		}
		must(t, os.MkdirAll(filepath.Dir(full), 0o750))
		must(t, os.WriteFile(full, []byte(strings.ReplaceAll(text, `\n`, "\n")), 0o600))
	}
	return root
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// repository is what makes a folder one, at a prefix.
func repository(prefix string) string {
	return prefix + ".git/HEAD\n" + prefix + ".git/objects/\n" + prefix + ".git/refs/\n"
}

// visited walks targets, which are paths from base or ./… with /... for all below.
func visited(t *testing.T, o walk.Options, targets ...string) ([]string, walk.Result) {
	t.Helper()
	for _, target := range targets {
		path, isTree := strings.CutSuffix(target, "/...")
		o.Targets = append(o.Targets, walk.Target{Path: filepath.Join(o.Base, filepath.FromSlash(path)), Tree: isTree})
	}
	var mu sync.Mutex
	var names []string
	o.Visit = func(name string, _ []byte) {
		mu.Lock()
		defer mu.Unlock()
		names = append(names, filepath.ToSlash(name))
	}
	result := walk.Files(o)
	slices.Sort(names)
	return names, result
}

func patterns(t *testing.T, dir, list string) (p walk.Patterns) {
	t.Helper()
	for glob := range strings.FieldsSeq(list) {
		must(t, p.Add(dir, glob))
	}
	return p
}

// The situations that TestFiles walks: a tree, the targets, the patterns, and what is visited.
func TestFiles(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, tree, base, targets string
		add, exclude              string
		tests, generated, strict  bool
		want                      string
	}{
		{
			name: "names", tree: `
				a.sh
				b.go
				README.md
				README
				docs/x.rst
				notes.txt
				logo.PNG
				app.min.js
				app.js
				yarn.lock
				.github/workflows/ci.yml
				.env
				Dockerfile
				vendor/x.sh
				node_modules/x/y.sh
				testdata/x.sh
				.hg/x.sh
				.svn/x.sh
				.terraform/x.tf
				_x/y.sh`,
			targets: "./...", want: ".env .github/workflows/ci.yml Dockerfile _x/y.sh a.sh app.js",
		},
		{name: "one folder", tree: "a.sh\nx/b.sh", targets: ".", want: "a.sh"},
		{name: "a folder and another", tree: "a.sh\nx/b.sh\nx/y/c.sh\nz/d.sh", targets: "x z/...", want: "x/b.sh z/d.sh"},
		{
			name: "targets that overlap", tree: "a.sh\nx/b.sh\nx/y/c.sh",
			targets: "x ./... x/... x/b.sh", want: "a.sh x/b.sh x/y/c.sh",
		},
		{
			name: "named files", tree: "README.md\ntest_x.py\nvendor/x.sh\nx.go\n.gitignore = ign*\nign.sh\na.sh",
			targets: "README.md test_x.py vendor/x.sh x.go ign.sh", want: "README.md ign.sh test_x.py vendor/x.sh",
		},
		{name: "a named folder that is left out", tree: "vendor/x.sh\na.sh", targets: "vendor/...", want: "vendor/x.sh"},
		{name: "a folder above", tree: "a/x.sh\nb/y.sh", base: "a", targets: "../b/...", want: "../b/y.sh"},
		{
			name: "tests", tree: "test_x.py\nx_test.py\nconftest.py\nx.Tests.ps1\nx.test.ts\nx_spec.rb\nx_test.sh\n" +
				"FooTest.cs\ncontest.java\n__tests__/x.ts\nx.bats\n.test.js",
			targets: "./...", want: ".test.js contest.java x_test.sh",
		},
		{
			name: "with tests", tree: "test_x.py\nconftest.py\nx.Tests.ps1\n__tests__/x.ts\ntestdata/x.sh", tests: true,
			targets: "./...", want: "__tests__/x.ts conftest.py test_x.py x.Tests.ps1",
		},
		{
			name: "ignored", tree: repository("") + ".gitignore = *.log.sh\\n/out/\\n!keep.log.sh\na.log.sh\nkeep.log.sh\nout/x.sh\n" +
				"x/out/y.sh\nx/.gitignore = !a.log.sh\\ny.tf\nx/a.log.sh\nx/y.tf",
			targets: "./...", want: ".gitignore keep.log.sh x/.gitignore x/a.log.sh x/out/y.sh",
		},
		{
			name: "ignored by folders above, not beyond the repository",
			tree: ".gitignore = *\n" + repository("r/") + "r/.gitignore = x.sh\nr/a/.gitignore = /b/y.sh\nr/a/b/x.sh\nr/a/b/y.sh\nr/a/b/z.sh",
			base: "r/a/b", targets: "./...", want: "z.sh",
		},
		{
			name: "ignored by info/exclude, before .gitignore",
			tree: repository("") + ".git/info/exclude = a.sh\\nb.sh\n.gitignore = !b.sh\na.sh\nb.sh\nx/a.sh", targets: "./...",
			want: ".gitignore b.sh",
		},
		{
			name: "a worktree", tree: repository("r/") + "r/.git/info/exclude = a.sh\nr/.git/worktrees/w/commondir = ../..\\n\n" +
				"w/.git = gitdir: ../r/.git/worktrees/w\\n\nw/a.sh\nw/b.sh",
			base: "w", targets: "./...", want: "b.sh",
		},
		{name: "no repository", tree: ".gitignore = a.sh\nx/a.sh\nx/b.sh", targets: "x/...", want: "x/b.sh"},
		{name: "a named folder that is ignored", tree: ".gitignore = /x/\nx/a.sh", targets: "x/...", want: "x/a.sh"},
		{
			name: "other repositories", tree: repository("") + repository("x/") + "x/a.sh\nx/y/b.sh\nsub/.git = gitdir: ../.git/modules/sub\nsub/c.sh\n" +
				"none/.git/x\nnone/d.sh",
			targets: "./...", want: "none/d.sh",
		},
		{name: "a named repository", tree: repository("") + repository("x/") + "x/a.sh", targets: "x/...", want: "x/a.sh"},
		{
			name: "a pattern adds", tree: repository("") + ".gitignore = gen.sh\\nout/\nREADME.md\nx/b.md\ngen.sh\ntest_x.py\nout/c.md\nvendor/d.md\na.sh",
			add: "*.md gen.sh test_x.py", targets: "./...", want: ".gitignore README.md a.sh gen.sh test_x.py x/b.md",
		},
		{
			name: "a pattern opens a folder", tree: ".gitignore = out/\nout/a.sh\nout/x/b.md\nout/vendor/c.sh\nvendor/d.sh\nvendor/x/e.sh\nvendor/x/f.sh",
			add: "out/ vendor/x/e.sh", targets: "./...", want: ".gitignore out/a.sh out/x/b.md vendor/x/e.sh",
		},
		{
			name: "a pattern opens another repository", tree: repository("") + repository("x/") + "x/a.sh\n" + repository("y/") + "y/z/b.sh\ny/c.sh",
			add: "/x/ y/z/*.sh", targets: "./...", want: "x/a.sh y/z/b.sh",
		},
		{name: "a target in a folder that a pattern adds", tree: "docs/x/a.md\nb.md", add: "docs/", targets: "docs/x/...", want: "docs/x/a.md"},
		{
			name: "excluded", tree: "a.sh\nx/b.sh\nx/y/c.sh\nz/x/d.sh\nz/e.tf", exclude: "/x/ e.*", targets: "./...",
			want: "a.sh z/x/d.sh",
		},
		{
			name: "excluded all but", tree: "a.sh\nx/b.sh\nx/c.sh\ny/d.sh", exclude: "x/* !x/c.sh y/ !y/d.sh", targets: "./...",
			want: "a.sh x/c.sh",
		},
		{name: "excluded before added", tree: "README.md\nx/README.md", add: "*.md", exclude: "x", targets: "./...", want: "README.md"},
		{name: "an excluded target", tree: "x/y/b.sh\nx/y/c.sh\nx/y/z/d.sh\ne.sh", exclude: "/x/y", targets: "x/y/... x/y/z x/y/c.sh e.sh", want: "e.sh"},
		{name: "excluded elsewhere", tree: "a/x.sh\nb/y.sh\nb/z.tf", base: "a", exclude: "*.sh b/z.tf", targets: "../b/...", want: "../b/z.tf"},
		{
			name: "generated", tree: "a.yml = # Code generated by x. DO NOT EDIT.\nb.yml = #!/bin/sh\\n\\n# @generated\nc.sh = echo '# @generated'\n" +
				"d.py = # This file is AUTO-GENERATED\\n# from x.\\n# Do not edit it.\n" +
				"e.json = {\\n  \"metadata\": {\\n    \"_generator\": {\\n      \"name\": \"bicep\",\\n" +
				"\nf.sh = # Installs what is generated.\ng.ts = /**\\n * @generatedness\\n */",
			targets: "./... ", want: "c.sh f.sh g.ts",
		},
		{
			name: "with generated files", tree: "a.yml = # @generated\n_generated/b.sh", generated: true, targets: "./...",
			want: "_generated/b.sh a.yml",
		},
		{name: "a generated file that is named", tree: "a.yml = # @generated", targets: "a.yml", want: "a.yml"},
		{
			name: "strict", strict: true, tree: repository("") + "README.md\ntest_x.py\nvendor/x/y.sh\nx.go\n.gitignore = ign*\nign.sh\na.sh\nb.sh\n" +
				"x/y/z.sh\nx/y/ign.sh\nx/ignored/z.sh\nx/.gitignore = /y/w.sh\nx/y/w.sh\ngen.yml = # @generated\n" + repository("other/") + "other/x/a.sh",
			targets: "README.md test_x.py vendor/x/y.sh x.go ign.sh a.sh x/y/z.sh x/y/ign.sh x/ignored/z.sh x/y/w.sh gen.yml other/x/a.sh",
			want:    "a.sh x/y/z.sh",
		},
		{
			name: "strict, with patterns", strict: true, tree: "README.md\nx.txt\nout/a.sh\nvendor/b.sh\nc.sh\nd.sh\n.gitignore = /out/",
			add: "*.md out/", exclude: "d.sh", targets: "README.md x.txt out/a.sh vendor/b.sh c.sh d.sh c.sh", want: "README.md c.sh out/a.sh",
		},
		{
			name: "strict, elsewhere", strict: true, base: "a", tree: "a/x.sh\nb/.gitignore = y.sh\nb/y.sh\nb/z.sh\nb/w.md",
			targets: "../b/y.sh ../b/z.sh ../b/w.md", want: "../b/z.sh",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			base := filepath.Join(tree(t, tt.tree), filepath.FromSlash(tt.base))
			o := walk.Options{
				Base: base, Strict: tt.strict, Tests: tt.tests, Generated: tt.generated, Add: patterns(t, base, tt.add), Exclude: patterns(t, base, tt.exclude),
			}
			got, result := visited(t, o, strings.Fields(tt.targets)...)
			if strings.Join(got, " ") != tt.want || len(result.Errors) > 0 {
				t.Errorf("visited %v, errors %v\nwant    %v", got, result.Errors, tt.want)
			}
			if tt.targets != "./..." {
				return
			}
			o.Strict = true
			if got, result = visited(t, o, all(t, base)...); strings.Join(got, " ") != tt.want || len(result.Errors) > 0 {
				t.Errorf("strict, with all files named: visited %v, errors %v\nwant    %v", got, result.Errors, tt.want)
			}
		})
	}
}

// all returns the files below a folder, relative to it, but for those of git.
func all(t *testing.T, base string) (names []string) {
	t.Helper()
	must(t, filepath.WalkDir(base, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.Name() == ".git" && entry.IsDir():
			return fs.SkipDir
		case entry.Type().IsRegular() && entry.Name() != ".git":
			name, err := filepath.Rel(base, path)
			names = append(names, filepath.ToSlash(name))
			return err
		}
		return nil
	}))
	return names
}

func TestSizesAndText(t *testing.T) {
	t.Parallel()
	base := tree(t, "a.sh\nnul.sh = a\x00b\nlate.sh = "+strings.Repeat("x", 8000)+"\x00")
	must(t, os.WriteFile(filepath.Join(base, "empty.sh"), nil, 0o600))
	must(t, os.WriteFile(filepath.Join(base, "full.sh"), make65(walk.MaxSize), 0o600))
	must(t, os.WriteFile(filepath.Join(base, "large.sh"), make65(walk.MaxSize+1), 0o600))
	must(t, os.WriteFile(filepath.Join(base, "huge.dat"), make([]byte, 4*walk.MaxSize), 0o600))
	got, result := visited(t, walk.Options{Base: base}, "./...")
	if want := "a.sh empty.sh full.sh late.sh"; strings.Join(got, " ") != want {
		t.Errorf("visited %v", got)
	}
	if !slices.Equal(result.Large, []string{"large.sh"}) || result.Binary != 2 || result.Files != 7 || result.Bytes > 3*walk.MaxSize ||
		len(result.Errors) > 0 {
		t.Errorf("%+v", result)
	}
}

func TestWhoNamesALargeFileIsTold(t *testing.T) {
	t.Parallel()
	base := tree(t, "a.sh")
	must(t, os.WriteFile(filepath.Join(base, "large.sh"), make65(walk.MaxSize+1), 0o600))
	for _, isStrict := range []bool{false, true} {
		got, result := visited(t, walk.Options{Base: base, Strict: isStrict}, "a.sh", "large.sh")
		var said []string
		for _, failed := range result.Errors {
			said = append(said, failed.Name+": "+failed.Err.Error())
		}
		want := "large.sh: larger than 1 MiB"
		if isStrict { // pre-commit names all files
			want = ""
		}
		if !slices.Equal(got, []string{"a.sh"}) || strings.Join(said, "\n") != want {
			t.Errorf("strict is %v: visited %v, said %q, want %q", isStrict, got, said, want)
		}
	}
}

func make65(size int) []byte { return bytes.Repeat([]byte("A"), size) }

func TestGate(t *testing.T) {
	t.Parallel()
	base := tree(t, "a.sh = yes\nb.sh = no\nc.sh = # @generated yes")
	gate := func(text []byte) bool { return bytes.Contains(text, []byte("yes")) }
	var mu sync.Mutex
	var judged []string
	note := func(name string) {
		mu.Lock()
		defer mu.Unlock()
		judged = append(judged, name)
	}
	got, result := visited(t, walk.Options{Base: base, Gate: gate, Judged: note}, "./...")
	if !slices.Equal(got, []string{"a.sh"}) || result.Generated != 1 || result.Files != 3 {
		t.Errorf("visited %v: %+v", got, result)
	}
	if slices.Sort(judged); !slices.Equal(judged, []string{"a.sh", "b.sh"}) {
		t.Errorf("judged %v", judged)
	}
}

// TestTextIsTheVisitors keeps what it is given, while the reader goes on.
func TestTextIsTheVisitors(t *testing.T) {
	t.Parallel()
	var lines []string
	for i := range 200 {
		lines = append(lines, strings.Repeat("x", i+1)+".sh = "+strings.Repeat(string(rune('a'+i%26)), 300))
	}
	var mu sync.Mutex
	kept := make(map[string][]byte)
	base := tree(t, strings.Join(lines, "\n"))
	walk.Files(walk.Options{Base: base, Targets: []walk.Target{{Path: base}}, Visit: func(name string, text []byte) {
		mu.Lock()
		defer mu.Unlock()
		kept[name] = text
	}})
	for i := range 200 {
		if text := kept[strings.Repeat("x", i+1)+".sh"]; string(text) != strings.Repeat(string(rune('a'+i%26)), 300) {
			t.Fatalf("%d: %.20s", i, text)
		}
	}
}

func TestLinksAndErrors(t *testing.T) {
	t.Parallel()
	needs.NotWindows(t, "make symbolic links, which takes a right there that few have")
	base := tree(t, "x/a.sh\ny/.gitignore = a.sh\nlists/x = b.sh\nz/b.sh")
	for link, to := range map[string]string{
		"x/loop": "..", "x/link.sh": "a.sh", "x/gone.sh": "nowhere", "z/.gitignore": "../lists/x", "dir": "y", "one.sh": "z/b.sh",
	} {
		must(t, os.Symlink(to, filepath.Join(base, link)))
	}
	got, result := visited(t, walk.Options{Base: base}, "./...", "dir", "one.sh", "nowhere/...", "x/gone.sh")
	if want := "dir/.gitignore lists/x one.sh x/a.sh y/.gitignore z/b.sh"; strings.Join(got, " ") != want {
		t.Errorf("visited %v", got)
	}
	if len(result.Errors) != 2 || result.Errors[0].Name != "nowhere" || result.Errors[1].Name != filepath.Join("x", "gone.sh") {
		t.Errorf("%v", result.Errors)
	}
}

func TestUnreadable(t *testing.T) {
	t.Parallel()
	needs.NotWindows(t, "have files with modes")
	if nobody.Again(t) {
		return
	}
	base := tree(t, "a.sh\nb.sh\nx/c.sh\ny/.gitignore = d.sh\ny/d.sh")
	for _, path := range []string{"a.sh", "x", "y/.gitignore"} {
		must(t, os.Chmod(filepath.Join(base, path), 0))
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(base, "x"), 0o700) })
	got, result := visited(t, walk.Options{Base: base}, "./...", "x")
	if want := "b.sh y/d.sh"; strings.Join(got, " ") != want {
		t.Errorf("visited %v", got)
	}
	var failed []string
	for _, f := range result.Errors {
		failed = append(failed, f.Name)
	}
	if want := "a.sh x y/.gitignore"; strings.Join(failed, " ") != want {
		t.Errorf("errors: %v", result.Errors)
	}
}

// Patterns are relative to their folders, and those of the folder that was added last come first.
func TestCover(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	type in struct{ dir, glob string }
	for _, tt := range []struct {
		name     string
		patterns []in
		file     string
		want     bool
	}{
		{"nothing", nil, "a.sh", false},
		{"a file", []in{{"", "a.sh"}}, "a.sh", true},
		{"a file of that name below", []in{{"", "a.sh"}}, "x/y/a.sh", true},
		{"anchored", []in{{"", "/a.sh"}}, "x/a.sh", false},
		{"a folder", []in{{"", "x/"}}, "x/y/a.sh", true},
		{"a file that has a folder's name", []in{{"", "x/"}}, "x", false},
		{"in a folder nothing is taken back", []in{{"", "x/"}, {"", "!x/a.sh"}}, "x/a.sh", true},
		{"a folder is taken back", []in{{"", "x*/"}, {"", "!xy/"}}, "xy/a.sh", false},
		{"the folder above", []in{{"", "y/a.sh"}}, "x/y/a.sh", false},
		{"relative to a folder", []in{{"x", "/y/a.sh"}}, "x/y/a.sh", true},
		{"relative to a folder of which another begins", []in{{"x", "*"}, {"x", "!x*"}}, "xy", false},
		{"a later folder comes first", []in{{"", "*.sh"}, {"x", "!a.sh"}}, "x/a.sh", false},
		{"a later folder that says nothing", []in{{"", "*.sh"}, {"x", "!b.sh"}}, "x/a.sh", true},
		{"everything", []in{{"x", "*"}}, "x/y/a.sh", true},
		{"elsewhere, by its name", []in{{"x", "*.sh"}}, "y/a.sh", true},
		{"elsewhere, by its path", []in{{"x", "/y/a.sh"}, {"x", "y/a.sh"}}, "y/a.sh", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var p walk.Patterns
			for _, pattern := range tt.patterns {
				must(t, p.Add(filepath.Join(root, pattern.dir), pattern.glob))
			}
			if got := p.Cover(filepath.Join(root, filepath.FromSlash(tt.file))); got != tt.want {
				t.Errorf("%v", got)
			}
		})
	}
}

func TestBadPatterns(t *testing.T) {
	t.Parallel()
	for pattern, want := range map[string]string{
		"": "nothing", "!": "nothing", "[a": "[ without", "../x": "inside", "a//b": "inside", "./x": "inside", "#x": "comment", "a\nb": "line",
	} {
		var p walk.Patterns
		if err := p.Add(t.TempDir(), pattern); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", pattern, err)
		}
	}
}

// TestGit compares a walk with what git would track, in a tree without names that are left out.
func TestGit(t *testing.T) {
	t.Parallel()
	needs.Programs(t, "hold the walk to it", "git")
	base := tree(t, `
		.gitignore = *.o.sh\n/build/\n!/build/keep.sh\ncache-*\n**/tmp/*.sh\nsub/**/gen.sh
		a.sh
		a.o.sh
		build/keep.sh
		cache-1/x.sh
		x/cache-2/x.sh
		x/tmp/a.sh
		x/tmp/a.tf
		sub/gen.sh
		sub/x/y/gen.sh
		sub/x/y/.gitignore = !gen.sh\n[[:upper:]]*
		sub/x/y/Upper.sh
		sub/x/y/lower.sh
		sub/x/z/.gitignore = *\n!.gitignore
		sub/x/z/a.sh
		é/ü x.sh
		other/.git = gitdir: ../.git/modules/none
		other/a.sh`)
	out := make(map[string]bool)
	for _, args := range [][]string{{"init", "-q"}, {"init", "-q", "nested"}, {"ls-files", "-co", "--exclude-standard", "-z"}} {
		cmd := exec.CommandContext(t.Context(), "git", args...)
		cmd.Dir = base
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "XDG_CONFIG_HOME="+base+"/.git")
		text, err := cmd.Output()
		must(t, err)
		must(t, os.MkdirAll(filepath.Join(base, "nested"), 0o750))
		must(t, os.WriteFile(filepath.Join(base, "nested", "a.sh"), nil, 0o600))
		for path := range strings.SplitSeq(string(text), "\x00") {
			// A nested repository is listed as a folder. What is in a folder whose .git leads nowhere is ours to leave out.
			if path != "" && !strings.HasSuffix(path, "/") && !strings.HasPrefix(path, "other/") {
				out[path] = true
			}
		}
	}
	got, _ := visited(t, walk.Options{Base: base}, "./...")
	for _, path := range got {
		if !out[path] {
			t.Errorf("git does not track %s", path)
		}
		delete(out, path)
	}
	for path := range out {
		t.Errorf("git tracks %s", path)
	}
}
