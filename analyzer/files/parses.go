package files

import (
	"encoding/json"
	"errors"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/hcl"
	"github.com/whichid/whichid/analyzer/files/shell"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/yaml"
)

// StillParses says why a file may not be changed: what could be parsed of it could be no longer. Nothing is held against a file that
// is broken as it is, such as a template.
func StillParses(name string, before, after []byte) error {
	parsed := parsers()[languageOf(name, string(before))]
	if parsed == nil || parsed(string(after)) >= parsed(string(before)) {
		return nil
	}
	return errors.New("the result would not parse")
}

// parsers is the table of what parses the kinds of files that have a grammar here. Each says how much it makes of a text.
func parsers() map[site.Language]func(text string) int {
	return map[site.Language]func(string) int{
		site.YAML:  documents,
		notebooks:  documents,
		site.HCL:   func(text string) int { return -hcl.Errors(text) },
		site.Shell: func(text string) int { return count(shell.Parses(text)) },
	}
}

// documents counts those that are YAML or JSON; JSON that is no longer JSON may still be YAML.
func documents(text string) int {
	return len(yaml.Parse(excerpt.File(text))) + count(json.Valid([]byte(text)))
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
