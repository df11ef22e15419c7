package gitignore_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/gitignore"
	"github.com/whichid/whichid/internal/needs"
)

// situations are .gitignore files, each with the paths beside it that it ignores and those that it does not. A path that ends in a
// slash is a folder with a file in it.
func situations() []situation {
	return []situation{
		{"a name", "build", "build x/build x/y/build/", "builds x/rebuild build.sh"},
		{"letter case", "Build", "Build", "build2 bUILD"},
		{"a comment and empty lines", "# a\n\n   \n\\#b\n", "#b", "a #"},
		{"an end", "*.log", "a.log .log x/y.log x.log/", "a.logs log"},
		{"a start", "tmp*", "tmp tmp1 x/tmp.txt", "atmp"},
		{"folders only", "out/", "out/ x/out/", "y/out z.out"},
		{"anchored", "/out", "out", "x/out"},
		{"anchored by a slash inside", "doc/frotz", "doc/frotz", "a/doc/frotz"},
		{"a folder below, with slash at the end", "doc/out/", "doc/out/", "x/doc/out/ y/doc/out"},
		{"negation", "*.cfg\n!keep.cfg", "a.cfg x/a.cfg", "keep.cfg x/keep.cfg"},
		{"the last one wins", "!a.txt\na.txt", "a.txt", "b.txt"},
		{"a negation inside an ignored folder", "x/\n!x/keep", "x/keep x/a", "y"},
		{"a negation of what a star ignores", "x/*\n!x/keep", "x/a", "x/keep y"},
		{"a negation of folders", "/*\n!/foo\n/foo/*\n!/foo/bar", "a foo/a", "foo/bar/"},
		{"an exclamation mark", `\!important`, "!important", "important"},
		{"spaces at the end", "a  \nb\\ \nc\\  ", "a b\u00a0 c\u00a0", "b c"},
		{"a space inside", "a\u00a0b", "a\u00a0b", "a b"},
		{"a backslash at the end", "a\\", "", "a a\\"},
		{"a backslash before a name", `\a\b`, "ab", `\a\b`},
		{"a backslash and stars", `\*.c`, "*.c", "a.c"},
		{"carriage returns", "a\r\nb\r\n", "a b", "c"},
		{"a mark of byte order", "\ufeffa\nb", "a b", "c"},
		{"no line end at the end", "a", "a", "b"},
		{"tabs are not cut", "a\t", "a\t", "a"},
		{"a question mark", "a?c", "abc a.c x/axc", "ac abbc"},
		{"a question mark is no slash", "x/a?c", "x/abc", "x/a/c"},
		{"a star is no slash", "x/*.c", "x/a.c", "x/y/a.c"},
		{"a star as folder", "x/*/c", "x/a/c", "x/c x/a/b/c"},
		{"all folders before", "**/foo", "foo x/foo x/y/foo/", "xfoo x/foo1"},
		{"all folders before a path", "**/foo/bar", "foo/bar x/foo/bar", "foo/x/bar x/y/bar"},
		{"all below", "abc/**", "abc/x abc/y/z", "abd x/abc/y"},
		{"all folders between", "a/**/b", "a/b a/x/b a/x/y/b", "ab a/xb x/a/b"},
		{"all folders twice", "a/**/b/**/c", "a/b/c a/x/b/y/c a/b/b/c", "a/c a/x/c"},
		{"all folders, said twice", "a/**/**/**/b\n**/**/c", "a/b a/x/y/b c x/c", "ab a/xb xc"},
		{"three stars", "a/***/b", "a/b a/x/y/b", "ab"},
		{"stars inside a name", "a**b", "ab axb y/axxb", "a/b"},
		{"stars at the end of a name", "x/a**", "x/a x/abc", "x/b y/b/abc"},
		{"stars behind a literal start", "foo**/bar", "foobar foo/bar foo/x/bar fooa/bar", "bar x/foo/bar"},
		{"stars behind a question mark", "fo?**/bar", "foo/bar fooa/bar", "foo/x/bar"},
		{"stars and an escaped slash", `a/**\/b`, "a/x/b", "a/b ab"},
		{"only stars", "**", "a x/y", ""},
		{"only stars in folders", "**/", "x/", "a"},
		{"a class", "[abc].txt", "a.txt x/c.txt", "d.txt ab.txt"},
		{"a range", "[a-c0-9].txt", "b.txt 7.txt", "d.txt -.txt"},
		{"a class that is negated", "[!a-c].txt\n[^x].log", "d.txt y.log", "b.txt x.log"},
		{"a class with a bracket", "[]-]x", "]x -x", "ax"},
		{"a class with a dash at the end", "[a-]x", "ax -x", "bx"},
		{"a class with an escape", `[\]\-a]x`, "]x -x ax", `\x`},
		{"a range with an escape", `[\a-\c]x`, "ax bx", "dx -x"},
		{"a named class", "[[:digit:][:upper:]_]x", "1x Bx _x", "ax"},
		{"a named class that is not there", "[[:word:]]x", "", "ax"},
		{"a named class without its end", "[[:alpha]x", "ax :x [x", "]x zx"},
		{"a class without its end", "[ab", "", "a [ab"},
		{"a class with a slash", "a[/]b", "", "a/b x/a[/]b"},
		{"a negated class is no slash", "x/a[!b]c", "x/axc", "x/a/c"},
		{"a start folder that is the only one", "/", "", "a x/y"},
		{"two slashes", "a//b\n//c\nd//", "", "a/b c d/"},
		{"a dot", "./a", "", "a"},
		{"dots", ".*\n!.github", ".env x/.cache/", ".github/ a"},
		{"bytes that are no text", "\xff*", "\xffa", "a"},
		{"letters beyond ASCII", "é*\n?.x", "éa a.x", "e.x2 ü.x"},
		{"many stars", strings.Repeat("a*", 40) + "b", "", strings.Repeat("a", 100)},
	}
}

