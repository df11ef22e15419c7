package powershell_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/powershell"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// reading judges what readers hand on in the simplest way that does for the tests.
func reading(depth int) site.Reading {
	return site.Reading{
		Variable: "AZURE_CLIENT_ID",
		Text: func(language site.Language, t excerpt.Text) []site.Site {
			if language != site.PowerShell || depth > 3 {
				return nil
			}
			return powershell.Read(t, reading(depth+1))
		},
		Words: readWords,
		URL:   readURL,
	}
}

func readWords(words []excerpt.Text, add func(int, string) []identity.Edit) []site.Site {
	var argv []identity.Word
	for _, w := range words {
		argv = append(argv, w.Word())
	}
	c := identity.ReadCommand(argv)
	if c.URL != "" || c.Verdict == identity.None {
		return nil
	}
	out := site.Site{Rule: identity.CommandRule, Verdict: c.Verdict, Name: c.Tool, ID: c.ID, At: excerpt.Join(words...)}
	i := slices.Index(argv, identity.Word(c.Asks))
	if c.Value != "" {
		i++
	}
	if c.Verdict == identity.Absent {
		out.Fix = identity.Fix{Message: "m", Edits: add(i, c.Flag("client"))}
	}
	return []site.Site{out}
}

func readURL(url excerpt.Text, add func(int, string) []identity.Edit) []site.Site {
	_, query, ok := strings.Cut(strings.ToLower(url.String()), identity.TokenPath)
	if !ok {
		return nil
	}
	out := site.Site{Rule: identity.IMDSURL, Verdict: identity.Absent, Name: "token request", At: url}
	resource := false
	for pair := range strings.SplitSeq(strings.TrimPrefix(query, "?"), "&") {
		key, val, _ := strings.Cut(pair, "=")
		switch {
		case identity.Metadata().Names(key) && val != "":
			out.Verdict = identity.Present
		case key == "resource":
			resource = true
		case strings.ContainsFunc(key, func(r rune) bool { _, hole := identity.HoleOf(r); return hole }):
			return nil
		}
	}
	if !resource {
		return nil
	}
	if out.Verdict == identity.Absent {
		out.Fix = identity.Fix{Message: "m", Edits: add(url.Len(), "&client_id=")}
	}
	return []site.Site{out}
}

// read returns what is wrong in a script, in words.
func read(script string) []string {
	var out []string
	for _, s := range powershell.Read(excerpt.File(script), reading(0)) {
		start, end := s.At.Span()
		word := map[identity.Verdict]string{identity.Absent: "absent", identity.Empty: "empty", identity.Ignored: "ignored"}[s.Verdict]
		if word == "" {
			continue
		}
		if s.Choice {
			word += " choice"
		}
		if s.System {
			word += " system"
		}
		out = append(out, word+": "+script[start:end])
	}
	return out
}

// mend applies every fix, those that stand last first.
func mend(t *testing.T, script string) string {
	t.Helper()
	var edits []identity.Edit
	for _, s := range powershell.Read(excerpt.File(script), reading(0)) {
		edits = append(edits, s.Fix.Edits...)
	}
	slices.SortStableFunc(edits, func(a, b identity.Edit) int { return b.Start - a.Start })
	for _, e := range edits {
		script = script[:e.Start] + e.New + script[e.End:]
	}
	return script
}
