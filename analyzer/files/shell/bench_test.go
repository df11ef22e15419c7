package shell_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/shell"
)

// BenchmarkSites reads the situations many times, or the scripts below the folder that SHELL_BENCH names, each as if it logged in.
func BenchmarkSites(b *testing.B) {
	folder := os.Getenv("SHELL_BENCH")
	times := 1
	if folder == "" {
		folder, times = "../../../testdata/files/shell", 100
	}
	var scripts []string
	size := 0
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".sh") {
			return err
		}
		text, err := os.ReadFile(path)
		for range times {
			scripts = append(scripts, string(text)+"\n# az login\n")
			size += len(text)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, script := range scripts {
			shell.Sites(excerpt.File(script), reading())
		}
	}
}
