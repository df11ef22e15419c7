package dockerfile_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/dockerfile"
	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// reading notes what is handed on: the language or "words", and the text.
func reading(got *[]string) site.Reading {
	return site.Reading{
		Text: func(language site.Language, t excerpt.Text) []site.Site {
			*got = append(*got, string(language)+": "+strings.ReplaceAll(t.String(), string(identity.Unknown()), "~"))
			return nil
		},
		Words: func(words []excerpt.Text, _ func(int, string) []identity.Edit) []site.Site {
			all := []string{"words"}
			for _, word := range words {
				all = append(all, word.String())
			}
			*got = append(*got, strings.Join(all, "|"))
			return nil
		},
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file string
		want []string
	}{
		"RUN":               {"FROM a\nRUN az login -i", []string{"shell: az login -i"}},
		"continued":         {"FROM a\nRUN a && \\\n  az login -i \\ \t\n  -o json\nUSER x", []string{"shell: a &&   az login -i   -o json"}},
		"comments between":  {"FROM a\nRUN a && \\\n# b \\\n\n   # c\n az login -i", []string{"shell: a &&  az login -i"}},
		"two backslashes":   {"FROM a\nRUN a \\\\\nRUN b", []string{"shell: a \\\\", "shell: b"}},
		"CRLF":              {"FROM a\r\nRUN a && \\\r\n  b\r\nRUN c\r\n", []string{"shell: a &&   b", "shell: c"}},
		"lower case":        {"from a\nrun az login -i", []string{"shell: az login -i"}},
		"byte order mark":   {"\ufeffFROM a\nRUN b", []string{"shell: b"}},
		"flags":             {"FROM a\nRUN --mount=type=cache,target=/x --network=none b --c", []string{"shell: b --c"}},
		"before FROM":       {"ARG x\nRUN b", nil},
		"comment":           {"FROM a\n# RUN az login -i\n  #RUN c", nil},
		"exec form":         {`FROM a` + "\n" + `RUN ["az", "log\u0069n", "-i"]`, []string{"words|az|login|-i"}},
		"continued exec":    {"FROM a\nRUN [\"az\", \\\n \"login\"]", []string{"words|az|login"}},
		"no JSON":           {"FROM a\nRUN ['az', 'login']", []string{"shell: ['az', 'login']"}},
		"test":              {"FROM a\nRUN [ -f x ] && az login -i", []string{"shell: [ -f x ] && az login -i"}},
		"escape":            {"# escape=`\nFROM windows\nSHELL [\"pwsh\", \"-Command\"]\nRUN a `\n  b\\\nRUN c", []string{"powershell: a   b\\", "powershell: c"}},
		"late directive":    {"# x\n# escape=`\nFROM a\nRUN a \\\n b", []string{"shell: a  b"}},
		"syntax and escape": {"# syntax=docker/dockerfile:1\n# Escape = `\nFROM a\nRUN a", nil},
		"cmd":               {"FROM mcr.microsoft.com/windows/servercore\nRUN az login -i", nil},
		"SHELL":             {"FROM a\nSHELL [\"/bin/bash\", \"-ec\"]\nRUN a\nSHELL [\"C:\\\\PS\\\\powershell.exe\"]\nRUN b\nSHELL [\"cmd\", \"/S\"]\nRUN c\nFROM d\nRUN e", []string{"shell: a", "powershell: b", "batch: c", "shell: e"}},
		"inherited SHELL":   {"FROM a AS b\nSHELL [\"pwsh\", \"-c\"]\nFROM B\nRUN c", []string{"powershell: c"}},

		"heredoc":            {"FROM a\nRUN <<EOF\na\n  EOF\nb\nEOF\nRUN c", []string{"shell: a\n  EOF\nb\n", "shell: c"}},
		"chomped":            {"FROM a\nRUN <<-EOF\n\ta\n\tEOF\nRUN c", []string{"shell: a\n", "shell: c"}},
		"shebang":            {"FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nx()\nEOF\nRUN <<E\n#!/usr/bin/perl\nx\nE", []string{"python: #!/usr/bin/env python3\nx()\n"}},
		"to a command":       {"FROM a\nRUN <<EOF bash -e\na\nEOF\nRUN c", []string{"shell: <<EOF bash -e\na\nEOF\n", "shell: c"}},
		"piped":              {"FROM a\nRUN cat <<'EOF' | sh && \\\n  d\na\nEOF\nRUN c", []string{"shell: cat <<'EOF' | sh &&   d\na\nEOF\n", "shell: c"}},
		"flags and heredoc":  {"FROM a\nRUN --mount=type=x <<EOF\nb\nEOF", []string{"shell: b\n"}},
		"two heredocs":       {"FROM a\nCOPY <<a.sh <<\"b.py\" /bin/\nx $Y \\$z\na.sh\ny $z\nb.py\nRUN c", []string{"shell: x ~ $z\n", "python: y $z\n", "shell: c"}},
		"copied by name":     {"FROM a\nCOPY --chmod=755 <<EOF /x.sh\na\nEOF\nCOPY <<E /x.conf\nb\nE\nADD <<E /x\n#!/bin/sh -e\nc\nE\nCOPY <<E d.ps1\nd\nE\nCOPY <<E d.yaml\ne\nE", []string{"shell: a\n", "shell: #!/bin/sh -e\nc\n", "powershell: d\n", "yaml: e\n"}},
		"no heredoc":         {"FROM a\nRUN a <<<b\nRUN c<<E\nRUN \"x <<E\nRUN echo '<<E'\nCMD x <<E\nCMD y", []string{"shell: a <<<b", "shell: c<<E", "shell: \"x <<E", "shell: echo '<<E'", "shell: y"}},
		"unfinished":         {"FROM a\nRUN <<EOF\naz login -i", []string{"shell: az login -i"}},
		"quoted end":         {"FROM a\nRUN <<\"E F\"\na\nE F\nRUN b", []string{"shell: a\n", "shell: b"}},
		"heredoc in ONBUILD": {"FROM a\nONBUILD RUN <<EOF\na\nEOF\nRUN b", []string{"shell: a\n", "shell: b"}},

		"CMD":                    {"FROM a\nCMD az login -i", []string{"shell: az login -i"}},
		"the last CMD":           {"FROM a\nCMD x\nCMD [\"y\"]", []string{"words|y"}},
		"ENTRYPOINT":             {"FROM a\nENTRYPOINT [\"az\"]\nCMD [\"login\", \"-i\"]", []string{"words|az|login|-i"}},
		"ENTRYPOINT behind CMD":  {"FROM a\nCMD [\"x\"]\nENTRYPOINT [\"az\", \"login\"]", []string{"words|az|login"}},
		"ENTRYPOINT as shell":    {"FROM a\nENTRYPOINT az login\nCMD [\"-i\"]", []string{"shell: az login"}},
		"CMD as shell":           {"FROM a\nENTRYPOINT [\"tini\", \"--\"]\nCMD az login -i", []string{"words|tini|--|/bin/sh|-c|az login -i"}},
		"inherited ENTRYPOINT":   {"FROM a AS x\nENTRYPOINT [\"az\"]\nFROM x\nCMD [\"login\"]\nFROM b\nCMD [\"c\"]\nFROM x", []string{"words|az", "words|az|login", "words|c"}},
		"HEALTHCHECK":            {"FROM a\nHEALTHCHECK --interval=1s CMD az login -i\nHEALTHCHECK NONE\nHEALTHCHECK cmd [\"az\"]", []string{"shell: az login -i", "words|az"}},
		"ONBUILD":                {"FROM a\nONBUILD RUN --mount=x az login -i\nONBUILD CMD [\"x\"]\nONBUILD onbuild RUN y\nONBUILD COPY a b", []string{"shell: az login -i", "words|x"}},
		"other instructions":     {"FROM a\nLABEL a=\"az login -i\"\nENV X=\"az login -i\"\nUSER az\nMAINTAINER az login -i", nil},
		"nothing behind a name":  {"FROM\nRUN\nCMD\nENTRYPOINT []\nCMD []\nENV\nARG\nSHELL\nHEALTHCHECK\nONBUILD\nCOPY\nADD <<E", nil},
		"words that are no text": {"FROM a\nRUN [null]\nRUN [1]\nRUN [\"a\"", []string{"shell: [null]", "shell: [1]", "shell: [\"a\""}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []string
			dockerfile.Read(excerpt.File(c.file), reading(&got))
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestEdit writes behind the word HERE of what is handed on.
func TestEdit(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ file, text, want string }{
		"shell":         {"FROM a\nRUN a && \\\n# THERE\n HERE \\\n c", ` "$X"`, "FROM a\nRUN a && \\\n# THERE\n HERE \"$X\" \\\n c"},
		"two lines":     {"FROM a\nRUN HERE", "a\nb", ""},
		"exec":          {`FROM a` + "\n" + `RUN ["sh", "-c", "HERE \"x\""]`, ` "<$X>"`, `FROM a` + "\n" + `RUN ["sh", "-c", "HERE \"<$X>\" \"x\""]`},
		"heredoc":       {"FROM a\nRUN <<E\n HERE\nE", " $X\\\ny", "FROM a\nRUN <<E\n HERE $X\\\ny\nE"},
		"copied":        {"FROM a\nCOPY <<E x.sh\n $Y HERE\nE", ` "${X:?}" \`, "FROM a\nCOPY <<E x.sh\n $Y HERE \"\\${X:?}\" \\\\\nE"},
		"copied quoted": {"FROM a\nCOPY <<'E' x.sh\n $Y HERE\nE", ` "${X:?}"`, "FROM a\nCOPY <<'E' x.sh\n $Y HERE \"${X:?}\"\nE"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := ""
			write := func(t excerpt.Text) {
				n := strings.Index(t.String(), "HERE")
				if edit, ok := t.Insert(n+4, c.text); ok && n >= 0 {
					got = c.file[:edit.Start] + edit.New + c.file[edit.End:]
				}
			}
			dockerfile.Read(excerpt.File(c.file), site.Reading{
				Text: func(_ site.Language, t excerpt.Text) []site.Site {
					write(t)
					return nil
				},
				Words: func(words []excerpt.Text, _ func(int, string) []identity.Edit) []site.Site {
					write(words[len(words)-1])
					return nil
				},
			})
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestStages(t *testing.T) {
	t.Parallel()
	const file = "ARG a=0\nFROM --platform=x base:1 AS build\nENV a=1 b=\"2 $x\" c='$y' \\\n d=e\\ f\nARG g h=1\nENV i j  k\n" +
		"FROM build\nENV a=${z:-1} c=\nFROM scratch\n"
	var got []string
	for _, s := range dockerfile.Stages(excerpt.File(file)) {
		line := []string{s.Base, s.Name + ":"}
		for _, e := range s.Variables.Entries {
			start, _ := e.Key.Span()
			if !strings.HasPrefix(file[start:], e.Key.String()) {
				t.Errorf("%s stands at %q", e.Key.String(), file[start:])
			}
			line = append(line, e.Key.String()+"=<"+strings.ReplaceAll(e.Value.Text(), string(identity.Unknown()), "~")+">")
		}
		got = append(got, strings.Join(line, " "))
	}
	want := []string{
		"base:1 build: a=<1> b=<2 ~> c=<$y> d=<e f> g=<~> h=<1> i=<j  k>",
		"build : a=<~> b=<2 ~> c=<> d=<e f> g=<~> h=<1> i=<j  k>",
		"scratch :",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestIs(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"Dockerfile": true, "a/Dockerfile.dev": true, "dockerfile": true, "x.Dockerfile": true, "a.dockerfile": true, "Containerfile": true,
		"Containerfile.x": true, ".dockerignore": false, "Dockerfile.dockerignore": false, "Dockerfiles/x": false, "MyDockerfile": false,
	} {
		if got := dockerfile.Is(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// FuzzRead holds the reader to an answer, and to texts that stand in the file in their order.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"FROM a\nRUN <<EOF\na\nEOF\nRUN [\"a\", \"\\u0041\"]", "# escape=`\nFROM a AS b\nENV a=\"$b\" c=`d\nCMD x `\n# y\n z", "FROM a\nCOPY <<-\"x\" <<y /\n\tx\ny",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		check := func(text excerpt.Text) {
			if start, end := text.Span(); start < 0 || end > len(s) || start > end {
				t.Errorf("%d to %d of %d", start, end, len(s))
			}
			text.Insert(text.Len(), "x")
		}
		dockerfile.Read(excerpt.File(s), site.Reading{
			Text: func(_ site.Language, text excerpt.Text) []site.Site {
				check(text)
				return nil
			},
			Words: func(words []excerpt.Text, _ func(int, string) []identity.Edit) []site.Site {
				for _, word := range words {
					check(word)
				}
				return nil
			},
		})
		for _, stage := range dockerfile.Stages(excerpt.File(s)) {
			for _, e := range stage.Variables.Entries {
				check(e.Value.Value)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	file := strings.Repeat("RUN apt-get update \\\n    && apt-get install -y x \\\n    # more\n    && rm -rf /y\nENV A=1\nCOPY a b\n", 500)
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		var got []string
		dockerfile.Read(excerpt.File("FROM a\n"+file), reading(&got))
	}
}
