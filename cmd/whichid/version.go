package main

import (
	"runtime/debug"
	"strings"

	"golang.org/x/mod/semver"
)

// version returns the version that the command was built from, without the v, or nothing if that is not known.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || !semver.IsValid(info.Main.Version) {
		return ""
	}
	return strings.TrimPrefix(info.Main.Version, "v")
}