type situation struct{ name, text, ignored, kept string }

// paths splits at spaces. A no-break space stands for a space in a name.
func paths(list string) (out []string) {
	for path := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ' ' }) {
		out = append(out, strings.ReplaceAll(path, "\u00a0", " "))
	}
	return out
}

func (s situation) rules() *gitignore.Rules {
	var none *gitignore.Rules
	return none.Add("", gitignore.Parse([]byte(strings.ReplaceAll(s.text, "\u00a0", " "))))
}

// ignores asks for the folders first, as callers do.
func ignores(rules *gitignore.Rules, path string) bool {
	name, isDir := strings.CutSuffix(path, "/")
	for i, c := range name {
		if c == '/' && rules.Ignores(name[:i], true) {
			return true
		}
	}
	return rules.Ignores(name, isDir)
}

func TestSituations(t *testing.T) {
	t.Parallel()
	for _, s := range situations() {
		for _, path := range paths(s.ignored) {
			if !ignores(s.rules(), path) {
				t.Errorf("%s: %q does not ignore %q", s.name, s.text, path)
			}
		}
		for _, path := range paths(s.kept) {
			if ignores(s.rules(), path) {
				t.Errorf("%s: %q ignores %q", s.name, s.text, path)
			}
		}
	}
}

// TestSituationsInGit holds the situations to git. They stand in one repository, a folder each.
func TestSituationsInGit(t *testing.T) {
	t.Parallel()
	root := repository(t)
	want := make(map[string]bool)
	for _, s := range situations() {
		folder := strings.ReplaceAll(s.name, " ", "-")
		write(t, filepath.Join(root, folder, ".gitignore"), strings.ReplaceAll(s.text, "\u00a0", " "))
		for _, path := range append(paths(s.ignored), paths(s.kept)...) {
			if strings.HasSuffix(path, "/") {
				path += "file"
			}
			write(t, filepath.Join(root, folder, path), "")
		}
		for _, path := range paths(s.kept) {
			if strings.HasSuffix(path, "/") {
				path += "file"
			}
			want[folder+"/"+path] = true
		}
	}
	got := tracked(t, root)
	for path := range want {
		if !got[path] {
			t.Errorf("git ignores %s", path)
		}
	}
	for path := range got {
		if !want[path] && filepath.Base(path) != ".gitignore" {
			t.Errorf("git does not ignore %s", path)
		}
	}
}

