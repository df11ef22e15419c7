package identity

import "strings"

// LanguageOf returns the language of the scripts that a program reads, or "". A version may follow the name.
//
// Have: /bin/bash, python3.12, pwsh.exe
func LanguageOf(program Word) Language {
	name := strings.TrimRight(Program(program), "0123456789.")
	for _, in := range interpreters() {
		if in.files && isIn(in.names, name) {
			return in.language
		}
	}
	return ""
}

// FirstLine returns the language of a script whose first line names its interpreter, and whether it does; the language is "" for
// one that is none of the table.
//
// Have: #!/bin/bash -e, #!/usr/bin/env -S python3 -u
func FirstLine(script string) (language Language, named bool) {
	line, _, _ := strings.Cut(script, "\n")
	line, named = strings.CutPrefix(line, "#!")
	if !named {
		return "", false
	}
	for word := range strings.FieldsSeq(line) {
		if program := Word(word); Program(program) != "env" && !strings.HasPrefix(word, "-") {
			return LanguageOf(program), true
		}
	}
	return "", true
}
