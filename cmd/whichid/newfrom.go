package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/changes"
	"github.com/whichid/whichid/analyzer/identity"
)

func (o *options) setNewFrom(rev string) error {
	if rev == "" || strings.HasPrefix(rev, "-") {
		return errors.New("use a commit, a branch or a tag of the git repository")
	}
	o.newFrom = rev
	return nil
}

// openSince finds the commit that the files are compared with, if they are to be.
func (o *options) openSince() (err error) {
	if o.newFrom == "" {
		return nil
	}
	if o.since, err = changes.Open(o.base, o.newFrom); err != nil {
		return fmt.Errorf("new-from: %w", err)
	}
	return nil
}

// onlyNew takes out the findings whose lines are as they were. What a directive silences stays, as with a baseline.
func (o *options) onlyNew(v *verdict) error {
	var names []string
	for _, f := range v.findings {
		if f.Suppressed == "" {
			names = append(names, f.Position.File)
		}
	}
	names = slices.Compact(names) // they are sorted
	if len(names) == 0 {
		return nil
	}
	before, err := o.since.Texts(names)
	if err != nil {
		return fmt.Errorf("new-from: %w", err)
	}
	differ := make(map[string]changes.Lines)
	for name, text := range before {
		if now, err := v.read(name); err == nil {
			differ[name] = changes.Compare(text, now)
		}
	}
	v.findings = slices.DeleteFunc(v.findings, func(f identity.Finding) bool {
		lines, isOld := differ[f.Position.File]
		return f.Suppressed == "" && isOld && !lines.Touch(f.Position.Line, f.Position.EndLine)
	})
	return nil
}
