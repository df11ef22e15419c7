package source

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/whichid/whichid/analyzer/identity"
)

// This room decides which packages of other modules are read. There are many, and most of them are large, so it is stricter than the
// gate of the tree: without a library of the table, a package has to speak of managed identities itself.

// gateAll gates packages of other modules, several at a time.
func (t *typed) gateAll(folders []*folder) {
	jobs := make(chan *folder)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			var buffer bytes.Buffer
			for f := range jobs {
				t.gate(f, &buffer)
			}
		})
	}
	for _, f := range folders {
		jobs <- f
	}
	close(jobs)
	workers.Wait()
	for _, f := range folders {
		if f.relevant {
			t.loader.relevant[f.dir] = f
		}
	}
}

func (t *typed) gate(f *folder, buffer *bytes.Buffer) {
	speaks := f.speaks(buffer)
	if !speaks && !f.outside.reaches {
		return
	}
	f.gate(t.loader.table)
	if f.relevant && !speaks && !f.uses(t.loader.table) {
		f.relevant, f.texts = false, nil
	}
}

// uses reports whether a folder imports a library of the table.
func (f *folder) uses(table *identity.Table) bool {
	return slices.ContainsFunc(f.imports, func(path string) bool { return table.Import(path)&identity.Relevant != 0 })
}

// speaks reports whether a file of the folder may ask for a token by itself, log in, or build a connection string. A path that is put
// together from smaller parts than these is not seen. Generated files, which are most of the bytes, are not looked into.
func (f *folder) speaks(buffer *bytes.Buffer) bool {
	for _, name := range f.names {
		buffer.Reset()
		if !readInto(buffer, filepath.Join(f.dir, name)) {
			continue
		}
		text := buffer.Bytes()
		isRequest := contains(text, "identity", "metadata/", "--") || contains(text, "_ENDPOINT", "IDENTITY", "MSI")
		if isRequest || bytes.Contains(text, []byte("fedauth")) {
			return true
		}
	}
	return false
}

// contains reports whether a word stands behind one of some others. Several ends in one search cost no more than one.
func contains(text []byte, word string, before ...string) bool {
	for {
		at := bytes.Index(text, []byte(word))
		if at < 0 {
			return false
		}
		if slices.ContainsFunc(before, func(b string) bool { return bytes.HasSuffix(text[:at], []byte(b)) }) {
			return true
		}
		text = text[at+len(word):]
	}
}

// readInto reads a Go file that people have written.
func readInto(buffer *bytes.Buffer, name string) bool {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxSize {
		return false
	}
	file, err := os.Open(name)
	if err != nil {
		return false
	}
	defer func() { _ = file.Close() }() // it was only read
	const head = 1 << 10
	if _, err = io.CopyN(buffer, file, head); err != nil && !errors.Is(err, io.EOF) {
		return false
	}
	if bytes.Contains(buffer.Bytes(), []byte("\n// Code generated ")) || bytes.HasPrefix(buffer.Bytes(), []byte("// Code generated ")) {
		return false
	}
	_, err = io.Copy(buffer, io.LimitReader(file, maxSize))
	return err == nil
}
