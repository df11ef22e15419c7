package changes_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/changes"
)

// TestMain takes git as it is without anybody's settings.
func TestMain(m *testing.M) {
	for _, set := range []string{
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=" + os.DevNull,
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com",
	} {
		name, value, _ := strings.Cut(set, "=")
		if err := os.Setenv(name, value); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// shell runs lines of a shell in a folder.
func shell(t *testing.T, dir, script string) {
	t.Helper()
	command := exec.CommandContext(t.Context(), "sh", "-euc", script)
	command.Dir = dir
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%s\n%v\n%s", script, err, out)
	}
}

// start is a repository whose branch main moves on after the branch topic leaves it.
const start = `
	git init -q -b main .
	mkdir -p sub/deep
	printf 'top\n' >top; printf 'below\n' >sub/below; seq 50 >moves; ln -s top link;
	printf 'space\n' >'a b'; printf 'quote\n' >'"q"'; printf 'utf\n' >'é'; printf 'tab\n' >"$(printf 't\tb')"; printf 'bytes\n' >"$(printf '\377')"
	printf 'break\n' >"$(printf 'n\nl')"
	git add .; git commit -qm one
	git checkout -qb topic
	git checkout -q main; printf 'later\n' >top; git commit -qam two; git checkout -q topic
`

func TestTexts(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, script, dir string
		file, want        string // none if it is empty
	}{
		{name: "as it was", file: "top", want: "top\n"},
		{name: "changed", script: "echo x >>top", file: "top", want: "top\n"},
		{name: "committed", script: "echo x >>top; git commit -qam x", file: "top", want: "top\n"},
		{name: "staged, and changed again", script: "echo x >>top; git add .; echo y >>top", file: "top", want: "top\n"},
		{name: "deleted and back", script: "git rm -q top; git commit -qm x; echo x >top", file: "top", want: "top\n"},
		{name: "merged", script: "git merge -q -m x main", file: "top", want: "later\n"},
		{name: "not tracked", script: "echo x >new", file: "new"},
		{name: "added", script: "echo x >new; git add .; git commit -qm x", file: "new"},
		{name: "to be added", script: "echo x >new; git add -N .", file: "new"},
		{name: "copied", script: "cp moves new; git add .", file: "new"},
		{name: "renamed", script: "git mv moves new; git commit -qm x", file: "new", want: numbers()},
		{name: "renamed and changed", script: "git mv moves new; echo x >>new; git add .", file: "new", want: numbers()},
		{name: "renamed in the index", script: "git mv moves new; echo x >>new", file: "new", want: numbers()},
		{name: "renamed and the old name taken", script: "git mv moves new; echo x >moves; git add .", file: "new"},
		{name: "renamed where git has not seen it", script: "mv moves new", file: "new"},
		{name: "renamed to a name with a break", script: "git mv moves 'm\n\tn'", file: "m\n\tn", want: numbers()},
		{name: "a link before", script: "rm link; echo x >link", file: "link"},
		{name: "above the working folder", dir: "sub/deep", file: "../../top", want: "top\n"},
		{name: "beside it", dir: "sub/deep", file: "../below", want: "below\n"},
		{name: "in it", dir: "sub", file: "below", want: "below\n"},
		{name: "another one of that name", dir: "sub", file: "top"},
		{name: "outside of the repository", file: "../top"},
		{name: "a folder", file: "sub"},
		{name: "space", file: "a b", want: "space\n"},
		{name: "quote", file: `"q"`, want: "quote\n"},
		{name: "utf", file: "é", want: "utf\n"},
		{name: "tab", file: "t\tb", want: "tab\n"},
		{name: "bytes", file: "\xff", want: "bytes\n"},
		{name: "break", file: "n\nl", want: "break\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			shell(t, dir, start+tt.script)
			base, err := changes.Open(filepath.Join(dir, tt.dir), "main")
			if err != nil {
				t.Fatal(err)
			}
			texts, err := base.Texts([]string{tt.file, "sub/below"})
			if text, found := texts[tt.file]; err != nil || string(text) != tt.want || found != (tt.want != "") {
				t.Errorf("%q, %v", text, err)
			}
		})
	}
}

