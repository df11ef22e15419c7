package files

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/whichid/whichid/analyzer/files/literals"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// A Kind is what files are, by their names.
type Kind struct {
	Title string
	Names string // patterns of [path.Match] for the name in small letters, with spaces
	Finds string // what is looked for
	kind  site.Language
}

// The kinds of files that are no language of a text inside another one.
const (
	makefile  site.Language = "makefile"
	notebooks site.Language = "notebook"
	dotenv    site.Language = "dotenv"
	prose     site.Language = "prose"
	program   site.Language = "program"
)

// Kinds returns the table of files: the first line whose names fit counts. A script may have its interpreter in its first line instead.
func Kinds() []Kind {
	const (
		commands = "commands and token requests"
		inside   = "scripts and command lines where they are run, and the keys of components"
	)
	return []Kind{
		{
			"shell", "*.sh *.bash *.zsh *.ksh *.sh.tpl *.sh.tmpl *.sh.tftpl *.sh.j2 .bashrc .profile .bash_profile .envrc pkgbuild",
			commands + ", also in scripts and configuration inside scripts; variables of the environment", site.Shell,
		},
		{"make", "makefile gnumakefile *.mk makefile.* *.make", commands + " in recipes", makefile},
		{"PowerShell", "*.ps1 *.psm1 *.ps1.tpl *.ps1.tftpl", "cmdlets, commands and token requests", site.PowerShell},
		{"cmd.exe", "*.bat *.cmd", commands, site.Batch},
		{"Python", "*.py *.pyw *.py.tpl *.py.tftpl *.py.j2", "credentials, token requests, commands", site.Python},
		{"notebooks", "*.ipynb", "the same in the cells", notebooks},
		{
			"Dockerfile", "dockerfile dockerfile.* *.dockerfile containerfile containerfile.*",
			commands + ", variables of the environment", site.Dockerfile,
		},
		{
			"YAML, JSON", "*.yaml *.yml *.json *.jsonc *.json5 *.yaml.* *.yml.* *.json.tpl *.json.tmpl *.json.j2 *.json.tftpl user-data",
			inside, site.YAML,
		},
		{
			"HCL", "*.tf *.tofu *.tfvars *.tfbackend *.hcl *.nomad *.hcl.tpl *.tf.tpl *.tf.tmpl",
			"providers, backends and other blocks, and the scripts inside", site.HCL,
		},
		{"variables", ".env *.env .env.* env.sample", "variables of the environment", dotenv},
		{"documentation", "*.md *.markdown *.mdx *.rst", "what stands in blocks of code, if -files names the file", prose},
		{
			"other languages", strings.Join(literals.Names(), " "),
			"token requests in strings, credentials of the Azure SDKs, commands, the environment of a Jenkins pipeline", program,
		},
	}
}

// readerOf tells who reads a file, or returns nil if nobody does.
func (c *Checker) readerOf(name, text string) site.Reader {
	kind := languageOf(name, text)
	if kind == program {
		read, _ := literals.For(baseOf(name))
		return read
	}
	return c.readers()[kind]
}

// languageOf returns what a file is, or "" if that is not known.
func languageOf(name, text string) site.Language {
	kind := kindOf(baseOf(name))
	if language, named := identity.FirstLine(text); named && (kind == "" || kind == program) {
		kind = language
	}
	return kind
}

func baseOf(name string) string { return strings.ToLower(path.Base(filepath.ToSlash(name))) }

func kindOf(base string) site.Language {
	for _, k := range Kinds() {
		for pattern := range strings.FieldsSeq(k.Names) {
			if fits, err := path.Match(pattern, base); fits && err == nil {
				return k.kind
			}
		}
	}
	return ""
}
