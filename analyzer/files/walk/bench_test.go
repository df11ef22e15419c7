package walk_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/marker"
	"github.com/whichid/whichid/analyzer/files/walk"
)

// BenchmarkFiles compares a walk that reads only with one that scans what it reads. WALK=folder
// measures a tree of one's own.
func BenchmarkFiles(b *testing.B) {
	base := os.Getenv("WALK")
	if base == "" {
		base = b.TempDir()
		line := "    - name: Log in to the registry\n      run: docker login --username ${{ secrets.USER }} && make -C deploy all\n"
		for i := range 1000 {
			dir := filepath.Join(base, fmt.Sprintf("folder%d", i/20))
			if err := os.MkdirAll(dir, 0o750); err != nil {
				b.Fatal(err)
			}
			text := []byte(strings.Repeat(line, 1+i%200))
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("file%d.yml", i)), text, 0o600); err != nil {
				b.Fatal(err)
			}
		}
	}
	o := walk.Options{Base: base, Targets: []walk.Target{{Path: base, Tree: true}}, Visit: func(string, []byte) {}}
	for _, run := range []struct {
		name string
		gate func([]byte) bool
	}{{"read", func([]byte) bool { return false }}, {"scan", marker.New().Found}} {
		b.Run(run.name, func(b *testing.B) {
			o.Gate = run.gate
			for b.Loop() {
				b.SetBytes(walk.Files(o).Bytes)
			}
		})
	}
}
