package yaml

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// hole returns a text of which nothing is known.
func hole(at excerpt.Text) excerpt.Text {
	var b excerpt.Builder
	b.Put(string(identity.Unknown()), at)
	return b.Text()
}

// prose are words that keys have whose text is read by people, or compared with something.
const prose = "description message doc docs help text title name example summary comment note usage readme pattern path regex match"

// openers are what the first command of a script may be, besides an assignment.
const openers = " #! set az azcopy azd kubelogin sudo export curl wget echo cd if for while until source . apt-get apt yum " +
	"bash sh timeout function mkdir printf tar jq kubectl helm terraform pip pip3 npm trap exec eval sleep az.cmd "

// cmdlets are what the first command of a PowerShell script may be.
const cmdlets = " connect-azaccount param import-module install-module set-azcontext $erroractionpreference try write-host " +
	"write-output connect-mggraph disable-azcontextautosave "

// guess reads a scalar that the table does not have, if it plainly is a script, a file or the URL of a token request.
func (s *scripts) guess(n *tree.Node) {
	t := n.Value
	text, key := t.String(), strings.ToLower(s.key())
	if s.patches > 0 {
		t = t.Within(noBraces) // a patch of what may be a template
	}
	language, _ := identity.FirstLine(strings.TrimLeft(text, "\n "))
	if strings.Contains(text, "\n") && language == site.Other {
		language = languageOf(lastEnding(key))
	}
	switch {
	case language != site.Other:
		s.add(s.Text(language, t))
	case n.Null || isProse(key) || s.records > 0:
	case strings.HasPrefix(text, "http"):
		s.add(s.URL(t, nil)) // nothing fills in a variable
	default:
		if language := plainly(text); language != site.Other {
			if !strings.Contains(text, "\n") {
				t = t.Within(refused) // an argument of something that may put it between quotes
			}
			s.add(s.Text(language, t))
		}
	}
}

// lastEnding returns the ending of a key that names a file, or "".
func lastEnding(key string) string {
	if i := strings.LastIndexByte(key, '.'); i > 0 && !strings.ContainsAny(key[i:], " /") {
		return key[i:]
	}
	return ""
}

// isProse reports whether a key has a word for what people read.
func isProse(key string) bool {
	for word := range strings.FieldsSeq(prose) {
		if strings.HasSuffix(key, word) {
			return true
		}
	}
	return false
}

// plainly returns the language of what plainly is a script: its first command is one that scripts begin with, and not all of it.
func plainly(s string) site.Language {
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		first, _, _ := strings.Cut(line, " ")
		name, _, assigns := strings.Cut(first, "=")
		switch {
		case strings.Contains(cmdlets, " "+strings.ToLower(first)+" "):
			return site.PowerShell
		case first == s:
		case strings.Contains(openers, " "+first+" ") || assigns && isVariable(name):
			return site.Shell
		}
		return site.Other
	}
	return site.Other
}

// isVariable reports whether a word can be the name of a variable.
func isVariable(s string) bool {
	return s != "" && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789") == ""
}

// named reports whether the environment that the configuration gives to a tool has, or may have, the ID.
//
// Have: env: [{name: AZURE_CLIENT_ID, value: x}]; env: {AZURE_CLIENT_ID: x}
func (s *scripts) named(found site.Site) bool {
	variables := identity.ToolVariables(found.Name)
	if len(variables) == 0 {
		return false
	}
	for _, n := range s.around {
		for key := range strings.FieldsSeq("env environment variables envFrom") {
			if has(n.Get(key), variables) {
				return true
			}
		}
	}
	return false
}

// has reports whether one of some variables is, or may be, in an environment.
func has(n *tree.Node, variables []string) bool {
	if n == nil {
		return false
	}
	if n.Open || n.Kind == tree.Unknown {
		return true
	}
	for _, variable := range variables {
		if n.Get(variable) != nil {
			return true
		}
		for _, item := range n.Items {
			if item.Get("name").Text() == variable || item.Get("configMapRef") != nil || item.Get("secretRef") != nil ||
				strings.HasPrefix(item.Text(), variable+"=") {
				return true
			}
		}
	}
	return false
}
