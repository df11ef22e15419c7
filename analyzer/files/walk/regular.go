package walk

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// ReadRegular reads a file up to a size. It opens regular files only: what a pipe, say, holds may never come.
func ReadRegular(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, notRegularError{info.IsDir()}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(text)) > most {
		err = fmt.Errorf("larger than %d bytes", most)
	}
	return text, errors.Join(err, f.Close())
}

// A notRegularError is the error for what is no regular file.
type notRegularError struct{ isDir bool }

func (e notRegularError) Error() string {
	if e.isDir {
		return "a folder"
	}
	return "not a regular file"
}
