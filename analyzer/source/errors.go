package source

import (
	"cmp"
	"errors"
	"go/scanner"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/modfile"
)

// An Error says what could not be read or parsed. The rest of its folder was analyzed all the same.
type Error struct {
	File    string // file or folder, relative to the working folder
	Line    int    // 0 if the whole file is meant
	Column  int
	Message string
}

// Place returns the file with what is known of line and column, as in file.go:3:5.
func (e Error) Place() string {
	if e.Line == 0 {
		return e.File
	}
	return e.File + ":" + strconv.Itoa(e.Line) + ":" + strconv.Itoa(e.Column)
}

func (e Error) String() string { return e.Place() + ": " + e.Message }

func (t *tree) errors(base string) (errs []Error) {
	for _, f := range t.folders {
		for _, failed := range f.failed {
			if f.says(failed.path) {
				errs = append(errs, failed.describe(base))
			}
		}
	}
	return errs
}

// says tells whether what is wrong with the folder or a file in it is to be said: somebody asked for it.
func (f *folder) says(path string) bool {
	return !f.silent && (f.only == nil || path == f.dir || f.only[filepath.Base(path)])
}

// describe keeps the first of several syntax errors, since the others often follow from it, and leaves out of a
// system's error what the place says already.
func (f failure) describe(base string) Error {
	e := Error{File: relative(base, f.path), Message: f.err.Error()}
	var list scanner.ErrorList
	var path *fs.PathError
	var lines modfile.ErrorList
	switch {
	case errors.As(f.err, &list) && len(list) > 0:
		e.Line, e.Column, e.Message = list[0].Pos.Line, list[0].Pos.Column, "syntax error: "+list[0].Msg
	case errors.As(f.err, &lines) && len(lines) > 0:
		first := modfile.Error{Verb: lines[0].Verb, ModPath: lines[0].ModPath, Err: lines[0].Err}
		e.Line, e.Column, e.Message = lines[0].Pos.Line, lines[0].Pos.LineRune, strings.Join(strings.Fields(first.Error()), " ")
	case errors.As(f.err, &path):
		e.Message = "cannot be read: " + path.Err.Error()
	}
	return e
}

func sortErrors(errs []Error) []Error {
	slices.SortFunc(errs, func(a, b Error) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(errs)
}

// relative returns path relative to base, or as it is if there is no way from one to the other.
func relative(base, path string) string {
	if rel, err := filepath.Rel(base, path); err == nil {
		return rel
	}
	return path
}
