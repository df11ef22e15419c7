// Package dockerfile reads Dockerfiles: the commands of RUN, CMD, ENTRYPOINT, HEALTHCHECK and ONBUILD in both their forms, the scripts
// that are written into an image, and the variables of each stage.
//
// https://docs.docker.com/reference/dockerfile/
package dockerfile

import (
	"path"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// Is reports whether a file is a Dockerfile by its name.
//
// Have: Dockerfile, Dockerfile.dev, dev.Dockerfile, Containerfile
func Is(name string) bool {
	base := strings.ToLower(path.Base(name))
	stem, end, _ := strings.Cut(base, ".")
	return (stem == "dockerfile" || stem == "containerfile" || strings.HasSuffix(base, ".dockerfile")) && end != "dockerignore"
}

// Read returns the sites in a Dockerfile.
func Read(t excerpt.Text, r site.Reading) []site.Site {
	list, escape := instructions(t)
	var out []site.Site
	var stages []*Stage
	for _, in := range list {
		if in.name == "FROM" && len(stages) > 0 {
			out = append(out, stages[len(stages)-1].start(r)...)
		}
		stages = follow(stages, in, escape)
		if len(stages) > 0 {
			out = append(out, stages[len(stages)-1].run(in, escape, r)...)
		}
	}
	if len(stages) > 0 {
		out = append(out, stages[len(stages)-1].start(r)...)
	}
	return out
}

// run returns the sites of what an instruction runs, or writes for others to run.
func (s *Stage) run(in instruction, escape byte, r site.Reading) []site.Site {
	switch in.name {
	case "ONBUILD":
		name, args := cutWord(in.args)
		inner := instruction{name: strings.ToUpper(name.String()), args: args, docs: in.docs, rest: in.rest}
		switch inner.name {
		case "ONBUILD":
			return nil
		case "CMD", "ENTRYPOINT":
			return s.command(args).read(nil, r)
		}
		return s.run(inner, escape, r)
	case "RUN":
		in.args = withoutFlags(in.args)
		return s.runCommand(in, r)
	case "HEALTHCHECK":
		name, args := cutWord(withoutFlags(in.args))
		if strings.EqualFold(name.String(), "CMD") {
			return s.command(args).read(nil, r)
		}
	case "COPY", "ADD":
		return copied(in, escape, r)
	}
	return nil
}

// runCommand reads the command of RUN. A heredoc that stands alone is the script; with a command it is the shell's.
func (s *Stage) runCommand(in instruction, r site.Reading) []site.Site {
	if len(in.docs) == 0 {
		return s.command(in.args).read(nil, r)
	}
	if words, _ := fields(in.args, '\\'); len(in.docs) == 1 && len(words) == 1 {
		language := s.shell
		if said, named := identity.FirstLine(in.docs[0].body.String()); named {
			language = said
		}
		return read(language, in.docs[0].body, r)
	}
	return read(s.shell, excerpt.Join(in.args.Within(oneLine), in.rest), r)
}

// start reads what a stage starts: its ENTRYPOINT, with CMD as its arguments if it is in exec form.
//
// https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
func (s *Stage) start(r site.Reading) []site.Site {
	switch {
	case !s.isChanged:
		return nil
	case s.entrypoint.isNone():
		return s.cmd.read(nil, r)
	case s.entrypoint.script.Len() > 0 || s.cmd.isNone():
		return s.entrypoint.read(nil, r)
	}
	return s.cmd.read(s.entrypoint.words, r)
}

// read reads a command behind other words.
func (c command) read(before []excerpt.Text, r site.Reading) []site.Site {
	words := c.words
	switch {
	case c.script.Len() > 0 && len(before) == 0:
		return read(c.shell, c.script, r)
	case c.script.Len() > 0 && c.shell != site.Shell:
		return nil
	case c.script.Len() > 0:
		words = append(made(c.script, "/bin/sh", "-c"), c.script)
	}
	if words = slices.Concat(before, words); len(words) == 0 {
		return nil
	}
	return r.Words(words, nil) // nothing expands a variable in exec form
}

// made returns words that stand for a text.
func made(meant excerpt.Text, words ...string) []excerpt.Text {
	var out []excerpt.Text
	for _, word := range words {
		var b excerpt.Builder
		b.Put(word, meant)
		out = append(out, b.Text())
	}
	return out
}

// copied reads the heredocs that are written into files, in the language of these.
//
// Have: COPY <<EOF /start.sh; COPY <<a.sh <<b.py /bin/
func copied(in instruction, escape byte, r site.Reading) []site.Site {
	words, _ := fields(in.args, escape)
	if len(in.docs) == 0 || len(words) == 0 {
		return nil
	}
	target := words[len(words)-1].String()
	var out []site.Site
	for _, doc := range in.docs {
		name, body := target, doc.body
		if strings.HasSuffix(target, "/") || len(in.docs) > 1 {
			name = doc.name
		}
		if !doc.quoted {
			body = expand(body, escape, false)
		}
		out = append(out, read(site.FileLanguage(name, body.String()), body, r)...)
	}
	return out
}

func read(language site.Language, t excerpt.Text, r site.Reading) []site.Site {
	if language == site.Other || strings.TrimSpace(t.String()) == "" {
		return nil
	}
	return r.Text(language, t)
}
