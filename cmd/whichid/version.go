package main

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"golang.org/x/mod/semver"
)

// version returns the version that the command was built from, without the v, or nothing if that is not known.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	return versionOf(info)
}

func versionOf(info *debug.BuildInfo) string {
	if !semver.IsValid(info.Main.Version) || info.Main.Replace != nil { // a replacement may be anything
		return ""
	}
	return strings.TrimPrefix(info.Main.Version, "v")
}

// printVersion is the command with -version.
func printVersion(stdout, stderr io.Writer) int {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return misuse(stderr, errors.New("-version: this program was built without build information"))
	}
	if _, err := fmt.Fprintln(stdout, describeBuild(info)); err != nil {
		say(stderr, err.Error())
		return exitErrors
	}
	return exitClean
}

// describeBuild says which whichid it is. The go command writes the commit only for what it builds in a repository with -buildvcs.
func describeBuild(info *debug.BuildInfo) string {
	number, commit, modified := versionOf(info), "unknown", ""
	if number == "" {
		number = "(devel)"
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = " with changes"
		}
	}
	return fmt.Sprintf("whichid %s (commit %s%s, %s)", number, commit, modified, info.GoVersion)
}
