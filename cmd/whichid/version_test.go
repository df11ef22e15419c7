package main

import (
	"runtime/debug"
	"testing"
)

func TestDescribeBuild(t *testing.T) {
	t.Parallel()
	module := func(version string) debug.Module {
		return debug.Module{Path: "github.com/whichid/whichid", Version: version}
	}
	replaced := module("v0.0.0")
	replaced.Replace = &debug.Module{Path: "../whichid"}
	revision := debug.BuildSetting{Key: "vcs.revision", Value: "0123abc"}
	for _, test := range []struct {
		name     string
		main     debug.Module
		settings []debug.BuildSetting
		want     string
	}{
		{
			"go install MODULE@VERSION", module("v1.2.3"), nil,
			"whichid 1.2.3 (commit unknown, go1.25.0)",
		},
		{
			"a tag is checked out", module("v1.2.3"),
			[]debug.BuildSetting{revision, {Key: "vcs.modified", Value: "false"}},
			"whichid 1.2.3 (commit 0123abc, go1.25.0)",
		},
		{
			"files of the checkout are changed", module("v1.2.3+dirty"),
			[]debug.BuildSetting{revision, {Key: "vcs.modified", Value: "true"}},
			"whichid 1.2.3+dirty (commit 0123abc with changes, go1.25.0)",
		},
		{
			"-buildvcs=false", module("(devel)"), nil,
			"whichid (devel) (commit unknown, go1.25.0)",
		},
		{
			"a tool of a module that replaces it by a folder", replaced, nil,
			"whichid (devel) (commit unknown, go1.25.0)",
		},
	} {
		info := &debug.BuildInfo{GoVersion: "go1.25.0", Main: test.main, Settings: test.settings}
		if got := describeBuild(info); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
