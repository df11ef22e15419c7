// Drivers runs whichid by every driver on modules that build, and prints what one of them finds and another does not.
//
//	drivers [-tests=false|true] [-sink ROW] -bin FOLDER [MODULE...]
//
// A MODULE is a folder with a go.mod; without one, the situations that the analyzer is tested with are the modules. The FOLDER holds
// whichid, golangci-lint with the plugin, and multichecker: see run.
//
// Drivers know more or less of other packages, and are compared with those that know the same:
//
//   - nothing, and so what a package says by itself;
//   - what the packages in folders say: the command's own way to load. To compare it, go vet is made to forget the others;
//   - what all packages say.
//
// All read what one build takes: the command with -tags, which it would read every file without. Nested modules are left out: the go
// command does not look into them.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	if isVetTool(os.Args) {
		os.Exit(forget(context.Background(), os.Args[1:]))
	}
	same, err := compareAll(context.Background(), os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "drivers:", err)
	}
	if err != nil || !same {
		os.Exit(1)
	}
}

// settings are the same for all drivers. All rules are on.
type settings struct {
	bin       string
	testdata  string
	tests     bool
	generated bool
	ids       []string
	sinks     []string
	env       []string // of the programs
}

func compareAll(ctx context.Context, args []string) (same bool, err error) {
	s := settings{env: os.Environ(), generated: true}
	flags := flag.NewFlagSet("drivers", flag.ContinueOnError)
	flags.StringVar(&s.bin, "bin", "", "`folder` with the programs")
	flags.StringVar(&s.testdata, "testdata", "testdata", "`folder` with the situations")
	flags.Func("sink", "`row` of one's own; repeat it for more", func(row string) error {
		s.sinks = append(s.sinks, row)
		return nil
	})
	flags.Func("id", "`source` of the ID in fixes; repeat it for more", func(source string) error {
		s.ids = append(s.ids, source)
		return nil
	})
	tests := flags.String("tests", "", "`true or false`: with the tests or without (default both)")
	if err = flags.Parse(args); err != nil {
		return false, err
	}
	if s.bin, err = filepath.Abs(s.bin); err != nil {
		return false, err
	}
	modules := flags.Args()
	if len(modules) == 0 {
		remove, dirs, err := s.situations(ctx)
		if err != nil {
			return false, err
		}
		defer remove()
		modules = dirs
	}
	same = true
	for _, dir := range modules {
		for _, with := range []string{"false", "true"} {
			if *tests != "" && *tests != with {
				continue
			}
			s.tests = with == "true"
			one, err := s.compare(ctx, dir)
			if err != nil {
				return false, fmt.Errorf("%s: %w", dir, err)
			}
			same = same && one
		}
	}
	return same, nil
}

// compare runs all drivers on a module, and prints what they find and where they differ.
func (s settings) compare(ctx context.Context, dir string) (same bool, err error) {
	scratch, err := os.MkdirTemp("", "drivers")
	if err != nil {
		return false, err
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	m, err := s.newModule(ctx, dir, scratch)
	if err != nil {
		return false, err
	}
	with := map[bool]string{true: "with tests", false: "without tests"}[s.tests]
	fmt.Printf("%s, %s\n", m.path, with)
	same = true
	for know := range slices.Values(kinds()) {
		var results []result
		for _, d := range drivers() {
			if d.knows != know {
				continue
			}
			r, err := d.run(ctx, m)
			if err != nil {
				return false, fmt.Errorf("%s: %w", d.name, err)
			}
			fmt.Printf("\t%-24s %-28s %5d findings, %5.1f CPU s\n", know, d.name, len(r.fixes), r.cpu.Seconds())
			results = append(results, r)
		}
		for _, difference := range differences(results) {
			fmt.Println(difference)
			same = false
		}
	}
	return same, nil
}
