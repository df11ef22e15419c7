// Package declared knows libraries by their declarations alone: the source of a module as the module proxy serves it, without
// its dependencies, which would be hundreds. What it does not know of a type is the same as for the command, which has no
// dependencies at hand either.
package declared

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// A Module is a version of a library to look at: a line of libraries.txt.
type Module struct {
	Path, Version string
	Sum           string   // of its zip file, as in a go.sum file
	Lacks         []string // packages, below the module's path, or rows of the table that this version does not have

	zip string // the file
}

// String returns the module as module queries write it.
func (m *Module) String() string { return m.Path + "@" + m.Version }

// ReadList reads the lines of a file: path, version, sum, and what the version lacks with a - before it. Comments begin with #.
func ReadList(name string) ([]*Module, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var modules []*Module
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0][0] == '#' {
			continue
		}
		if len(words) < 3 {
			return nil, fmt.Errorf("%s: %q is not PATH VERSION SUM [-WITHOUT …]", name, line)
		}
		m := &Module{Path: words[0], Version: words[1], Sum: words[2]}
		for _, word := range words[3:] {
			m.Lacks = append(m.Lacks, strings.TrimPrefix(word, "-"))
		}
		modules = append(modules, m)
	}
	return modules, nil
}

// Download brings the modules into the module cache, each alone, without their requirements. The go command verifies them
// with the checksum database, and Download with their sums.
func Download(ctx context.Context, modules []*Module) error {
	args := []string{"mod", "download", "-json"}
	byName := make(map[string]*Module)
	for _, m := range modules {
		args = append(args, m.String())
		byName[m.String()] = m
	}
	command := exec.CommandContext(ctx, "go", args...)
	command.Dir = os.TempDir() // in no module
	command.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, failed := command.Output()
	decoder := json.NewDecoder(bytes.NewReader(out))
	for {
		var got struct{ Path, Version, Sum, Zip, Error string }
		if err := decoder.Decode(&got); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return errors.Join(failed, err, errors.New(stderr.String()))
		}
		m := byName[got.Path+"@"+got.Version]
		switch {
		case m == nil:
			return fmt.Errorf("%s@%s: not asked for", got.Path, got.Version)
		case got.Zip == "": // where there is one, the error is that the module wants a newer Go, which declarations do not
			return fmt.Errorf("%s: %s", m, got.Error)
		case got.Sum != m.Sum:
			return fmt.Errorf("%s: has the sum %s, not %s", m, got.Sum, m.Sum)
		}
		m.zip = got.Zip
	}
	for _, m := range modules {
		if m.zip == "" {
			return fmt.Errorf("%s: not downloaded: %w: %s", m, failed, stderr.String())
		}
	}
	return nil
}
