package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
)

// TestParseUnitConfig holds what is read to what unitchecker reads.
func TestParseUnitConfig(t *testing.T) {
	t.Parallel()
	const odd = "a \"b\" \\ c, d: {[\t\n<&>é\u2028\x00"
	for name, c := range map[string]unitchecker.Config{
		"nothing": {},
		"one of each": {
			ID: "a [a.test]", GoFiles: []string{"/a/a.go"}, ImportMap: map[string]string{"b": "vendor/b"},
			PackageVetx: map[string]string{"vendor/b": "/b/vet.out"}, VetxOnly: true, VetxOutput: "/a/vet.out", Stdout: "/a/vet.stdout",
			FixArchive: "/a/vet.zip",
		},
		"several": {
			GoFiles: []string{"/a/a.go", "/a/b.go"}, ImportMap: map[string]string{"b": "b", "c": "c"},
			PackageVetx: map[string]string{"b": "/b", "c": "/c"}, PackageFile: map[string]string{"b": "/b.a", "c": "/c.a"},
			Standard: map[string]bool{"b": true},
		},
		"odd names": {
			ID: odd, GoFiles: []string{odd, `C:\a\a.go`}, ImportMap: map[string]string{odd: odd}, PackageVetx: map[string]string{odd: odd},
			VetxOutput: odd, Stdout: odd, FixArchive: odd,
		},
		"empty and deeper": {
			GoFiles: []string{}, ImportMap: map[string]string{}, PackageVetx: map[string]string{},
			Module: &analysis.Module{Path: "a", Replace: &analysis.Module{Path: "b", Version: "v1.0.0"}, GoVersion: "go1.25"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := asGoCommand(t, c)
			got, err := parseUnitConfig(text)
			if err != nil {
				t.Fatal(err)
			}
			slices.Sort(got.PackageVetx)
			want := &unitConfig{
				ID: c.ID, GoFiles: c.GoFiles, ImportMap: make(map[string]bool), PackageVetx: slices.Sorted(maps.Values(c.PackageVetx)),
				VetxOnly: c.VetxOnly, VetxOutput: c.VetxOutput, Stdout: c.Stdout, FixArchive: c.FixArchive,
			}
			for path := range c.ImportMap {
				want.ImportMap[path] = true
			}
			if got, want := fmt.Sprintf("%+v", *got), fmt.Sprintf("%+v", *want); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
			for n := range text {
				if got, err := parseUnitConfig(text[:n]); err == nil {
					t.Fatalf("%q was read: %+v", text[:n], got)
				}
			}
		})
	}
}

// TestParseUnitConfigAsGoCommand holds that JSON with another layout is left alone.
func TestParseUnitConfigAsGoCommand(t *testing.T) {
	t.Parallel()
	c := unitchecker.Config{ID: "a", GoFiles: []string{"/a.go"}, VetxOutput: "/out"}
	good := asGoCommand(t, c)
	compact, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"", "{\n\n}\n}", string(compact), string(compact) + "\n",
		strings.Replace(good, `"/a.go"`, `"/a.go`, 1),
		strings.Replace(good, `"ID": "a"`, `"ID": 1`, 1),
		strings.Replace(good, `"VetxOnly": false`, `"VetxOnly": "no"`, 1),
		strings.Replace(good, `"ImportMap": null`, "\"ImportMap\": {\n\t\t\"b\"\n\t}", 1),
		strings.Replace(good, `"PackageVetx": null`, "\"PackageVetx\": {\n\t\t\"b\": 1\n\t}", 1),
	} {
		if got, err := parseUnitConfig(text); err == nil {
			t.Errorf("%s was read: %+v", text, got)
		}
	}
}
