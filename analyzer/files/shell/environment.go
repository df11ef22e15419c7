package shell

import (
	"slices"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/keys"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// environment returns the sites in the variables that a script assigns, for itself, for what it runs, or for one command.
//
// Have: export ARM_USE_MSI=true; AZCOPY_AUTO_LOGIN_TYPE=MSI azcopy copy …
//
// What a script sources may set the ID, and a script that unsets variables is run where some are set.
func environment(t excerpt.Text) []site.Site {
	if t.Len() > maxScript || !identity.HasLogin(t.String()) {
		return nil
	}
	s := newScript(unixLines(t))
	file := parse(s.text.String(), true)
	if file == nil {
		return nil
	}
	s.variables = s.assignments(file)
	var own []keys.Variable          // of the script, and of what it runs
	var ofCommands [][]keys.Variable // of one command each
	isOpen := false
	walk(file, func(n syntax.Node, around *trail) {
		s.place = around.place
		switch n := n.(type) {
		case *syntax.CallExpr:
			isOpen = isOpen || changesEnvironment(n)
			if len(n.Args) > 0 && len(n.Assigns) > 0 {
				ofCommands = append(ofCommands, s.environ(n.Assigns))
			}
		case *syntax.Assign:
			if !around.isForCommand() {
				own = append(own, s.environ([]*syntax.Assign{n})...)
			}
		}
	})
	if isOpen {
		return nil
	}
	out := keys.Assigned(own, t.String())
	for _, variables := range ofCommands {
		out = append(out, keys.Assigned(variables, t.String())...)
	}
	return out
}

// environ returns the variables of assignments.
func (s *script) environ(assigns []*syntax.Assign) (out []keys.Variable) {
	for _, a := range assigns {
		if a.Name == nil || a.Naked || a.Index != nil || a.Array != nil {
			continue
		}
		out = append(out, keys.Variable{Name: a.Name.Value, Value: s.meaning(a.Value), At: s.unjoined(a), Given: a.Append})
	}
	return out
}

// changesEnvironment reports whether a command sets variables that are not seen, or takes away what is set elsewhere.
//
// Have: source ./vars.sh; . "$env"; unset ARM_CLIENT_SECRET; eval "$(…)"
func changesEnvironment(n *syntax.CallExpr) bool {
	return len(n.Args) > 1 && slices.Contains([]string{"source", ".", "unset", "eval"}, n.Args[0].Lit())
}
