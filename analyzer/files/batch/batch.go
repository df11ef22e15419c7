// Package batch reads scripts of cmd.exe: the programs that they run. It executes nothing.
package batch

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// Read yields the sites in a script.
//
// https://learn.microsoft.com/windows-server/administration/windows-commands/cmd
func Read(t excerpt.Text, r site.Reading) []site.Site {
	lower := strings.ToLower(t.String())
	if r.Words == nil || !identity.MayLogIn(lower) && !strings.Contains(lower, "powershell") && !strings.Contains(lower, "pwsh") {
		return nil
	}
	var out []site.Site
	s := scanner{t: t, s: t.String()}
	for s.at < len(s.s) {
		words := strip(s.command())
		if len(words) == 0 {
			continue
		}
		out = append(out, read(words, t, r)...)
	}
	return out
}

// A word is a word of a command, with where it stands.
type word struct {
	text       excerpt.Text
	start, end int
}

func read(words []word, t excerpt.Text, r site.Reading) []site.Site {
	var argv []excerpt.Text
	for _, w := range words {
		argv = append(argv, w.text)
	}
	if program := identity.Program(argv[0].Word()); program == "powershell" || program == "pwsh" {
		return script(argv, r)
	}
	return r.Words(argv, func(i int, flag string) []identity.Edit {
		if i < 0 || i >= len(words) {
			return nil
		}
		return excerpt.Edits(t.Insert(words[i].end, " "+flag+" %"+r.Variable+"%"))
	})
}

// script hands on the script of PowerShell.
//
// Have: powershell -NoProfile -Command "Connect-AzAccount -Identity"
func script(argv []excerpt.Text, r site.Reading) []site.Site {
	i := slices.IndexFunc(argv, func(w excerpt.Text) bool {
		return slices.Contains([]string{"-command", "-c", "/command", "/c"}, strings.ToLower(w.String()))
	})
	if i < 0 || i != len(argv)-2 || r.Text == nil {
		return nil
	}
	return r.Text(site.PowerShell, argv[i+1].Within(func(s string) (string, bool) { return s, !strings.ContainsAny(s, "\"%\r\n") }))
}

// strip takes off what stands before the program.
//
// Have: @call az, if not errorlevel 1 az, if "%a%"=="b" az, else az, for %%i in (1 2) do az
func strip(words []word) []word {
	for len(words) > 0 {
		switch name := strings.ToLower(words[0].text.String()); name {
		case "call", "else", "do", "@call":
			words = words[1:]
		case "if", "@if":
			words = condition(words[1:])
		case "for", "@for":
			i := slices.IndexFunc(words, func(w word) bool { return strings.EqualFold(w.text.String(), "do") })
			if i < 0 {
				return nil
			}
			words = words[i+1:]
		case "rem", "@rem", "echo", "@echo", "set", "@set", "title", "goto", "exit":
			return nil
		default:
			if rest, ok := strings.CutPrefix(name, "@"); ok {
				n := len(name) - len(rest)
				words[0].text = words[0].text.Slice(n, words[0].text.Len())
				continue
			}
			if name != "" {
				return words
			}
			words = words[1:]
		}
	}
	return nil
}

// condition takes off what stands behind an if.
func condition(words []word) []word {
	for len(words) > 0 {
		name := strings.ToLower(words[0].text.String())
		switch {
		case name == "not" || name == "/i":
			words = words[1:]
		case slices.Contains([]string{"errorlevel", "exist", "defined", "cmdextversion"}, name):
			return words[min(2, len(words)):]
		case strings.Contains(name, "=="):
			return words[1:]
		case len(words) > 1 && strings.HasPrefix(words[1].text.String(), "=="):
			if words[1].text.String() == "==" {
				return words[min(3, len(words)):]
			}
			return words[2:]
		default: // a equ b
			return words[min(3, len(words)):]
		}
	}
	return nil
}
