package analyzer_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
)

// TestSettingsAreFields holds the names and forms of the settings to those of golangci-lint's, which decodes JSON into a Config and
// refuses unknown keys (Config.Facts is a flag of the analyzer alone).
func TestSettingsAreFields(t *testing.T) {
	t.Parallel()
	examples := map[string]string{
		"enable": identity.HardcodedID, "disable": "all", "id": "env:APP_ID", "sink": "no-selector example.com/a.New", "tests": "true", "generated": "true",
	}
	for _, s := range new(analyzer.Config).Settings() {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			value := examples[s.Name]
			text := fmt.Sprintf(`{%q: [%q]}`, s.Name, value)
			if s.Kind == analyzer.Switch {
				text = fmt.Sprintf(`{%q: %s}`, s.Name, value)
			}
			decoder := json.NewDecoder(strings.NewReader(text))
			decoder.DisallowUnknownFields()
			var decoded, flagged analyzer.Config
			if err := decoder.Decode(&decoded); err != nil {
				t.Fatal(err)
			}
			if err := parse(&flagged, "-"+s.Name+"="+value); err != nil {
				t.Fatal(err)
			}
			zero := fmt.Sprint(analyzer.Config{})
			if got, want := fmt.Sprint(decoded), fmt.Sprint(flagged); got != want || got == zero {
				t.Errorf("%s is %s, the flag makes %s", text, got, want)
			}
		})
	}
}

// A switch takes true and false, and says so.
func TestSwitch(t *testing.T) {
	t.Parallel()
	var config analyzer.Config
	for _, s := range config.Settings() {
		if s.Kind != analyzer.Switch {
			continue
		}
		if err := s.Set("true"); err != nil || !*s.Switch {
			t.Errorf("%s: %v", s.Name, err)
		}
		if err := s.Set("perhaps"); err == nil || err.Error() != "use true or false" || !*s.Switch {
			t.Errorf("%s: %v", s.Name, err)
		}
		err := parse(new(analyzer.Config), "-"+s.Name+"=perhaps")
		if err == nil || !strings.Contains(err.Error(), `"perhaps" for -`+s.Name+": use true or false") {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
}
