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
)

// maxSize is the size in bytes beyond which a Go file is not read: nobody writes that much by hand.
const maxSize = 16 << 20

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
		return nil, tooLarge(b.Bytes())
	}
	return b.Bytes(), nil
}

// tooLarge is the error for a file that begins with head.
func tooLarge(head []byte) error {
	file, err := parser.ParseFile(token.NewFileSet(), "", head, parser.PackageClauseOnly|parser.ParseComments)
	if err == nil && ast.IsGenerated(file) {
		return nil
	}
	return fmt.Errorf("larger than %d MiB", maxSize>>20)
}
