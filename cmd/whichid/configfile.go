package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/whichid/whichid/analyzer/files/walk"
)

// configName is the name of the configuration file.
const configName = ".whichid.yaml"

// maxConfig is the size in bytes beyond which a file is no configuration.
const maxConfig = 256 << 10

// configFile returns the path of the configuration file for a working folder, or "" if there is none: the one that the flag names
// or, if it is empty, the nearest above.
func configFile(base, named string) string {
	switch named {
	case none:
		return ""
	case "":
		return findConfig(base)
	}
	if filepath.IsAbs(named) {
		return named
	}
	return filepath.Join(base, named)
}

// findConfig looks for the configuration file in a folder and those above, up to the top of the repository. What lies beyond is other
// people's. So it is in a folder where everybody may create files, such as /tmp, and in the root of a file system, which on Windows
// is such a folder; there a file counts only if one works in that very folder.
func findConfig(base string) string {
	for dir := base; dir == base || !isShared(dir); dir = filepath.Dir(dir) {
		path := filepath.Join(dir, configName)
		if _, err := os.Lstat(path); err == nil {
			return path
		}
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return ""
		}
		if filepath.Dir(dir) == dir {
			return ""
		}
	}
	return ""
}

// isShared reports whether other users may put files in a folder beside ours. Where they may replace ours, too, nothing helps.
func isShared(dir string) bool {
	info, err := os.Stat(dir)
	if err != nil || filepath.Dir(dir) == dir {
		return true
	}
	return info.Mode()&fs.ModeSticky != 0 && info.Mode().Perm()&0o002 != 0
}

// readConfig reads a configuration file, which is called name in errors.
func (o *options) readConfig(path, name string) error {
	text, err := walk.ReadRegular(path, maxConfig)
	if err != nil {
		return fmt.Errorf("config: %s: %s: use a file, or -config=none", name, reason(err))
	}
	return decodeConfig(name, text, o.settings())
}

// reason leaves out of a system's error what its place says already.
func reason(err error) string {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return "cannot be read: " + path.Err.Error()
	}
	return err.Error()
}

// relative returns a path relative to the working folder, if there is a way.
func relative(base, path string) string {
	if rel, err := filepath.Rel(base, path); err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(path)
}
