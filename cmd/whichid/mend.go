package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/report"
)

// mend applies the fixes and says what each did. It then looks at the files again: what is left stands at other lines now.
func (o *options) mend(v verdict, checker *analyzer.Checker, stderr io.Writer) (verdict, error) {
	plan := report.Fix(v.findings, v.read)
	plan.Write("")
	for _, note := range plan.Notes {
		say(stderr, note)
	}
	for _, file := range plan.Files {
		for _, f := range file.Findings {
			say(stderr, fmt.Sprintf("%s:%d:%d: fixed: %s",
				filepath.ToSlash(file.Name), f.Position.Line, f.Position.Column, f.Fixes[0].Message))
		}
	}
	if len(plan.Files) > 0 {
		var err error
		if v, err = o.analyze(checker); err != nil {
			return v, err
		}
	}
	v.errs = append(v.errs, plan.Errors...)
	return v, nil
}
