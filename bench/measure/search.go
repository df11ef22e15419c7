package measure

import (
	"os/exec"
	"regexp"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/marker"
	"github.com/whichid/whichid/analyzer/identity"
)

// GoSearch is what ripgrep is asked to find in Go files: the import paths of the table, and what identity.Markers looks for, of which
// the path of a token request has any letter case. The files are those that whichid reads.
func GoSearch() ([]string, error) {
	table, err := identity.NewTable()
	if err != nil {
		return nil, err
	}
	words := []string{
		"IDENTITY_ENDPOINT", "MSI_ENDPOINT", "fedauth",
		"az login", `az"`, "az.cmd", "azcopy", "kubelogin", "azd", "sqlcmd", "AzAccount",
	}
	for _, row := range table.Rows() {
		if row.Marker == identity.Relevant && !slices.Contains(words, row.Package) {
			words = append(words, row.Package)
		}
	}
	args := []string{"--count", "--no-ignore", "--glob=*.go", "--glob=!*_test.go", "--glob=!{vendor,testdata,node_modules}"}
	args = append(args, "--regexp=(?i:oauth2/token)")
	for _, word := range words {
		args = append(args, "--regexp="+regexp.QuoteMeta(word))
	}
	return search(args)
}

// Search is what ripgrep is asked to find in all files: the same, and the words for the other files, in any letter case. Left out is, for
// the most part, what whichid leaves out.
func Search() ([]string, error) {
	inGo, err := GoSearch()
	if err != nil {
		return nil, err
	}
	args := []string{
		"--count", "--ignore-case", "--hidden", "--glob=!.git", "--glob=!{vendor,testdata,node_modules}", "--glob=!*_test.go",
		"--glob=!*.{md,mdx,rst,txt,adoc,html,svg,csv,png,sum,lock,snap,map}",
	}
	for _, arg := range inGo {
		if strings.HasPrefix(arg, "--regexp=") {
			args = append(args, arg)
		}
	}
	for _, word := range marker.Words() {
		args = append(args, "--regexp="+regexp.QuoteMeta(word))
	}
	return search(args)
}

func search(args []string) ([]string, error) {
	path, err := exec.LookPath("rg")
	if err != nil {
		return nil, err
	}
	return append(append([]string{path}, args...), "."), nil
}
