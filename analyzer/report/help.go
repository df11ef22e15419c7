package report

import (
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// helpText is what there is to say of a rule, in plain text.
func helpText(rule identity.Rule) string {
	return "Reports " + strings.ReplaceAll(rule.Reports, "`", "") + ".\n\n" + rule.Why +
		"\n\nReported:\n\n" + rule.Bad + "\n\nCure:\n\n" + rule.Good + "\n\nIf it is meant:\n\n" + rule.Meant + "\n"
}

// helpMarkdown is the same in Markdown.
func helpMarkdown(rule identity.Rule) string {
	fenced := func(text string) string { return "```\n" + text + "\n```" }
	return "Reports " + rule.Reports + ".\n\n" + rule.Why +
		"\n\nReported:\n\n" + fenced(rule.Bad) + "\n\nCure:\n\n" + fenced(rule.Good) + "\n\nIf it is meant:\n\n" + fenced(rule.Meant) + "\n"
}
