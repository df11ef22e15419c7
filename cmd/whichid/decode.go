package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/report"
)

// decodeConfig sets what a configuration file says. It is read strictly: each error names the place, the key and the value, and what
// would be accepted, and nothing is passed over.
func decodeConfig(name string, text []byte, settings []analyzer.Setting) error {
	d := &decoder{name: name, settings: make(map[string]analyzer.Setting), seen: make(map[string]int)}
	for _, s := range settings {
		d.settings[s.Name] = s
		d.keys = append(d.keys, s.Name)
	}
	root, err := d.parse(text)
	if err != nil {
		return err
	}
	if root.Kind != yaml.MappingNode {
		return d.fail(root, "", "not a mapping: use KEY: VALUE in each line, with one of the keys %s", strings.Join(d.keys, ", "))
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if err := d.pair(root.Content[i], root.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

type decoder struct {
	name     string // of the file
	settings map[string]analyzer.Setting
	keys     []string       // of the settings, in their order
	seen     map[string]int // in which line a key stands
}

// parse returns what the one document holds.
func (d *decoder) parse(text []byte) (root *yaml.Node, err error) {
	if err = checkText(d.name, text); err != nil {
		return nil, err
	}
	defer func() {
		if fault := recover(); fault != nil { // the library has a bug
			err = fmt.Errorf("%s: not YAML: %v", d.name, fault)
		}
	}()
	documents := yaml.NewDecoder(bytes.NewReader(text))
	var first, second yaml.Node
	switch err = documents.Decode(&first); {
	case errors.Is(err, io.EOF):
		return &yaml.Node{Kind: yaml.MappingNode}, nil
	case err != nil:
		return nil, syntaxError(d.name, string(text), err)
	}
	switch err = documents.Decode(&second); {
	case err == nil:
		return nil, d.fail(&second, "", "a second document: use one")
	case !errors.Is(err, io.EOF):
		return nil, syntaxError(d.name, string(text), err)
	}
	root = first.Content[0]
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" && root.Value == "" {
		root = &yaml.Node{Kind: yaml.MappingNode}
	}
	return root, nil
}

func (d *decoder) pair(key, value *yaml.Node) error {
	s, known := d.settings[key.Value]
	switch line := d.seen[key.Value]; {
	case key.Kind != yaml.ScalarNode || !known:
		return d.fail(key, "", "unknown key %.60q: use one of %s", key.Value, strings.Join(d.keys, ", "))
	case line > 0:
		return d.fail(key, s.Name, "stands in line %d, too: use it once", line)
	}
	d.seen[key.Value] = key.Line
	switch {
	case s.Kind == analyzer.Switch, s.Kind == analyzer.ListOrSwitch && isPlain(value, "!!bool"):
		return d.set(s, value, "!!bool", s.Kind)
	case s.Kind == analyzer.Text:
		return d.set(s, value, "!!str", s.Kind)
	case value.Kind != yaml.SequenceNode:
		return d.refuse(value, s, s.Kind)
	}
	for _, element := range value.Content {
		if err := d.set(s, element, "!!str", analyzer.Text); err != nil {
			return err
		}
	}
	return nil
}

// set hands one value to a setting, if it has the tag.
func (d *decoder) set(s analyzer.Setting, value *yaml.Node, tag string, accepted analyzer.Kind) error {
	if !isPlain(value, tag) {
		return d.refuse(value, s, accepted)
	}
	if err := s.Set(value.Value); err != nil {
		return d.fail(value, s.Name, "%.60q: %s", value.Value, err)
	}
	return nil
}

// refuse says that a value is not of the kind that a setting takes.
func (d *decoder) refuse(value *yaml.Node, s analyzer.Setting, accepted analyzer.Kind) error {
	switch {
	case value.Style&yaml.TaggedStyle != 0:
		return d.fail(value, s.Name, "%.60q: a tag: put a value that begins with ! in quotes", value.Tag)
	case value.Kind == yaml.AliasNode:
		const cure = "put a value that begins with * in quotes, or write out what it stands for"
		return d.fail(value, s.Name, "%.60q: an alias: %s", "*"+value.Value, cure)
	case value.Kind == yaml.MappingNode:
		return d.fail(value, s.Name, "a mapping: use %s", accepted)
	case value.Kind == yaml.SequenceNode:
		return d.fail(value, s.Name, "a list: use %s", accepted)
	case value.Tag == "!!null":
		return d.fail(value, s.Name, "no value: use %s", accepted)
	case accepted == analyzer.Text:
		return d.fail(value, s.Name, "%.60q: not a string: put it in quotes", value.Value)
	}
	return d.fail(value, s.Name, "%.60q: use %s", value.Value, accepted)
}

// isPlain reports whether a value has a tag that is not written.
func isPlain(n *yaml.Node, tag string) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == tag && n.Style&yaml.TaggedStyle == 0
}

// fail returns an error at the place of a node, about a key if there is one.
func (d *decoder) fail(at *yaml.Node, key, format string, args ...any) error {
	if key != "" {
		key += ": "
	}
	return fmt.Errorf("%s:%d:%d: %s%s", d.name, at.Line, at.Column, key, report.Visible(fmt.Sprintf(format, args...)))
}
