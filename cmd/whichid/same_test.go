package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/whichid/whichid/analyzer/report"
	"github.com/whichid/whichid/internal/needs"
)

// TestSameOutput runs the command over many situations several times, on one processor and on many, after one another and side by
// side: every format has the same bytes each time.
func TestSameOutput(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", "testdata"))
	kinds := []string{"-diff"}
	for _, format := range report.FormatNames() {
		kinds = append(kinds, "-format="+format)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, kind := range kinds {
		args := []string{kind, "-tests", "-enable=all", "./src/scope/...", "./src/wrapped/...", "./files/..."}
		runtime.GOMAXPROCS(1)
		want := output(args)
		if len(want) < 10_000 {
			t.Errorf("%s: only %d bytes\n%s", kind, len(want), want)
		}
		runtime.GOMAXPROCS(16)
		var running sync.WaitGroup
		for range 2 {
			running.Go(func() {
				if got := output(args); got != want {
					t.Errorf("%s differs: %s", kind, firstDifference(got, want))
				}
			})
		}
		running.Wait()
	}
}

// output returns all that a run writes, and its exit status.
func output(args []string) string {
	var stdout, stderr bytes.Buffer
	status := run(args, &stdout, &stderr)
	return fmt.Sprintf("%s%sexit status %d", &stdout, &stderr, status)
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return fmt.Sprintf("at byte %d: %.200q, %.200q", i, a[i:], b[i:])
}

// TestHugeFileTakesLittle measures the memory that is taken for files of a gigabyte.
func TestHugeFileTakesLittle(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"zeros.go", "zeros.sh", "zeros.yaml", "zeros"} {
		write(t, name, "")
		if err := os.Truncate(name, 1<<30); err != nil {
			needs.Missing(t, "a file system that takes files with holes", "make large ones: "+err.Error())
		}
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	said := output([]string{"./..."})
	runtime.ReadMemStats(&after)
	if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; taken > 32 {
		t.Errorf("%d MiB were taken", taken)
	}
	if want := "whichid: zeros.go: larger than 16 MiB\nexit status 3"; said != want {
		t.Errorf("got %s, want %s", said, want)
	}
}