// TestTextTooLarge wants what is behind a large file to be read all the same.
func TestTextTooLarge(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	shell(t, dir, "git init -q; head -c 16777217 /dev/zero >a; echo b >b; git add .; git commit -qm one")
	base, err := changes.Open(dir, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	if texts, err := base.Texts([]string{"a", "b"}); err != nil || len(texts) != 1 || string(texts["b"]) != "b\n" {
		t.Error(len(texts), err)
	}
}

// numbers is what seq 50 prints.
func numbers() string {
	var b strings.Builder
	for i := range 50 {
		fmt.Fprintln(&b, i+1)
	}
	return b.String()
}

func TestOpenErrors(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, script, dir, rev, want string }{
		{name: "no repository", script: "rm -rf .git", rev: "main", want: "git rev-parse: fatal: not a git repository (or any of the parent directories): .git: " +
			"use it in a folder of a git repository, or use a baseline"},
		{name: "git's own folder", dir: ".git", rev: "main", want: ": use it "},
		{name: "a repository that is checked in", script: "git init -q --bare bare; git -C bare config core.worktree ..", dir: "bare", rev: "main", want: "bare"},
		{name: "no such branch", rev: "origin/main", want: `"origin/main" is no commit that git knows here: use a commit, a branch or a tag; git fetch brings what a remote has`},
		{name: "a file", rev: "main:top", want: `"main:top" is no commit that git knows here: use a commit, a branch or a tag; git fetch brings what a remote has`},
		{name: "two", rev: "main..topic", want: `"main..topic" is no commit that git knows here: use a commit, a branch or a tag; git fetch brings what a remote has`},
		{name: "another history", script: "git checkout -q --orphan other; git commit -qm x", rev: "main", want: `"main" and HEAD have no commit in common: ` +
			`use one of the same history; git fetch brings what a remote has`},
		{name: "no commit yet", script: "git checkout -q --orphan other", rev: "main", want: "git merge-base: fatal: Not a valid object name HEAD: use it where HEAD is a commit"},
		{name: "a shallow clone", script: "git clone -q --depth 1 --branch topic file://$PWD clone", dir: "clone", rev: "origin/main", want: `"origin/main" is no commit that ` +
			`git knows here: use a commit, a branch or a tag; the clone is shallow, and git fetch --unshallow brings the rest; in a GitHub workflow give actions/checkout fetch-depth: 0`},
		{
			name: "a shallow clone of all branches", script: "echo x >new; git add .; git commit -qm x; git clone -q --depth 1 --no-single-branch --branch topic file://$PWD clone", dir: "clone",
			rev: "origin/main", want: `"origin/main" and HEAD have no commit in common: use one of the same history; the clone is shallow, ` +
				`and git fetch --unshallow brings the rest; in a GitHub workflow give actions/checkout fetch-depth: 0`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			shell(t, dir, start+tt.script)
			if _, err := changes.Open(filepath.Join(dir, tt.dir), tt.rev); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v\nwant %s", err, tt.want)
			}
		})
	}
}

// TestPartial wants a partial clone to be told, and git to fetch nothing.
func TestPartial(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	shell(t, dir, start+`
		echo x >>top; echo x >>moves; git mv moves moved; git add .; git commit -qm x
		git config uploadpack.allowFilter true
		git clone -q --filter=blob:none --branch topic file://$PWD clone`)
	dir = filepath.Join(dir, "clone")
	base, err := changes.Open(dir, "origin/main")
	if err != nil {
		t.Fatal(err)
	}
	if texts, err := base.Texts([]string{"sub/below"}); err != nil || len(texts) != 1 {
		t.Error(texts, err)
	}
	for _, name := range []string{"top", "moved"} {
		if texts, err := base.Texts([]string{name}); err == nil || !strings.Contains(err.Error(), ": if the clone is partial, git diff --stat origin/main...HEAD fetches what it lacks") {
			t.Error(texts, err)
		}
	}
	shell(t, dir, "git diff -M --stat origin/main...HEAD")
	if texts, err := base.Texts([]string{"top", "moved"}); err != nil || len(texts) != 2 {
		t.Error(texts, err)
	}
}

// TestHostile wants nothing to be run that a repository names.
func TestHostile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	shell(t, dir, start+`
		cat >evil <<'END'
		#!/bin/sh
		touch "`+dir+`/ran"
END
		chmod +x evil; mkdir hooks
		for hook in post-index-change fsmonitor-watchman post-checkout reference-transaction pre-commit; do cp evil hooks/$hook; done
		printf '* filter=evil diff=evil text=auto\n' >.gitattributes
		git add .; git commit -qm x
		git mv moves moved; echo x >>moved; git add moved; echo y >>moved
		touch top
		for key in core.fsmonitor core.pager core.sshCommand core.editor diff.external diff.evil.command diff.evil.textconv filter.evil.clean \
			filter.evil.smudge filter.evil.process core.askPass credential.helper core.alternateRefsCommand gpg.program; do
			git config $key "$PWD/evil"
		done
		git config core.hooksPath "$PWD/hooks"; git config core.untrackedCache true; git config filter.evil.required true
		rm -f ran`)
	base, err := changes.Open(dir, "main")
	if err != nil {
		t.Fatal(err)
	}
	texts, err := base.Texts([]string{"top", "moved", "new"})
	if err != nil || len(texts) != 2 {
		t.Error(texts, err)
	}
	if _, err = os.Stat(filepath.Join(dir, "ran")); err == nil {
		t.Error("something was run")
	}
	shell(t, dir, "git diff main >out 2>&1 || true; test -e ran") // it would have been
}
