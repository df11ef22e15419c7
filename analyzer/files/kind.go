package files

import (
	"path"
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

// interpreters are the languages of those that a first line may name.
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
