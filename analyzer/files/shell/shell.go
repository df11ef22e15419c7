// Package shell reads what command lines and shell scripts ask for, in terms of package identity: it finds the commands in a
// script, and the scripts that commands run. It executes nothing.
package shell

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

const (
	maxDepth  = 3   // how many scripts may stand inside one another
	maxTrail  = 200 // how much of what is around a command is looked at
	maxOthers = 100 // how many commands that name an identity a command is compared with
)

// A Command is a command that asks for something, or a script in another language.
type Command struct {
	identity.Command

	// Words are those of the command, the places in Command count them. What only runs the command, such as sudo, is left out.
	Words []Word
	// Depth is how deep the command stands in scripts: 0 if its words are those that were given, 1 if they stand in a script
	// among these, and so on.
	Depth int
	// Language and Script are set for a script that is run, and is not for this package to read: Verdict is None then.
	Language identity.Language
	Script   excerpt.Text

	Choice bool // another branch of the same condition names an identity, or its test is about an ID
	System bool // the code around says that the system-assigned identity is meant

	branches []branch
}

// Read returns what the words of a command line ask for, in the order of the text: those that say nothing of a managed
// identity are left out. Words that are not known make no error, and are judged as [identity.ReadCommand] does.
func Read(argv []excerpt.Text) []Command {
	words := make([]Word, len(argv))
	for i, t := range argv {
		words[i] = Word{t, t}
	}
	return newScript(excerpt.Text{}).command(words)
}

// ReadScript returns what the commands of a shell script ask for, as Read does. Of a script that is no Bash, it is what can be
// made out.
func ReadScript(t excerpt.Text) []Command { return newScript(t).readAll() }

func (s *script) readAll() []Command {
	if s.depth > maxDepth || s.text.Len() > maxScript || !mayAsk(s.text.String()) {
		return nil
	}
	s.text = unixLines(s.text)
	file := parse(s.text.String(), s.depth == 0)
	if file == nil {
		return nil
	}
	s.variables = s.assignments(file)
	s.read(file)
	markChoices(s.found)
	return s.found
}

// others are words of scripts in other languages, and of configuration, that may stand in one for a shell.
func others() []string {
	return []string{
		"ManagedIdentityCredential", "DefaultAzureCredential", "MSIAuthentication", "AzAccount", "Connect-",
		"anagedIdentity", "anaged_identity", "mode: msi", "azureDNS", "azure-arm", "UserAssignedMSI",
	}
}

// mayAsk reports whether a script may hold something to find.
func mayAsk(script string) bool {
	return identity.MayLogIn(script) ||
		slices.ContainsFunc(others(), func(word string) bool { return strings.Contains(script, word) })
}

// A script is one that is being read.
type script struct {
	text      excerpt.Text
	depth     int
	left      *int // bytes that variables may still stand for, here and in the scripts inside
	variables map[string]*variable
	place     place // where what is being read is run
	found     []Command
}

func newScript(t excerpt.Text) *script {
	left := maxValues
	return &script{text: t, left: &left}
}

// inside reads a script that stands in this one.
func (s *script) inside(t excerpt.Text) []Command {
	return (&script{text: t, depth: s.depth + 1, left: s.left}).readAll()
}

// command reads the words of a command.
func (s *script) command(words []Word) []Command {
	line := identity.Unwrap(meanings(words))
	if line.Language != "" {
		return s.nested(words, line)
	}
	if len(line.Words) == 0 {
		return nil
	}
	words = words[line.At:]
	if at := inner(meanings(words)); at > 0 {
		return slices.DeleteFunc(s.command(words[at:]), func(c Command) bool { return gives(words[:at], identity.ToolVariables(c.Tool)) })
	}
	c := identity.ReadCommand(meanings(words))
	if c.Verdict == identity.None {
		return append(s.arguments(words), s.literals(words)...)
	}
	return []Command{{Command: c, Words: words, Depth: s.depth}}
}

// gives reports whether what runs a command gives it one of some variables of the environment.
//
// Have: docker run -e AZURE_CLIENT_ID=x IMAGE kubelogin get-token -l msi
func gives(words []Word, variables []string) bool {
	return slices.ContainsFunc(words, func(word Word) bool {
		name, _, _ := strings.Cut(strings.TrimPrefix(word.Text.String(), "--env="), "=")
		return slices.Contains(variables, name)
	})
}

// nested reads a script that is one of the words of a command.
func (s *script) nested(words []Word, line identity.Line) []Command {
	var t excerpt.Text
	if line.At >= 0 {
		t = words[line.At].Text
	} else {
		t = joined(words, line)
	}
	if line.Language == identity.Shell || line.Language == identity.Batch {
		return s.inside(t)
	}
	return []Command{{Command: none(), Depth: s.depth + 1, Language: line.Language, Script: t}}
}

// joined returns a script of several words, which are the last ones of a command.
func joined(words []Word, line identity.Line) excerpt.Text {
	var b excerpt.Builder
	left := len(string(line.Script))
	from := len(words)
	for from > 0 && left > 0 {
		from--
		left -= words[from].Text.Len() + len(" ")
	}
	for i, word := range words[from:] {
		if i > 0 {
			b.Put(" ", excerpt.Text{})
		}
		b.Keep(word.Text)
	}
	return b.Text()
}

func none() identity.Command { return identity.Command{Verdict: identity.None} }

func meanings(words []Word) []identity.Word {
	out := make([]identity.Word, len(words))
	for i, word := range words {
		out[i] = word.Text.Word()
	}
	return out
}

// scriptFlags are flags whose value is a script that another machine or container runs.
//
// az vm run-command invoke --scripts, az acr run --cmd, az batch task create --command-line:
// https://learn.microsoft.com/cli/azure/reference-index
func scriptFlags() []string { return []string{"--scripts", "--script", "--cmd", "--command-line"} }

// arguments reads the scripts among the words of a command that is none of the table.
//
// Have: az vm run-command invoke --scripts 'az login -i' 'az account show'
func (s *script) arguments(words []Word) (out []Command) {
	isScript := false
	for _, word := range words[1:] {
		flag, value, hasValue := strings.Cut(word.Text.String(), "=")
		switch {
		case slices.Contains(scriptFlags(), flag):
			isScript = !hasValue
			if hasValue {
				out = append(out, s.inside(word.Text.Slice(word.Text.Len()-len(value), word.Text.Len()))...)
			}
		case strings.HasPrefix(flag, "--"):
			isScript = false
		case isScript:
			out = append(out, s.inside(word.Text)...)
		}
	}
	return out
}
