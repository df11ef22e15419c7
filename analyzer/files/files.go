// Package files finds places in files other than Go that ask for a managed identity and name none: scripts, pipelines, containers,
// configuration, and programs in other languages. It takes text and returns findings; which files those are is for its caller.
//
//	text ─▶ language ─▶ reader ─▶ sites ─▶ judge ─▶ directives ─▶ findings
//	                      │ ▲
//	                      └─┘ a script in a scalar, a command in a string …
//
// A reader is a package below this one. What it yields is a [site.Site]: plain data, from which the rule, the message and the
// fix follow in one place.
package files

import (
	"github.com/whichid/whichid/analyzer/files/batch"
	"github.com/whichid/whichid/analyzer/files/dockerfile"
	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/hcl"
	"github.com/whichid/whichid/analyzer/files/keys"
	"github.com/whichid/whichid/analyzer/files/markdown"
	"github.com/whichid/whichid/analyzer/files/marker"
	"github.com/whichid/whichid/analyzer/files/notebook"
	"github.com/whichid/whichid/analyzer/files/powershell"
	"github.com/whichid/whichid/analyzer/files/python"
	"github.com/whichid/whichid/analyzer/files/shell"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/yaml"
	"github.com/whichid/whichid/analyzer/identity"
)

// maxDepth is how many texts may stand inside one another: a script in a heredoc of a script in a manifest, say.
const maxDepth = 5

// A Checker reads files, for one configuration. It is safe for use by several goroutines.
type Checker struct {
	reports  func(rule string) bool
	variable string
	scripts  *marker.Scanner
}

// NewChecker returns a checker that reports the rules for which reports says so. Fixes take the ID from a variable of the environment.
func NewChecker(reports func(rule string) bool, variable string) *Checker {
	return &Checker{reports, variable, marker.New(marker.Requests, marker.Commands, marker.Code)}
}

// Check returns the findings in the text of a file, sorted, those that a directive suppresses among them.
func (c *Checker) Check(name, text string) []identity.Finding {
	found := c.check(name, text)
	c.prove(name, text, found)
	return found
}

func (c *Checker) check(name, text string) []identity.Finding {
	f := &file{name: name, text: text, lines: newLines(text)}
	read := c.readerOf(name, text)
	if read == nil {
		return nil
	}
	sites := read(textOf(name, text), c.reading(0))
	return identity.Sort(c.judge(f, sites))
}

// A file is the one that is being read.
type file struct {
	name, text string
	lines      lines
}

// read hands a text to the reader of its language.
func (c *Checker) read(language site.Language, t excerpt.Text, depth int) []site.Site {
	reader := c.readers()[language]
	if reader == nil || depth > maxDepth {
		return nil
	}
	return reader(t, c.reading(depth))
}

// reading is what a reader gets that stands so deep.
func (c *Checker) reading(depth int) site.Reading {
	r := site.Reading{Variable: c.variable, URL: c.url}
	r.Text = func(language site.Language, t excerpt.Text) []site.Site { return c.read(language, t, depth+1) }
	r.Words = func(words []excerpt.Text, addFlag func(int, string) []identity.Edit) []site.Site {
		return shell.Words(words, r, addFlag)
	}
	return r
}

// readers is the table of what reads the kinds of files, and text inside other text.
func (c *Checker) readers() map[site.Language]site.Reader {
	return map[site.Language]site.Reader{
		site.Shell:      shell.Sites,
		site.PowerShell: powershell.Read,
		site.Batch:      batch.Read,
		site.Python:     python.Read,
		site.YAML:       c.configuration,
		site.HCL:        hcl.Read,
		site.Dockerfile: container,

		makefile:  shell.Makefile,
		notebooks: notebook.Read,
		dotenv:    keys.Dotenv,
		prose:     markdown.Read,
	}
}

// configuration reads YAML and JSON: what is run there, and the keys of components.
func (c *Checker) configuration(t excerpt.Text, r site.Reading) (out []site.Site) {
	runs, holds := c.scripts.Found([]byte(t.String())), keys.MayHold(t.String())
	if !runs && !holds {
		return nil
	}
	documents := yaml.Parse(t)
	if runs {
		out = yaml.Scripts(documents, r)
	}
	if holds {
		for _, document := range documents {
			out = append(out, keys.Read(document, r)...)
		}
	}
	return out
}

// container reads a Dockerfile: what is run when it is built and later, and the environment of each of its stages.
func container(t excerpt.Text, r site.Reading) []site.Site {
	out := dockerfile.Read(t, r)
	for _, stage := range dockerfile.Stages(t) {
		if stage.Variables == nil || stage.Variables.Open {
			continue
		}
		var variables []keys.Variable
		for _, e := range stage.Variables.Entries {
			variables = append(variables, keys.Variable{Name: e.Key.String(), Value: e.Value.Value, At: e.Key})
		}
		out = append(out, keys.Environment(variables, r)...)
	}
	return out
}
