package literals_test

import (
	"regexp"
	"strings"

	"github.com/whichid/whichid/analyzer/files/batch"
	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/powershell"
	"github.com/whichid/whichid/analyzer/files/shell"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/yaml"
	"github.com/whichid/whichid/analyzer/identity"
)

// fakeURL judges a URL as simply as the situations need it: it is silent if it does not know all keys.
func fakeURL(t excerpt.Text, addPair func(int, string) []identity.Edit) []site.Site {
	s := t.String()
	place := regexp.MustCompile("(?i)" + identity.TokenPath).FindStringIndex(s) // lower-case text may have another length
	if place == nil || identity.IsOtherHost(s[:place[0]]) {
		return nil
	}
	hole := string(identity.Unknown())
	query, hasResource := strings.TrimLeft(s[place[1]:], "/?"), false
	for pair := range strings.SplitSeq(query, "&") {
		key, val, _ := strings.Cut(pair, "=")
		if strings.Contains(key, hole) || strings.Contains(val, hole+hole) || strings.Contains(before(val, hole), ".") || identity.IsIDKey(key) {
			return nil
		}
		hasResource = hasResource || key == "resource"
	}
	if !hasResource {
		return nil
	}
	out := site.Site{Rule: identity.IMDSURL, Verdict: identity.Absent, At: t}
	if addPair != nil {
		out.Fix.Edits = addPair(t.Len(), "&client_id=")
	}
	return []site.Site{out}
}

// before returns what stands before a hole, if there is one.
func before(val, hole string) string {
	literal, _, found := strings.Cut(val, hole)
	if !found {
		return ""
	}
	return literal
}

// reading hands text to the readers that it is for, and adds those languages to heard that it is given.
func reading(heard *[]string) site.Reading {
	r := site.Reading{Variable: "ID", URL: fakeURL}
	r.Text = func(l site.Language, t excerpt.Text) []site.Site {
		if heard != nil {
			*heard = append(*heard, string(l))
		}
		switch l { //nolint:exhaustive // the others are not in the situations
		case site.Shell:
			return shell.Sites(t, r)
		case site.PowerShell:
			return powershell.Read(t, r)
		case site.YAML:
			return yaml.Read(t, r)
		case site.Batch:
			return batch.Read(t, r)
		}
		return nil
	}
	r.Words = func(words []excerpt.Text, addFlag func(int, string) []identity.Edit) []site.Site {
		return shell.Words(words, r, addFlag)
	}
	return r
}
