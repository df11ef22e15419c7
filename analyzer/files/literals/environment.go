package literals

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/keys"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// isPipeline reports whether a text may be a pipeline of Jenkins that sets a variable which asks for a managed identity.
func isPipeline(ending, text string) bool {
	return slices.Contains(strings.Fields(groovyFiles), ending) && identity.HasLogin(text)
}

// environment returns the sites in the variables that a pipeline of Jenkins sets for what it runs.
//
// Have: environment { ARM_USE_MSI = 'true' }
//
// https://www.jenkins.io/doc/book/pipeline/syntax/#environment
func (c *code) environment() []site.Site {
	var variables []keys.Variable
	for i := range c.tokens {
		if c.word(i) != "environment" || c.word(i+1) != "{" {
			continue
		}
		for j := i + 2; j < c.partner[i+1]; j++ {
			if c.is(j, name) && c.word(j+1) == "=" {
				variables = append(variables, c.variable(j))
			}
		}
	}
	return keys.Assigned(variables, c.source)
}

// variable reads an assignment that begins with a name. Its value is seen if that is one token, before the next name or the end.
func (c *code) variable(i int) keys.Variable {
	value := c.tokens[min(i+2, len(c.tokens)-1)]
	v := keys.Variable{Name: c.word(i), At: c.text.Slice(c.tokens[i].start, value.end)}
	switch isAlone := c.word(i+3) == "}" || c.is(i+3, name); {
	case isAlone && value.kind == str:
		v.Value = c.script(value)
	case isAlone && value.kind == name:
		v.Value = c.text.Slice(value.start, value.end)
	default:
		v.Given = true
	}
	return v
}
