package yaml

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// script returns the text of a scalar, or of the items of a list as lines. Nothing can be written where two lines meet.
func script(n *tree.Node) excerpt.Text {
	if n.Kind == tree.Scalar {
		return n.Value
	}
	var b excerpt.Builder
	for _, line := range n.Items {
		if line.Kind != tree.Scalar && line.Kind != tree.Unknown {
			continue // a command of its own
		}
		t := line.At
		if line.Kind == tree.Scalar {
			t = line.Value
			b.Keep(t)
		} else {
			b.Put(string(identity.Unknown()), t)
		}
		if t.Len() > 0 {
			b.Put("\n", t.Slice(t.Len()-1, t.Len()).Within(refused))
		}
	}
	return b.Text()
}

// macros puts holes where a text has macros.
func macros(t excerpt.Text, begin string) excerpt.Text {
	s, end := t.String(), closing(begin)
	var b excerpt.Builder
	kept := 0
	for i := 0; ; {
		n := strings.Index(s[i:], begin)
		if n < 0 {
			break
		}
		start := i + n
		i = start + len(begin)
		name := len(s[i:]) - len(strings.TrimLeftFunc(s[i:], func(r rune) bool {
			return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("_.-", r)
		}))
		if name == 0 || !strings.HasPrefix(s[i+name:], end) {
			continue
		}
		i += name + len(end)
		b.Keep(t.Slice(kept, start))
		b.Put(string(identity.Unknown()), t.Slice(start, i))
		kept = i
	}
	b.Keep(t.Slice(kept, t.Len()))
	return b.Text()
}

// language returns what a script at a place is written in.
func (s *scripts) language(p place) site.Language {
	for _, around := range slices.Backward(s.around) {
		for by := range strings.FieldsSeq(p.by) {
			n := around
			for key := range strings.SplitSeq(by, "/") {
				n = n.Get(key)
			}
			if n == nil {
				continue
			}
			if n.Kind == tree.List && len(n.Items) > 0 {
				n = n.Items[0]
			}
			if language := languageOf(n.Text()); language != site.Other {
				return language
			}
			return languageOf(by)
		}
	}
	if p.windows != "" && s.host(func(host string) bool { return strings.Contains(strings.ToLower(host), "windows") }) {
		return p.windows
	}
	return p.language
}

// hosts are the paths to the name of the machine that a step runs on, in GitHub Actions and Azure Pipelines.
const hosts = "runs-on pool/vmImage pool/name pool/image pool"

// somewhere reports whether a place has another language on Windows, nothing says the language, and the machine is not known.
func (s *scripts) somewhere(p place) bool {
	return p.windows != "" && s.host(func(host string) bool {
		return strings.Contains(host, string(identity.Unknown())) || strings.Contains(host, "$(")
	})
}

// host reports whether something holds for the name of the machine.
func (s *scripts) host(is func(string) bool) bool {
	for _, around := range slices.Backward(s.around) {
		for path := range strings.FieldsSeq(hosts) {
			n := around
			for key := range strings.SplitSeq(path, "/") {
				n = n.Get(key)
			}
			if n != nil && n.Kind != tree.Mapping {
				t := script(n)
				return is(t.String())
			}
		}
	}
	return false
}

// languageOf returns the language that a word says: a shell, a task, a program, a file or a key.
func languageOf(word string) site.Language {
	word, _, _ = strings.Cut(strings.TrimSpace(word), " ")
	word = strings.ToLower(word)
	for _, e := range endings() {
		for ending := range strings.FieldsSeq(e.names) {
			if strings.HasSuffix(word, ending) {
				return e.language
			}
		}
	}
	name, _, _ := strings.Cut(identity.Program(identity.Word(word)), "@")
	for _, l := range languages() {
		for known := range strings.FieldsSeq(l.names) {
			if name == known {
				return l.language
			}
		}
	}
	return site.Other
}
