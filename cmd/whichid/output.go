package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

// output reports the findings, mends them, or shows what mending would change, and returns the exit status.
func (o *options) output(v verdict, stdout, stderr io.Writer) int {
	out := bufio.NewWriter(stdout)
	var err error
	status := exitClean
	switch {
	case o.diff:
		status, err = v.diff(out, stderr)
	case o.fix:
		v.fix(stderr)
		err = o.report(out, v)
	default:
		err = o.report(out, v)
	}
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	if err != nil {
		v.errs = append(v.errs, report.Error{File: "standard output", Message: err.Error()})
	}
	for _, e := range v.errs {
		say(stderr, e.String())
	}
	switch {
	case len(v.errs) > 0:
		return exitErrors
	case slices.ContainsFunc(v.findings, func(f identity.Finding) bool { return f.Suppressed == "" }):
		return exitFindings
	}
	return status
}

func (o *options) report(w io.Writer, v verdict) error {
	if o.format == "json" {
		return report.JSON(w, v.findings, v.errs)
	}
	return report.Text(w, v.findings)
}

// fix mends the files, says what it did, and leaves in v what it did not mend.
func (v *verdict) fix(stderr io.Writer) {
	plan := report.Fix(v.findings, v.read)
	plan.Write("")
	for _, file := range plan.Files {
		for _, f := range file.Findings {
			say(stderr, fmt.Sprintf("%s:%d:%d: fixed: %s", file.Name, f.Position.Line, f.Position.Column, f.Fixes[0].Message))
		}
	}
	v.leave(plan, stderr)
}

// diff prints what fix would change. The findings that it would leave go to stderr: stdout is a patch.
func (v *verdict) diff(w, stderr io.Writer) (status int, err error) {
	plan := report.Fix(v.findings, v.read)
	for _, file := range plan.Files {
		status = exitFindings
		if _, err := w.Write(file.Diff()); err != nil {
			return status, err
		}
	}
	v.leave(plan, stderr)
	return status, report.Text(stderr, v.findings)
}

// leave leaves what the plan does not mend.
func (v *verdict) leave(plan *report.Plan, stderr io.Writer) {
	for _, note := range plan.Notes {
		say(stderr, note)
	}
	suppressed := slices.DeleteFunc(slices.Clone(v.findings), func(f identity.Finding) bool { return f.Suppressed == "" })
	v.findings = identity.Sort(append(suppressed, plan.Left...))
	v.errs = append(v.errs, plan.Errors...)
}

func say(stderr io.Writer, text string) {
	_, _ = fmt.Fprintln(stderr, "whichid: "+text) // there is nowhere else to say it
}
