package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/files"
	"github.com/whichid/whichid/analyzer/report"
	"github.com/whichid/whichid/analyzer/source"
)

// plan decides what is fixed: the same for -fix and for -diff.
func (v verdict) plan() *report.Plan {
	plan := report.Fix(v.findings, report.Tree{Base: v.base, Roots: v.roots, Read: v.read, Check: stillParses, Format: formatted})
	v.keepCompiling(plan)
	return plan
}

func stillParses(name string, before, after []byte) error {
	if strings.HasSuffix(name, ".go") {
		return source.StillParses(before, after)
	}
	return files.StillParses(name, before, after)
}

func formatted(name string, before, after []byte) []byte {
	if strings.HasSuffix(name, ".go") {
		return source.Formatted(before, after)
	}
	return after
}

// diffs prints what -fix would change. The findings that it would leave go to stderr: stdout is a patch.
func (*options) diffs(v verdict, stdout, stderr io.Writer) int {
	out := bufio.NewWriter(stdout)
	plan := v.plan()
	var patch bytes.Buffer
	err := plan.Diff(&patch)
	if columns(stdout) == 0 {
		_, _ = patch.WriteTo(out) // it keeps what goes wrong until the end
	} else {
		show(out, patch.Bytes())
	}
	for _, note := range plan.Notes {
		say(stderr, note)
	}
	if err == nil {
		err = report.Text(stderr, plan.Left)
	}
	v.errs = append(v.errs, plan.Errors...)
	return v.end(out, err, stderr)
}

// show prints lines for people to read: on a terminal they command nothing.
func show(out *bufio.Writer, text []byte) {
	for line := range bytes.Lines(text) {
		tabs := strings.Split(strings.TrimSuffix(string(line), "\n"), "\t")
		for i, part := range tabs {
			tabs[i] = report.Visible(part)
		}
		_, _ = out.WriteString(strings.Join(tabs, "\t") + "\n") // it keeps what goes wrong until the end
	}
}

// mend applies the fixes and says what each did. It then looks at the files again: what is left stands at other lines now.
//
// A signal that would end the program waits until the file is there that is being written, and ends the writing: nothing is left
// half-written, and what was written can be said.
func (o *options) mend(v verdict, checker *analyzer.Checker, stderr io.Writer) (verdict, error) {
	plan := v.plan()
	planned := len(plan.Files)
	ctx, stop := untilInterrupted()
	defer stop()
	plan.Write(ctx)
	for _, note := range plan.Notes {
		say(stderr, note)
	}
	for _, file := range plan.Files {
		for _, f := range file.Findings {
			say(stderr, fmt.Sprintf("%s:%d:%d: fixed: %s",
				filepath.ToSlash(file.Name), f.Position.Line, f.Position.Column, f.Fixes[0].Message))
		}
	}
	switch isInterrupted := ctx.Err() != nil; {
	case isInterrupted:
		v.findings = nil // who interrupts it does not wait for where they stand now
		said := fmt.Sprintf("interrupted: %d of %d files are fixed: run again", len(plan.Files), planned)
		plan.Errors = append(plan.Errors, report.Error{File: "-fix", Message: said})
	case len(plan.Files) > 0:
		stop()
		var err error
		if v, err = o.analyze(checker); err != nil {
			return v, err
		}
	}
	v.errs = append(v.errs, plan.Errors...)
	return v, nil
}

// untilInterrupted returns a context that ends with the first signal that would end the program.
func untilInterrupted() (context.Context, context.CancelFunc) {
	var ending []os.Signal
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) { // as nohup wants it
			ending = append(ending, s)
		}
	}
	if len(ending) == 0 { // which would mean all signals
		return context.WithCancel(context.Background())
	}
	return signal.NotifyContext(context.Background(), ending...)
}
