package source

import (
	"bytes"
	"path/filepath"
	"strings"

	"github.com/whichid/whichid/analyzer/source/golist"
)

// reaches reports whether a go.mod file names a module that holds a library of the table: since Go 1.17 it names all modules that its
// packages need. Where the file is not known, as in vendor folders, that of the main module answers.
func (t *typed) reaches(b *golist.Build, name string) bool {
	if name == "" {
		name = filepath.Join(b.Dir(), "go.mod")
	}
	reaches, known := t.reached[name]
	if !known {
		text, err := readSettings(name)
		reaches = err == nil && t.namesLibrary(text)
		t.reached[name] = reaches
	}
	return reaches
}

func (t *typed) namesLibrary(mod []byte) bool {
	if t.modules == nil {
		t.modules = make(map[string]bool)
		for _, row := range t.loader.table.Rows() {
			for path := row.Package; strings.Contains(path, "."); path = path[:max(strings.LastIndexByte(path, '/'), 0)] {
				t.modules[path] = true
			}
		}
	}
	for word := range bytes.FieldsSeq(mod) {
		if t.modules[string(word)] {
			return true
		}
	}
	return false
}
