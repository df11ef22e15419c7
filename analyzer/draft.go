package analyzer

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// This room sees to it that the fixes of a package can be made together. Of two that edit one place differently a driver makes one,
// and golangci-lint none of the file (golangci-lint/v2@v2.15.0 pkg/result/processors/fixer.go).

// A draft is a fix that may have to make room for others.
type draft struct {
	message string
	hunks   []*hunk
}

// A hunk is what a fix edits in one declaration: as gofmt would write it, and in as few places as can be.
type hunk struct {
	formatted, least []identity.Edit
	isShared         bool // another fix moves the same text: gofmt puts comments of lines that follow each other into one column
}

// fixes returns the fixes that drafts are of.
func fixes(drafts []draft) (out []identity.Fix) {
	for _, d := range drafts {
		fix := identity.Fix{Message: d.message}
		for _, h := range d.hunks {
			if h.isShared {
				fix.Edits = append(fix.Edits, h.least...)
			} else {
				fix.Edits = append(fix.Edits, h.formatted...)
			}
		}
		out = append(out, fix)
	}
	return out
}

// A claim is an edit that hunks of fixes want to make.
type claim struct {
	identity.Edit
	by []*hunk
}

// makeRoom marks the hunks of the first fixes of findings that overlap, each of a finding.
func makeRoom(findings [][]draft) {
	var last claim // the one that goes on furthest
	for _, c := range claims(findings) {
		if c.File == last.File && c.Start < last.End {
			share(last.by)
			share(c.by)
		}
		if c.File != last.File || c.End > last.End {
			last = c
		}
	}
}

// claims returns the edits of the first fixes in the order of the text. What several fixes have in common, such as an import, is one.
func claims(findings [][]draft) (all []claim) {
	for _, drafts := range findings {
		if len(drafts) == 0 {
			continue
		}
		for _, h := range drafts[0].hunks {
			for _, edit := range h.formatted {
				all = append(all, claim{edit, []*hunk{h}})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b claim) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Start-b.Start, a.End-b.End, strings.Compare(a.New, b.New))
	})
	distinct := all[:0]
	for _, c := range all {
		if n := len(distinct); n > 0 && distinct[n-1].Edit == c.Edit {
			distinct[n-1].by = append(distinct[n-1].by, c.by...)
			continue
		}
		distinct = append(distinct, c)
	}
	return distinct
}

func share(hunks []*hunk) {
	for _, h := range hunks {
		h.isShared = true
	}
}
