package main

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
)

// A unit is what the go command asks a vet tool to analyze, as far as is needed to tell whether there can be anything to find. The fields
// are those of [unitchecker.Config].
//
// An empty file of facts is right for a package that has none up to golang.org/x/tools v0.49. From v0.50 on the file holds the
// types of the package too, and those who import it fail without (https://go.dev/issue/79454).
type unit struct {
	ID          string
	GoFiles     []string
	ImportMap   map[string]string // the keys are the imports of all files, and may be more
	PackageVetx map[string]string // the files of facts
	VetxOnly    bool              // only facts are asked for
	VetxOutput  string
	Stdout      string // the file for what is printed
	FixArchive  string // the zip archive for the files that were fixed

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
	if err := json.Unmarshal(text, u); err != nil {
		return nil, err
	}
	if len(u.GoFiles) == 0 || u.VetxOutput == "" {
		return nil, errors.New("not a package")
	}
	return u, nil
}

// flags returns the flags of the analyzer and those of unitchecker that matter here or that do nothing there.
func (u *unit) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	own := flag.NewFlagSet("", flag.ContinueOnError)
	u.config.RegisterFlags(own)
	own.VisitAll(func(f *flag.Flag) { flags.Var(f.Value, analyzer.Name+"."+f.Name, "") })
	flags.BoolVar(&u.json, "json", false, "")
	flags.BoolVar(&u.fix, "fix", false, "")
	for _, name := range []string{"diff", "v", "all", "source"} {
		flags.Bool(name, false, "")
	}
	flags.String("tags", "", "")
	return flags
}

// mayMatter reports whether there can be a finding or a fact: by the facts of the packages that are imported, by the imports, and by
// the text of the files where the imports alone say too little.
func (u *unit) mayMatter() (bool, error) {
	for _, path := range u.PackageVetx {
		if info, err := os.Stat(path); err != nil || info.Size() > 0 {
			return true, err
		}
	}
	need, err := u.config.Needs(func(path string) bool { _, ok := u.ImportMap[path]; return ok })
	if need == identity.Irrelevant || need&identity.Relevant != 0 || err != nil {
		return need != identity.Irrelevant, err
	}
	for _, name := range u.GoFiles {
		text, err := os.ReadFile(name)
		if err != nil || identity.Markers(text, need) != 0 {
			return true, err
		}
	}
	return false, nil
}

// writeNothing writes what unitchecker does where there is nothing to find.
func (u *unit) writeNothing() error {
	err := create(u.VetxOutput, func(io.Writer) error { return nil })
	if u.Stdout != "" {
		err = errors.Join(err, create(u.Stdout, func(w io.Writer) error {
			if !u.json || u.fix || u.VetxOnly {
				return nil
			}
			_, err := io.WriteString(w, "{}\n")
			return err
		}))
	}
	if u.FixArchive == "" || !u.fix || u.VetxOnly {
		return err
	}
	return errors.Join(err, create(u.FixArchive, func(w io.Writer) error {
		archive := zip.NewWriter(w)
		return errors.Join(archive.SetComment(u.ID), archive.Close())
	}))
}

func create(name string, write func(io.Writer) error) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(write(file), file.Close())
}
