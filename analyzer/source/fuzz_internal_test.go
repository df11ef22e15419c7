package source

import (
	"fmt"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"

	"github.com/whichid/whichid/analyzer/internal/fuzzing"
)

// FuzzReadHeader holds what is read without the parser to what the parser reads.
func FuzzReadHeader(f *testing.F) {
	fuzzGo(f, func(t *testing.T, text []byte) {
		t.Helper()
		got, errGot := readHeader(text)
		want, errWant := parsedHeader(text)
		if fmt.Sprint(got, errGot) != fmt.Sprint(want, errWant) {
			t.Errorf("got %v, %v, want %v, %v", got, errGot, want, errWant)
		}
	})
}

// FuzzDropBodies holds what is left of a file without the bodies of its functions to what the parser makes of the whole file.
func FuzzDropBodies(f *testing.F) {
	fuzzGo(f, func(t *testing.T, text []byte) {
		t.Helper()
		want, err := declarations(text)
		short := dropBodies(text)
		if got, _ := declarations(short); err == nil && got != want {
			t.Errorf("%q is left, with\n%s\nwant\n%s", short, got, want)
		}
		if len(short) > len(text) {
			t.Errorf("%d bytes become %d", len(text), len(short))
		}
	})
}

// FuzzLexer holds the brackets of a file to those that go/scanner finds.
func FuzzLexer(f *testing.F) {
	fuzzGo(f, func(t *testing.T, text []byte) {
		t.Helper()
		want, clean := brackets(text)
		if !clean {
			return
		}
		var got []int
		l := &lexer{text: text}
		for kind := l.next(); kind != end; kind = l.next() {
			if strings.IndexByte("(){}[]", kind) >= 0 {
				got = append(got, l.from)
			}
		}
		if l.at != len(text) || l.open || !slices.Equal(got, want) {
			t.Errorf("brackets at %d, want %d; open %t, %d bytes of %d", got, want, l.open, l.at, len(text))
		}
	})
}

// brackets returns the places of those that go/scanner finds, and whether it finds no fault.
func brackets(text []byte) (places []int, clean bool) {
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(text))
	clean = true
	s.Init(file, text, func(token.Position, string) { clean = false }, 0)
	for {
		switch at, tok, _ := s.Scan(); tok {
		case token.EOF:
			return places, clean
		case token.LPAREN, token.RPAREN, token.LBRACK, token.RBRACK, token.LBRACE, token.RBRACE:
			places = append(places, file.Offset(at))
		default:
		}
	}
}

// FuzzModule holds what is read of a go.mod or go.work file to what the go command's own parser reads, and of one that it refuses the
// rest to something that it takes.
func FuzzModule(f *testing.F) {
	for _, text := range []string{
		"module a\n\ngo 1.25\n\nrequire b v1.0.0\nreplace b => ../b\nignore ./c\n", "module \"a\"\nreplace (\n\tb v1.0.0 => ./b\n\tc => d v2.0.0\n)\nx y\n",
		"go 1.99\nuse ./a\nuse (\n\t./b\n\t../c // d\n)\nnew thing\n", "module a // Deprecated: b\nretract [v1.0.0, v1.1.0]\nexclude (\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		text = []byte(fuzzing.Words{"module ", "go ", "require ", "replace ", "use ", "ignore ", " => ", " v1.0.0", "(\n", ")\n", "\"", "../", "\n"}.
			Expand(string(text)))
		checkLines(t, text, modfile.Parse)
		checkLines(t, text, modfile.ParseWork)
		dir := t.TempDir()
		name := filepath.Join(dir, "go.mod")
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
		m, w := readModule(dir), readWorkspace(name)
		for _, root := range slices.Concat(m.replaced, w.replaced) {
			if root.path == "" || !filepath.IsAbs(root.dir) {
				t.Errorf("%+v is replaced", root)
			}
		}
		for _, dir := range w.used {
			if !filepath.IsAbs(dir) {
				t.Errorf("%q is used", dir)
			}
		}
		m.ignores(filepath.Join(dir, "a", "b"))
	})
}

func checkLines[F any](t *testing.T, text []byte, parse func(string, []byte, modfile.VersionFixer) (*F, error)) {
	t.Helper()
	_, want := parse("go.mod", text, nil)
	file, err := parseLines("go.mod", text, parse)
	if fmt.Sprint(err) != fmt.Sprint(want) || err == nil && file == nil {
		t.Errorf("%v, want %v", err, want)
	}
}

// fuzzGo hands over texts that may be Go files.
func fuzzGo(f *testing.F, check func(t *testing.T, text []byte)) {
	f.Helper()
	const short = 700 // bytes of a seed: more take longer, and show nothing more
	texts := oddFiles()
	for name, text := range goFiles(f) {
		if len(text) < short && strings.HasSuffix(name, ".go") {
			texts = append(texts, string(text))
		}
	}
	slices.Sort(texts)
	words := fuzzing.Seed(f, texts)
	f.Fuzz(func(t *testing.T, text string) { check(t, []byte(words.Expand(text))) })
}

// FuzzLoad imports any text. It is no reason to crash, or for an error that names no file.
func FuzzLoad(f *testing.F) {
	const importing = "package a\n\nimport (\n\tm \"example.com/m/m\"\n\t\"github.com/Azure/azure-sdk-for-go/sdk/azidentity\"\n)\n\n" +
		"var o azidentity.ManagedIdentityCredentialOptions\nvar f, T, x = m.F(), m.T{}, m.V\n"
	dir := f.TempDir()
	write := func(tb testing.TB, name, text string) {
		tb.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	write(f, "go.mod", "module example.com/m\n\ngo 1.25\n")
	write(f, "a/a.go", importing)
	fuzzGo(f, func(t *testing.T, text []byte) {
		t.Helper()
		write(t, "m/m.go", string(text))
		result, err := Load(Options{Dir: dir, Work: "off"})
		if err != nil || len(result.Packages) == 0 {
			t.Fatalf("%d packages, %v", len(result.Packages), err)
		}
		for _, e := range result.Errors {
			if e.File == "" || e.Message == "" {
				t.Errorf("%+v", e)
			}
		}
	})
}
