package shell

import (
	"regexp"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/identity"
)

// A branch is one of the ways through an if or a case, or the body of a function.
type branch struct {
	of   string       // where the clause stands in the text of all scripts
	way  int          // which of its ways this is
	says excerpt.Text // the test, the pattern, or the name of the function
}

// branches returns those around the end of a path, outermost first.
func (s *script) branches(path []syntax.Node) (out []branch) {
	for i, n := range path[:len(path)-1] {
		b := branch{of: strings.Repeat(" ", s.depth) + n.Pos().String(), way: wayInto(n, path[i+1])}
		switch n := n.(type) {
		case *syntax.IfClause:
			if len(n.Cond) > 0 {
				b.says = s.slice(n.Cond[0].Pos(), n.Cond[len(n.Cond)-1].End())
			}
		case *syntax.CaseClause:
			item, ok := path[i+1].(*syntax.CaseItem)
			if !ok {
				continue
			}
			b.says = s.slice(item.Patterns[0].Pos(), item.Patterns[len(item.Patterns)-1].End())
		case *syntax.BinaryCmd:
			if b.says, b.way = s.side(n, path[i+1]); b.way == 0 {
				continue
			}
		case *syntax.FuncDecl:
			if n.Name == nil {
				continue
			}
			b.says = s.source(n.Name)
		default:
			continue
		}
		out = append(out, b)
	}
	return out
}

// side returns the test before && and ||, and whether a node stands behind one or the other; 0 if it does not.
//
// Have: [ -n "$ID" ] && az login -i --client-id "$ID" || az login -i
func (s *script) side(n *syntax.BinaryCmd, below syntax.Node) (says excerpt.Text, way int) {
	test, way := n, 1
	if n.Op == syntax.OrStmt {
		test, _ = n.X.Cmd.(*syntax.BinaryCmd)
		way = 2
	}
	if test == nil || test.Op != syntax.AndStmt || below != n.Y || !isTest(test.X) {
		return excerpt.Text{}, 0
	}
	return s.source(test.X), way
}

func isTest(stmt *syntax.Stmt) bool {
	switch cmd := stmt.Cmd.(type) {
	case *syntax.TestClause:
		return true
	case *syntax.CallExpr:
		return len(cmd.Args) > 0 && (cmd.Args[0].Lit() == "[" || cmd.Args[0].Lit() == "test")
	}
	return false
}

const (
	// testsID is how a test speaks of an ID that may be set.
	testsID = `(?i)\$\{?[a-z_]*(client|identity|msi|uami|umi|resource|object|principal)(_?client|_?resource|_?object)?_?id\b`
	// deniesSystem is how a test says that no system-assigned identity is meant.
	deniesSystem = `(?i)(!=|\bne\b|! ).*system`
)

// markChoices marks commands that name no identity where the deployment chooses that, and those that say what is meant.
func markChoices(found []Command) {
	tests, system, denies := regexp.MustCompile(testsID), regexp.MustCompile(identity.SystemWord), regexp.MustCompile(deniesSystem)
	var named []Command
	for _, c := range found {
		if c.Verdict == identity.Present && len(named) < maxOthers {
			named = append(named, c)
		}
	}
	for i := range found {
		c := &found[i]
		for _, b := range c.branches {
			says := b.says.String()
			c.Choice = c.Choice || b.way > 0 && tests.MatchString(says)
			c.System = c.System || b.way < 2 && system.MatchString(says) && !denies.MatchString(says)
		}
		for _, other := range named {
			c.Choice = c.Choice || other.Tool == c.Tool && apart(c.branches, other.branches)
		}
	}
}

// apart reports whether two commands stand in different ways of one clause, so that only one of them is run.
func apart(a, b []branch) bool {
	for i := range min(len(a), len(b)) {
		if a[i].of != b[i].of {
			return false
		}
		if a[i].way != b[i].way {
			return true
		}
	}
	return false
}
