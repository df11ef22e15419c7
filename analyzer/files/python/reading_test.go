package python_test

import (
	"regexp"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/shell"
)

// reading is what the readers beside this one would do, in short.
func reading() site.Reading {
	return site.Reading{Variable: "AZURE_CLIENT_ID", URL: readURL, Words: readWords, Text: readText}
}

// readURL judges a URL that has the token path.
func readURL(url excerpt.Text, addPair func(int, string) []identity.Edit) []site.Site {
	s := url.String()
	place := regexp.MustCompile("(?i)" + identity.TokenPath).FindStringIndex(s)
	if place == nil || identity.IsOtherHost(s[:place[0]]) {
		return nil
	}
	keys := make(map[string]string)
	for pair := range strings.FieldsFuncSeq(s[place[1]:], func(r rune) bool { return r == '?' || r == '&' || r == '/' }) {
		key, value, _ := strings.Cut(pair, "=")
		if strings.ContainsFunc(key, func(r rune) bool { _, ok := identity.HoleOf(r); return ok }) {
			return nil
		}
		keys[key] = value
	}
	if _, ok := keys["resource"]; !ok {
		return nil
	}
	found := site.Site{Rule: identity.IMDSURL, Verdict: identity.Absent, Name: "token request", At: url}
	for key, value := range keys {
		if identity.Metadata().Names(key) && value != "" {
			return nil
		}
	}
	if edits := addPair(url.Len(), "&client_id="); len(edits) > 0 {
		found.Fix = identity.Fix{Message: "add it", Edits: edits}
	}
	return []site.Site{found}
}

func readWords(words []excerpt.Text, addFlag func(int, string) []identity.Edit) []site.Site {
	var argv []identity.Word
	for _, w := range words {
		argv = append(argv, w.Word())
	}
	line := identity.Unwrap(argv)
	if line.Shell {
		return readText(site.Shell, words[len(words)-1])
	}
	c := identity.ReadCommand(line.Words)
	if c.Verdict != identity.Absent && c.Verdict != identity.Ignored {
		return nil
	}
	found := site.Site{Rule: identity.CommandRule, Verdict: c.Verdict, Name: c.Tool, At: excerpt.Join(words...)}
	for i, w := range words {
		if w.String() == c.Asks && c.Verdict == identity.Absent {
			found.Fix = identity.Fix{Message: "add it", Edits: addFlag(i, c.Flag("client"))}
		}
	}
	return []site.Site{found}
}

func readText(language site.Language, text excerpt.Text) []site.Site {
	if language != site.Shell {
		return nil
	}
	for _, c := range shell.ReadScript(text.Word()) {
		if c.Verdict != identity.Absent && c.Verdict != identity.Ignored {
			continue
		}
		found := site.Site{Rule: identity.CommandRule, Verdict: c.Verdict, Name: c.Tool, At: text}
		if at := strings.Index(text.String(), c.Asks); at >= 0 && c.Verdict == identity.Absent {
			if e, ok := text.Insert(at+len(c.Asks), ` --client-id "${AZURE_CLIENT_ID:?}"`); ok {
				found.Fix = identity.Fix{Message: "add it", Edits: []identity.Edit{e}}
			}
		}
		return []site.Site{found}
	}
	return nil
}
