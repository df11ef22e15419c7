package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/whichid/whichid/analyzer/identity"
)

// Write replaces the files. One that cannot be written stays as it is, and its findings are left. When the context ends, the file
// that is being written is the last one: the others are left, too.
func (p *Plan) Write(ctx context.Context) {
	planned := p.Files
	p.Files = nil
	for _, file := range planned {
		if ctx.Err() != nil {
			p.Left = append(p.Left, file.Findings...)
			continue
		}
		if err := p.write(file); err != nil {
			p.fail(file, err)
			continue
		}
		p.Files = append(p.Files, file)
	}
	p.Left = identity.Sort(p.Left)
}

// write replaces a file, if it still is what it was. Everything happens below the root, whatever becomes of the folders on the way.
func (p *Plan) write(file Fixed) (err error) {
	root, err := os.OpenRoot(file.place.root)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	return replace(root, file.place.path, func(temp *os.File) (isMeant bool, err error) {
		info, err := file.unchanged(root)
		if info == nil {
			return false, err
		}
		return true, p.fill(temp, file, info)
	})
}

// replace puts a new file, which fill writes, in the place of another in one step, if fill says that it is meant: at every moment
// there is the one or the other. It is written beside it, since only within a folder is a rename sure to be one step. Its name is the
// same in every run, and only one run can make it: two runs at once cannot undo what the other does.
//
// fill brings the text to the disk before it gets its name. The folder is not brought there: after a loss of power the file may
// be as it was.
func replace(root *os.Root, name string, fill func(temp *os.File) (isMeant bool, err error)) error {
	beside := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+identity.Unfinished)
	temp, err := root.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("another run is writing it; if none is, one was killed: remove %s", filepath.ToSlash(beside))
	case err != nil:
		return fmt.Errorf("no file can be written beside it: %w", cause(err))
	}
	isMeant, err := fill(temp)
	err = errors.Join(err, temp.Close())
	if err == nil && isMeant {
		err = root.Rename(beside, name)
	}
	if err != nil || !isMeant {
		err = errors.Join(err, root.Remove(beside))
	}
	return err
}

// unchanged sees that a file can be written and is what it was when it was read. It returns nothing if the file is what it will be:
// then it has been written before, under another name or by another run.
func (f Fixed) unchanged(root *os.Root) (fs.FileInfo, error) {
	info, err := root.Lstat(f.place.path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("no longer a regular file")
	case info.Mode().Perm()&0o222 == 0: // whoever may write to any file, such as root, heeds that too
		return nil, errors.New("read-only")
	}
	old, err := root.OpenFile(f.place.path, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	now, err := io.ReadAll(io.LimitReader(old, int64(max(len(f.Old), len(f.New)))+1))
	switch err = errors.Join(err, old.Close()); {
	case err != nil:
		return nil, err
	case bytes.Equal(now, f.New):
		return nil, nil
	case !bytes.Equal(now, f.Old):
		return nil, errors.New("changed since it was read: run again")
	}
	return info, nil
}

// fill writes what a file will be, with the owner and the mode that it has.
func (p *Plan) fill(temp *os.File, file Fixed, info fs.FileInfo) error {
	if _, err := temp.Write(file.New); err != nil {
		return err
	}
	mode := info.Mode()
	if !keepOwner(temp, info) {
		p.note(file.Name, " the file is yours now: its owner or its group could not be kept")
		mode &^= fs.ModeSetuid | fs.ModeSetgid // which were for those
	}
	return errors.Join(temp.Chmod(mode), temp.Sync())
}
