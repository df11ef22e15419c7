package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/report"
)

// help prints the manual of the command, or of one rule.
func help(args []string, stdout, stderr io.Writer) int {
	rules := identity.Rules()
	if len(args) == 0 {
		_, _ = fmt.Fprint(stdout, manual(rules)) // a reader that went away needs no help
		return exitClean
	}
	if topic := topics()[args[0]]; topic != nil && len(args) == 1 {
		_, _ = fmt.Fprint(stdout, topic())
		return exitClean
	}
	at := slices.IndexFunc(rules, func(r identity.Rule) bool { return r.Name == args[0] })
	if at < 0 || len(args) > 1 {
		var names []string
		for _, rule := range rules {
			names = append(names, rule.Name)
		}
		unknown, known := strings.Join(args, " "), strings.Join(names, ", ")
		return misuse(stderr, fmt.Errorf("help: unknown rule %q: use rows, files, formats, config or one of %s", unknown, known))
	}
	_, _ = fmt.Fprint(stdout, describe(rules[at]))
	return exitClean
}

func manual(rules []identity.Rule) string {
	var b strings.Builder
	b.WriteString(`whichid finds every place that asks Azure for a managed identity token without saying which identity.

Usage:

	whichid [flags] [paths]         a path is a folder, a folder with /... for all below it, or a file; default ./...
	whichid help [rule]             this text, or what a rule reports, why, and the cure
	whichid help rows               how -sink describes functions and structs of your own
	whichid help files              which files that are not Go are read, and what for
	whichid help formats            what -format can be, and what for
	whichid help config             the keys of ` + configName + `, and which one is used here
	go vet -vettool=$(which whichid) ./...
	go fix -fixtool=$(which whichid) ./...

It reads the Go packages and the other files there: scripts, pipelines, manifests, Terraform, Python and more. It needs no go
command, no network and no dependencies, and the code need not build. With -typed it runs go list, which may download modules and
compiles dependencies: use that on code that you would build.

Flags:

`)
	flags := newOptions("", "").flags()
	flags.SetOutput(&b)
	flags.PrintDefaults()
	b.WriteString("\nRules (* reported unless disabled):\n\n")
	for _, rule := range rules {
		mark := " "
		if rule.Default {
			mark = "*"
		}
		fmt.Fprintf(&b, "  %s %-18s %s\n", mark, rule.Name, rule.Reports)
	}
	b.WriteString(`
Exit status:

  0  nothing found
  1  findings (with -diff: or a difference)
  2  wrong use or configuration
  3  something could not be analyzed or written, as said on standard error; the rest is reported
`)
	return b.String()
}

// topics are the parts of the manual that are no rule.
func topics() map[string]func() string {
	return map[string]func() string{"rows": notation, "files": fileKinds, "formats": formats, "config": keys}
}

// fileKinds is the manual of the files that are not Go.
func fileKinds() string {
	var b strings.Builder
	b.WriteString(`Files that are not Go are read where git would track them: .gitignore files count, vendor, node_modules, testdata, nested
repositories, generated files, what is over 1 MiB and what is no text do not. Tests (test_*.py, *.test.ts, *.Tests.ps1 and the
like) are read with -tests, documentation where -files names it: -files='*.md'.

`)
	const column = 21
	for _, kind := range files.Kinds() {
		names := strings.ReplaceAll(wrap(kind.Names, 90), "\n", "\n"+strings.Repeat(" ", column))
		fmt.Fprintf(&b, "  %-18s %s\n%*s%s\n", kind.Title, kind.Finds, column, "", names)
	}
	return b.String()
}

// formats is the manual of -format.
func formats() string {
	var b strings.Builder
	b.WriteString("The formats of a report, what they are for, and what they hold besides findings:\n\n")
	for _, f := range report.Formats() {
		fmt.Fprintf(&b, "  %-12s %s\n", f.Name, f.Use)
		if f.Holds != "" {
			fmt.Fprintf(&b, "  %-12s holds %s\n", "", f.Holds)
		}
	}
	return b.String()
}

// notation is the manual of -sink.
func notation() string {
	var b strings.Builder
	fmt.Fprintf(&b, `A row says of a function, a method or a struct how it decides an identity:

	RULE TARGET ATTRIBUTE ...

	-sink 'credential example.com/app/token.New(1) id=0.ClientID options=Options'
	-sink 'credential example.com/app/token.Config{UseManagedIdentity:true} id=ClientID|ResourceID'
	-sink 'no-selector example.com/app/token.Fetch'

RULE is what it is if there is no ID: %s. unset is for a function that returns a
struct whose ID is not set.

TARGET is %s.
PARAMS is the number of parameters, a variadic one counting as one; without it every signature is meant. A struct is meant
where its fields are as the braces say, and nothing behind a colon means that the field is not set.

`, strings.Join(identity.SinkRules(), ", "), identity.Targets)
	for _, a := range identity.Attributes() {
		lines := strings.Split(wrap(strings.ReplaceAll(a.Says, "`", ""), 90), "\n")
		fmt.Fprintf(&b, "  %-26s %s\n", a.Form, strings.Join(lines, "\n"+strings.Repeat(" ", 29)))
	}
	return b.String()
}

func describe(rule identity.Rule) string {
	state := "off unless -enable=" + rule.Name
	if rule.Default {
		state = "on unless -disable=" + rule.Name
	}
	return fmt.Sprintf("%s (%s)\n\nReports %s.\n\n%s\n\nReported:\n\n%s\n\nCure:\n\n%s\n\nIf it is meant:\n\n%s\n",
		rule.Name, state, rule.Reports, wrap(rule.Why, 100), indent(rule.Bad), indent(rule.Good), indent(rule.Meant))
}

func indent(text string) string { return "\t" + strings.ReplaceAll(text, "\n", "\n\t") }

// wrap breaks text at spaces into lines of at most width bytes, as far as words allow.
func wrap(text string, width int) string {
	var b strings.Builder
	column := 0
	for word := range strings.FieldsSeq(text) {
		switch {
		case column == 0:
		case column+1+len(word) > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}
