package source

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
)

const (
	// maxSize is the size in bytes beyond which a Go file is not read.
	maxSize = 16 << 20
	// maxWhole is the size in bytes beyond which a Go file is not analyzed: nobody writes that much by hand. What it declares may take
	// some hundred times as much memory.
	maxWhole = 1 << 20
	// maxFolder is how many bytes of Go files are read of a folder, and maxPackage how many are analyzed.
	maxFolder, maxPackage = 64 << 20, 8 << 20
)

// headSize is how much of a file a search for the words of a program that has written it may take.
const headSize = 64 << 10

// readRegular reads a file that may be anything. What is not a regular file, such as a pipe, is not opened: that could wait for ever.
func readRegular(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("not a regular file")
	}
	return read(path)
}

// read reads a regular file. A file that is too large is an error, and nothing if a program has written it: in such a file nothing is
// reported anyway.
func read(path string) (text []byte, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	b := bytes.NewBuffer(make([]byte, 0, min(info.Size(), maxSize)+bytes.MinRead))
	limit := int64(maxSize + 1)
	if info.Size() > maxSize {
		limit = headSize
	}
	_, err = b.ReadFrom(io.LimitReader(file, limit))
	switch {
	case err != nil:
		return nil, err
	case limit == headSize || b.Len() > maxSize:
		return nil, tooLarge(b.Bytes(), maxSize)
	}
	return b.Bytes(), nil
}

// tooLarge is the error for a file that begins with head, or nothing if a program has written it.
func tooLarge(head []byte, most int) error {
	head = head[:min(len(head), headSize)]
	file, err := parser.ParseFile(token.NewFileSet(), "", head, parser.PackageClauseOnly|parser.ParseComments)
	if err == nil && ast.IsGenerated(file) {
		return nil
	}
	return fmt.Errorf("larger than %d MiB", most>>20)
}

// A regular file of the settings of the go command has no more than this.
const maxSettings = 4 << 20

// readSettings reads a file such as go.mod, if it is a regular one.
func readSettings(name string) ([]byte, error) {
	text, err := readRegular(name)
	if err == nil && len(text) > maxSettings {
		return nil, fmt.Errorf("larger than %d MiB", maxSettings>>20)
	}
	return text, err
}

// weigh takes out of a folder what is too large to be analyzed, and says so unless a program has written it.
func (f *folder) weigh() (failed []failure) {
	sum := 0
	for _, name := range f.names {
		text := f.texts[name]
		if len(text) <= maxWhole {
			sum += len(text)
			continue
		}
		delete(f.texts, name)
		if err := tooLarge(text, maxWhole); err != nil {
			failed = append(failed, failure{filepath.Join(f.dir, name), err})
		}
	}
	if sum > maxPackage {
		f.relevant, f.texts = false, nil
		failed = append(failed, failure{f.dir, fmt.Errorf("more than %d MiB of Go files that are to be analyzed together", maxPackage>>20)})
	}
	return failed
}

// maxNesting is how deep syntax may stand in itself: some of what the type checker does takes the square of the depth.
const maxNesting = 10_000

// nested is the error for a file whose syntax is too deep.
func nested(text []byte, file *ast.File) (err error) {
	if len(text) < maxNesting || file == nil { // most files are too small for that
		return nil
	}
	depth := 0
	ast.Inspect(file, func(n ast.Node) bool {
		switch {
		case n == nil:
			depth--
		case depth == maxNesting:
			err = fmt.Errorf("nested more than %d deep", maxNesting)
			return false
		default:
			depth++
		}
		return err == nil || n == nil
	})
	return err
}
