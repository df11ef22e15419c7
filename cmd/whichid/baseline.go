package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/whichid/whichid/analyzer/files/walk"
	"github.com/whichid/whichid/analyzer/report"
)

// maxBaseline is the size in bytes beyond which a file is no baseline.
const maxBaseline = 64 << 20

// maxStale is how many stale entries are said one by one.
const maxStale = 10

// A ledger is a baseline in its place.
type ledger struct {
	known report.Baseline
	files map[string]bool // that it speaks of

	base string // the working folder
	path string // of the file, absolute
	name string // of the file, for people

	writes      bool            // it is to be written anew
	found, kept report.Baseline // of which then
}

// openLedger reads the baseline, if there is one: the one that findings are held to, or that is to be written anew.
func (o *options) openLedger() error {
	l := &ledger{base: o.base, path: o.baseline, files: make(map[string]bool)}
	if o.writeBaseline != "" {
		l.path, l.writes = o.writeBaseline, true
	}
	if l.path == "" {
		return nil
	}
	o.ledger, l.name = l, relative(o.base, l.path)
	text, err := walk.ReadRegular(l.path, maxBaseline)
	switch isMissing := errors.Is(err, fs.ErrNotExist); {
	case isMissing && l.writes:
		return nil
	case isMissing:
		return fmt.Errorf("baseline: %s: no such file: write it with -write-baseline, or use none", l.name)
	case err != nil:
		return fmt.Errorf("baseline: %s: %s: use what -write-baseline writes", l.name, reason(err))
	}
	if l.known, err = report.ParseBaseline(text); err != nil {
		return fmt.Errorf("baseline: %s:%w", l.name, err)
	}
	for _, e := range l.known {
		l.files[e.File] = true
	}
	return nil
}

// place returns a file's path from the folder of the baseline, so that the working folder does not matter.
func (l *ledger) place(name string) string {
	return relative(filepath.Dir(l.path), filepath.Join(l.base, name))
}

// knows reports whether the baseline speaks of a file.
func (l *ledger) knows(name string) bool { return l.files[l.place(name)] }

// isFile reports whether a file is the baseline.
func (l *ledger) isFile(name string) bool { return filepath.Join(l.base, name) == l.path }

// file returns the path of an entry's file, or "" if the entry does not tell it byte by byte.
func (l *ledger) file(e report.Entry) string {
	if strings.Contains(e.File, `\`) {
		return ""
	}
	return filepath.Join(filepath.Dir(l.path), filepath.FromSlash(e.File))
}

// settle takes what the baseline knows out of the findings, and notes which entries have had their time. If the baseline is to be
// written anew, it gathers what will be in it: what was found, and what it has about code that was not looked at.
func (l *ledger) settle(v *verdict, covers func(report.Entry) bool) {
	fresh, left := l.known.Without(v.findings, v.read, l.place)
	var stale report.Baseline
	l.kept = nil
	for _, e := range left {
		if covers(e) {
			stale = append(stale, e)
		} else {
			l.kept = append(l.kept, e)
		}
	}
	if l.writes {
		l.found = report.NewBaseline(v.findings, v.read, l.place)
		return
	}
	v.findings = fresh
	v.notes = append(v.notes, l.complain(stale)...)
}

// complain says which entries are stale.
func (l *ledger) complain(stale report.Baseline) (notes []string) {
	for i, e := range stale {
		if i == maxStale {
			notes = append(notes, fmt.Sprintf("%s: stale: %d entries more", l.name, len(stale)-maxStale))
			break
		}
		notes = append(notes, fmt.Sprintf("%s:%d: stale: not found any more in %s: %d × %s: %s",
			l.name, e.Line, report.Visible(e.File), e.Count, e.Rule, report.Visible(e.Source)))
	}
	if len(stale) > 0 {
		notes = append(notes, l.name+": -write-baseline takes out what is stale")
	}
	return notes
}

// write writes the baseline, and returns the exit status.
func (l *ledger) write(v verdict, stderr io.Writer) int {
	if err := l.found.Add(l.kept).Write(l.path); err != nil {
		v.errs = append(v.errs, report.Error{File: l.name, Message: "not written: " + err.Error()})
	} else {
		note := fmt.Sprintf("%s: findings written: %d", l.name, l.found.Findings())
		if n := l.kept.Findings(); n > 0 {
			note += fmt.Sprintf(", kept of what was not looked at: %d", n)
		}
		say(stderr, note)
	}
	v.findings = nil
	return v.end(bufio.NewWriter(io.Discard), nil, stderr)
}
