package analyzer

import (
	"errors"
	"flag"
	"fmt"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A Config chooses what is reported and where a fix takes the ID from. The zero value is the default. Flags, files of
// settings, golangci-lint and Go callers share its grammar; see [Config.Settings].
type Config struct {
	// Enable names rules that are reported besides the default ones; "all" names every rule.
	Enable []string `json:"enable"`
	// Disable names rules that are not reported; "all" leaves only those in Enable. It wins over Enable.
	Disable []string `json:"disable"`
	// IDs are the expressions that fixes write, in the order of preference; drivers apply the first that is possible.
	//
	//	scope               a string in scope that plainly is a managed identity's ID
	//	env:NAME            os.Getenv("NAME")
	//	expr:EXPR           any Go expression of type string
	//	expr:EXPR@PACKAGE   the same, with the import that its first name needs
	//
	// The default is scope, then env:AZURE_CLIENT_ID.
	IDs []string `json:"id"`
	// Sinks are rows for functions and structs of your own that decide an identity, in the notation of
	// [identity.ParseSink], such as
	//
	//	credential example.com/app/token.New(1) id=0.ClientID
	Sinks []string `json:"sink"`
	// Tests reports findings in _test.go files too.
	Tests bool `json:"tests"`
	// Generated reports findings in generated files too. They have no fixes: the program that writes the file is to be mended.
	Generated bool `json:"generated"`
	// Facts follows the ID into other packages by means of facts of go/analysis. Drivers then visit every dependency: most of
	// them pay for that, go vet does not. The command needs no facts, it sees the packages of a module anyway.
	Facts bool `json:"facts"`
	// ReportNolint reports what nolint comments silence where they stand, for golangci-lint: it honours them itself, and its
	// nolintlint says, and with --fix removes, which of them silence nothing.
	ReportNolint bool `json:"-"`
}

// Validate says what is wrong with the configuration: the option, the value, and what would be accepted.
func (c Config) Validate() error {
	_, err := c.compile()
	return err
}

// Settings returns what can be set, bound to c. What a setting takes is added to what c has.
func (c *Config) Settings() []Setting {
	return []Setting{
		{
			Name: "enable", Kind: Names, Default: "[]", Add: addRule(&c.Enable),
			Usage: "`rules` to report besides the default ones, or all",
		},
		{
			Name: "disable", Kind: Names, Default: "[]", Add: addRule(&c.Disable),
			Usage: "`rules` not to report, or all",
		},
		{
			Name: "id", Kind: List, Default: "[scope, env:AZURE_CLIENT_ID]", Add: c.addID,
			Usage: "`source` of the ID in fixes, in the order of preference: scope, env:NAME, expr:EXPR or expr:EXPR@PACKAGE",
		},
		{
			Name: "sink", Kind: List, Default: "[]", Add: c.addSink,
			Usage: "`row` for a function or struct of your own that decides an identity, such as " +
				"'credential example.com/app/token.New(1) id=0.ClientID'",
		},
		{
			Name: "tests", Kind: Switch, Default: "false", Switch: &c.Tests,
			Usage: "report findings in _test.go files and other tests too",
		},
		{
			Name: "generated", Kind: Switch, Default: "false", Switch: &c.Generated,
			Usage: "report findings in generated files too, without fixes",
		},
	}
}

// RegisterFlags adds the [Config.Settings] to flags.
func (c *Config) RegisterFlags(flags *flag.FlagSet) {
	for _, s := range c.Settings() {
		s.Register(flags)
	}
}

func addRule(list *[]string) func(string) error {
	return func(name string) error {
		if err := checkRule(name); err != nil {
			return err
		}
		*list = append(*list, name)
		return nil
	}
}

func (c *Config) addID(source string) error {
	if _, err := parseIDSource(source); err != nil {
		return err
	}
	c.IDs = append(c.IDs, source)
	return nil
}

func (c *Config) addSink(text string) error {
	row := strings.TrimSpace(text)
	if _, err := identity.ParseSink(row); err != nil {
		return err
	}
	c.Sinks = append(c.Sinks, row)
	return nil
}

// compiled is a Config that was checked.
type compiled struct {
	rules     map[string]bool
	ids       []idSource
	table     *identity.Table
	tests     bool
	generated bool
	nolint    bool // is left to the driver
}

func (c Config) compile() (*compiled, error) {
	return c.compileFor(func(string) bool { return true })
}

// compileFor is compile for code that imports some packages of the table only.
func (c Config) compileFor(imported func(path string) bool) (*compiled, error) {
	if err := checkRules(c.Enable); err != nil {
		return nil, fmt.Errorf("enable: %w", err)
	}
	if err := checkRules(c.Disable); err != nil {
		return nil, fmt.Errorf("disable: %w", err)
	}
	table, err := identity.NewTableAbout(imported, c.Sinks...)
	if err != nil {
		return nil, fmt.Errorf("sink: %w", err)
	}
	out := &compiled{rules: make(map[string]bool), tests: c.Tests, generated: c.Generated, nolint: c.ReportNolint}
	for _, rule := range identity.Rules() {
		enabled := rule.Default && !slices.Contains(c.Disable, "all")
		enabled = enabled || slices.Contains(c.Enable, rule.Name) || slices.Contains(c.Enable, "all")
		out.rules[rule.Name] = enabled && !slices.Contains(c.Disable, rule.Name)
	}
	out.table = table.Reporting(out.reports)
	texts := c.IDs
	if len(texts) == 0 {
		texts = []string{"scope", "env:AZURE_CLIENT_ID"}
	}
	for _, text := range texts {
		source, err := parseIDSource(text)
		if err != nil {
			return nil, fmt.Errorf("id: %q: %w", text, err)
		}
		if !slices.Contains(out.ids, source) {
			out.ids = append(out.ids, source)
		}
	}
	return out, nil
}

// reports tells whether a row of the table can break a rule that is enabled: see [visit.ruleFor].
func (c *compiled) reports(row *identity.Sink) bool {
	rules := []string{row.Rule, identity.ConditionalID, identity.SystemAssigned}
	if row.Form != identity.FormNone {
		rules = append(rules, identity.HardcodedID)
	}
	if row.Form.IsText() || row.Empty != "" {
		rules = append(rules, identity.IgnoredID)
	}
	return slices.ContainsFunc(rules, func(rule string) bool { return c.rules[rule] })
}

func checkRules(names []string) error {
	for _, name := range names {
		if err := checkRule(name); err != nil {
			return fmt.Errorf("%q: %w", name, err)
		}
	}
	return nil
}

func checkRule(name string) error {
	known := []string{"all"}
	for _, rule := range identity.Rules() {
		known = append(known, rule.Name)
	}
	if !slices.Contains(known, name) {
		return errors.New("unknown rule: use one of " + strings.Join(known, ", "))
	}
	return nil
}

// The kinds of ID sources.
const (
	scopeSource = "scope"
	envSource   = "env"
	exprSource  = "expr"
)

// An idSource is one way to write the identity ID in a fix.
type idSource struct {
	kind string
	text string // the variable's name, or the expression
	path string // the import path that the expression needs, or empty
}

func parseIDSource(s string) (idSource, error) {
	fail := func(why string) (idSource, error) {
		return idSource{}, errors.New(why + ": use scope, env:NAME, expr:EXPR or expr:EXPR@PACKAGE")
	}
	kind, text, _ := strings.Cut(s, ":")
	switch {
	case s == scopeSource:
		return idSource{kind: kind}, nil
	case kind == envSource:
		if strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") != "" || text == "" {
			return fail("not the name of an environment variable")
		}
		return idSource{kind: kind, text: text}, nil
	case kind == exprSource:
		expr, path := text, ""
		if at := strings.LastIndex(text, "@"); at >= 0 && !strings.ContainsAny(text[at:], "\"`'") {
			expr, path = text[:at], text[at+1:]
			if path == "" || strings.ContainsAny(path, " \t") {
				return fail("no import path after the @")
			}
		}
		node, err := parser.ParseExprFrom(token.NewFileSet(), "-id", expr, parser.SkipObjectResolution)
		if err != nil {
			return fail("not a Go expression")
		}
		if path != "" && qualifier(node) == nil {
			return fail("an expression with a package must begin with the package's name")
		}
		return idSource{kind: kind, text: expr, path: path}, nil
	}
	return fail("unknown source")
}
