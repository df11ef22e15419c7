// Outline writes outlines: it prints, for every package of a list, the declarations that the list names, as Go source
// without function bodies, in the form that analyzer/source reads.
//
//	go run ./outline azure.list > ../../analyzer/source/outline/azure.txtar
//
// A line of a list is an import path and what to take from it: Name, a pattern such as Method*, or Type.Member to take a
// type with only those of its members that are named. Members whose types are in no list are left out.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"go/types"
	"log"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/packages"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("outline: ")
	others := flag.String("with", "", "comma-separated `lists` that the outlines may refer to")
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
	config := &packages.Config{Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedExportFile}
	loaded, err := packages.Load(config, load...)
	if err != nil {
		log.Fatal(err)
	}
	if packages.PrintErrors(loaded) > 0 {
		os.Exit(1)
	}
	real := make(map[string]*types.Package)
	for _, pkg := range loaded {
		real[pkg.PkgPath] = pkg.Types
	}
	for path, w := range all {
		w.resolve(real[path])
	}
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(out, "Written by testdata/apis/outline from %s, and held against the real packages by testdata/apis.\n",
		filepath.Base(flag.Arg(0)))
	for _, path := range paths {
		text, err := newPrinter(real[path], all[path], all).print()
		if err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		fmt.Fprintf(out, "-- %s/outline.go --\n%s", path, text)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}
