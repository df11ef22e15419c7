package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/whichid/whichid/analyzer/identity"
)

// program returns the name of the program that a statement runs, without what only runs it.
func (s *script) program(stmt *syntax.Stmt) string {
	words := s.unwrapped(stmt)
	if len(words) == 0 {
		return ""
	}
	return identity.Program(words[0])
}

func (s *script) unwrapped(stmt *syntax.Stmt) []identity.Word {
	call, ok := stmt.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) == 0 {
		return nil
	}
	return identity.Unwrap(meanings(s.words(call.Args))).Words
}

// manifest is what kubectl calls the standard input.
const manifest = "-"

// target returns the name of the file that a statement writes its standard input into, [manifest] if the words make a cluster
// read it, or "".
func (s *script) target(stmt *syntax.Stmt) string {
	words := s.unwrapped(stmt)
	if len(words) == 0 {
		return ""
	}
	switch identity.Program(words[0]) {
	case "cat":
		for _, redirect := range stmt.Redirs {
			switch redirect.Op {
			case syntax.RdrOut, syntax.AppOut, syntax.RdrClob, syntax.RdrAll, syntax.AppAll:
				return s.meaning(redirect.Word).String()
			default:
			}
		}
	case "tee":
		for _, word := range words[1:] {
			if !strings.HasPrefix(string(word), "-") {
				return string(word)
			}
		}
	case "kubectl", "oc":
		for i, word := range words {
			switch string(word) {
			case "-f-", "-f=-", "--filename=-":
				return manifest
			case "-f", "--filename":
				if i+1 < len(words) && words[i+1] == manifest {
					return manifest
				}
			}
		}
	}
	return ""
}
