package site

import (
	"path"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// FileLanguage tells the language of a file that a script or a build writes, by its first line or its name.
func FileLanguage(name, text string) Language {
	if language, named := identity.FirstLine(text); named {
		return language
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".sh", ".bash", ".zsh", ".ksh":
		return Shell
	case ".ps1", ".psm1":
		return PowerShell
	case ".py":
		return Python
	case ".tf", ".tfvars", ".hcl":
		return HCL
	case ".yaml", ".yml", ".json":
		return YAML
	}
	return Other
}
