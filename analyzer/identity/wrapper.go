package identity

import (
	"slices"
	"strings"
)

// A wrapper is a program that runs another one, whose words follow its own.
type wrapper struct {
	name     string
	values   string // its flags that have a value
	operands int    // how many words of its own stand before the other program
	assigns  bool   // NAME=value may stand before the other program
}

// wrappers is the table: the manual pages env(1), timeout(1), nice(1), stdbuf(1) and nohup(1) of GNU coreutils 9.1, sudo(8) of sudo
// 1.9.13, doas(1) of OpenDoas 6.8.2, ionice(1) and setsid(1) of util-linux 2.38, time(1) of GNU time 1.9, and the builtins exec,
// command and builtin in https://www.gnu.org/software/bash/manual/bash.html.
func wrappers() []wrapper {
	return []wrapper{
		{
			name: "sudo", assigns: true,
			values: "-u --user -g --group -h --host -p --prompt -C --close-from -D --chdir -R --chroot -r --role -t --type " +
				"-T --command-timeout -U --other-user",
		},
		{name: "doas", values: "-u"}, // -C FILE runs nothing
		{name: "env", values: "-u --unset -C --chdir", assigns: true},
		{name: "timeout", values: "-s --signal -k --kill-after", operands: 1},
		{name: "nice", values: "-n --adjustment"},
		{name: "ionice", values: "-c --class -n --classdata"},
		{name: "stdbuf", values: "-i --input -o --output -e --error"},
		{name: "time", values: "-f --format -o --output"},
		{name: "nohup"},
		{name: "setsid"},
		{name: "exec", values: "-a"},
		{name: "command"},
		{name: "builtin"},
	}
}

// A Line is a command whose wrappers are taken off: its words, or the script that an interpreter is to run.
type Line struct {
	Words    []Word
	Script   Word
	Language Language // of the script; none if there are words
	// At is the word of the command line that Words begin with, or that is the script; -1 for a script of several words.
	At int
}

// maxWrappers bounds how many programs may run one another.
const maxWrappers = 8

// Unwrap takes off what only runs another program.
//
// Have: sudo -E timeout 60 az login -i, /bin/bash -lc 'az login -i'
func Unwrap(argv []Word) Line {
	all := len(argv)
	for range maxWrappers {
		if len(argv) == 0 {
			return Line{}
		}
		name := Program(argv[0])
		if line, ok := scriptOf(name, argv[1:]); ok {
			if line.At >= 0 {
				line.At += all - len(argv) + 1
			}
			return line
		}
		i := slices.IndexFunc(wrappers(), func(w wrapper) bool { return w.name == name })
		if i < 0 {
			return Line{Words: argv, At: all - len(argv)}
		}
		argv = wrappers()[i].inner(argv[1:])
	}
	return Line{}
}

// inner returns the words of the program that is run, or none where they are not known.
func (w wrapper) inner(words []Word) []Word {
	for i := 0; i < len(words); i++ {
		word := string(words[i])
		switch {
		case word == "--":
			return words[min(i+1+w.operands, len(words)):]
		case hasHole(word) && !strings.Contains(word, "="):
			if w.operands == 0 {
				return nil
			}
			return words[min(i+w.operands, len(words)):]
		case strings.HasPrefix(word, "-"):
			if isIn(w.values, word) {
				i++
			}
		case w.assigns && strings.Contains(word, "="):
		default:
			return words[min(i+w.operands, len(words)):]
		}
	}
	return nil
}
