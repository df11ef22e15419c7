package report

import "github.com/whichid/whichid/analyzer/identity"

// A severity is how bad a finding is, in the words of the formats.
type severity struct{ sarif, github, rdjson, checkstyle, gitlab string }

// severityOf returns the severity of what a rule reports. The default rules report what is certain to depend on the host: an error.
// What one has to ask for, and directives that do not work, are warnings.
func severityOf(rule string) severity {
	for _, r := range identity.Rules() {
		if r.Name == rule && r.Default && rule != identity.DirectiveRule {
			return failure()
		}
	}
	return severity{sarif: "warning", github: "warning", rdjson: "WARNING", checkstyle: "warning", gitlab: "minor"}
}

// failure is the severity of errors, too.
func failure() severity {
	return severity{sarif: "error", github: "error", rdjson: "ERROR", checkstyle: "error", gitlab: "major"}
}