func TestNestedFiles(t *testing.T) {
	t.Parallel()
	var none *gitignore.Rules
	root := none.Add("", gitignore.Parse([]byte("*.log\n/x/a\n")))
	below := root.Add("x", gitignore.Parse([]byte("!keep.log\n/b\n")))
	for path, want := range map[string]bool{
		"x/keep.log": false, "x/y/keep.log": false, "x/c.log": true, "x/a": true, "x/b": true, "x/y/b": false,
	} {
		if got := below.Ignores(path, false); got != want {
			t.Errorf("%s: ignored is %v", path, got)
		}
	}
	if !ignores(root, "keep.log") {
		t.Error("a file below counts above")
	}
}

func TestLeadsInto(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		pattern, folder string
		want            bool
	}{
		{"build/x.sh", "build", true},
		{"build/x/y.sh", "build/x", true},
		{"build/x/y.sh", "build/z", false},
		{"build/*/y.sh", "build/z", true},
		{"build/**/y.sh", "build/z", true},
		{"build/**", "build", true},
		{"/build/x.sh", "build", true},
		{"build", "build", false},
		{"*.sh", "build", false},
		{"**/*.sh", "build", false},
		{"build/x.sh", "build/x.sh", false},
		{"build/x.sh", "build/x.sh/y", false},
	} {
		p, err := gitignore.ParsePattern(tt.pattern)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.LeadsInto(tt.folder); got != tt.want {
			t.Errorf("%s leads into %s: %v", tt.pattern, tt.folder, got)
		}
	}
}

func TestBadPatterns(t *testing.T) {
	t.Parallel()
	for pattern, want := range map[string]string{
		"": "nothing", "!": "nothing", "  ": "nothing", "/": "nothing", "#x": "comment",
		"[a": "[ without", "a\\": "backslash", "[[:x:]]": "no such class",
	} {
		if _, err := gitignore.ParsePattern(pattern); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", pattern, err)
		}
	}
}

// FuzzParse looks for patterns that panic, or that match a path in one order of asking and not in another.
func FuzzParse(f *testing.F) {
	for _, s := range situations() {
		f.Add(s.text, strings.TrimSuffix(paths(s.ignored + " " + s.kept)[0], "/"))
	}
	f.Fuzz(func(t *testing.T, text, path string) {
		list := gitignore.Parse([]byte(text))
		at, p := list.Last(path, true)
		if (p == nil) != (at < 0) || p != nil && list[at] != p {
			t.Fatalf("place %d", at)
		}
		for i, pattern := range slices.Backward(list) {
			if _, last := (gitignore.List{pattern}).Last(path, true); last != nil && i != at {
				t.Fatalf("pattern %d matches, and %d is said to be the last", i, at)
			} else if last != nil {
				break
			}
			pattern.LeadsInto(path)
		}
	})
}

// repository makes an empty one, or skips the test where there is no git.
func repository(t *testing.T) string {
	t.Helper()
	needs.Programs(t, "hold the patterns to it", "git")
	root := t.TempDir()
	git(t, root, "init", "-q")
	return root
}

// tracked lists the files that git would track. No configuration but the repository's counts.
func tracked(t *testing.T, root string) map[string]bool {
	t.Helper()
	out := make(map[string]bool)
	for path := range strings.SplitSeq(git(t, root, "ls-files", "-co", "--exclude-standard", "-z"), "\x00") {
		if path != "" {
			out[path] = true
		}
	}
	return out
}

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "XDG_CONFIG_HOME="+dir+"/.git")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %v: %v", args, err)
	}
	return string(out)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
