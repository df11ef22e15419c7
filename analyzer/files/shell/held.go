package shell

import (
	"regexp"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
)

// saysScript is how variables are called that hold a script for another machine or container.
const saysScript = `(?i)script|cmd|command|cloud_?(init|config)|(user|custom)_?data|bootstrap|setup`

// assigned reads the script that a variable is to hold: of several lines, and called so, or with an interpreter in its first line.
//
// Have: SCRIPT="…", SCRIPT=$(cat <<EOF …)
func (s *script) assigned(n *syntax.Assign) []Command {
	if n.Name == nil || n.Value == nil {
		return nil
	}
	t := s.meaning(n.Value)
	if document := catOf(n.Value); document != nil {
		t = s.document(document)
	}
	return s.held(n.Name.Value, t)
}

// filledWith reads the script that a variable is filled with.
//
// Have: read -r -d "" SCRIPT <<EOF
func (s *script) filledWith(stmt *syntax.Stmt) []Command {
	call, ok := stmt.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) < 2 || call.Args[0].Lit() != "read" {
		return nil
	}
	for _, redirect := range stmt.Redirs {
		if redirect.Op == syntax.Hdoc || redirect.Op == syntax.DashHdoc {
			return s.held(call.Args[len(call.Args)-1].Lit(), s.document(redirect))
		}
	}
	return nil
}

func (s *script) held(name string, t excerpt.Text) []Command {
	if !strings.Contains(t.String(), "\n") || !mayAsk(t.String()) {
		return nil
	}
	if !strings.HasPrefix(t.String(), "#!") && !regexp.MustCompile(saysScript).MatchString(name) {
		return nil
	}
	return s.inside(t)
}

// catOf returns the heredoc that is all of a word, by way of cat.
func catOf(w *syntax.Word) *syntax.Redirect {
	for len(w.Parts) == 1 {
		switch part := w.Parts[0].(type) {
		case *syntax.DblQuoted:
			w = &syntax.Word{Parts: part.Parts}
			continue
		case *syntax.CmdSubst:
			if len(part.Stmts) != 1 || len(part.Stmts[0].Redirs) != 1 {
				return nil
			}
			call, ok := part.Stmts[0].Cmd.(*syntax.CallExpr)
			if ok && len(call.Args) == 1 && call.Args[0].Lit() == "cat" {
				return part.Stmts[0].Redirs[0]
			}
		}
		return nil
	}
	return nil
}
