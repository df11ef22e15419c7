package shell

import (
	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/keys"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// environment returns the sites in the variables that a script assigns, for itself, for what it runs, or for one command.
//
// Have: export ARM_USE_MSI=true; AZCOPY_AUTO_LOGIN_TYPE=MSI azcopy copy …
func environment(t excerpt.Text) []site.Site {
	if t.Len() > maxScript || !identity.HasLogin(t.String()) {
		return nil
	}
	s := &script{text: unixLines(t)}
	file := parse(s.text.String(), true)
	if file == nil {
		return nil
	}
	s.variables = s.assignments(file)
	var own []keys.Variable          // of the script, and of what it runs
	var ofCommands [][]keys.Variable // of one command each
	walk(file, func(n syntax.Node, around *trail) {
		switch n := n.(type) {
		case *syntax.CallExpr:
			if len(n.Args) > 0 && len(n.Assigns) > 0 {
				ofCommands = append(ofCommands, s.environ(n.Assigns))
			}
		case *syntax.Assign:
			if !around.isForCommand() {
				own = append(own, s.environ([]*syntax.Assign{n})...)
			}
		}
	})
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
		out = append(out, keys.Variable{Name: a.Name.Value, Value: s.meaning(a.Value), At: s.source(a), Given: a.Append})
	}
	return out
}
