package analyzer

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/whichid/whichid/analyzer/identity"
)

// The words of directives.
const (
	wordSystem = "system-assigned"
	wordIgnore = "ignore"
	wordNolint = "nolint"
)

const (
	usageSystem = "//" + Name + ":" + wordSystem + " -- REASON"
	usageIgnore = "//" + Name + ":" + wordIgnore + " [RULE] -- REASON"
)

// A directive is what a comment says of findings.
type directive struct {
	word    string
	rules   []string // those that an ignore names; none is all
	reason  string
	problem string // why it silences nothing, or empty
}

// String returns the directive without comment marks and reason.
func (d directive) String() string {
	s := Name + ":" + d.word
	if len(d.rules) > 0 {
		s += " " + strings.Join(d.rules, ",")
	}
	return s
}

// silences reports whether a directive speaks of a rule. What is wrong with directives is not for directives of ours to hide.
func (d directive) silences(rule string) bool {
	switch {
	case d.problem != "":
		return false
	case d.word == wordNolint:
		return true
	case d.word == wordSystem:
		return slices.Contains(systemRules(), rule)
	case len(d.rules) > 0:
		return slices.Contains(d.rules, rule)
	}
	return slices.Contains(ignorable(), rule)
}

// systemRules are the rules that a system-assigned identity answers: those about code that gives no ID.
func systemRules() []string {
	return []string{
		identity.Credential, identity.IMDSURL, identity.DSNRule, identity.CommandRule, identity.ConditionalID,
		identity.DefaultCredential, identity.SystemAssigned,
	}
}

// ignorable are the rules that an ignore can name.
func ignorable() []string {
	var names []string
	for _, rule := range identity.Rules() {
		if rule.Name != identity.Directive {
			names = append(names, rule.Name)
		}
	}
	return names
}

// parseDirective returns the directive in the text of a comment, if it holds one for us. Directives are line comments
// with no space before the tool's name (https://go.dev/doc/comment#syntax). ast.ParseDirective came after Go 1.25, and
// passes over what is misspelt, such as an upper-case word.
func parseDirective(comment string) (directive, bool) {
	text, isLine := strings.CutPrefix(comment, "//")
	if !isLine {
		return directive{}, false
	}
	if d, ok := parseNolint(text); ok {
		return d, true
	}
	if rest, ok := strings.CutPrefix(text, Name+":"); ok {
		return parseOwn(rest), true
	}
	return parseSpaced(text)
}

// Have: system-assigned -- REASON
// Have: ignore RULE,RULE -- REASON
func parseOwn(text string) directive {
	word, rest := cutSpace(text)
	args, reason := cutReason(rest)
	switch word {
	case wordSystem:
		return parseSystem(args, reason)
	case wordIgnore:
		return parseIgnore(args, reason)
	}
	return directive{problem: fmt.Sprintf("unknown directive %q: use %s or %s", Name+":"+word, usageSystem, usageIgnore)}
}

func parseSystem(args, reason string) directive {
	d := directive{word: wordSystem, reason: reason}
	switch {
	case reason == "":
		d.problem = d.String() + " needs a reason: " + usageSystem
	case args != "":
		d.problem = fmt.Sprintf("%v takes nothing but a reason, not %q: %s", d, args, usageSystem)
	}
	return d
}

func parseIgnore(args, reason string) directive {
	d := directive{word: wordIgnore, reason: reason}
	if reason == "" {
		d.problem = d.String() + " needs a reason: " + usageIgnore
		return d
	}
	if args == "" {
		return d
	}
	for name := range strings.SplitSeq(args, ",") {
		name = strings.TrimSpace(name)
		if !slices.Contains(ignorable(), name) {
			return directive{word: wordIgnore, problem: fmt.Sprintf("%s:%s: unknown rule %q: use some of %s",
				Name, wordIgnore, name, strings.Join(ignorable(), ", "))}
		}
		d.rules = append(d.rules, name)
	}
	return d
}

// Have: // whichid:system-assigned, with a space. Prose that begins with another word is prose.
func parseSpaced(text string) (directive, bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, " "), Name+":")
	word, _ := cutSpace(rest)
	if !ok || word != wordSystem && word != wordIgnore {
		return directive{}, false
	}
	d := directive{word: word}
	d.problem = fmt.Sprintf("%v is no directive after a space: write //%v", d, d)
	return d, true
}

// parseNolint reads text as golangci-lint does, which is more lenient than its manual: spaces and slashes may come first,
// names are compared without regard to case, a second comment may follow, and without names all linters are meant
// (golangci-lint/v2@v2.15.0/pkg/result/processors/nolint_filter.go, extractInlineRangeFromComment).
//
// https://golangci-lint.run/docs/linters/false-positives/#nolint-directive
func parseNolint(text string) (directive, bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, "/ "), wordNolint)
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != ':' {
		return directive{}, false
	}
	rest, reason, _ := strings.Cut(rest, "//")
	d := directive{word: wordNolint, reason: strings.TrimSpace(reason)}
	if d.reason == "" {
		d.reason = wordNolint
	}
	list, named := strings.CutPrefix(rest, ":")
	if !named || strings.HasPrefix(list, "all") {
		return d, true
	}
	for name := range strings.SplitSeq(strings.ToLower(list), ",") {
		if name = strings.TrimSpace(name); name == Name || name == "all" {
			return d, true
		}
	}
	return directive{}, false
}

// cutReason splits what follows the word at the dashes before the reason. Runs of space count as one.
func cutReason(text string) (args, reason string) {
	fields := strings.Fields(text)
	dashes := slices.Index(fields, "--")
	if dashes < 0 {
		return strings.Join(fields, " "), ""
	}
	return strings.Join(fields[:dashes], " "), strings.Join(fields[dashes+1:], " ")
}

// cutSpace splits text at its first space.
func cutSpace(text string) (before, after string) {
	if i := strings.IndexFunc(text, unicode.IsSpace); i >= 0 {
		return text[:i], text[i:]
	}
	return text, ""
}
