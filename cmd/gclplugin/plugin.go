// Package gclplugin is a plugin of golangci-lint, which .custom-gcl.yml builds in: importing the package registers it.
//
// https://golangci-lint.run/docs/plugins/module-plugins/
package gclplugin

import (
	"fmt"
	"strings"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/whichid/whichid/analyzer"
)

func init() { //nolint:gochecknoinits // the only way that golangci-lint knows
	register.Plugin(analyzer.Name, New)
}

// A plugin is what golangci-lint asks for the analyzer.
type plugin struct{ config analyzer.Config }

// New returns the plugin for the settings in .golangci.yml: a map of the names of [analyzer.Config.Settings], and facts.
func New(settings any) (register.LinterPlugin, error) {
	config, err := register.DecodeSettings[analyzer.Config](settings)
	if err != nil {
		return nil, fmt.Errorf("%w: use %s", err, strings.Join(keys(), ", "))
	}
	if err = config.Validate(); err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	config.ReportNolint = true
	return plugin{config}, nil
}

// keys returns the settings, each with what it takes.
func keys() []string {
	var out []string
	for _, s := range new(analyzer.Config).Settings() {
		out = append(out, fmt.Sprintf("%s (%s)", s.Name, s.Kind))
	}
	return append(out, fmt.Sprintf("facts (%s)", analyzer.Switch))
}

// BuildAnalyzers returns the analyzer, with reports as golangci-lint wants them.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	a := analyzer.New(p.config)
	check := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		told := *pass
		told.Report = func(d analysis.Diagnostic) { pass.Report(tell(d)) }
		return check(&told)
	}
	return []*analysis.Analyzer{a}, nil
}

// GetLoadMode asks for types.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

// tell returns what golangci-lint can say of a diagnostic: it has no word for the category, applies all fixes that there are, one into
// the other, and makes a finding of everything that is related
// (golangci-lint/v2@v2.15.0/pkg/goanalysis/runners.go, pkg/result/processors/fixer.go).
func tell(d analysis.Diagnostic) analysis.Diagnostic {
	d.Message = d.Category + ": " + d.Message
	d.SuggestedFixes = d.SuggestedFixes[:min(len(d.SuggestedFixes), 1)]
	d.Related = nil
	return d
}
