package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A result is what a driver found: the fixes of each finding.
type result struct {
	driver
	fixes     map[string]string
	tellFixes bool
	cpu       time.Duration
}

func (d driver) run(ctx context.Context, m *module) (result, error) {
	args := d.args(m)
	if m.failed != nil {
		return result{}, m.failed
	}
	text, cpu, err := m.output(ctx, args, d.exits)
	if err != nil {
		return result{}, err
	}
	found, err := d.read(text)
	if err != nil {
		return result{}, err
	}
	r := result{driver: d, fixes: make(map[string]string), cpu: cpu}
	for _, f := range found {
		file := m.relative(f.file)
		line := fmt.Sprintf("%s:%s: %s: %s", file, f.at, f.rule, f.message)
		if r.fixes[line] = ""; !m.isCgo(file) {
			r.fixes[line] = m.describe(f.fixes)
		}
		r.tellFixes = f.tellFixes
	}
	return r, nil
}

// isCgo tells whether drivers read what cgo writes in the place of a file, where they mend nothing.
func (m *module) isCgo(file string) bool { return slices.Contains(m.cgo, filepath.Join(m.dir, file)) }

// relative returns the name of a file as the command tells it.
func (m *module) relative(file string) string {
	if rel, err := filepath.Rel(m.dir, file); err == nil && filepath.IsAbs(file) {
		file = rel
	}
	return filepath.ToSlash(file)
}

func (m *module) describe(fixes []fix) string {
	var out []string
	for _, f := range fixes {
		out = append(out, f.Message)
		for _, e := range f.Edits {
			out = append(out, fmt.Sprintf("[%s %d:%d %q]", m.relative(e.File+e.Filename), e.Start, e.End, e.New))
		}
	}
	return strings.Join(out, " ")
}

// output runs a program in the module.
func (m *module) output(ctx context.Context, args []string, exits []int) (stdout []byte, cpu time.Duration, err error) {
	var stderr strings.Builder
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Dir, cmd.Env, cmd.Stderr = m.dir, m.env, &stderr
	text, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && slices.Contains(exits, exit.ExitCode()) {
		err = nil
	}
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w\n%s%s", cmd, err, text, &stderr)
	}
	return text, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}

// differences lists what one driver finds or mends and another, of those that know the same, does not.
func differences(results []result) (out []string) {
	told := make(map[string]bool)
	for _, r := range results {
		for line := range r.fixes {
			told[line] = true
		}
	}
	for _, line := range slices.Sorted(maps.Keys(told)) {
		var with, without []string
		fixes := make(map[string][]string)
		for _, r := range results {
			text, found := r.fixes[line]
			if !found {
				without = append(without, r.name)
				continue
			}
			with = append(with, r.name)
			if r.tellFixes {
				fixes[text] = append(fixes[text], r.name)
			}
		}
		if len(without) > 0 {
			out = append(out, fmt.Sprintf("%s\n\tfound by %s\n\tnot by %s", line, strings.Join(with, "; "), strings.Join(without, "; ")))
		}
		if len(fixes) > 1 {
			out = append(out, line)
			for text, names := range fixes {
				out = append(out, fmt.Sprintf("\tfixed by %s: %s", strings.Join(names, "; "), text))
			}
		}
	}
	return out
}
