package dockerfile

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
)

// names lists the instructions that there are.
//
// https://docs.docker.com/reference/dockerfile/
func names() []string {
	return []string{
		"ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN", "SHELL",
		"STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
	}
}

// Parsed says how much of a file makes sense: instructions that there are, heredocs that end, and commands that are a list of words or
// that isScript takes.
func Parsed(src string, isScript func(string) bool) (n int) {
	list, _ := instructions(excerpt.File(src))
	for _, in := range list {
		if !slices.Contains(names(), in.name) {
			n--
			continue
		}
		n++
		for _, doc := range in.docs {
			if doc.ends {
				n++
			}
		}
		if !slices.Contains([]string{"RUN", "CMD", "ENTRYPOINT"}, in.name) {
			continue
		}
		command := withoutFlags(in.args)
		if _, isExec := execForm(command); isExec || !strings.HasPrefix(command.String(), "[") && isScript(command.String()) {
			n++
		}
	}
	return n
}
