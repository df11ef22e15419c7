package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// The variables that tell the vet tool what it is not told by the go command.
const (
	programVariable = "DRIVERS_WHICHID"
	rootsVariable   = "DRIVERS_ROOTS" // the standard library and the modules of others
)

// isVetTool tells whether the go command asks.
func isVetTool(args []string) bool {
	last := args[len(args)-1]
	return last == "-flags" || last == "-V=full" || strings.HasSuffix(last, ".cfg")
}

// forget is whichid as a vet tool that knows nothing of packages that are not in folders.
func forget(ctx context.Context, args []string) int {
	last := args[len(args)-1]
	if strings.HasSuffix(last, ".cfg") {
		switch done, err := forgetUnit(last); {
		case err != nil:
			fmt.Fprintln(os.Stderr, err)
			return 1
		case done:
			return 0
		}
	}
	cmd := exec.CommandContext(ctx, os.Getenv(programVariable), args...)
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if last == "-V=full" { // the go command keys its cache by that
		text = []byte(strings.Replace(string(text), "buildID=", "buildID=forget", 1))
	}
	_, _ = os.Stdout.Write(text)
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		return exit.ExitCode()
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// forgetUnit writes empty facts for a package of another module.
func forgetUnit(config string) (done bool, err error) {
	text, err := os.ReadFile(config)
	if err != nil {
		return false, err
	}
	var unit struct {
		Dir        string `json:"dir"`
		VetxOutput string `json:"vetxOutput"`
	}
	if err = json.Unmarshal(text, &unit); err != nil {
		return false, err
	}
	isOther := slices.ContainsFunc(filepath.SplitList(os.Getenv(rootsVariable)), func(root string) bool {
		return strings.HasPrefix(unit.Dir, root+string(filepath.Separator))
	})
	if !isOther {
		return false, nil
	}
	return true, os.WriteFile(unit.VetxOutput, nil, 0o600)
}
