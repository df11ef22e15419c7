package python_test

import (
	"regexp"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/shell"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
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
	return faults(shell.Words(words, reading(), addFlag))
}

func readText(language site.Language, text excerpt.Text) []site.Site {
	if language != site.Shell {
		return nil
	}
	return faults(shell.Sites(text, reading()))
}

func faults(sites []site.Site) []site.Site {
	return slices.DeleteFunc(sites, func(s site.Site) bool { return !s.Verdict.IsFault() })
}
