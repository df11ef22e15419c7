package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// A header is the first line.
type header struct {
	Whichid string `json:"whichid"`
	Version int    `json:"version"`
}

// theHeader is what this version reads and writes.
func theHeader() header { return header{Whichid: "baseline", Version: 1} }

// Text returns the text of the baseline.
func (b Baseline) Text() ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out) // ends each value with a line break
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(theHeader())
	for _, e := range b {
		err = errors.Join(err, encoder.Encode(e))
	}
	return out.Bytes(), err
}

// ParseBaseline reads the text of a baseline. The error begins with the number of the line.
func ParseBaseline(text []byte) (Baseline, error) {
	var out Baseline
	seen := make(map[key]int)
	n := 0
	for line := range bytes.SplitSeq(bytes.TrimRight(text, "\r\n"), []byte("\n")) {
		n++
		e, err := parseLine(line, n)
		if first := seen[e.key()]; err == nil && first > 0 {
			err = fmt.Errorf("the same as line %d: use one entry with both counts", first)
		}
		if err != nil {
			return nil, fmt.Errorf("%d: %w", n, err)
		}
		if n > 1 {
			seen[e.key()] = n
			out = append(out, e)
		}
	}
	return out, nil
}

// parseLine reads the entry in a line. There is none in the first.
func parseLine(line []byte, n int) (e Entry, err error) {
	if n == 1 {
		var h header
		if err = decodeStrictly(line, &h); err != nil || h != theHeader() {
			return e, errors.New("does not begin a baseline of this version: use what -write-baseline writes")
		}
		return e, nil
	}
	if err = decodeStrictly(line, &e); err != nil {
		return e, fmt.Errorf("not an entry: %w: use what -write-baseline writes", err)
	}
	e.Line = n
	isRule := slices.ContainsFunc(identity.Rules(), func(r identity.Rule) bool { return r.Name == e.Rule })
	switch {
	case !isRule:
		err = fmt.Errorf("rule: %.60q: unknown rule: use the name of one", e.Rule)
	case e.File == "":
		err = errors.New("file: use the path of one")
	case e.Count < 1:
		err = fmt.Errorf("count: %d: use 1 or more", e.Count)
	}
	return e, err
}

// decodeStrictly decodes one JSON object that has no other keys.
func decodeStrictly(text []byte, to any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(to); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value")
	}
	return nil
}

// Write writes the baseline in one step: at every moment the file is there, as it was or as it will be. It keeps the mode, and
// follows a link to the file that is meant.
func (b Baseline) Write(name string) error {
	text, err := b.Text()
	if err != nil {
		return err
	}
	mode := os.FileMode(0o644)
	if target, broken := filepath.EvalSymlinks(name); broken == nil {
		name = target
	}
	if info, missing := os.Stat(name); missing == nil {
		mode = info.Mode()
	}
	folder, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return fmt.Errorf("no file can be written beside it: %w", cause(err))
	}
	err = replace(folder, filepath.Base(name), func(temp *os.File) (isMeant bool, err error) {
		_, err = temp.Write(text)
		return true, errors.Join(err, temp.Chmod(mode), temp.Sync())
	})
	return errors.Join(err, folder.Close())
}
