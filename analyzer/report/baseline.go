package report

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whichid/whichid/analyzer/identity"
)

// A Baseline is the findings that are known and not to be reported again. Its text is JSON, an object in each line: the first says
// what it is, and each other one is an Entry. So it can be read, compared and merged line by line.
type Baseline []Entry

// An Entry stands for some findings that no line numbers tell apart.
type Entry struct {
	File   string `json:"file"` // from the folder of the baseline, with slashes, as Visible spells it
	Rule   string `json:"rule"`
	Count  int    `json:"count"`
	Source string `json:"source"` // the line of a Fingerprint

	Line int `json:"-"` // where it stands in the text that it was read from, or 0
}

// A key is what makes entries equal.
type key struct{ file, rule, source string }

func (e Entry) key() key { return key{e.File, e.Rule, e.Source} }

// maxSource is how many bytes an entry has of a source line.
const maxSource = 240

// entry returns the entry of one finding. What is too long to be read is a beginning and a hash.
func (f Fingerprint) entry() Entry {
	source := f.Line
	if len(source) > maxSource {
		cut := maxSource
		for !utf8.RuneStart(source[cut]) {
			cut--
		}
		source = fmt.Sprintf("%s… %x", source[:cut], sha256.Sum256([]byte(source)))
	}
	return Entry{File: f.File, Rule: f.Rule, Count: 1, Source: source}
}

// entries returns an entry for each finding that no directive suppresses, with the findings. The result of read is what they were
// made from, and that of place the name of a file as a baseline has it.
func entries(
	findings []identity.Finding, read func(name string) ([]byte, error), place func(name string) string,
) ([]identity.Finding, Baseline) {
	findings = slices.DeleteFunc(slices.Clone(findings), func(f identity.Finding) bool { return f.Suppressed != "" })
	var out Baseline
	for i, f := range Fingerprints(findings, read) {
		f.File = visiblePath(place(findings[i].Position.File))
		out = append(out, f.entry())
	}
	return findings, out
}

// NewBaseline returns the baseline that knows all findings.
func NewBaseline(findings []identity.Finding, read func(name string) ([]byte, error), place func(name string) string) Baseline {
	_, all := entries(findings, read, place)
	return all.sum()
}

// Add returns a baseline that knows what both do.
func (b Baseline) Add(more Baseline) Baseline { return append(slices.Clone(b), more...).sum() }

// Findings returns how many findings the baseline stands for.
func (b Baseline) Findings() (n int) {
	for _, e := range b {
		n += e.Count
	}
	return n
}

// Without returns the findings that the baseline does not know, those that are suppressed among them, and the entries that stand for
// more than was found, with what is left of their counts. Of findings that nothing tells apart the first ones are known.
func (b Baseline) Without(
	findings []identity.Finding, read func(name string) ([]byte, error), place func(name string) string,
) (fresh []identity.Finding, left Baseline) {
	counts := make(map[key]int)
	for _, e := range b {
		counts[e.key()] += e.Count
	}
	active, all := entries(findings, read, place)
	for i, e := range all {
		if counts[e.key()] > 0 {
			counts[e.key()]--
			continue
		}
		fresh = append(fresh, active[i])
	}
	for _, f := range findings {
		if f.Suppressed != "" {
			fresh = append(fresh, f)
		}
	}
	for _, e := range b {
		if e.Count = counts[e.key()]; e.Count > 0 {
			left = append(left, e)
		}
	}
	return identity.Sort(fresh), left
}

// sum brings entries in order, and makes one of those that are equal.
func (b Baseline) sum() Baseline {
	slices.SortStableFunc(b, func(a, b Entry) int {
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Rule, b.Rule), strings.Compare(a.Source, b.Source))
	})
	var out Baseline
	for _, e := range b {
		if last := len(out) - 1; last >= 0 && out[last].key() == e.key() {
			out[last].Count += e.Count
			continue
		}
		out = append(out, e)
	}
	return out
}
