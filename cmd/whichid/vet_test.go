package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/whichid/whichid/analyzer"
)

// plain is the vet tool that parses every unit.
func plain() {
	if slices.Contains(os.Args, "-V=full") {
		end(sayVersion("plain"))
		return
	}
	unitchecker.Main(analyzer.New(analyzer.Config{Facts: true}))
}

// both is a vet tool that runs plain beside whichid on every unit, and fails where they do not write the same to the byte.
func both() {
	args := os.Args[1:]
	switch {
	case slices.Contains(args, "-V=full"):
		end(sayVersion("both"))
	case strings.HasSuffix(args[len(args)-1], ".cfg"):
		end(compare(args))
		fallthrough
	default:
		cmd := exec.CommandContext(context.Background(), "whichid", args...)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		end(cmd.Run())
	}
}

// sayVersion answers the go command when it asks for the version, by which it keys its cache. For all tools that are made of the tests
// that is a hash of the same program, so their names make the difference.
func sayVersion(tool string) error {
	text, err := exec.CommandContext(context.Background(), "whichid", "-V=full").Output()
	if err != nil {
		return err
	}
	_, err = os.Stdout.WriteString(strings.Replace(string(text), "buildID=", "buildID="+tool, 1))
	return err
}

func end(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1) //nolint:revive // commands of testscript end so
	}
}

func compare(args []string) error {
	config := args[len(args)-1]
	if !strings.HasSuffix(config, ".cfg") {
		return nil
	}
	ours, err := runApart("whichid", args)
	if err != nil {
		return err
	}
	theirs, err := runApart("plain", args)
	if err != nil {
		return err
	}
	for what, got := range ours {
		if want := theirs[what]; got != want {
			return fmt.Errorf("%s of %s: whichid: %q plain: %q", what, config, got, want)
		}
	}
	return nil
}

// runApart runs a vet tool so that it writes no file of the go command's, and returns what it wrote.
func runApart(tool string, args []string) (map[string]string, error) {
	config := args[len(args)-1]
	dir := filepath.Join(filepath.Dir(config), tool)
	text, err := os.ReadFile(config)
	if err != nil {
		return nil, err
	}
	var unit map[string]any
	if err = errors.Join(json.Unmarshal(text, &unit), os.Mkdir(dir, 0o700)); err != nil {
		return nil, err
	}
	names := []string{"VetxOutput", "Stdout", "FixArchive"}
	for _, name := range names {
		if file, ok := unit[name].(string); ok && file != "" {
			unit[name] = filepath.Join(dir, name)
		}
	}
	if text, err = json.MarshalIndent(unit, "", "\t"); err != nil { // as the go command does
		return nil, err
	}
	config = filepath.Join(dir, "unit.cfg")
	if err := os.WriteFile(config, append(text, '\n'), 0o600); err != nil {
		return nil, err
	}
	var stdout, stderr strings.Builder
	cmd := exec.CommandContext(context.Background(), tool, append(slices.Clone(args[:len(args)-1]), config)...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		return nil, err
	}
	wrote := map[string]string{
		"exit":   cmd.ProcessState.String(),
		"stdout": stdout.String(),
		"stderr": strings.ReplaceAll(stderr.String(), tool+": ", ""),
	}
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		wrote[name] = fmt.Sprintf("%t %q", err == nil, text)
	}
	return wrote, nil
}
