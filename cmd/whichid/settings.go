package main

import (
	"errors"
	"flag"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/report"
	"github.com/whichid/whichid/analyzer/source"
)

// none is what turns a file off that is read otherwise.
const none = "none"

// settings are the flags that are keys of the configuration file, too. Where a value is relative, it is so to o.folder.
func (o *options) settings() []analyzer.Setting {
	return append(o.config.Settings(), []analyzer.Setting{
		{
			Name: "exclude", Kind: analyzer.List, Default: "[]", Add: o.addExclude,
			Usage: "`glob` of files and folders not to report, in the syntax of .gitignore, or with ! in front to report them after all",
		},
		{
			Name: "files", Kind: analyzer.ListOrSwitch, Default: "[]", Add: o.addFiles,
			Usage: "`glob` of further files to read that are not Go, in the syntax of .gitignore; false reads Go packages only",
		},
		{Name: "go", Kind: analyzer.Switch, Default: "true", Switch: &o.goFiles, Usage: "read Go packages"},
		{
			Name: "baseline", Kind: analyzer.Text, Default: none, Add: o.setBaseline,
			Usage: "`file` of findings that are known and not reported, as -write-baseline writes it, or none",
		},
		{
			Name: "tags", Kind: analyzer.Text, Default: `""`, Add: o.setTags,
			Usage: "comma-separated build `tags`: read the Go files that go build -tags would take, with GOOS, GOARCH and CGO_ENABLED " +
				"of the environment (default every file, whatever its build constraint)",
		},
	}...)
}

// modes are the flags that say what one run is for: they are no keys of the configuration file. With -typed other programs run, which
// is not for the code to ask that is looked at.
func (o *options) modes() []analyzer.Setting {
	return []analyzer.Setting{
		{
			Name: "color", Kind: analyzer.Text, Add: o.setColor,
			Usage: "`when` text has colors: " + strings.Join(colors(), ", ") + " (default " + colorAuto +
				": on a terminal, unless NO_COLOR is set)",
		},
		{
			Name: "config", Kind: analyzer.Text, Add: o.setConfig,
			Usage: "`file` of settings, or none (default " + configName + " in the working folder or the nearest folder above it)",
		},
		{
			Name: "diff", Kind: analyzer.Switch, Switch: &o.diff,
			Usage: "print what -fix would change as a unified diff, and change nothing",
		},
		{
			Name: "fix", Kind: analyzer.Switch, Switch: &o.fix,
			Usage: "apply the first fix of each finding, and report the findings that are left",
		},
		{
			Name: "force-exclude", Kind: analyzer.Switch, Switch: &o.forceExclude,
			Usage: "leave out of the files on the command line that are not Go what ./... leaves out, as pre-commit needs it",
		},
		{
			Name: "format", Kind: analyzer.Text, Add: o.setFormat,
			Usage: "`format` of the report: " + strings.Join(report.FormatNames(), ", ") + " (default " + o.format.Name + ")",
		},
		{
			Name: "new-from", Kind: analyzer.Text, Add: o.setNewFrom,
			Usage: "`revision` of the git repository: report only what stands on lines that are new since HEAD left it",
		},
		{
			Name: "typed", Kind: analyzer.Switch, Switch: &o.typed,
			Usage: "run go list to learn the types of other modules' packages, and follow the ID through their functions too",
		},
		{
			Name: "version", Kind: analyzer.Switch, Switch: &o.version,
			Usage: "print the version of whichid, the commit and the Go release that it was built from, and read nothing",
		},
		{
			Name: "write-baseline", Kind: analyzer.Text, Add: func(file string) error { return o.setPath(&o.writeBaseline, file) },
			Usage: "`file` to write all findings to, instead of a report",
		},
	}
}

// flags returns the flags of the command, bound to o.
func (o *options) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("whichid", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // errors are returned
	for _, s := range append(o.settings(), o.modes()...) {
		s.Register(flags)
	}
	return flags
}

func (o *options) setConfig(file string) error {
	if file == "" {
		return errors.New("use a file, or none")
	}
	o.configFile = file
	return nil
}

func (o *options) addExclude(glob string) error {
	if err := o.exclude.Add(o.folder, glob); err != nil {
		return errors.New(err.Error() + ": use GLOB, or !GLOB for what is not excluded after all, in the syntax of .gitignore")
	}
	return nil
}

func (o *options) addFiles(value string) (err error) {
	on, err := strconv.ParseBool(value)
	if err == nil {
		o.otherFiles = on
		return nil
	}
	err = errors.New("exclude leaves files out")
	if !strings.HasPrefix(value, "!") {
		err = o.add.Add(o.folder, value)
	}
	if err != nil {
		return errors.New(err.Error() + ": use GLOB in the syntax of .gitignore, true or false")
	}
	o.otherFiles = true
	return nil
}

func (o *options) setBaseline(file string) error {
	if file == none {
		o.baseline = ""
		return nil
	}
	return o.setPath(&o.baseline, file)
}

func (o *options) setTags(tags string) (err error) {
	o.build, err = source.BuildContext(tags)
	return err
}

func (o *options) setPath(to *string, file string) error {
	switch {
	case file == "" || file == none:
		return errors.New("use a file")
	case filepath.IsAbs(file):
		*to = filepath.Clean(file)
	default:
		*to = filepath.Join(o.folder, file)
	}
	return nil
}

func (o *options) setFormat(name string) (err error) {
	o.format, err = report.FormatOf(name)
	return err
}

func (o *options) setColor(when string) error {
	if !slices.Contains(colors(), when) {
		return errors.New("use one of " + strings.Join(colors(), ", "))
	}
	o.color = when
	return nil
}
