package walk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// A reader is a worker. Its memory is one file's, which is used for all.
type reader struct {
	base      string
	generated bool // wanted, too
	gate      func([]byte) bool
	visit     func(string, []byte)
	judged    func(string)
	buf       []byte
	result    Result
}

// smallSize is where the memory of a reader begins: most files fit.
const smallSize = 64 << 10

// binarySize is how far git looks for a zero byte to tell whether a file is text (buffer_is_binary in its xdiff-interface.c).
const binarySize = 8000

func (r *reader) run(jobs <-chan job) {
	r.buf = make([]byte, smallSize)
	for j := range jobs {
		for _, name := range j.files {
			path := filepath.Join(j.dir, name)
			if text := r.read(path, j.named); text != nil {
				r.take(path, text, j.named)
			}
		}
	}
}

// read returns the text of a file, which holds until the next one is read, or nil. Whoever names a file that is too large is told.
func (r *reader) read(path string, named bool) []byte {
	f, err := os.Open(path)
	if err != nil {
		r.fail(path, err)
		return nil
	}
	text, err := r.fill(f)
	if err = errors.Join(err, f.Close()); err != nil {
		r.fail(path, err)
		return nil
	}
	r.result.Files++
	r.result.Bytes += int64(len(text))
	switch {
	case isBinary(text):
		r.result.Binary++
		return nil
	case len(text) > MaxSize && named:
		r.fail(path, fmt.Errorf("larger than %d MiB", MaxSize>>20))
		return nil
	case len(text) > MaxSize:
		r.result.Large = append(r.result.Large, relative(r.base, path))
		return nil
	}
	return text
}

// fill reads a file as far as it is needed to tell that it is no text, or too large.
func (r *reader) fill(f *os.File) ([]byte, error) {
	size := 0
	for size <= MaxSize {
		if size == len(r.buf) {
			r.buf = append(r.buf, make([]byte, min(size, MaxSize+1-size))...)
		}
		to := len(r.buf)
		if size == 0 {
			to = smallSize // enough to tell
		}
		n, err := f.Read(r.buf[size:to])
		size += n
		switch {
		case errors.Is(err, io.EOF):
			return r.buf[:size], nil
		case err != nil:
			return nil, err
		case isBinary(r.buf[:size]):
			return r.buf[:size], nil
		}
	}
	return r.buf[:size], nil
}

func isBinary(text []byte) bool { return bytes.IndexByte(text[:min(len(text), binarySize)], 0) >= 0 }

// take visits a file that passes the gate. The visitor may keep the text.
func (r *reader) take(path string, text []byte, named bool) {
	passes := r.gate == nil || r.gate(text)
	if passes && !named && !r.generated && IsGenerated(text) {
		r.result.Generated++
		return
	}
	if r.judged != nil {
		r.judged(relative(r.base, path))
	}
	if passes {
		r.visit(relative(r.base, path), bytes.Clone(text))
	}
}

func (r *reader) fail(path string, err error) {
	r.result.Errors = append(r.result.Errors, Failure{relative(r.base, path), err})
}
