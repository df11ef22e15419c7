package analyzer

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/whichid/whichid/analyzer/identity"
)

// parseDirective returns the directive in the text of a comment, if it holds one for us. Directives are line comments
// with no space before the tool's name (https://go.dev/doc/comment#syntax). ast.ParseDirective came after Go 1.25, and
// passes over what is misspelt, such as an upper-case word.
func parseDirective(comment string) (identity.Directive, bool) {
	text, isLine := strings.CutPrefix(comment, "//")
	if !isLine {
		return identity.Directive{}, false
	}
	if d, ok := parseNolint(text); ok {
		return d, true
	}
	if rest, ok := strings.CutPrefix(text, Name+":"); ok {
		return identity.ParseDirective(rest, "//"), true
	}
	return parseSpaced(text)
}

// Have: // whichid:system-assigned, with a space. Prose that begins with another word is prose.
func parseSpaced(text string) (identity.Directive, bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, " "), Name+":")
	word := rest
	if i := strings.IndexFunc(rest, unicode.IsSpace); i >= 0 {
		word = rest[:i]
	}
	if !ok || word != identity.WordSystem && word != identity.WordIgnore {
		return identity.Directive{}, false
	}
	d := identity.Directive{Word: word}
	d.Problem = fmt.Sprintf("%v is no directive after a space: write //%v", d, d)
	return d, true
}

// parseNolint reads text as golangci-lint does, which is more lenient than its manual: spaces and slashes may come first,
// names are compared without regard to case, a second comment may follow, and without names all linters are meant
// (golangci-lint/v2@v2.15.0/pkg/result/processors/nolint_filter.go, extractInlineRangeFromComment).
//
// https://golangci-lint.run/docs/linters/false-positives/#nolint-directive
func parseNolint(text string) (identity.Directive, bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, "/ "), identity.WordNolint)
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != ':' {
		return identity.Directive{}, false
	}
	rest, reason, _ := strings.Cut(rest, "//")
	d := identity.Directive{Word: identity.WordNolint, Reason: strings.TrimSpace(reason)}
	if d.Reason == "" {
		d.Reason = identity.WordNolint
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
	return identity.Directive{}, false
}
