package identity

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Name is what directives, messages and settings call the tool.
const Name = "whichid"

// URL is where reports send those who want to know more.
const URL = "https://pkg.go.dev/github.com/whichid/whichid/analyzer"

// MaxDirectives is how many directives of a file count, from its beginning: nobody writes more by hand, and each is held to each finding.
const MaxDirectives = 1000

// The words of directives.
const (
	WordSystem = "system-assigned"
	WordIgnore = "ignore"
	WordNolint = "nolint" // of golangci-lint
)

// A Directive is what a comment says of findings.
type Directive struct {
	Word    string
	Rules   []string // those that an ignore names; none is all
	Reason  string
	Problem string // why it silences nothing, or empty
}

// String returns the directive without comment marks and reason.
func (d Directive) String() string {
	s := Name + ":" + d.Word
	if len(d.Rules) > 0 {
		s += " " + strings.Join(d.Rules, ",")
	}
	return s
}

// Silences reports whether a directive speaks of a rule. What is wrong with directives is not for directives to hide.
func (d Directive) Silences(rule string) bool {
	switch {
	case d.Problem != "":
		return false
	case d.Word == WordNolint:
		return true
	case d.Word == WordSystem:
		return slices.Contains(systemRules(), rule)
	case len(d.Rules) > 0:
		return slices.Contains(d.Rules, rule)
	}
	return slices.Contains(ignorable(), rule)
}

// Complaint says what is wrong with a directive, of which it is known whether it silences anything; or nothing.
func (d Directive) Complaint(used bool) string {
	if d.Problem == "" && !used {
		return d.String() + " silences nothing: remove it, or put it on the line of the finding or right above the statement"
	}
	return d.Problem
}

// A PlacedDirective is a directive in a file.
type PlacedDirective struct {
	Directive

	From, To int  // the lines it covers
	Used     bool // it silences something
}

// Silence gives a finding on one of the lines its reason, if the directive speaks of the rule. Of several directives the last is the
// nearest one, and counts.
func (d *PlacedDirective) Silence(f *Finding) {
	if d.From <= f.Position.Line && f.Position.Line <= d.To && d.Silences(f.Rule) {
		f.Suppressed = d.Reason
		d.Used = true
	}
}

// systemRules are the rules that a system-assigned identity answers: those about code that gives no ID.
func systemRules() []string {
	return []string{Credential, IMDSURL, DSNRule, CommandRule, Manifest, ConditionalID, DefaultCredential, SystemAssigned}
}

// ignorable are the rules that an ignore can name.
func ignorable() []string {
	var names []string
	for _, rule := range Rules() {
		if rule.Name != DirectiveRule {
			names = append(names, rule.Name)
		}
	}
	return names
}

// ParseDirective reads what stands behind the tool's name and a colon in a comment. Mark is how comments begin, for messages.
//
// Have: system-assigned -- REASON
// Have: ignore RULE,RULE -- REASON
func ParseDirective(text, mark string) Directive {
	word, rest := cutSpace(text)
	args, reason := cutReason(rest)
	d := Directive{Word: word, Reason: reason}
	switch word {
	case WordSystem:
		d.Problem = d.problem(args, usage(mark, WordSystem))
	case WordIgnore:
		d.ignore(args, usage(mark, WordIgnore+" [RULE]"))
	default:
		return Directive{Problem: fmt.Sprintf("unknown directive %q: use %s or %s",
			Name+":"+word, usage(mark, WordSystem), usage(mark, WordIgnore+" [RULE]"))}
	}
	return d
}

func usage(mark, words string) string { return mark + Name + ":" + words + " -- REASON" }

// problem says what is wrong with a directive that takes nothing but a reason.
func (d Directive) problem(args, use string) string {
	switch {
	case d.Reason == "":
		return d.String() + " needs a reason: " + use
	case args != "":
		return fmt.Sprintf("%v takes nothing but a reason, not %q: %s", d, args, use)
	}
	return ""
}

// ignore reads the rules that an ignore names.
func (d *Directive) ignore(args, use string) {
	if d.Reason == "" {
		d.Problem = d.String() + " needs a reason: " + use
		return
	}
	if args == "" {
		return
	}
	for name := range strings.SplitSeq(args, ",") {
		name = strings.TrimSpace(name)
		if !slices.Contains(ignorable(), name) {
			*d = Directive{Word: WordIgnore, Problem: fmt.Sprintf("%s:%s: unknown rule %q: use some of %s",
				Name, WordIgnore, name, strings.Join(ignorable(), ", "))}
			return
		}
		d.Rules = append(d.Rules, name)
	}
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
