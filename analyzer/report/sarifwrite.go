package report

import (
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whichid/whichid/analyzer/identity"
)

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

	// sarifRoot is the name that GitHub and others know for the root of the sources; where that is, is theirs to say (3.14.14).
	sarifRoot = "%SRCROOT%"

	// sarifFingerprint names what Fingerprint does; another way to do it needs another name (3.27.16).
	sarifFingerprint = "whichid/v1"
)

func writeSARIF(w io.Writer, r *Report) error {
	run := sarifRun{
		Tool: sarifTool{Driver: sarifDriver{
			Name: identity.Name, SemanticVersion: r.Version, InformationURI: identity.URL, Rules: sarifRules(r.Rules),
		}},
		OriginalURIBaseIDs: map[string]sarifArtifact{sarifRoot: {Description: &sarifMessage{Text: "The working folder."}}},
		ColumnKind:         "utf16CodeUnits",
		Invocations:        []sarifInvocation{sarifInvocationOf(r.Errors)},
		Results:            []sarifResult{},
	}
	texts := newTexts(r.Read)
	for i, fingerprint := range Fingerprints(r.Findings, r.Read) {
		f := r.Findings[i]
		result := sarifResultOf(f, texts.of(f.Position.File))
		result.RuleIndex = slices.IndexFunc(r.Rules, func(rule identity.Rule) bool { return rule.Name == f.Rule })
		result.PartialFingerprints = map[string]string{sarifFingerprint: fingerprint.String()}
		run.Results = append(run.Results, result)
	}
	return encode(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

func sarifRules(rules []identity.Rule) []sarifRule {
	out := []sarifRule{}
	for _, rule := range rules {
		level := severityOf(rule.Name).sarif
		out = append(out, sarifRule{
			ID:                   rule.Name,
			ShortDescription:     sarifMessage{Text: strings.ReplaceAll(rule.Reports, "`", "")},
			FullDescription:      sarifMessage{Text: rule.Why},
			Help:                 sarifMessage{Text: helpText(rule), Markdown: helpMarkdown(rule)},
			HelpURI:              identity.URL,
			DefaultConfiguration: sarifConfiguration{Level: level},
			Properties:           sarifProperties{Tags: []string{"azure", "managed-identity"}, ProblemSeverity: level},
		})
	}
	return out
}

func sarifInvocationOf(errs []Error) sarifInvocation {
	out := sarifInvocation{ExecutionSuccessful: len(errs) == 0, ToolExecutionNotifications: []sarifNotification{}}
	for _, e := range errs {
		at := sarifPhysicalLocation{ArtifactLocation: sarifArtifactOf(e.File)}
		if e.Line > 0 {
			at.Region = &region{StartLine: e.Line, StartColumn: e.Column, EndLine: e.Line, EndColumn: e.Column}
		}
		out.ToolExecutionNotifications = append(out.ToolExecutionNotifications, sarifNotification{
			Level: failure().sarif, Message: sarifText(e.Message), Locations: []sarifLocation{{PhysicalLocation: at}},
		})
	}
	return out
}

func sarifResultOf(f identity.Finding, text []byte) sarifResult {
	at := regionOf(text, f.Position)
	if p := f.Position; p.Start <= p.End && p.End <= len(text) && utf8.Valid(text[p.Start:p.End]) {
		at.Snippet = &content{Text: string(text[p.Start:p.End])}
	}
	result := sarifResult{
		RuleID:  f.Rule,
		Level:   severityOf(f.Rule).sarif,
		Message: sarifText(f.Message),
		Locations: []sarifLocation{{PhysicalLocation: sarifPhysicalLocation{
			ArtifactLocation: sarifArtifactOf(f.Position.File), Region: &at,
		}}},
		Suppressions: []sarifSuppression{},
	}
	if f.Suppressed != "" {
		result.Suppressions = append(result.Suppressions, sarifSuppression{Kind: "inSource", Justification: f.Suppressed})
	}
	if text != nil {
		for _, fix := range textFixes(f) {
			result.Fixes = append(result.Fixes, sarifFixOf(fix, f.Position.File, text))
		}
	}
	return result
}

func sarifFixOf(fix identity.Fix, file string, text []byte) sarifFix {
	change := sarifChange{ArtifactLocation: sarifArtifactOf(file)}
	for _, e := range fix.Edits {
		change.Replacements = append(change.Replacements, sarifReplacement{
			DeletedRegion: regionBetween(text, e.Start, e.End), InsertedContent: content{Text: e.New},
		})
	}
	return sarifFix{Description: sarifText(fix.Message), ArtifactChanges: []sarifChange{change}}
}

// sarifText returns a message. Braces stand for arguments in it, unless they are doubled (3.11.5).
func sarifText(message string) sarifMessage {
	return sarifMessage{Text: strings.NewReplacer("{", "{{", "}", "}}").Replace(message)}
}

// sarifArtifactOf returns where a file is. What a URI cannot hold, such as bytes that are no UTF-8, is percent-encoded.
func sarifArtifactOf(name string) sarifArtifact {
	path := url.URL{Path: filepath.ToSlash(name)}
	if filepath.IsAbs(name) {
		return sarifArtifact{URI: "file://" + path.String()}
	}
	return sarifArtifact{URI: path.String(), URIBaseID: sarifRoot}
}
