package files

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/whichid/whichid/analyzer/files/batch"
	"github.com/whichid/whichid/analyzer/files/dockerfile"
	"github.com/whichid/whichid/analyzer/files/hcl"
	"github.com/whichid/whichid/analyzer/files/keys"
	"github.com/whichid/whichid/analyzer/files/literals"
	"github.com/whichid/whichid/analyzer/files/markdown"
	"github.com/whichid/whichid/analyzer/files/notebook"
	"github.com/whichid/whichid/analyzer/files/powershell"
	"github.com/whichid/whichid/analyzer/files/python"
	"github.com/whichid/whichid/analyzer/files/shell"
	"github.com/whichid/whichid/analyzer/files/site"
)

// A kind is a way to tell from the name of a file who reads it.
type kind struct {
	read  site.Reader
	names string // patterns of [path.Match] for the name in small letters, with spaces
}

// kinds is the table: the first line that fits counts.
func (c *Checker) kinds() []kind {
	return []kind{
		{shell.Sites, "*.sh *.bash *.zsh *.ksh *.bats *.sh.tpl *.sh.tmpl *.sh.tftpl *.sh.j2 .bashrc .profile .bash_profile .envrc pkgbuild"},
		{shell.Makefile, "makefile gnumakefile *.mk makefile.* *.make"},
		{powershell.Read, "*.ps1 *.psm1 *.ps1.tpl *.ps1.tftpl"},
		{batch.Read, "*.bat *.cmd"},
		{python.Read, "*.py *.pyw *.py.tpl *.py.tftpl *.py.j2"},
		{notebook.Read, "*.ipynb"},
		{c.configuration, "*.yaml *.yml *.json *.jsonc *.json5 *.yaml.* *.yml.* *.json.tpl *.json.tmpl *.json.j2 *.json.tftpl *.cfg.tpl user-data"},
		{hcl.Read, "*.tf *.tofu *.tfvars *.tfbackend *.hcl *.nomad *.hcl.tpl *.tf.tpl *.tf.tmpl"},
		{keys.Dotenv, ".env *.env .env.* env.sample"},
		{markdown.Read, "*.md *.markdown *.mdx *.rst"},
	}
}

// interpreters are the languages of those that a first line may name.
func interpreters() map[string]site.Language {
	return map[string]site.Language{
		"sh": site.Shell, "bash": site.Shell, "dash": site.Shell, "ash": site.Shell, "zsh": site.Shell, "ksh": site.Shell,
		"python": site.Python, "pwsh": site.PowerShell, "powershell": site.PowerShell,
	}
}

// readerOf tells who reads a file: by its name, or by the interpreter that its first line names. It returns nil if nobody does.
func (c *Checker) readerOf(name, text string) site.Reader {
	name = filepath.ToSlash(name)
	base := strings.ToLower(path.Base(name))
	for _, k := range c.kinds() {
		for pattern := range strings.FieldsSeq(k.names) {
			if fits, err := path.Match(pattern, base); fits && err == nil {
				return k.read
			}
		}
	}
	if dockerfile.Is(name) {
		return container
	}
	if strings.HasPrefix(text, "#!") {
		if language, ok := interpreted(text); ok {
			return c.readers()[language]
		}
	}
	read, _ := literals.For(name)
	return read
}

// interpreted tells what a script is written in that names its interpreter in its first line.
//
// Have: #!/bin/bash -e, #!/usr/bin/env -S python3 -u
func interpreted(text string) (site.Language, bool) {
	line, _, _ := strings.Cut(strings.TrimPrefix(text, "#!"), "\n")
	for _, word := range strings.Fields(line) {
		program := strings.TrimRight(path.Base(word), "0123456789.")
		if language, ok := interpreters()[program]; ok {
			return language, true
		}
		if program != "env" && !strings.HasPrefix(word, "-") {
			break
		}
	}
	return "", false
}
