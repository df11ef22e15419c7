package dockerfile

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// Nobody has more of these; what is beyond is not looked up.
const (
	maxStages    = 200
	maxVariables = 500 // of one stage
)

// A Stage is what stands from one FROM to the next.
type Stage struct {
	Name string // behind AS, or ""
	Base string // the image or the stage that it starts from
	// Variables are those of ENV and ARG, the stage's own and those of the stage that it starts from: a mapping, the last value of each.
	// It is open if there are too many. The value of an ARG without one is a hole, as is a variable in a value.
	Variables *tree.Node

	shell      site.Language
	entrypoint command // also that of the stage that it starts from
	cmd        command
	isChanged  bool // has a CMD or an ENTRYPOINT of its own
}

// A command is that of CMD or ENTRYPOINT, in one of its two forms.
type command struct {
	words  []excerpt.Text // in exec form
	script excerpt.Text   // in shell form
	shell  site.Language
}

func (c command) isNone() bool { return len(c.words) == 0 && c.script.Len() == 0 }

// Stages returns the stages of a Dockerfile with what they set in the environment.
func Stages(t excerpt.Text) []*Stage {
	var stages []*Stage
	list, escape := instructions(t)
	for _, in := range list {
		stages = follow(stages, in, escape)
	}
	return stages
}

// follow adds what an instruction says of its stage.
func follow(stages []*Stage, in instruction, escape byte) []*Stage {
	if in.name == "FROM" {
		return append(stages, newStage(stages, in, escape))
	}
	if len(stages) == 0 {
		return nil
	}
	s := stages[len(stages)-1]
	switch in.name {
	case "ENV", "ARG":
		s.set(in, escape)
	case "SHELL":
		if words, ok := execForm(in.args); ok && len(words) > 0 {
			s.shell = identity.LanguageOf(words[0].Word())
		}
	case "ENTRYPOINT":
		s.entrypoint, s.cmd, s.isChanged = s.command(in.args), command{}, true
	case "CMD":
		s.cmd, s.isChanged = s.command(in.args), true
	}
	return stages
}

// newStage begins a stage.
//
// Have: FROM --platform=linux/amd64 image AS name
func newStage(stages []*Stage, in instruction, escape byte) *Stage {
	words := strings.Fields(withoutFlags(in.args).String())
	s := &Stage{shell: site.Shell, Variables: &tree.Node{Kind: tree.Mapping, At: in.args}}
	if len(words) > 0 {
		s.Base = words[0]
	}
	if len(words) > 2 && strings.EqualFold(words[1], "as") {
		s.Name = words[2]
	}
	if image := strings.ToLower(s.Base); escape == '`' || strings.Contains(image, "windows") || strings.Contains(image, "nanoserver") {
		s.shell = site.Other // cmd
	}
	for _, earlier := range stages[:min(len(stages), maxStages)] {
		if strings.EqualFold(earlier.Name, s.Base) && s.Base != "" {
			s.shell, s.entrypoint, s.cmd = earlier.shell, earlier.entrypoint, earlier.cmd
			s.Variables.Entries = append([]tree.Entry(nil), earlier.Variables.Entries...)
		}
	}
	return s
}

func (s *Stage) command(args excerpt.Text) command {
	if words, ok := execForm(args); ok {
		return command{words: words}
	}
	return command{script: args.Within(oneLine), shell: s.shell}
}

// set adds the variables of an instruction.
//
// Have: ENV a=1 b="2 3"; ENV a 1 2; ARG a=1 b
func (s *Stage) set(in instruction, escape byte) {
	words, _ := fields(in.args, escape)
	if len(words) > 1 && in.name == "ENV" && !strings.Contains(words[0].String(), "=") {
		_, rest := cutWord(in.args)
		s.put(words[0], expand(rest, escape, true), in.args)
		return
	}
	for _, word := range words {
		n := strings.IndexByte(word.String(), '=')
		if n < 0 {
			var hole excerpt.Builder
			hole.Put(string(identity.Unknown()), word)
			s.put(word, hole.Text(), word)
			continue
		}
		s.put(word.Slice(0, n), expand(word.Slice(n+1, word.Len()), escape, true), word)
	}
}

func (s *Stage) put(key, val, at excerpt.Text) {
	entry := tree.Entry{Key: key, Value: &tree.Node{Kind: tree.Scalar, At: at, Value: val}}
	for i, e := range s.Variables.Entries {
		if e.Key.String() == key.String() {
			s.Variables.Entries[i] = entry
			return
		}
	}
	if len(s.Variables.Entries) < maxVariables {
		s.Variables.Entries = append(s.Variables.Entries, entry)
	} else {
		s.Variables.Open = true
	}
}
