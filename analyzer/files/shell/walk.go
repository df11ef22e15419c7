package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

// read reads every command of a script.
func (s *script) read(file *syntax.File) {
	walk(file, func(n syntax.Node, around *trail) {
		s.place = around.place
		switch n := n.(type) {
		case *syntax.CallExpr:
			if len(n.Args) > 0 {
				s.note(s.command(s.words(n.Args)), around)
			}
		case *syntax.Stmt:
			s.note(s.fed(n), around)
			s.note(s.filledWith(n), around)
			s.note(s.written(n), around)
		case *syntax.BinaryCmd:
			s.note(s.written(n), around)
		case *syntax.Assign:
			s.note(s.assigned(n), around)
		}
	})
}

// note takes commands that stand at the end of a trail into the result.
func (s *script) note(found []Command, around *trail) {
	if len(found) == 0 {
		return
	}
	branches := s.branches(around.near())
	for i := range found {
		found[i].branches = append(slices.Clone(branches), found[i].branches...)
	}
	s.found = append(s.found, found...)
}

// fed reads the script that a command is given as its standard input.
//
// Have: bash <<EOF, ssh host <<'EOF', python3 - <<EOF, bash <<< "az login -i"
func (s *script) fed(stmt *syntax.Stmt) []Command {
	call, ok := stmt.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) == 0 {
		return nil
	}
	for _, redirect := range stmt.Redirs {
		language := identity.StandardInput(meanings(s.words(call.Args)))
		if language == "" {
			continue
		}
		var t excerpt.Text
		switch redirect.Op {
		case syntax.Hdoc, syntax.DashHdoc:
			t = s.document(redirect)
		case syntax.WordHdoc:
			t = s.meaning(redirect.Word)
		default:
			continue
		}
		if language == identity.Shell {
			return s.inside(t)
		}
		return []Command{{Command: none(), Depth: s.depth + 1, Language: language, Script: t}}
	}
	return nil
}

// document returns the text of a heredoc. The shell looks for variables in it unless the word that ends it has quotes.
func (s *script) document(redirect *syntax.Redirect) excerpt.Text {
	if redirect.Hdoc == nil {
		return excerpt.Text{}
	}
	if strings.ContainsAny(s.source(redirect.Word).String(), `'"\`) {
		return s.withoutEnd(s.source(redirect.Hdoc), redirect)
	}
	return s.withoutEnd(s.parts(redirect.Hdoc.Parts, func(t excerpt.Text) excerpt.Text {
		return unescapeBefore(t, "$`\\\n").Within(documentQuotes)
	}), redirect)
}

// withoutEnd takes off the word that ends a heredoc, which the parser's last part reaches to.
func (s *script) withoutEnd(t excerpt.Text, redirect *syntax.Redirect) excerpt.Text {
	last := strings.LastIndexByte(t.String(), '\n') + 1
	if strings.TrimLeft(t.String()[last:], "\t") == s.meaning(redirect.Word).String() {
		return t.Slice(0, last)
	}
	return t
}

// documentQuotes quotes text for a heredoc in which the shell looks for variables.
func documentQuotes(s string) (string, bool) {
	return strings.NewReplacer(`\`, `\\`, "$", `\$`, "`", "\\`").Replace(s), true
}

// runners are how functions and programs are called that run the command behind their own words.
func runners() []string {
	return []string{
		"retry", "retries", "attempt", "timeout", "exec", "try", "run", "xargs", "watch", "wait", "parallel",
		"docker", "podman", "nerdctl", "kubectl", "uv", "poetry", "pipenv", "conda",
	}
}

// inner returns the word that begins a command of the table, if what runs it is not known but for its name; else 0.
//
// Have: retry 5 10 az login -i, docker run --rm IMAGE az login -i, kubectl exec POD -- sh -c 'az login -i'
func inner(words []identity.Word) int {
	name := identity.Program(words[0])
	if !slices.ContainsFunc(runners(), func(runner string) bool { return strings.Contains(name, runner) }) {
		return 0
	}
	for i := 1; i < len(words); i++ {
		if identity.ReadCommand(words[i:]).Tool != "" || identity.Unwrap(words[i:]).Language != "" {
			return i
		}
	}
	return 0
}
