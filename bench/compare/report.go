package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/whichid/whichid/bench/measure"
)

// report prints the rows, then the ratios.
func report(commands []*command, ratios []ratio) {
	fmt.Printf("| command | CPU s | wall s | peak MB |\n|---|---|---|---|\n")
	for _, c := range commands {
		if c.failed != "" {
			fmt.Printf("| %s | not possible: %s | | |\n", c.name, c.failed)
			continue
		}
		cpu := measure.Median(c.costs, func(one measure.Cost) float64 { return one.CPU.Seconds() })
		wall := measure.Median(c.costs, func(one measure.Cost) float64 { return one.Wall.Seconds() })
		peak := measure.Median(c.costs, func(one measure.Cost) float64 { return float64(one.Peak) / 1e6 })
		fmt.Printf("| %s | %.3f | %.3f | %.0f |\n", c.name, cpu, wall, peak)
	}
	fmt.Printf("\n| | beside | CPU ratio | memory ratio | rounds |\n|---|---|---|---|---|\n")
	for _, r := range ratios {
		ours, theirs := find(commands, r.ours), find(commands, r.theirs)
		if ours == nil || theirs == nil {
			continue
		}
		type pair struct{ ours, theirs measure.Cost }
		var pairs []pair
		for i := range min(len(ours.costs), len(theirs.costs)) {
			pairs = append(pairs, pair{ours.costs[i], theirs.costs[i]})
		}
		cpu := measure.Median(pairs, func(p pair) float64 { return float64(p.ours.CPU) / float64(p.theirs.CPU) })
		peak := measure.Median(pairs, func(p pair) float64 { return float64(p.ours.Peak) / float64(p.theirs.Peak) })
		fmt.Printf("| %s | %s | %.3g | %.3g | %d |\n", r.ours, r.theirs, cpu, peak, len(pairs))
	}
}

// find returns the command of a name, if it has figures.
func find(commands []*command, name string) *command {
	i := slices.IndexFunc(commands, func(c *command) bool { return c.name == name && c.failed == "" })
	if i < 0 {
		return nil
	}
	return commands[i]
}

// size counts the checkout's Go files and their lines.
func size(checkout string) (files int, lines newlines, err error) {
	tree := os.DirFS(checkout)
	err = fs.WalkDir(tree, ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "vendor":
			return fs.SkipDir
		case entry.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		file, err := tree.Open(path)
		if err != nil {
			return err
		}
		files++
		_, err = io.Copy(&lines, file)
		return errors.Join(err, file.Close())
	})
	return files, lines, err
}

// newlines counts the lines that are written to it.
type newlines int

func (n *newlines) Write(p []byte) (int, error) {
	*n += newlines(bytes.Count(p, []byte("\n")))
	return len(p), nil
}
