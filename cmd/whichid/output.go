package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

// report prints the findings in the format asked for, and returns the exit status.
func (o *options) report(v verdict, stdout, stderr io.Writer) int {
	out := bufio.NewWriter(stdout)
	err := o.format.Write(out, &report.Report{
		Findings: v.findings, Errors: v.errs, Read: v.read, Rules: v.rules, Version: version(), Screen: screenOf(stdout, o.color),
	})
	return v.end(out, err, stderr)
}

// end says what went wrong, and returns the exit status.
func (v verdict) end(stdout *bufio.Writer, err error, stderr io.Writer) int {
	if flushed := stdout.Flush(); err == nil {
		err = flushed
	}
	if err != nil {
		v.errs = append(v.errs, report.Error{File: "standard output", Message: err.Error()})
	}
	for _, note := range v.notes {
		say(stderr, note)
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
	return exitClean
}

func say(stderr io.Writer, text string) {
	_, _ = fmt.Fprintln(stderr, "whichid: "+report.Visible(text)) // there is nowhere else to say it
}
