package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A Fingerprint names a finding by what stays the same when other lines come and go. Two of them are equal if all fields are.
type Fingerprint struct {
	Rule string
	File string // with slashes, as Visible spells it
	Line string // the source line on which the finding begins, with runs of blanks as one and none at the ends
	Nth  int    // which of the findings with the same rule, file and line, from 1
}

// Fingerprints returns the fingerprint of each finding, which count in the order given. The result of read is what the findings
// were made from; where there is none, Line is empty.
func Fingerprints(findings []identity.Finding, read func(name string) ([]byte, error)) []Fingerprint {
	texts := newTexts(read)
	seen := make(map[Fingerprint]int)
	out := make([]Fingerprint, 0, len(findings))
	for _, f := range findings {
		line, _ := lineAt(texts.of(f.Position.File), f.Position.Start)
		key := Fingerprint{Rule: f.Rule, File: visiblePath(f.Position.File), Line: normalLine(line)}
		seen[key]++
		out = append(out, Fingerprint{Rule: key.Rule, File: key.File, Line: key.Line, Nth: seen[key]})
	}
	return out
}

// String returns the fingerprint as 32 hexadecimal digits.
func (f Fingerprint) String() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %d", f.Rule, f.File, f.Line, f.Nth))
	return hex.EncodeToString(sum[:16])
}

func normalLine(line []byte) string {
	return strings.ToValidUTF8(strings.Join(strings.Fields(string(line)), " "), "\uFFFD")
}
