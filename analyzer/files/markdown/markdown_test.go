package markdown_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/markdown"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

func reading(got *[]string) site.Reading {
	return site.Reading{
		Text: func(language site.Language, t excerpt.Text) []site.Site {
			*got = append(*got, string(language)+": "+t.String())
			return nil
		},
		Words: func([]excerpt.Text, func(int, string) []identity.Edit) []site.Site { return nil },
		URL: func(t excerpt.Text, _ func(int, string) []identity.Edit) []site.Site {
			*got = append(*got, "url: "+t.String())
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
		"fence":          {"# x\n```sh\naz login -i\n```\ny\n```bash\nz\n```\n", []string{"shell: az login -i\n", "shell: z\n"}},
		"tilde":          {"~~~~ bash\n~~~\n```\n~~~~~\n", []string{"shell: ~~~\n```\n"}},
		"no tag":         {"```\naz login -i\n```\n", nil},
		"another tag":    {"```text\naz login -i\n```\n", nil},
		"no block":       {"az login -i\n``` a ` b\n    az login -i\n", nil},
		"in a list":      {"1. x\n   ```sh\n   a\n     b\n c\n   ```\n", []string{"shell: a\n  b\nc\n"}},
		"attributes":     {"```{.powershell title=\"x\"}\na\n```\n```{code-block} python\nb\n```", []string{"powershell: a\n", "python: b\n"}},
		"not closed":     {"```YAML\na", []string{"yaml: a"}},
		"CRLF":           {"```json\r\n{}\r\n```\r\nx", []string{"yaml: {}\r\n"}},
		"console":        {"```console\n$ az login -i \\\n> -o json\nout\n# $ x\n$ b\n```", []string{"shell: az login -i \\\n-o json\nb\n"}},
		"prompts in sh":  {"```sh\n$ az login -i\n[]\n```", []string{"shell: az login -i\n"}},
		"dockerfile":     {"```Dockerfile\nFROM a\nRUN b\n```", []string{"shell: b"}},
		"C#":             {"```csharp\nF(\"http://169.254.169.254/metadata/identity/oauth2/token?resource=x\");\n```", []string{"url: http://169.254.169.254/metadata/identity/oauth2/token?resource=x"}},
		"directive":      {".. code-block:: bash\n   :linenos:\n\n   a\n     b\n\n   c\n\nd\n", []string{"shell: a\n  b\n\nc\n\n"}},
		"two directives": {"- x\n\n  .. code:: sh\n\n    a\n  .. sourcecode:: python\n\n    b", []string{"shell: a\n", "python: b"}},
		"empty":          {".. code-block:: sh\n.. code-block::\n\n  x\n```sh", []string{"shell: "}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []string
			markdown.Read(excerpt.File(c.file), reading(&got))
			got = slices.DeleteFunc(got, func(s string) bool { return s == "shell: " })
			want := slices.DeleteFunc(c.want, func(s string) bool { return s == "shell: " })
			if !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

func TestPlace(t *testing.T) {
	t.Parallel()
	const file = "- x\n  ```sh\n  $ a\n  $ HERE b\n  ```\n"
	var edits []identity.Edit
	markdown.Read(excerpt.File(file), site.Reading{Text: func(_ site.Language, t excerpt.Text) []site.Site {
		if edit, ok := t.Insert(strings.Index(t.String(), "HERE")+4, " c"); ok {
			edits = append(edits, edit)
		}
		return nil
	}})
	if len(edits) != 1 || file[:edits[0].Start]+edits[0].New+file[edits[0].End:] != strings.Replace(file, "HERE", "HERE c", 1) {
		t.Errorf("%+v", edits)
	}
}

// FuzzRead holds the reader to an answer.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"```sh\n$ a\\\n> b\n```", " ~~~ {.cs}\n\"x\"\n~~~", ".. code:: sh\n :x:\n\n  a\n b", "```docker\nFROM a\nRUN b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		check := func(text excerpt.Text) {
			if start, end := text.Span(); start < 0 || start > end || end > len(s) {
				t.Errorf("%d to %d of %d", start, end, len(s))
			}
		}
		markdown.Read(excerpt.File(s), site.Reading{
			Text:  func(_ site.Language, text excerpt.Text) []site.Site { check(text); return nil },
			Words: func([]excerpt.Text, func(int, string) []identity.Edit) []site.Site { return nil },
			URL:   func(text excerpt.Text, _ func(int, string) []identity.Edit) []site.Site { check(text); return nil },
		})
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("Some text that is long enough for a line of a document.\n\n```sh\naz login -i\n```\n\n", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		markdown.Read(excerpt.File(text), site.Reading{Text: func(site.Language, excerpt.Text) []site.Site { return nil }})
	}
}
