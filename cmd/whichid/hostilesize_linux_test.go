package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/internal/needs"
)

// largest is how much memory a run may map for data, in KiB. It uses a part of that.
const largest = 400 << 10

// hostileTexts are files that want to take all memory and time.
func hostileTexts() map[string]string {
	const mega = 1 << 20
	const head = "package a\n\nimport \"github.com/Azure/azure-sdk-for-go/sdk/azidentity\"\n\nvar C, errC = azidentity.NewManagedIdentityCredential(nil)\n"
	fill := func(piece string, size int) string { return strings.Repeat(piece, size/len(piece)) }
	whole := mega - 1024
	texts := map[string]string{
		"lists.go":      head + "var x = []int{" + fill("1,", whole) + "}\n",
		"statements.go": head + "func f() {\n" + fill("f()\n", whole) + "}\n",
		"elses.go":      head + "func f(a bool) {\n" + fill("if a { } else ", whole) + "{ } }\n",
		"parens.go":     head + "var x = " + fill("(", whole),
		"directives.go": head + fill("//whichid:ignore -- x\n", whole),
		"sites.go":      head + fill("var _, _ = azidentity.NewManagedIdentityCredential(nil)\n\n", mega/4),
		"path.go":       "package a\n\nimport _ \"example.com/m" + fill("/a", whole) + "\"\n" + strings.TrimPrefix(head, "package a\n"),
		"large.go":      head + "//" + fill("x", 15*mega),
		"directives.sh": "az login -i\n" + fill("# whichid:ignore -- x\n", whole),
		"commands.sh":   fill("az login -i\n", mega/8),
		"values.sh":     "a=x\n" + fill("a+=$a\n", 90) + fill("az login -i $a\n", mega/2),
		"doubles.sh": "a=x\nb=$a$a\nc=$b$b\nd=$c$c\ne=$d$d\nf=$e$e\ng=$f$f\nh=$g$g\ni=$h$h\nj=$i$i\nk=$j$j\nl=$k$k\nm=$l$l\nn=$m$m\n" +
			fill("az login -i $n\n", mega/2),
		"go.mod":     "module example.com/m\n" + fill("nonsense\n", 8*mega),
		".gitignore": fill(strings.Repeat("*a", 100)+"b\n", whole) + "**/" + fill("*/", 1000),
		"aliases.yaml": "run: az login -i\na: &a [x, x]\n" + "b: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c]\n" +
			"e: &e [*d, *d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e, *e]\ng: &g [*f, *f, *f, *f, *f, *f, *f, *f]\nh: [*g, *g, *g, *g, *g, *g, *g, *g]\n",
	}
	for kind, text := range map[string]string{
		"sh": "$(", "yaml": "[", "json": `{"a":`, "tf": "a {\n", "py": "(", "ps1": "@(", "Dockerfile": "RUN <<A\n", "ts": "`${", "ipynb": `{"cells":[`, "bat": "(", "toml": "[",
	} {
		texts["deep."+kind] = "az login -i\n" + fill(text, mega/4)
		texts["bytes."+kind] = "az login -i\n" + fill(text, 2*mega)
	}
	return texts
}

// TestHostileSizes runs the command on each such file, and on files of a gigabyte, with little memory.
func TestHostileSizes(t *testing.T) {
	t.Parallel()
	whichid := buildWhichid(t)
	for name, text := range hostileTexts() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			must(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
			isSmall(t, whichid, dir, "./...")
		})
	}
	for _, name := range []string{"a.go", "go.mod", "go.work", "a.sh", "a.yaml", "Dockerfile", "a.tf", ".gitignore", ".whichid.yaml", "known.jsonl"} {
		t.Run("1 GiB of "+name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			must(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
			if err := os.Truncate(filepath.Join(dir, name), 1<<30); err != nil {
				needs.Missing(t, "a file system that takes files with holes", "make large ones: "+err.Error())
			}
			args := []string{"./..."}
			if name == "known.jsonl" {
				args = []string{"-baseline=" + name, "./..."}
			}
			isSmall(t, whichid, dir, args...)
		})
	}
}

// isSmall runs the command, which may find what it wants.
func isSmall(t *testing.T, whichid, dir string, args ...string) {
	t.Helper()
	limited := fmt.Sprintf(`ulimit -d %d; exec "$0" "$@"`, largest)
	cmd := exec.CommandContext(t.Context(), "sh", append([]string{"-c", limited, whichid}, args...)...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	text := string(out)
	switch status := cmd.ProcessState.ExitCode(); {
	case status < exitClean || status > exitErrors, strings.Contains(text, "a fault in whichid"), strings.Contains(text, "fatal error"):
		t.Errorf("%v\n%.2000s", err, text)
	}
	t.Log(cmd.ProcessState.UserTime())
}
