package main

import (
	"flag"
	"fmt"
	"path/filepath"
	"strings"
)

// keys is the manual of the configuration file.
func keys() string {
	var b strings.Builder
	used := "There is none for this folder."
	if base, err := filepath.Abs(""); err == nil {
		if file := findConfig(base); file != "" {
			used = "The one for this folder is " + filepath.ToSlash(file) + "."
		}
	}
	fmt.Fprintf(&b, `Settings are read from %s in the working folder or the nearest folder above it, up to the top of the repository, unless
-config names another file or none. %s

Its keys are flags. What a flag says counts more: it takes the place of a single value and of id, and adds to other lists.

`, configName, used)
	for _, s := range newOptions("", "").settings() {
		_, usage := flag.UnquoteUsage(&flag.Flag{Usage: s.Usage})
		usage = strings.ReplaceAll(wrap(usage, 100), "\n", "\n             ")
		fmt.Fprintf(&b, "  %-10s %s; default %s\n             %s\n", s.Name, s.Kind, s.Default, usage)
	}
	return b.String()
}
