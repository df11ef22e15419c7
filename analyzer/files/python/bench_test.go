package python_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/python"
)

// sources are programs for the benchmarks: those in the folder that PYTHON_BENCH names, or the situations, many times.
func sources(b *testing.B) []string {
	b.Helper()
	folder := os.Getenv("PYTHON_BENCH")
	if folder == "" {
		var out strings.Builder
		for range 100 {
			for _, s := range situations {
				out.WriteString(s.src)
			}
		}
		return []string{out.String()}
	}
	var out []string
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".py") {
			data, err := os.ReadFile(path)
			if err == nil {
				out = append(out, string(data))
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return out
}

func measure(b *testing.B, f func(string)) {
	b.Helper()
	programs := sources(b)
	size := 0
	for _, p := range programs {
		size += len(p)
	}
	b.SetBytes(int64(size))
	b.ResetTimer()
	for range b.N {
		for _, p := range programs {
			f(p)
		}
	}
}

// BenchmarkRead reads programs as they come: most of them hold nothing of interest.
func BenchmarkRead(b *testing.B) {
	measure(b, func(p string) { python.Read(excerpt.File(p), reading()) })
}

// BenchmarkReadAll has every program be of interest.
func BenchmarkReadAll(b *testing.B) {
	measure(b, func(p string) { python.Read(excerpt.File(p+"\n# ManagedIdentityCredential\n"), reading()) })
}

// BenchmarkBytes is a plain scan of the same bytes.
func BenchmarkBytes(b *testing.B) {
	lines := 0
	measure(b, func(p string) { lines += strings.Count(p, "\n") })
}
