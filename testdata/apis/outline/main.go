// Outline writes outlines: it prints, for every package of a list, the declarations that the list names, as Go source
// without function bodies, in the form that analyzer/source reads.
//
//	go run ./outline azure.list > ../../analyzer/source/outline/azure.txtar
//
// Packages that are not required by go.mod are read as package declared reads them:
//
//	go run ./outline -modules libraries.txt -with outline/std.list,outline/azure.list,outline/mssql.list outline/libraries.list
//
// A line of a list is an import path and what to take from it: Name, a pattern such as Method*, or Type.Member to take a
// type with only those of its members that are named. Members whose types are in no list are left out.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"go/types"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/whichid/whichid/testdata/apis/declared"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("outline: ")
	others := flag.String("with", "", "comma-separated `lists` that the outlines may refer to")
	modules := flag.String("modules", "", "a `file` such as libraries.txt: the packages are those of its newest versions")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("use: outline [-with other.list] some.list")
	}
	_, paths, err := readList(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	all := make(map[string]*want)
	var load []string
	for _, list := range append(strings.Split(*others, ","), flag.Arg(0)) {
		if list == "" {
			continue
		}
		more, _, err := readList(list)
		if err != nil {
			log.Fatal(err)
		}
		for path, w := range more {
			all[path] = w
			load = append(load, path)
		}
	}
	real, err := loadReal(slices.DeleteFunc(load, func(path string) bool { return *modules != "" && slices.Contains(paths, path) }))
	if err == nil && *modules != "" {
		err = loadDeclared(real, *modules, paths)
	}
	if err != nil {
		log.Fatal(err)
	}
	for path, w := range all {
		w.resolve(real[path])
	}
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(out, "Written by testdata/apis/outline from %s, and held against the real packages by testdata/apis.\n",
		filepath.Base(flag.Arg(0)))
	for _, path := range paths {
		text, err := newPrinter(real[path], all[path], all, *modules != "").print()
		if err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		fmt.Fprintf(out, "-- %s/outline.go --\n%s", path, text)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

// loadReal loads packages that go.mod requires.
func loadReal(paths []string) (map[string]*types.Package, error) {
	config := &packages.Config{Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedExportFile}
	loaded, err := packages.Load(config, paths...)
	if err != nil {
		return nil, err
	}
	if packages.PrintErrors(loaded) > 0 {
		return nil, errors.New("not all packages could be loaded")
	}
	real := make(map[string]*types.Package)
	for _, pkg := range loaded {
		real[pkg.PkgPath] = pkg.Types
	}
	return real, nil
}

// loadDeclared adds packages of a list of modules, each from the last module that has it.
func loadDeclared(real map[string]*types.Package, list string, paths []string) error {
	modules, err := declared.ReadList(list)
	if err != nil {
		return err
	}
	if err := declared.Download(context.Background(), modules); err != nil {
		return err
	}
	for _, path := range paths {
		for _, module := range modules {
			loader, err := declared.Open(module, func(path string) *types.Package { return real[path] })
			if err != nil {
				return err
			}
			if loader.Has(path) {
				if real[path], err = loader.Package(path); err != nil {
					return err
				}
			}
			if err := loader.Close(); err != nil {
				return err
			}
		}
		if real[path] == nil {
			return fmt.Errorf("%s: is in none of the modules", path)
		}
	}
	return nil
}
