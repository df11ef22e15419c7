package hcl

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/keys"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// Read yields the sites in a file.
func Read(t excerpt.Text, r site.Reading) []site.Site {
	doc := Parse(t)
	if doc == nil {
		return nil
	}
	outer := r
	outer.Text = nil // what is in strings is read here
	w := &walk{reading: r, sites: keys.Read(doc, outer)}
	w.node(place{}, doc)
	return w.sites
}

// A place is where a node stands.
type place struct {
	key    string     // the nearest key above
	labels []string   // all of them
	around *tree.Node // the mapping that has the key
}

// A walk visits the strings of a file.
type walk struct {
	reading site.Reading
	sites   []site.Site
}

func (w *walk) add(sites []site.Site) { w.sites = append(w.sites, sites...) }

func (w *walk) node(p place, n *tree.Node) {
	if n == nil {
		return
	}
	if n.Kind == tree.Scalar {
		w.scalar(p, n)
		return
	}
	for _, e := range n.Entries {
		key := e.Key.String()
		w.node(place{key, append(slices.Clip(p.labels), key), n}, e.Value)
	}
	if n.Kind == tree.List && w.list(p, n) {
		return
	}
	for _, item := range n.Items {
		w.node(p, item)
	}
}

// list reads a list that is the words of a command or the lines of a script, and reports whether it is one.
//
// Have: inline = ["az login -i"]; program = ["bash", "-c", "az login -i"]; command = "az", args = ["login", "-i"]
func (w *walk) list(p place, n *tree.Node) bool {
	texts, known := scalars(n.Items)
	switch {
	case !known || len(texts) == 0:
		return false
	case p.key == "inline" || p.key == "scripts_inline":
		if w.reading.Text != nil {
			var b excerpt.Builder
			for _, text := range texts {
				b.Keep(text)
				b.Put("\n", text)
			}
			w.add(w.reading.Text(w.script(p), b.Text()))
		}
		return true
	case p.key == "args" && p.around != nil:
		command := p.around.Get("command")
		if command.Text() == "" {
			return false
		}
		texts = append([]excerpt.Text{command.Value}, texts...)
	case !slices.Contains([]string{"program", "execute", "command", "commands", "entrypoint", "cmd"}, p.key):
		return false
	}
	if w.reading.Words != nil {
		w.add(w.reading.Words(texts, nil))
	}
	return true
}

// scalars returns the texts of a list, with holes for what is not known, and whether it has texts only.
func scalars(items []*tree.Node) ([]excerpt.Text, bool) {
	var out []excerpt.Text
	for _, item := range items {
		switch item.Kind {
		case tree.Scalar:
			out = append(out, item.Value)
		case tree.Unknown:
			out = append(out, hole(item.At))
		case tree.Mapping, tree.List:
			return nil, false
		}
	}
	return out, true
}

// scalar reads a string that is a text of its own.
func (w *walk) scalar(p place, n *tree.Node) {
	text := n.Value.String()
	if text == "" {
		return
	}
	if !strings.Contains(text, "\n") && w.reading.URL != nil && strings.Contains(strings.ToLower(text), "oauth2/token") {
		if found := w.reading.URL(n.Value, nil); len(found) > 0 {
			w.add(found)
			return
		}
	}
	if w.reading.Text == nil {
		return
	}
	if language := w.language(p, text); language != site.Other {
		w.add(w.reading.Text(language, n.Value))
	}
}

// language tells what a string is written in.
func (w *walk) language(p place, text string) site.Language {
	first, _, lines := strings.Cut(strings.TrimLeft(text, " \t\r\n"), "\n")
	first = strings.TrimSpace(first)
	switch {
	case strings.HasPrefix(first, "#!"):
		language, _ := identity.FirstLine(first)
		return language
	case strings.HasPrefix(first, "#cloud-config"):
		return site.YAML
	case strings.EqualFold(first, "<powershell>"):
		return site.PowerShell
	case strings.HasPrefix(first, "{") && !strings.HasPrefix(first, "{{"):
		return site.YAML
	case p.around.Get("runbook_type").Text() != "":
		return ofRunbook(p)
	case isScript(p.key):
		return w.script(p)
	case lines && keys.IsBlocks(text):
		return site.HCL
	case lines && keys.MayHold(text) && keys.IsDocument(text):
		return site.YAML
	}
	return site.Other
}

// isScript reports whether a key has a script.
func isScript(key string) bool {
	return slices.Contains([]string{
		"command", "commandToExecute", "command_to_execute", "custom_data", "cmd", "inline_script", "metadata_startup_script",
		"pre_bootstrap_user_data", "run", "script", "scriptContent", "script_content", "startup_script", "user_data", "user_data_base64",
		"userdata",
	}, key)
}

// script tells what a script under a key is written in.
func (w *walk) script(p place) site.Language {
	if slices.Contains(p.labels, "powershell") {
		return site.PowerShell
	}
	if interpreter := p.around.Get("interpreter"); interpreter != nil && len(interpreter.Items) > 0 && interpreter.Items[0].Text() != "" {
		return identity.LanguageOf(interpreter.Items[0].Value.Word())
	}
	return site.Shell
}

// ofRunbook tells what the content of a runbook of Azure Automation is written in.
//
// Have: runbook_type = "PowerShell72"
func ofRunbook(p place) site.Language {
	switch kind := p.around.Get("runbook_type").Text(); {
	case p.key != "content":
		return site.Other
	case strings.HasPrefix(kind, "PowerShell"):
		return site.PowerShell
	case strings.HasPrefix(kind, "Python"):
		return site.Python
	}
	return site.Other
}
