package main

import (
	"fmt"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestPreCommitHooks holds the hooks of pre-commit to the flags, to the README, and to each other: each has a variant for the command in
// PATH, which differs in nothing else.
func TestPreCommitHooks(t *testing.T) {
	t.Parallel()
	var hooks []map[string]any
	if err := yaml.Unmarshal([]byte(read(t, "../../.pre-commit-hooks.yaml")), &hooks); err != nil || len(hooks) == 0 {
		t.Fatalf("%d hooks, %v", len(hooks), err)
	}
	text, built, system := read(t, readme), make(map[string]string), make(map[string]string)
	for _, hook := range hooks {
		id, entry, language := fmt.Sprint(hook["id"]), strings.Fields(fmt.Sprint(hook["entry"])), hook["language"]
		if _, err := parse(entry[1:]); err != nil || entry[0] != "whichid" {
			t.Errorf("%s: %v", entry, err)
		}
		if !strings.Contains(text, "`"+id+"`") {
			t.Errorf("README.md does not say what %s is for", id)
		}
		of := built
		if language == "system" {
			of = system
		}
		for _, key := range []string{"id", "language", "minimum_pre_commit_version"} {
			delete(hook, key)
		}
		of[strings.TrimSuffix(id, "-system")] = fmt.Sprint(hook)
	}
	if got, want := fmt.Sprint(system), fmt.Sprint(built); got != want {
		t.Errorf("hooks of the system: %s\nothers:              %s", got, want)
	}
}
