package main

import (
	"archive/zip"
	"errors"
	"flag"
	"io"
	"os"
	"strings"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
)

// A unit is what the go command asks a vet tool to analyze.
//
// An empty file of facts is right for a package that has none up to golang.org/x/tools v0.49. From v0.50 on the file holds the
// types of the package too, and those who import it fail without (https://go.dev/issue/79454); units.txtar fails then.
type unit struct {
	*unitConfig
	config analyzer.Config
	json   bool
	fix    bool
}

// readUnit reads what the go command asks for. Whatever is not plain is left to unitchecker, which says what is wrong.
func readUnit(args []string) (*unit, error) {
	u := new(unit)
	flags := u.flags()
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if flags.NArg() != 1 {
		return nil, errors.New("not a unit")
	}
	text, err := os.ReadFile(flags.Arg(0))
	if err != nil {
		return nil, err
	}
	if u.unitConfig, err = parseUnitConfig(string(text)); err != nil {
		return nil, err
	}
	if len(u.GoFiles) == 0 || u.VetxOutput == "" {
		return nil, errors.New("not a package")
	}
	return u, nil
}

// flags returns the flags of the analyzer, which decide what matters, and those of unitchecker, which do not.
func (u *unit) flags() *flag.FlagSet {
	own := flag.NewFlagSet("", flag.ContinueOnError)
	u.config.RegisterFlags(own)
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	own.VisitAll(func(f *flag.Flag) { flags.Var(f.Value, analyzer.Name+"."+f.Name, "") })
	flags.BoolVar(&u.json, "json", false, "")
	flags.BoolVar(&u.fix, "fix", false, "")
	for _, name := range []string{"diff", "v", "all", "source", analyzer.Name, analyzer.Name + ".facts"} {
		flags.Bool(name, false, "")
	}
	flags.String("tags", "", "")
	flags.Int("c", 0, "")
	return flags
}

// mayMatter reports whether there can be a finding or a fact: by the facts of the packages that are imported, by the imports, and by
// the text of the files.
func (u *unit) mayMatter() (bool, error) {
	for _, path := range u.PackageVetx {
		if info, err := os.Stat(path); err != nil || info.Size() > 0 {
			return true, err
		}
	}
	gate, err := u.config.Gate(func(path string) bool { return u.ImportMap[path] })
	if err != nil || gate.Need == identity.Irrelevant {
		return err != nil, err
	}
	for _, name := range u.GoFiles {
		text, err := os.ReadFile(name)
		if err != nil || gate.Passes(text) {
			return true, err
		}
	}
	return false, nil
}

// writeNothing writes what unitchecker does where there is nothing to find.
func (u *unit) writeNothing() error {
	if err := create(u.VetxOutput, ""); err != nil {
		return err
	}
	if err := create(u.Stdout, u.printed()); err != nil {
		return err
	}
	if u.FixArchive == "" || !u.fix || u.VetxOnly {
		return nil
	}
	var archive strings.Builder
	w := zip.NewWriter(&archive)
	if err := errors.Join(w.SetComment(u.ID), w.Close()); err != nil {
		return err
	}
	return create(u.FixArchive, archive.String())
}

func (u *unit) printed() string {
	if u.json && !u.fix && !u.VetxOnly {
		return "{}\n"
	}
	return ""
}

// create writes a file with the permissions that the user gives to new files; without a name it prints.
func create(name, text string) error {
	if name == "" {
		_, err := os.Stdout.WriteString(text)
		return err
	}
	file, err := os.Create(name) //nolint:gosec // the go command says where
	if err != nil {
		return err
	}
	_, err = file.WriteString(text)
	return errors.Join(err, file.Close())
}
