// Package notebook reads Jupyter notebooks: the code in their cells.
package notebook

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/files/yaml"
)

// Read returns the sites in the code cells of a notebook (https://nbformat.readthedocs.io/en/latest/format_description.html).
func Read(t excerpt.Text, r site.Reading) []site.Site {
	var out []site.Site
	for _, n := range yaml.Parse(t) {
		language := kernel(n)
		for _, c := range cells(n) {
			if c.Get("cell_type").Text() != "code" {
				continue
			}
			code, l := source(c), of(c, language)
			if first, _, _ := strings.Cut(code.String(), "\n"); l != site.Other && strings.HasPrefix(first, "#!") {
				l = choice(first, l)
			}
			if l != site.Other && code.Len() > 0 {
				out = append(out, r.Text(l, code)...)
			}
		}
	}
	return out
}

// cells returns the cells of a notebook; before version 4 they stand in worksheets.
func cells(n *tree.Node) []*tree.Node {
	var out []*tree.Node
	if all := n.Get("cells"); all != nil {
		out = all.Items
	}
	if sheets := n.Get("worksheets"); sheets != nil {
		for _, sheet := range sheets.Items {
			if all := sheet.Get("cells"); all != nil {
				out = append(out, all.Items...)
			}
		}
	}
	return out
}

// source returns the code of a cell: a string, or strings that follow one another without anything between them.
//
// Have: "source": ["import os\n", "x"]
func source(c *tree.Node) excerpt.Text {
	n := c.Get("source")
	if n == nil {
		n = c.Get("input")
	}
	switch {
	case n == nil:
		return excerpt.Text{}
	case n.Kind == tree.Scalar:
		return n.Value
	}
	var lines []excerpt.Text
	for _, line := range n.Items {
		lines = append(lines, line.Value)
	}
	return excerpt.Join(lines...)
}

// kernel returns the language of a notebook.
func kernel(n *tree.Node) site.Language {
	metadata := n.Get("metadata")
	for _, name := range []string{
		metadata.Get("kernelspec").Get("language").Text(),
		metadata.Get("language_info").Get("name").Text(),
		metadata.Get("kernelspec").Get("name").Text(),
	} {
		if name != "" {
			return languageOf(name)
		}
	}
	return site.Python
}

// of returns the language of a cell, which may say another than the notebook.
//
// Have: "metadata": {"dotnet_interactive": {"language": "pwsh"}}
func of(c *tree.Node, language site.Language) site.Language {
	metadata := c.Get("metadata")
	for _, name := range []string{
		metadata.Get("polyglot_notebook").Get("kernelName").Text(),
		metadata.Get("dotnet_interactive").Get("language").Text(),
		metadata.Get("vscode").Get("languageId").Text(),
		c.Get("language").Text(),
	} {
		if name != "" {
			return languageOf(name)
		}
	}
	return language
}

// choice returns the language that the first line of a cell chooses, in notebooks that know such lines.
//
// Have: #!pwsh
func choice(line string, language site.Language) site.Language {
	if chosen := languageOf(strings.TrimSpace(strings.TrimPrefix(line, "#!"))); chosen != site.Other {
		return chosen
	}
	return language
}

// languages holds what kernels call the languages that are read: https://github.com/jupyter/jupyter/wiki/Jupyter-kernels and
// https://github.com/dotnet/interactive/blob/main/docs/kernels-overview.md.
const languages = "python:python python3:python ipython:python pyspark:python pythonkernel:python bash:shell sh:shell shell:shell " +
	"shellscript:shell pwsh:powershell powershell:powershell"

// languageOf returns the language that a kernel has a name for.
func languageOf(name string) site.Language {
	for pair := range strings.FieldsSeq(languages) {
		if known, language, _ := strings.Cut(pair, ":"); strings.EqualFold(known, name) {
			return site.Language(language)
		}
	}
	return site.Other
}
