package yaml

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// Read returns the sites in the scripts, command lines and URLs of a YAML or JSON file.
func Read(t excerpt.Text, r site.Reading) []site.Site { return Scripts(Parse(t), r) }

// Scripts returns those of documents that were parsed.
func Scripts(documents []*tree.Node, r site.Reading) []site.Site {
	s := scripts{Reading: r, places: byKey(), seen: map[*tree.Node]bool{}}
	for _, n := range documents {
		s.visit(n)
	}
	return s.sites
}

// A scripts reads what is run by the parts of documents.
type scripts struct {
	site.Reading
	places map[string][]place // by the last key of their paths
	path   []string           // to the node that is visited: keys, and [] for an item
	around []*tree.Node       // the mappings around it, from the root
	seen   map[*tree.Node]bool
	sites  []site.Site

	records, patches int // how many of the mappings around are one
}

// visit reads a node and what stands in it, each node once, however many aliases name it.
func (s *scripts) visit(n *tree.Node) {
	if n == nil || s.seen[n] {
		return
	}
	s.seen[n] = true
	if s.placed(n) {
		return
	}
	switch n.Kind {
	case tree.Mapping:
		s.mapping(n)
	case tree.List:
		for _, item := range n.Items {
			s.below("[]", item)
		}
	case tree.Scalar:
		s.guess(n)
	case tree.Unknown:
	}
}

// mapping reads a mapping and what stands in it.
//
// Have: {request: {url: x}, response: {status: 200}}, a record; {op: add, path: /spec/files/-, value: {content: x}}, a patch
func (s *scripts) mapping(n *tree.Node) {
	isRecord := n.Get("request") != nil && n.Get("response") != nil
	isPatch := n.Get("op") != nil && n.Get("path") != nil
	s.records, s.patches = s.records+count(isRecord), s.patches+count(isPatch)
	s.around = append(s.around, n)
	s.commands(n)
	for _, e := range n.Entries {
		s.below(e.Key.String(), e.Value)
	}
	s.around = s.around[:len(s.around)-1]
	s.records, s.patches = s.records-count(isRecord), s.patches-count(isPatch)
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// below visits a part of a node.
func (s *scripts) below(key string, n *tree.Node) {
	s.path = append(s.path, key)
	s.visit(n)
	s.path = s.path[:len(s.path)-1]
}

// key returns the key that a node stands at, or the list that it is an item of.
func (s *scripts) key() string {
	for _, key := range slices.Backward(s.path) {
		if key != "[]" {
			return key
		}
	}
	return ""
}

// byKey returns the table by the last key of each path.
func byKey() map[string][]place {
	out := map[string][]place{}
	for _, p := range places() {
		key := strings.TrimPrefix(p.path[strings.LastIndexByte(p.path, '/')+1:], "^")
		out[key] = append(out[key], p)
	}
	return out
}

// placed reads a node that stands where the table has scripts, and reports whether it does.
func (s *scripts) placed(n *tree.Node) bool {
	if n.Kind != tree.Scalar && n.Kind != tree.List || n.Null || len(s.path) == 0 {
		return false
	}
	for _, key := range []string{s.path[len(s.path)-1], "*"} {
		for _, p := range s.places[key] {
			if !s.at(p.path) {
				continue
			}
			if n.Kind == tree.List && p.words {
				s.argv(items(n))
				return true
			}
			return s.place(p, n)
		}
	}
	return false
}

// place reads a node that stands at a place of the table, if its language is known.
func (s *scripts) place(p place, n *tree.Node) bool {
	t, language := script(n), s.language(p)
	if said, _ := identity.FirstLine(strings.TrimLeft(t.String(), "\n ")); said != site.Other {
		language = said
	}
	switch {
	case language == site.Other:
		return false
	case p.macro == expression && strings.HasPrefix(t.String(), expression) && strings.HasSuffix(t.String(), closing(expression)):
		return true
	}
	s.run(p, language, t)
	if n.Kind == tree.List {
		s.lists(n)
	}
	return true
}

// lists reads the items of a list of commands that are no lines.
//
// Have: runcmd: [ls, [az, login]]
func (s *scripts) lists(n *tree.Node) {
	for _, item := range n.Items {
		switch item.Kind {
		case tree.List:
			s.argv(items(item))
		case tree.Mapping:
			s.below("[]", item)
		case tree.Scalar, tree.Unknown:
		}
		s.seen[item] = true
	}
}

// run reads a script.
func (s *scripts) run(p place, language site.Language, t excerpt.Text) {
	if p.macro != "" && p.macro != expression {
		t = macros(t, p.macro)
	}
	if image, rest, _ := strings.Cut(strings.TrimLeft(t.String(), " \n"), " "); p.image && !isAlias(image) {
		t = t.Slice(t.Len()-len(rest), t.Len())
		program, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
		p.bare = languageOf(program) != site.Shell
	}
	if p.filled {
		t = t.Within(noBraces)
	}
	if p.bare || s.somewhere(p) {
		t = t.Within(refused)
	}
	s.add(s.Text(language, t))
}

// isAlias reports whether a word means an image by the program that it runs.
//
// https://learn.microsoft.com/azure/container-registry/container-registry-tasks-reference-yaml#image-aliases
func isAlias(image string) bool { return slices.Contains([]string{"acr", "az", "bash", "curl"}, image) }

// at reports whether the node that is visited stands at a path.
func (s *scripts) at(pattern string) bool {
	pattern, whole := strings.CutPrefix(pattern, "^")
	i := len(s.path)
	for pattern != "" {
		var last string
		if last = pattern[strings.LastIndexByte(pattern, '/')+1:]; strings.HasSuffix(last, "[]") {
			last = "[]"
		}
		i--
		if i < 0 || s.path[i] != last && (last != "*" || s.path[i] == "[]") {
			return false
		}
		pattern = strings.TrimSuffix(strings.TrimSuffix(pattern, last), "/")
	}
	return !whole || i == 0
}

// add adds sites, but those whose tool reads the ID from an environment that is seen to have it.
func (s *scripts) add(sites []site.Site) {
	for _, found := range sites {
		if !s.named(found) {
			s.sites = append(s.sites, found)
		}
	}
}
