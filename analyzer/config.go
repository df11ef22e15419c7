package analyzer

import (
	"flag"
	"fmt"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A Config chooses what is reported and where a fix takes the ID from. The zero value is the default. Flags, files of
// settings and Go callers share its grammar.
type Config struct {
	// Enable names rules that are reported besides the default ones; "all" names every rule.
	Enable []string
	// Disable names rules that are not reported; "all" leaves only those in Enable. It wins over Enable.
	Disable []string
	// IDs are the expressions that fixes write, in the order of preference; drivers apply the first that is possible.
	//
	//	scope               a string in scope that plainly is a managed identity's ID
	//	env:NAME            os.Getenv("NAME")
	//	expr:EXPR           any Go expression of type string
	//	expr:EXPR@PACKAGE   the same, with the import that its first name needs
	//
	// The default is scope, then env:AZURE_CLIENT_ID.
	IDs []string
	// Sinks are rows for functions and structs of your own that decide an identity, in the notation of
	// [identity.ParseSink], such as
	//
	//	credential example.com/app/token.New(1) id=0.ClientID
	Sinks []string
	// Tests reports findings in _test.go files too.
	Tests bool
	// Facts follows the ID into other packages by means of facts of go/analysis. Drivers then visit every dependency: most of
	// them pay for that, go vet does not. The command needs no facts, it sees the packages of a module anyway.
	Facts bool
}

// Validate says what is wrong with the configuration: the option, the value, and what would be accepted.
func (c Config) Validate() error {
	_, err := c.compile()
	return err
}

// RegisterFlags adds the flags enable, disable, id, sink and tests to flags, bound to c.
func (c *Config) RegisterFlags(flags *flag.FlagSet) {
	flags.Func("enable", "comma-separated `rules` to report besides the default ones, or all", appendRules(&c.Enable))
	flags.Func("disable", "comma-separated `rules` not to report, or all", appendRules(&c.Disable))
	flags.Func("id", "`source` of the ID in fixes: scope, env:NAME, expr:EXPR or expr:EXPR@PACKAGE; repeat it for alternatives "+
		"(default scope, then env:AZURE_CLIENT_ID)", func(s string) error {
		if _, err := parseIDSource(s); err != nil {
			return err
		}
		c.IDs = append(c.IDs, s)
		return nil
	})
	flags.Func("sink", "`row` for a function or struct of your own that decides an identity, such as "+
		"'credential example.com/app/token.New(1) id=0.ClientID'; repeat it for more", func(s string) error {
		if _, err := identity.ParseSink(s); err != nil {
			return err
		}
		c.Sinks = append(c.Sinks, s)
		return nil
	})
	flags.BoolVar(&c.Tests, "tests", c.Tests, "report findings in _test.go files too")
}

func appendRules(list *[]string) func(string) error {
	return func(s string) error {
		names := strings.Split(s, ",")
		if err := checkRules(names); err != nil {
			return err
		}
		*list = append(*list, names...)
		return nil
	}
}

// compiled is a Config that was checked.
type compiled struct {
	rules map[string]bool
	ids   []idSource
	table *identity.Table
	tests bool
}

func (c Config) compile() (*compiled, error) {
	if err := checkRules(c.Enable); err != nil {
		return nil, fmt.Errorf("enable: %w", err)
	}
	if err := checkRules(c.Disable); err != nil {
		return nil, fmt.Errorf("disable: %w", err)
	}
	table, err := identity.NewTable(c.Sinks...)
	if err != nil {
		return nil, fmt.Errorf("sink: %w", err)
	}
	out := &compiled{rules: make(map[string]bool), table: table, tests: c.Tests}
	for _, rule := range identity.Rules() {
		enabled := rule.Default && !slices.Contains(c.Disable, "all")
		enabled = enabled || slices.Contains(c.Enable, rule.Name) || slices.Contains(c.Enable, "all")
		out.rules[rule.Name] = enabled && !slices.Contains(c.Disable, rule.Name)
	}
	texts := c.IDs
	if len(texts) == 0 {
		texts = []string{"scope", "env:AZURE_CLIENT_ID"}
	}
	for _, text := range texts {
		source, err := parseIDSource(text)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(out.ids, source) {
			out.ids = append(out.ids, source)
		}
	}
	return out, nil
}

func checkRules(names []string) error {
	known := []string{"all"}
	for _, rule := range identity.Rules() {
		known = append(known, rule.Name)
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return fmt.Errorf("unknown rule %q: use one of %s", name, strings.Join(known, ", "))
		}
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
		return idSource{}, fmt.Errorf("id: %q: %s: use scope, env:NAME, expr:EXPR or expr:EXPR@PACKAGE", s, why)
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
