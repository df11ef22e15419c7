// Package shell reads what command lines and shell scripts ask for, in terms of package identity: it finds the commands in a
// script, and the scripts that commands run. It executes nothing.
package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/identity"
)

const (
	maxScript = 64 << 10 // bytes; nobody reads a longer one in a string
	maxDepth  = 3        // how many scripts may stand inside one another
)

// A Command is a command and how deep it stands in scripts: 0 if its words are those that were given, 1 if they stand in a
// script among these, and so on.
type Command struct {
	identity.Command

	Depth int
}

// Read returns what the words of a command line ask for, in the order of the text: those that say nothing of a managed
// identity are left out. Words that are not known make no error, and are judged as [identity.ReadCommand] does.
func Read(argv []identity.Word) []Command { return read(argv, 0) }

// ReadScript returns what the commands of a shell script ask for, as Read does. A script that is no Bash has none.
func ReadScript(script identity.Word) []Command { return readScript(script, 0) }

func read(argv []identity.Word, depth int) []Command {
	line := identity.Unwrap(argv)
	if line.Language == identity.Shell || line.Language == identity.Batch {
		return readScript(line.Script, depth+1)
	}
	c := identity.ReadCommand(line.Words)
	if c.Verdict == identity.None {
		return nil
	}
	return []Command{{c, depth}}
}

func readScript(script identity.Word, depth int) []Command {
	if depth > maxDepth || len(script) > maxScript || !identity.MayLogIn(string(script)) {
		return nil
	}
	var out []Command
	for _, argv := range commands(string(script)) {
		out = append(out, read(argv, depth)...)
	}
	return out
}

// commands returns the words of every simple command. The parser's fuzzing has found panics before
// (https://github.com/mvdan/sh/issues/1098); a script that it cannot read is one that is not judged.
func commands(script string) (out [][]identity.Word) {
	defer func() {
		if recover() != nil {
			out = nil
		}
	}()
	file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(script), "")
	if err != nil {
		return nil
	}
	syntax.Walk(file, func(n syntax.Node) bool {
		if call, ok := n.(*syntax.CallExpr); ok && len(call.Args) > 0 {
			var argv []identity.Word
			for _, word := range call.Args {
				argv = append(argv, wordOf(word.Parts, false))
			}
			out = append(out, argv)
		}
		return true
	})
	return out
}

// wordOf returns the text of a word; what the shell puts in is a hole.
func wordOf(parts []syntax.WordPart, quoted bool) identity.Word {
	var out identity.Word
	for _, part := range parts {
		switch part := part.(type) {
		case *syntax.Lit:
			out += identity.Word(unescape(part.Value, quoted))
		case *syntax.SglQuoted:
			out += identity.Word(part.Value)
		case *syntax.DblQuoted:
			out += wordOf(part.Parts, true)
		default:
			out += identity.Unknown()
		}
	}
	return out
}

// unescape takes off backslashes: in double quotes only those before what would mean something else.
func unescape(s string, quoted bool) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && (!quoted || strings.IndexByte("$`\"\\\n", s[i+1]) >= 0) {
			i++
			if s[i] == '\n' {
				continue
			}
		}
		out.WriteByte(s[i])
	}
	return out.String()
}
