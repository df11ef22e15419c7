package report

import "io"

// An element of the list that a Code Quality report is: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
type (
	gitlabFinding struct {
		Description string         `json:"description"`
		CheckName   string         `json:"check_name"` //nolint:tagliatelle // GitLab's name
		Fingerprint string         `json:"fingerprint"`
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
	gitlabLocation struct {
		Path  string      `json:"path"`
		Lines gitlabLines `json:"lines"`
	}
	gitlabLines struct {
		Begin int `json:"begin"`
	}
)

func writeGitLab(w io.Writer, r *Report) error {
	out := []gitlabFinding{}
	for i, fingerprint := range Fingerprints(r.Findings, r.Read) {
		f := r.Findings[i]
		if f.Suppressed != "" {
			continue
		}
		out = append(out, gitlabFinding{
			Description: f.Message, CheckName: f.Rule, Fingerprint: fingerprint.String(), Severity: severityOf(f.Rule).gitlab,
			Location: gitlabLocation{Path: jsonPath(f.Position.File), Lines: gitlabLines{Begin: f.Position.Line}},
		})
	}
	return encode(w, out)
}
