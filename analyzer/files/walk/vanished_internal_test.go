package walk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestVanished reads a folder of which a file is gone that was there when it was listed. The others are visited.
func TestVanished(t *testing.T) {
	t.Parallel()
	base := t.TempDir()
	if err := os.WriteFile(filepath.Join(base, "a.sh"), []byte("az login -i\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var visited []string
	r := reader{base: base, visit: func(name string, _ []byte) { visited = append(visited, name) }}
	jobs := make(chan job, 1)
	jobs <- job{dir: base, files: []string{"gone.sh", "a.sh"}}
	close(jobs)
	r.run(jobs)
	if len(visited) != 1 || visited[0] != "a.sh" {
		t.Errorf("visited %v", visited)
	}
	if errs := r.result.Errors; len(errs) != 1 || errs[0].Name != "gone.sh" || !errors.Is(errs[0].Err, fs.ErrNotExist) {
		t.Errorf("errors %v", errs)
	}
}
