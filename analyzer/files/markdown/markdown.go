// Package markdown reads the code in documentation: fenced blocks of Markdown and code blocks of reStructuredText, by their language.
//
// https://spec.commonmark.org/0.31.2/#fenced-code-blocks
// https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-code-block
package markdown

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/dockerfile"
	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/literals"
	"github.com/whichid/whichid/analyzer/files/site"
)

// session is shell with prompts and output.
const session site.Language = "session"

// tags tells the language of a block by its tag. Those of Microsoft's documentation are in
// https://learn.microsoft.com/contribute/content/metadata.
func tags() map[site.Language]string {
	return map[site.Language]string{
		site.Shell: "sh bash shell zsh ksh dash azurecli azurecli-interactive azcli bash-interactive",
		session:    "console shell-session shellsession sh-session bash-session terminal",
		site.PowerShell: "powershell pwsh ps1 ps posh azurepowershell azurepowershell-interactive powershell-interactive " +
			"azurepowershell-core",
		site.Python: "python py python3",
		site.YAML:   "yaml yml json jsonc json5",
	}
}

// fileOf tells which file a block of another language could be, by its tag.
func fileOf(tag string) string {
	for ending, names := range map[string]string{
		"cs": "csharp c# cs dotnet", "ts": "typescript ts tsx", "js": "javascript js jsx node nodejs", "java": "java", "kt": "kotlin kt",
		"rs": "rust rs", "rb": "ruby rb", "php": "php", "swift": "swift", "scala": "scala", "groovy": "groovy", "cpp": "c++ cpp c",
	} {
		if isIn(names, tag) {
			return "block." + ending
		}
	}
	return ""
}

func isIn(words, word string) bool {
	return word != "" && strings.Contains(" "+words+" ", " "+word+" ")
}

// Read returns the sites in the code blocks of a document.
func Read(t excerpt.Text, r site.Reading) []site.Site {
	var out []site.Site
	lines := &lines{text: t}
	for lines.next() {
		if f, ok := lines.fence(); ok {
			out = append(out, read(f.tag, lines.fenced(f), r)...)
		} else if tag, ok := lines.directive(); ok {
			out = append(out, read(tag, lines.indented(), r)...)
		}
	}
	return out
}

// read reads a block.
func read(tag string, block excerpt.Text, r site.Reading) []site.Site {
	if tag = strings.ToLower(tag); isIn("dockerfile docker containerfile", tag) {
		return dockerfile.Read(block, r)
	}
	if file := fileOf(tag); file != "" {
		if read, ok := literals.For(file); ok {
			return read(block, r)
		}
	}
	for language, names := range tags() {
		switch {
		case !isIn(names, tag):
		case language == session, language == site.Shell && hasPrompt(block.String()):
			return r.Text(site.Shell, commands(block))
		default:
			return r.Text(language, block)
		}
	}
	return nil
}

func hasPrompt(block string) bool {
	return strings.HasPrefix(block, "$ ") || strings.Contains(block, "\n$ ")
}

// commands returns the lines of a session that were typed, without their prompts.
//
// Have: $ command \ and > rest of it
func commands(t excerpt.Text) excerpt.Text {
	var out excerpt.Builder
	continues := false
	lines := &lines{text: t}
	for lines.next() {
		line := lines.line()
		skip, isTyped := 0, continues
		for _, prompt := range []string{"$ ", "> "} {
			if strings.HasPrefix(line, prompt) && (prompt == "$ ") != continues {
				skip, isTyped = len(prompt), true
			}
		}
		if continues = false; isTyped {
			out.Keep(t.Slice(lines.start+skip, lines.behind))
			continues = strings.HasSuffix(strings.TrimRight(line, "\r"), `\`)
		}
	}
	return out.Text()
}
