package main

import (
	"io"
	"os"
	"runtime"

	"golang.org/x/term"

	"github.com/whichid/whichid/analyzer/report"
)

// The values of -color.
const (
	colorAuto   = "auto"
	colorAlways = "always"
	colorNever  = "never"
)

func colors() []string { return []string{colorAuto, colorAlways, colorNever} }

// screenOf returns what stdout shows text on.
func screenOf(stdout io.Writer, color string) report.Screen {
	screen := report.Screen{Width: columns(stdout)}
	switch color {
	case colorAlways:
		screen.Color = true
	case colorAuto:
		screen.Color = screen.Width > 0 && takesSequences() && os.Getenv("NO_COLOR") == "" // https://no-color.org
	}
	return screen
}

// columns returns how many columns a terminal has, and 0 for what is none.
func columns(w io.Writer) int {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return 0
	}
	if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
		return width
	}
	return 80
}

// takesSequences tells whether a terminal takes escape sequences. The console of Windows has to be asked to, which is not worth it.
func takesSequences() bool { return runtime.GOOS != "windows" && os.Getenv("TERM") != "dumb" }
