package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// written reads the heredoc that is written into a file, or handed on to a program that reads it.
//
// Have: cat > run.sh <<'EOF', sudo tee run.sh <<EOF, cat <<EOF | sudo tee /etc/kubernetes/azure.json, cat <<EOF | kubectl apply -f -
func (s *script) written(n syntax.Node) []Command {
	switch n := n.(type) {
	case *syntax.Stmt:
		if document := heredoc(n); document != nil {
			return s.asFile(s.document(document), s.target(n))
		}
	case *syntax.BinaryCmd:
		document := heredoc(n.X)
		if document == nil || n.Op != syntax.Pipe || s.program(n.X) != "cat" || s.target(n.X) != "" {
			return nil
		}
		if call, ok := n.Y.Cmd.(*syntax.CallExpr); ok {
			if language := identity.StandardInput(meanings(s.words(call.Args))); language != "" {
				return s.in(language, s.document(document))
			}
		}
		return s.asFile(s.document(document), s.target(n.Y))
	}
	return nil
}

func heredoc(stmt *syntax.Stmt) *syntax.Redirect {
	for _, redirect := range stmt.Redirs {
		if redirect.Op == syntax.Hdoc || redirect.Op == syntax.DashHdoc {
			return redirect
		}
	}
	return nil
}

// asFile reads text for what the name of its file, or its first line, says it is.
func (s *script) asFile(t excerpt.Text, name string) []Command {
	if name == "" {
		return nil
	}
	if name == manifest {
		return s.in(site.YAML, t)
	}
	return s.in(site.FileLanguage(name, t.String()), t)
}

// literals reads the files that a command line spells out for a cluster to keep.
//
// Have: kubectl create secret generic azure-config-file --from-literal=azure.json="{…}"
func (s *script) literals(words []Word) (out []Command) {
	if program := identity.Program(words[0].Text.Word()); program != "kubectl" && program != "oc" {
		return nil
	}
	for _, word := range words[1:] {
		if assigned, ok := strings.CutPrefix(word.Text.String(), "--from-literal="); ok {
			name, value, _ := strings.Cut(assigned, "=")
			out = append(out, s.asFile(word.Text.Slice(word.Text.Len()-len(value), word.Text.Len()), name)...)
		}
	}
	return out
}

// in reads text in a language. Where the shell puts whole lines into configuration, these may bring the ID.
func (s *script) in(language site.Language, t excerpt.Text) []Command {
	isConfiguration := language == site.YAML || language == site.HCL
	switch {
	case language == site.Other, isConfiguration && slices.ContainsFunc(strings.Split(t.String(), "\n"), isFilledIn):
		return nil
	case language == site.Shell:
		return s.inside(t)
	}
	return []Command{{Command: none(), Depth: s.depth + 1, Language: language, Script: t}}
}

// isFilledIn reports whether a line is nothing but what the shell puts in.
func isFilledIn(line string) bool {
	line = strings.Trim(line, " \t\r,")
	for _, r := range line {
		if _, ok := identity.HoleOf(r); !ok {
			return false
		}
	}
	return line != ""
}
