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
	whichid help                    this text
	whichid help RULE               what a rule reports, why, an example, whether it is fixed, and how it is silenced
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
		fmt.Fprintf(&b, "  %s %-18s %s\n", mark, rule.Name, hanging(rule.Reports, 23))
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
		fmt.Fprintf(&b, "  %-18s %s\n%*s%s\n", kind.Title, kind.Finds, column, "", hanging(kind.Names, column))
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

RULE is what it is if there is no ID:
%s.
unset is for a function that returns a struct whose ID is not set.

TARGET is %s.
PARAMS is the number of parameters, a variadic one counting as one; without it every signature is meant. A struct is meant
where its fields are as the braces say, and nothing behind a colon means that the field is not set.

`, strings.Join(identity.SinkRules(), ", "), identity.Targets)
	for _, a := range identity.Attributes() {
		fmt.Fprintf(&b, "  %-26s %s\n", a.Form, hanging(strings.ReplaceAll(a.Says, "`", ""), 29))
	}
	return b.String()
}

// describe is the manual of one rule.
func describe(rule identity.Rule) string {
	state := "off, -enable=" + rule.Name + " reports it"
	if rule.Default {
		state = "on, -disable=" + rule.Name + " silences it"
	}
	fix := "none: " + rule.NoFix
	if rule.Fix != "" {
		fix = rule.Fix + "; none " + rule.NoFix
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", wrap(rule.Name+" reports "+rule.Reports+".", 100))
	for _, line := range [][2]string{{"default", state}, {"fix", fix}, {"silence", rule.Meant}} {
		fmt.Fprintf(&b, "  %-8s %s\n", line[0], hanging(line[1], 11))
	}
	fmt.Fprintf(&b, "\n%s\n\nReported:\n\n%s\n\nInstead:\n\n%s\n", wrap(rule.Why, 100), indent(rule.Bad), indent(rule.Good))
	return b.String()
}

// hanging wraps text whose further lines begin at a column.
func hanging(text string, column int) string {
	return strings.ReplaceAll(wrap(text, 110-column), "\n", "\n"+strings.Repeat(" ", column))
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
