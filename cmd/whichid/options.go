package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/files/walk"
	"github.com/whichid/whichid/analyzer/report"
)

// options are what the command line asks for.
type options struct {
	config   analyzer.Config
	format   report.Format
	color    string
	fix      bool
	diff     bool
	help     bool
	patterns []string

	goFiles    bool
	otherFiles bool
	globs      []string
	walked     walk.Patterns // of globs

	progress progress
}

// flags returns the flags of the command, bound to o.
func (o *options) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("whichid", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // errors are returned
	o.config.RegisterFlags(flags)
	o.format = report.Formats()[0]
	names := strings.Join(report.FormatNames(), ", ")
	flags.Func("format", "`format` of the report: "+names+" (default "+o.format.Name+")", func(s string) (err error) {
		o.format, err = report.FormatOf(s)
		return err
	})
	o.color = colorAuto
	flags.Func("color", "`when` text has colors: "+strings.Join(colors(), ", ")+
		" (default "+o.color+": on a terminal, unless NO_COLOR is set)", o.setColor)
	flags.BoolVar(&o.fix, "fix", false, "apply the first fix of each finding, and report the findings that are left")
	flags.BoolVar(&o.diff, "diff", false, "print what -fix would change as a unified diff, and change nothing")
	flags.BoolVar(&o.goFiles, "go", true, "read Go packages")
	o.otherFiles = true
	flags.Func("files", "`glob` of further files to read that are not Go, or with ! in front of those not to read, in the syntax of "+
		".gitignore; repeat it for more; false reads Go packages only", o.addFiles)
	return flags
}

func (o *options) setColor(s string) error {
	if !slices.Contains(colors(), s) {
		return errors.New("use one of " + strings.Join(colors(), ", "))
	}
	o.color = s
	return nil
}

func (o *options) addFiles(s string) error {
	if on, err := strconv.ParseBool(s); err == nil {
		o.otherFiles = on
		return nil
	}
	globs := append(slices.Clone(o.globs), s)
	walked, err := walk.ParsePatterns(globs)
	if err != nil {
		return err
	}
	o.globs, o.walked = globs, walked
	return nil
}

// parse reads the command line. Its errors name the flag, the value and what would be accepted.
func parse(args []string) (*options, error) {
	o := new(options)
	flags := o.flags()
	err := flags.Parse(args)
	name, unknown := strings.CutPrefix(fmt.Sprint(err), "flag provided but not defined: ")
	switch {
	case errors.Is(err, flag.ErrHelp):
		o.help = true
		return o, nil
	case unknown:
		return nil, fmt.Errorf("unknown flag %s: use %s; whichid help explains them", name, strings.Join(names(flags), ", "))
	case err != nil:
		return nil, err
	}
	o.patterns = flags.Args()
	for _, pattern := range o.patterns {
		if strings.HasPrefix(pattern, "-") {
			return nil, fmt.Errorf("%s stands after a package: flags go first", pattern)
		}
	}
	if !o.goFiles && !o.otherFiles {
		return nil, errors.New("-go=false with -files=false reads nothing: use one of the two")
	}
	if o.diff && o.format.Name != report.Formats()[0].Name {
		return nil, fmt.Errorf("-format=%s: -diff prints a unified diff: use one of the two", o.format.Name)
	}
	return o, nil
}

func names(flags *flag.FlagSet) (names []string) {
	flags.VisitAll(func(f *flag.Flag) { names = append(names, "-"+f.Name) })
	return names
}
