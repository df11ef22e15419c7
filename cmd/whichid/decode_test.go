package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// summary is what options say, with the samples that they add and exclude.
func summary(o *options) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%+v go=%t files=%t baseline=%s", o.config, o.goFiles, o.otherFiles, filepath.ToSlash(o.baseline))
	for _, name := range []string{"README.md", "docs/a.md", "gen/a.go", "gen/keep/b.sh", "a.sh"} {
		path := filepath.Join(o.folder, filepath.FromSlash(name))
		if o.add.Cover(path) {
			b.WriteString(" +" + name)
		}
		if o.exclude.Cover(path) {
			b.WriteString(" -" + name)
		}
	}
	return b.String()
}

// TestDecode holds what a file says to what the flags of the same names say.
func TestDecode(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, flags string }{
		{"", ""},
		{"# nothing is set yet\n", ""},
		{"---\n", ""},
		{"--- # nothing\n...\n", ""},
		{"{}\n", ""},
		{"\ufeffenable: [all]\r\ntests: true\r\n", "-enable=all -tests"},
		{"enable: [hardcoded-id, conditional-id]\ndisable:\n- dsn\n", "-enable=hardcoded-id,conditional-id -disable=dsn"},
		{"enable: []\nid: []\nfiles: []\n", ""},
		{"id: [scope, 'env:APP_ID', \"expr:cfg.ID()@example.com/cfg\"]\n", "-id=scope -id=env:APP_ID -id=expr:cfg.ID()@example.com/cfg"},
		{"sink:\n  - >-\n    no-selector\n    example.com/a.New\n", "-sink=no-selector\u00a0example.com/a.New"},
		{"sink:\n- |\n  no-selector example.com/a.New\n", "-sink=no-selector\u00a0example.com/a.New"},
		{"tests: true\ngenerated: True\ngo: false\n", "-tests -generated -go=false"},
		{"tests: false\ngo: true\nfiles: true\n", ""},
		{"files: false\n", "-files=false"},
		{"files: ['*.md']\n", "-files=*.md"},
		{"files: [docs/]\nexclude: [gen/*, '!gen/keep']\n", "-files=docs/ -exclude=gen/* -exclude=!gen/keep"},
		{"baseline: ci/known.jsonl\n", "-baseline=ci/known.jsonl"},
		{"baseline: none\n", "-baseline=none"},
		{`{"enable": ["all"], "tests": true}`, "-enable=all -tests"},
	} {
		t.Run(test.text, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			got, want := newOptions(dir, dir), newOptions(dir, dir)
			if err := decodeConfig(configName, []byte(test.text), got.settings()); err != nil {
				t.Fatal(err)
			}
			var flags []string
			for flag := range strings.FieldsFuncSeq(test.flags, func(r rune) bool { return r == ' ' }) {
				flags = append(flags, strings.ReplaceAll(flag, "\u00a0", " "))
			}
			if err := want.parseFlags(flags); err != nil {
				t.Fatal(err)
			}
			if summary(got) != summary(want) {
				t.Errorf("got  %s\nwant %s", summary(got), summary(want))
			}
		})
	}
}

