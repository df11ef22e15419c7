package files_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files"
	"github.com/whichid/whichid/analyzer/internal/fuzzing"
)

// Each kind of file has a target of its own, so that what is found interesting in one does not crowd out the others. What they hold
// is in held_test.go.

func FuzzShell(f *testing.F)      { fuzz(f, "a.sh") }
func FuzzMake(f *testing.F)       { fuzz(f, "Makefile") }
func FuzzTemplate(f *testing.F)   { fuzz(f, "a.sh.tftpl") }
func FuzzPowerShell(f *testing.F) { fuzz(f, "a.ps1") }
func FuzzBatch(f *testing.F)      { fuzz(f, "a.cmd") }
func FuzzPython(f *testing.F)     { fuzz(f, "a.py") }
func FuzzNotebook(f *testing.F)   { fuzz(f, "a.ipynb") }
func FuzzDockerfile(f *testing.F) { fuzz(f, "Dockerfile") }
func FuzzYAML(f *testing.F)       { fuzz(f, "a.yaml") }
func FuzzJSON(f *testing.F)       { fuzz(f, "a.json") }
func FuzzHCL(f *testing.F)        { fuzz(f, "a.tf") }
func FuzzDotenv(f *testing.F)     { fuzz(f, "a.env") }
func FuzzMarkdown(f *testing.F)   { fuzz(f, "a.md") }

// folders returns, by a name for a kind of files, the folder of its situations.
func folders() map[string]string {
	return map[string]string{
		"a.sh":       "shell",
		"Makefile":   "shell/Makefile",
		"a.sh.tftpl": "template",
		"a.ps1":      "powershell",
		"a.cmd":      "batch",
		"a.py":       "python",
		"a.ipynb":    "notebook",
		"Dockerfile": "dockerfile",
		"a.yaml":     "yaml",
		"a.json":     "keys",
		"a.tf":       "hcl",
		"a.env":      "dotenv",
		"a.md":       "markdown",
	}
}

// FuzzPrograms reads texts as programs in all languages whose names of files are known.
func FuzzPrograms(f *testing.F) {
	names := names("other languages")
	texts := append(seeds(f, "literals"), odd()[""]...)
	for i, text := range texts {
		f.Add(byte(i), text)
	}
	h, words := newHolder(f, names...), fuzzing.WordsOf(texts)
	f.Fuzz(func(t *testing.T, n byte, text string) { h.hold(t, names[int(n)%len(names)], words.Expand(text)) })
}

// FuzzCheck reads any text as any kind of file.
func FuzzCheck(f *testing.F) {
	names := append(names(""), "a")
	for _, text := range seeds(f, "*") {
		f.Add(byte(len(text)), text)
	}
	h := newHolder(f, names...)
	f.Fuzz(func(t *testing.T, n byte, text string) { h.hold(t, names[int(n)%len(names)], text) })
}

// names returns a name of a file for each pattern of a kind of files, or of all.
func names(title string) (names []string) {
	for _, kind := range files.Kinds() {
		if title != "" && kind.Title != title {
			continue
		}
		for pattern := range strings.FieldsSeq(kind.Names) {
			names = append(names, strings.ReplaceAll(pattern, "*", "a"))
		}
	}
	return names
}

// fuzz reads texts as files of a name.
func fuzz(f *testing.F, name string) {
	f.Helper()
	h, words := newHolder(f, name), fuzzing.Seed(f, append(seeds(f, folders()[name]), odd()[name]...))
	f.Fuzz(func(t *testing.T, text string) { h.hold(t, name, words.Expand(text)) })
}

// seeds returns the situations of a folder and their paragraphs, which are short and change more in a minute.
func seeds(tb testing.TB, folder string) (texts []string) {
	tb.Helper()
	const long = 2 << 10
	found, err := filepath.Glob(filepath.Join(situations, folder))
	if all, _ := filepath.Glob(filepath.Join(situations, folder, "*")); len(all) > 0 {
		found = all
	}
	if err != nil || len(found) == 0 {
		tb.Fatalf("no situations: %v", err)
	}
	for _, name := range found {
		if strings.HasSuffix(name, ".want") || strings.HasSuffix(name, ".golden") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		for _, part := range append(strings.SplitAfter(string(text), "\n\n"), string(text)) {
			if len(part) < long {
				texts = append(texts, part)
			}
		}
	}
	slices.Sort(texts)
	return slices.Compact(texts)
}
