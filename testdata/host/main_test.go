package host_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// whichid is the command, of this checkout.
var whichid string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "whichid")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	whichid = filepath.Join(folder, "whichid")
	build := exec.CommandContext(context.Background(), "go", "build", "-o", whichid, "./cmd/whichid")
	build.Dir = filepath.Join("..", "..")
	build.Env = append(os.Environ(), "GOWORK=off")
	build.Stdout, build.Stderr = os.Stderr, os.Stderr
	code := 1
	if err := build.Run(); err == nil {
		code = m.Run()
	}
	if err := os.RemoveAll(folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(code)
}