// TestDecodeErrors wants the place, the key, the value, and what would be accepted.
func TestDecodeErrors(t *testing.T) {
	t.Parallel()
	const yamlKeys = "use one of enable, disable, id, sink, tests, generated, exclude, files, go, baseline"
	for _, test := range []struct{ text, want string }{
		{"enabel: [dsn]\n", `1:1: unknown key "enabel": ` + yamlKeys},
		{"tests: true\n\nFix: true\n", `3:1: unknown key "Fix": ` + yamlKeys},
		{"format: json\n", `1:1: unknown key "format": ` + yamlKeys},
		{"<<: {tests: true}\n", `1:1: unknown key "<<": ` + yamlKeys},
		{"[a]: b\n", `1:1: unknown key "": ` + yamlKeys},
		{"tests: true\ngo: true\ntests: false\n", "3:1: tests: stands in line 1, too: use it once"},

		{"tests: yes\n", `1:8: tests: "yes": use true or false`},
		{"tests: 'true'\n", `1:8: tests: "true": use true or false`},
		{"tests: 1\n", `1:8: tests: "1": use true or false`},
		{"tests: [true]\n", "1:8: tests: a list: use true or false"},
		{"tests: {a: b}\n", "1:8: tests: a mapping: use true or false"},
		{"tests:\n", "1:7: tests: no value: use true or false"},
		{"tests: !!bool true\n", `1:8: tests: "!!bool": a tag: put a value that begins with ! in quotes`},

		{"enable: all\n", `1:9: enable: "all": use a list of names`},
		{"enable:\n# - dsn\n", "1:8: enable: no value: use a list of names"},
		{"enable: [all, nonsense]\n", `1:15: enable: "nonsense": unknown rule: use one of all, credential, `},
		{"enable: ['dsn,all']\n", `1:10: enable: "dsn,all": unknown rule: use one of all, credential, `},
		{"enable: [[all]]\n", "1:10: enable: a list: use a string"},
		{"enable:\n- all: true\n", "2:3: enable: a mapping: use a string"},
		{"disable: [~]\n", "1:11: disable: no value: use a string"},
		{"id: [env:A-B]\n", `1:6: id: "env:A-B": not the name of an environment variable: use scope, env:NAME, expr:EXPR or expr:EXPR@PACKAGE`},
		{"sink:\n- no-selector example.com/a.New\n- credential New\n", `3:3: sink: "credential New": "New": no PACKAGE.Name`},

		{"exclude: [1]\n", `1:11: exclude: "1": not a string: put it in quotes`},
		{"exclude: [true]\n", `1:11: exclude: "true": not a string: put it in quotes`},
		{"exclude: [../x]\n", `1:11: exclude: "../x": no path inside the folder: use GLOB, or !GLOB `},
		{"exclude:\n- !keep.sh\n", `2:3: exclude: "!keep.sh": a tag: put a value that begins with ! in quotes`},
		{"exclude:\n- *.sh\n", "2: not YAML: did not find expected alphabetic or numeric character: put a value that begins with * in quotes"},
		{"exclude:\n- a\n- *sh\n", "3: not YAML: unknown anchor 'sh' referenced: put a value that begins with * in quotes"},
		{"files: '*.md'\n", `1:8: files: "*.md": use a list of strings, or false`},
		{"files: ['!*.md']\n", `1:9: files: "!*.md": exclude leaves files out: use GLOB in the syntax of .gitignore, true or false`},
		{"baseline: [a]\n", "1:11: baseline: a list: use a string"},
		{"baseline: 1\n", `1:11: baseline: "1": not a string: put it in quotes`},
		{"baseline: ''\n", `1:11: baseline: "": use a file`},

		{"enable: &a [all]\ndisable: *a\n", `2:10: disable: "*a": an alias: put a value that begins with * in quotes, or write out what it stands for`},
		{bomb(), `2:9: enable: "*a0": an alias: `},
		{"tests: true\n---\ntests: false\n", "2:1: a second document: use one"},
		{"tests: true\n---\na: [\n", "4: not YAML: did not find expected node content"},
		{"- tests\n", "1:1: not a mapping: use KEY: VALUE in each line, with one of the keys enable, "},
		{"all\n", "1:1: not a mapping: use KEY: VALUE in each line"},
		{"enable:\n\t- dsn\n", "2: not YAML: found character that cannot start any token: indent with spaces, "},
		{"\tenable: []\n", "1: not YAML: found character that cannot start any token: indent with spaces, "},
		{"tests: true\nenable: [a\n", "2: not YAML: did not find expected ',' or ']'"},
		{"- a\nb: c\n", "2: not YAML: did not find expected '-' indicator"},
		{"id: env: A\n", "1: not YAML: mapping values are not allowed in this context: put a value with a colon in quotes"},
		{"tests: true\nid: [\"\xff\"]\n", "2:7: not UTF-8: write the file in that encoding"},
		{"\xff\xfet\x00e\x00", "1:1: not UTF-8: write the file in that encoding"},
		{"# a\nid: [\"\x1b[31m\"]\n", `2:7: the control character '\x1b': use text`},
		{"\x00", `1:1: the control character '\x00': use text`},
		{strings.Repeat("[", 20_000), "1: not YAML: exceeded max depth"},
		{"enable: " + strings.Repeat("[", 5_000) + strings.Repeat("]", 5_000), "1:10: enable: a list: use a string"},
		{strings.Repeat("x", 1000) + ": true\n", `1:1: unknown key "` + strings.Repeat("x", 60) + `": `},
	} {
		t.Run(test.want, func(t *testing.T) {
			t.Parallel()
			err := decodeConfig("dir/"+configName, []byte(test.text), newOptions("", "").settings())
			if want := "dir/" + configName + ":" + test.want; err == nil || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("got  %v\nwant %s", err, want)
			}
		})
	}
}

// bomb is text that grows without end where aliases are followed.
func bomb() string {
	var b strings.Builder
	b.WriteString("id: &a0 [scope, scope]\nenable: *a0\n")
	for i := range 60 {
		fmt.Fprintf(&b, "x%d: &a%d [*a%d, *a%d]\n", i, i+1, i, i)
	}
	return b.String()
}

// FuzzDecode wants no crash from any text, and an error that names its place or settings that are good.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"enable: [all]\nid:\n- scope\nfiles: false\n", "exclude: ['*.sh', !x]\n", "tests: &a true\ngo: *a\n", "---\n...\n", "? [a]\n: b\n",
		"sink:\n  - |\n    credential example.com/a.New(1)\n", "baseline: ~\n", "{a: [b, {c: d}]}",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o := newOptions("", string(os.PathSeparator))
		if err := decodeConfig(configName, []byte(text), o.settings()); err != nil {
			if !strings.HasPrefix(err.Error(), configName+":") || strings.ContainsAny(err.Error(), "\n\x00\x1b") {
				t.Errorf("%q", err)
			}
			return
		}
		if err := o.config.Validate(); err != nil {
			t.Errorf("settings that were taken are refused: %v", err)
		}
	})
}
