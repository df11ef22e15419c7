package files

import (
	"path"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
)

// textOf returns the text of a file. In a template of Terraform, names in braces are filled in before a shell sees them, unless
// they are protected: what is written there has to be. Of other templates without the braces of Go and Jinja it is not known.
//
// https://developer.hashicorp.com/terraform/language/functions/templatefile
func textOf(name, text string) excerpt.Text {
	t := excerpt.File(text)
	base := baseOf(name)
	switch ending := path.Ext(base); {
	case ending == ".tftpl", kindOf(base) == site.Shell && strings.Contains(text, "$${"):
		return t.Within(protected)
	case (ending == ".tpl" || ending == ".tmpl") && !strings.Contains(text, "{{"):
		return t.Within(withoutBraces)
	}
	return t
}

// protected writes text for a template of Terraform.
func protected(s string) (string, bool) { return strings.ReplaceAll(s, "${", "$${"), true }

// withoutBraces lets text stand that no template fills in.
func withoutBraces(s string) (string, bool) { return s, !strings.Contains(s, "${") }
