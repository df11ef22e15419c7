package keys

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// A Variable is a variable of an environment, with where it stands.
type Variable struct {
	Name  string
	Value excerpt.Text // with holes for what is not known
	// Given is set where there is a value that is not seen: a reference to a secret, what the environment around passes on.
	Given bool
	At    excerpt.Text // what is reported; Value if it stands nowhere
}

// Environment judges the variables that a program sees together, outer ones first: those of a Dockerfile's stage, of a script up to
// a command with those before the command, of a step with those of its job. The caller leaves out environments that may hold more
// than is seen (a file of variables, a group, a reference to a secret with all its keys). An ID that is set to nothing is no ID.
func Environment(variables []Variable, _ site.Reading) []site.Site {
	var out []site.Site
	for _, login := range logins(variables) {
		out = append(out, siteOf(login, variables[login.Asks]))
	}
	return out
}

// logins returns what asks for a managed identity and names none.
func logins(variables []Variable) []identity.Login {
	plain := make([]identity.EnvVar, len(variables))
	for i, v := range variables {
		plain[i] = identity.EnvVar{Name: v.Name, Value: v.Value.Word(), Given: v.Given}
	}
	return slices.DeleteFunc(identity.ReadVariables(plain), func(l identity.Login) bool { return l.Verdict != identity.Absent })
}

func siteOf(login identity.Login, asks Variable) site.Site {
	if asks.At.Len() == 0 {
		asks.At = asks.Value
	}
	return site.Site{
		Rule: manifest, Verdict: login.Verdict, Name: asks.Name, At: asks.At,
		Message: asks.Name + " without " + login.Names[0] + " names no identity: " + nameless,
	}
}

// environments judges the environment that a mapping gives to what it runs, and returns it with what is around.
//
// Have: env: {A: x}; env: [{name: A, value: x}]; environment: ["A=x"]; variables: [{group: x}]
func (w *walk) environments(p place, n *tree.Node) []Variable {
	variables, own, open := slices.Clone(p.around), false, n.Open
	for _, e := range n.Entries {
		switch key := e.Key.String(); {
		case isEnvironment(key, n):
			if e.Value != nil && e.Value.Kind == tree.Scalar {
				continue // the name of an environment that something is deployed to
			}
			more, ok := variablesOf(e.Value)
			variables = append(variables, more...)
			own, open = own || len(more) > 0, open || !ok
		case bringsMore(key, e.Value):
			open = true
		}
	}
	if open {
		return append(variables, givenAll()...)
	}
	if !own {
		return variables
	}
	for _, login := range logins(variables) {
		if !slices.ContainsFunc(login.Names, func(name string) bool { return speaksOf(n.At.String(), name) }) {
			w.sites = append(w.sites, siteOf(login, variables[login.Asks]))
		}
	}
	return variables
}

// isEnvironment reports whether a key of a mapping has the variables of what the mapping runs.
func isEnvironment(key string, of *tree.Node) bool {
	if key == "variables" { // of a pipeline, or else it may be anything
		return slices.ContainsFunc(of.Entries, func(e tree.Entry) bool {
			return slices.Contains([]string{
				"before_script", "deployment", "job", "jobs", "pool", "pr", "script", "stage", "stages", "steps", "trigger",
			}, e.Key.String())
		})
	}
	return slices.Contains([]string{
		"env", "environment", "environmentVariables", "environment_variables", "environment_vars", "secure_environment_variables",
	}, key)
}

// bringsMore reports whether a key may bring variables that are not seen.
//
// Have: envFrom: [{secretRef: x}]; env_file: x; extends: x; template: x; variables_from_command = x
func bringsMore(key string, value *tree.Node) bool {
	if key == "template" { // in Kubernetes that of a pod
		return value.Text() != ""
	}
	key = strings.ToLower(key)
	return strings.Contains(key, "env") || strings.Contains(key, "variables") || key == "extends" || key == "<<"
}

// speaksOf reports whether text has a word: within a job a step may set a variable that names the identity, say.
func speaksOf(text, word string) bool {
	for {
		i := strings.Index(text, word)
		if i < 0 {
			return false
		}
		before, after := text[:i], text[i+len(word):]
		if !endsInName(before) && !beginsWithName(after) {
			return true
		}
		text = after
	}
}

func isName(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

func endsInName(s string) bool { return s != "" && isName(s[len(s)-1]) }

func beginsWithName(s string) bool { return s != "" && isName(s[0]) }

// givenAll stands for an environment that may hold everything.
func givenAll() []Variable {
	var out []Variable
	for _, asks := range identity.LoginVariables() {
		out = append(out, Variable{Name: asks, Given: true})
	}
	return out
}

// variablesOf returns the variables in a mapping or list, and whether these are all.
func variablesOf(n *tree.Node) ([]Variable, bool) {
	var out []Variable
	switch {
	case n == nil || n.Kind == tree.Scalar && n.Null:
		return nil, true
	case n.Kind == tree.Mapping:
		for _, e := range n.Entries {
			out = append(out, variable(e.Key, e.Value, joined(e)))
		}
	case n.Kind == tree.List:
		for _, item := range n.Items {
			v, ok := variableOf(item)
			if !ok {
				return out, false
			}
			out = append(out, v)
		}
	default:
		return nil, false
	}
	return out, !n.Open
}

// variableOf reads an item of a list of variables.
func variableOf(item *tree.Node) (Variable, bool) {
	if item.Text() != "" {
		name, _, ok := strings.Cut(item.Text(), "=")
		if !ok {
			return Variable{Name: name, Given: true}, true
		}
		return Variable{Name: name, Value: item.Value.Slice(len(name)+1, item.Value.Len()), At: item.At}, true
	}
	name := item.Get("name")
	if name.Text() == "" {
		return Variable{}, false // a group, a template
	}
	at := name.Value
	if value := item.Get("value"); value != nil {
		return variable(name.Value, value, excerpt.Join(at, value.At)), true
	}
	return Variable{Name: name.Text(), Given: true}, true
}

func variable(name excerpt.Text, value *tree.Node, at excerpt.Text) Variable {
	given := value == nil || value.Kind != tree.Scalar || value.Null
	v := Variable{Name: name.String(), Given: given, At: at}
	if !given {
		v.Value = value.Value
	}
	return v
}
