package files

import (
	"encoding/json"
	"errors"

	"github.com/whichid/whichid/analyzer/files/dockerfile"
	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/hcl"
	"github.com/whichid/whichid/analyzer/files/powershell"
	"github.com/whichid/whichid/analyzer/files/python"
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

		// For these there is no parser to be had that is kept up, knows what is written today, and is Go: github.com/go-python/gpython
		// knows Python 3.4 (its README), and that of moby/buildkit v0.34.2 wants Go 1.26 and brings gRPC and containerd (its go.mod). So it
		// is what their readers make of them.
		site.Python:     func(text string) int { return -python.Faults(text) },
		site.PowerShell: func(text string) int { return -powershell.Faults(text) },
		site.Dockerfile: func(text string) int { return dockerfile.Parsed(text, shell.Parses) },
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
