package files

import (
	"path"
	"regexp"
	"strings"

	"github.com/whichid/whichid/analyzer/files/site"
)

// Kinds of files that are no language of a text inside another one.
const (
	makefile site.Language = "makefile"
	literals site.Language = "literals" // any other text
)

// A kind is a way to tell from the name of a file what it is written in.
type kind struct {
	language site.Language
	names    string // patterns of [path.Match] for the name in small letters, with spaces
}

// kinds is the table, the first line that fits counts.
func kinds() []kind {
	return []kind{
		{site.Shell, "*.sh *.bash *.zsh *.ksh *.bats *.sh.tpl *.sh.tmpl *.sh.j2 .bashrc .profile .bash_profile .envrc pkgbuild"},
		{site.PowerShell, "*.ps1 *.psm1"},
		{site.Batch, "*.bat *.cmd"},
		{makefile, "makefile gnumakefile *.mk makefile.* *.make"},
	}
}

// shebang tells what a script says of itself in its first line.
//
// Have: #!/bin/bash -e, #!/usr/bin/env python3
const shebang = `^#!\s*\S*?([a-z]+)[0-9.]*(?:\s+(?:-\S+\s+)*([a-z]+)[0-9.]*)?`

func interpreters() map[string]site.Language {
	return map[string]site.Language{
		"sh": site.Shell, "bash": site.Shell, "dash": site.Shell, "ash": site.Shell, "zsh": site.Shell, "ksh": site.Shell,
		"python": site.Python, "pwsh": site.PowerShell, "powershell": site.PowerShell,
	}
}

// languageOf tells what a file is written in.
func languageOf(name, text string) site.Language {
	base := strings.ToLower(path.Base(name))
	for _, k := range kinds() {
		for pattern := range strings.FieldsSeq(k.names) {
			if fits, err := path.Match(pattern, base); fits && err == nil {
				return k.language
			}
		}
	}
	if strings.HasPrefix(text, "#!") {
		if language, ok := interpreted(text); ok {
			return language
		}
	}
	return literals
}

// interpreted tells what a script is written in that names its interpreter.
func interpreted(text string) (site.Language, bool) {
	line, _, _ := strings.Cut(text, "\n")
	found := regexp.MustCompile(shebang).FindStringSubmatch(line)
	if found == nil {
		return "", false
	}
	program := found[1]
	if program == "env" {
		program = found[2]
	}
	language, ok := interpreters()[program]
	return language, ok
}
