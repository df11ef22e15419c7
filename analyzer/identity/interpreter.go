package identity

import (
	"slices"
	"strings"
)

// A Language is what the text of a script is written in.
type Language string

// The languages of scripts.
const (
	Shell      Language = "shell"
	PowerShell Language = "powershell"
	Python     Language = "python"
	Batch      Language = "batch" // of cmd.exe
)

// An interpreter is a program that runs a script which stands among its words.
type interpreter struct {
	names    string
	language Language
	flag     string // flags whose value is the script; without one it follows the operands
	values   string // other flags with a value
	operands int    // how many words of its own stand before the script
	rest     bool   // all words that follow are the script, with a blank between them
	letters  bool   // flags of one letter share a dash, that of the script among them
	files    bool   // scripts are written for it
	input    bool   // without a script among its words it reads one from its standard input
	folds    bool   // flags have no letter case, and a beginning of one will do
}

// interpreters is the table: the manual pages bash(1), dash(1), su(1) of util-linux 2.38 and ssh(1) of OpenSSH 9.2, eval in
// https://www.gnu.org/software/bash/manual/bash.html, https://docs.python.org/3/using/cmdline.html,
// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_pwsh and
// https://learn.microsoft.com/windows-server/administration/windows-commands/cmd.
func interpreters() []interpreter {
	return []interpreter{
		{
			names: "sh bash dash ash zsh ksh mksh", language: Shell, flag: "-c", letters: true, input: true, files: true,
			values: "-o -O +o +O --rcfile --init-file",
		},
		{
			names: "su", language: Shell, flag: "-c --command", operands: 1, input: true,
			values: "-s --shell -g --group -G --supp-group -w --whitelist-environment",
		},
		{names: "eval", language: Shell, rest: true},
		{
			names: "ssh", language: Shell, operands: 1, rest: true, input: true,
			values: "-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w",
		},
		{names: "python python3 py", language: Python, flag: "-c", values: "-W -X", input: true, files: true},
		{
			names: "pwsh powershell", language: PowerShell, flag: "-command", rest: true, folds: true, files: true,
			values: "-executionpolicy -workingdirectory -version -outputformat -inputformat -windowstyle -configurationname",
		},
		{names: "cmd", language: Batch, flag: "/c /k", rest: true, folds: true, files: true},
	}
}

// scriptOf returns the script that a program runs, at its place among the words.
//
// Have: -c script, -lc script, -euo pipefail -c script; /c script; user@host script
func scriptOf(program string, words []Word) (Line, bool) {
	for _, in := range interpreters() {
		if isIn(in.names, program) {
			if at, ok := in.script(words); ok && at < len(words) {
				return in.line(words, at), true
			}
		}
	}
	return Line{}, false
}

// line returns the script that begins with a word.
func (in interpreter) line(words []Word, at int) Line {
	line := Line{Script: words[at], Language: in.language, At: at}
	if rest := words[at+1:]; in.rest && len(rest) > 0 {
		for _, word := range rest {
			line.Script += " " + word
		}
		line.At = -1
	}
	return line
}

// script returns the word that the script begins with.
func (in interpreter) script(words []Word) (at int, ok bool) {
	operands := in.operands
	for i := 0; i < len(words); i++ {
		word := string(words[i])
		switch {
		case in.flag != "" && in.is(in.flag, word):
			ok = true
		case in.is(in.values, word):
			i++
		case in.isFlag(word):
			if in.letters && !strings.HasPrefix(word, "--") {
				ok = ok || strings.Contains(word, "c")
				i += strings.Count(word, "o") // each has a value
			}
			continue
		case operands > 0:
			operands--
		default:
			return i, ok || in.flag == ""
		}
		if ok && !in.letters {
			return i + 1, true
		}
	}
	return 0, false
}

func (in interpreter) isFlag(word string) bool {
	return strings.HasPrefix(word, "-") || strings.HasPrefix(word, "+") || in.folds && strings.HasPrefix(word, "/")
}

// is reports whether a list has a flag.
func (in interpreter) is(list, flag string) bool {
	if !in.folds {
		return isIn(list, flag)
	}
	return slices.ContainsFunc(strings.Fields(list), func(full string) bool {
		return len(flag) > 1 && strings.HasPrefix(full, strings.ToLower(flag))
	})
}

// StandardInput returns the language of the script that a command reads from its standard input, or "".
//
// Have: sudo bash -s, ssh user@host, python3 -
func StandardInput(argv []Word) Language {
	line := Unwrap(argv)
	if len(line.Words) == 0 {
		return ""
	}
	for _, in := range interpreters() {
		if isIn(in.names, Program(line.Words[0])) && in.readsInput(line.Words[1:]) {
			return in.language
		}
	}
	return ""
}

func (in interpreter) readsInput(words []Word) bool {
	operands := in.operands
	for i := 0; i < len(words); i++ {
		word := string(words[i])
		switch {
		case word == "-", word == "-s" && in.letters:
			return true
		case in.is(in.values, word):
			i++
		case strings.HasPrefix(word, "-"):
		case operands > 0:
			operands--
		default:
			return false
		}
	}
	return operands == 0 && in.input
}
