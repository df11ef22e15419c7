package report

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// write replaces the file, which is found below dir, in one step: at every moment it is there, as it was or as it will be.
// It keeps the mode, and follows a link to the file that is meant.
func (f Fixed) write(dir string) error {
	name := f.Name
	if !filepath.IsAbs(name) {
		name = filepath.Join(dir, name)
	}
	name, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	now, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	switch {
	case bytes.Equal(now, f.New):
		return nil // under another name, through a link
	case !bytes.Equal(now, f.Old):
		return errors.New("changed since it was read: run again")
	}
	return replace(name, f.New, info.Mode())
}

func replace(name string, text []byte, mode os.FileMode) (err error) {
	temp, err := os.CreateTemp(filepath.Dir(name), ".whichid-*") // in the same folder, so that the rename is one step
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(temp.Name()))
		}
	}()
	_, err = temp.Write(text)
	if err == nil {
		err = temp.Chmod(mode)
	}
	if err == nil {
		err = temp.Sync()
	}
	if err = errors.Join(err, temp.Close()); err != nil {
		return fmt.Errorf("writing the fixed file: %w", err)
	}
	return os.Rename(temp.Name(), name)
}
