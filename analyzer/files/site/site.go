// Package site is what readers of files other than Go yield, and how they hand text to one another.
package site

import (
	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

// A Site is one place that asks for a managed identity, with what its reader found out about the ID. Sites that ask for none, or of
// which nothing is known, need not be yielded.
type Site struct {
	// Rule is the one that is broken if the verdict is Absent or Empty. An ID that is Ignored breaks ignored-id, whatever the rule is.
	Rule    string
	Verdict identity.Verdict
	Name    string        // what asks, as messages call it: az login, ManagedIdentityCredential
	ID      identity.Word // the ID, if it is Present and stands in code, where a literal breaks hardcoded-id
	Message string        // what is wrong, if the words that the rule has for Name do not do
	At      excerpt.Text  // what is reported: its span
	Fix     identity.Fix  // of what is wrong; without edits there is none. The files of the edits need not be set
	Choice  bool          // another branch of the same condition names an identity: the deployment chooses
	System  bool          // the code around it says that the system-assigned identity is meant
}

// A Language is what a text is written in.
type Language = identity.Language

// The languages that text inside other text can have.
const (
	Shell               = identity.Shell
	PowerShell          = identity.PowerShell
	Python              = identity.Python
	Batch               = identity.Batch
	YAML       Language = "yaml" // and JSON
	HCL        Language = "hcl"
	Dockerfile Language = "dockerfile"
	Other      Language = "" // is not read
)

// A Reading is what a reader needs to know of the run that it belongs to, and its way to other readers.
type Reading struct {
	// Variable is the variable of the environment that fixes take the ID from.
	Variable string
	// Text reads text in another language. It goes no deeper than some bound.
	Text func(Language, excerpt.Text) []Site
	// Words reads a command line whose words are known one by one. addFlag returns the edits that put a flag and the
	// ID as further words behind word i; it may be nil, where that cannot be done.
	Words func(words []excerpt.Text, addFlag func(i int, flag string) []identity.Edit) []Site
	// URL reads a string that may be the URL of a token request, with holes for what is not known. It yields nothing for any other.
	// addPair returns the edits that put a pair such as &client_id= and the ID behind it into the string, behind its first i
	// bytes; it may be nil.
	URL func(url excerpt.Text, addPair func(i int, pair string) []identity.Edit) []Site
}

// A Reader yields the sites in a text.
type Reader func(excerpt.Text, Reading) []Site
