package main

import (
	"errors"
	"flag"
	"fmt"
	"go/build"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/changes"
	"github.com/whichid/whichid/analyzer/files/walk"
	"github.com/whichid/whichid/analyzer/report"
)

// options are what the command line and the configuration file ask for.
type options struct {
	config     analyzer.Config
	goFiles    bool
	otherFiles bool
	add        walk.Patterns // of files that are not Go
	exclude    walk.Patterns
	build      *build.Context // that -tags asks for, or nil
	baseline   string         // a path, or "" for none

	configFile    string // as the flag says it
	format        report.Format
	color         string
	fix           bool
	diff          bool
	typed         bool
	help          bool
	version       bool
	writeBaseline string
	newFrom       string // a revision, or "" for all
	forceExclude  bool
	patterns      []string

	base   string // the working folder
	folder string // where relative values begin: at the configuration file, or in the working folder
	ledger *ledger
	since  *changes.Base // nil for all

	progress progress

	limits limits
	mu     sync.Mutex     // guards what follows
	given  []report.Error // up, for what they would have taken
}

func newOptions(base, folder string) *options {
	return &options{
		goFiles: true, otherFiles: true, format: report.Formats()[0], color: colorAuto, base: base, folder: folder, limits: theLimits(),
	}
}

// parse reads the command line, and the configuration file under it. Its errors name the flag or the place in the file, the value
// and what would be accepted.
func parse(args []string) (*options, error) {
	base, err := filepath.Abs("")
	if err != nil {
		return nil, err
	}
	o := newOptions(base, base)
	if err = o.parseFlags(args); err != nil || o.help || o.version {
		return o, err
	}
	file := configFile(base, o.configFile)
	if err = o.check(); err != nil || file == "" {
		return o, err
	}
	o = newOptions(base, filepath.Dir(file))
	name := relative(base, file)
	if err = o.readConfig(file, name); err != nil {
		return nil, err
	}
	below := o.config
	o.config.Enable, o.config.Disable, o.config.IDs = nil, nil, nil
	o.folder = base
	if err = o.parseFlags(args); err != nil {
		return nil, err
	}
	o.lay(below)
	if err = o.check(); err != nil {
		return nil, fmt.Errorf("%w (%s counts, too)", err, name)
	}
	return o, nil
}

// lay puts the lists of the flags over those of a configuration file. A flag does to these what it does to the defaults: it adds to
// lists, but IDs take the place of others. A rule that a flag names is on or off whatever the file says.
func (o *options) lay(below analyzer.Config) {
	enable, disable := o.config.Enable, o.config.Disable
	o.config.Enable = append(without(below.Enable, disable), enable...)
	o.config.Disable = append(without(below.Disable, enable), disable...)
	if o.config.IDs == nil {
		o.config.IDs = below.IDs
	}
}

// without returns the rules that others, which may be all, do not name.
func without(rules, others []string) []string {
	return slices.DeleteFunc(slices.Clone(rules), func(rule string) bool {
		return slices.Contains(others, rule) || slices.Contains(others, "all")
	})
}

func (o *options) parseFlags(args []string) error {
	flags := o.flags()
	err := flags.Parse(args)
	unknown, isUnknown := strings.CutPrefix(fmt.Sprint(err), "flag provided but not defined: -")
	empty, isEmpty := strings.CutPrefix(fmt.Sprint(err), "flag needs an argument: -")
	switch {
	case errors.Is(err, flag.ErrHelp):
		o.help = true
		return nil
	case isUnknown:
		return fmt.Errorf("unknown flag -%s: use %s; whichid help explains them", unknown, strings.Join(names(flags), ", "))
	case isEmpty:
		_, usage := flag.UnquoteUsage(flags.Lookup(empty))
		return fmt.Errorf("-%s needs a value: %s", empty, usage)
	case err != nil:
		return err
	}
	o.patterns = flags.Args()
	for _, pattern := range o.patterns {
		if strings.HasPrefix(pattern, "-") {
			return fmt.Errorf("%s stands after a package: flags go first", pattern)
		}
	}
	return nil
}

// check says what does not go together.
func (o *options) check() error {
	writes, format, isText := o.writeBaseline != "", o.format.Name, o.format.Name == report.Formats()[0].Name
	for _, conflict := range []struct {
		is  bool
		why string
	}{
		{!o.goFiles && !o.otherFiles, "-go=false with -files=false reads nothing"},
		{o.typed && !o.goFiles, "-typed with -go=false: it is about Go packages"},
		{o.diff && !isText, "-format=" + format + ": -diff prints a unified diff"},
		{writes && o.diff, "-diff: -write-baseline prints nothing"},
		{writes && o.fix, "-fix: -write-baseline mends nothing"},
		{writes && o.newFrom != "", "-new-from: -write-baseline writes all findings"},
		{writes && !isText, "-format=" + format + ": -write-baseline prints nothing"},
	} {
		if conflict.is {
			return errors.New(conflict.why + ": use one of the two")
		}
	}
	return nil
}

func names(flags *flag.FlagSet) (names []string) {
	flags.VisitAll(func(f *flag.Flag) { names = append(names, "-"+f.Name) })
	return names
}
