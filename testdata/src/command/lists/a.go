// Package lists runs commands whose words come from lists.
package lists

import (
	"os/exec"
	"strings"
)

func fields() error {
	words := strings.Fields("az login --identity")
	return exec.Command(words[0], words[1:]...).Run() // want "az login names no identity"
}

func split() error {
	words := strings.Split("azcopy login --identity", " ")
	return exec.Command(words[0], words[1:]...).Run() // want "azcopy login names no identity"
}

func splitID() error {
	words := strings.Fields("az login --identity --client-id $ID")
	return exec.Command(words[0], words[1:]...).Run()
}

func splitUnknown(line string) error {
	words := strings.Fields(line)
	return exec.Command(words[0], words[1:]...).Run()
}

func more(quiet bool) error {
	var words []string
	if quiet {
		words = append(words, "--only-show-errors")
	}
	words = append(words, "login", "--identity")
	return exec.Command("az", words...).Run() // want "az login names no identity"
}

func manyFlags(a, b, c bool) error {
	words := []string{"login", "--identity"}
	if a {
		words = append(words, "--debug")
	}
	if b {
		words = append(words, "--verbose")
	}
	if c {
		words = append(words, "--allow-no-subscriptions")
	}
	return exec.Command("az", words...).Run() // want "az login names no identity"
}

func each(flags []string) error {
	words := []string{"login", "--identity"}
	for _, flag := range flags {
		words = append(words, flag)
	}
	return exec.Command("az", words...).Run()
}

func az(words ...string) error { return exec.Command("az", words...).Run() }

func wrapped(quiet bool) error {
	words := []string{"login", "--identity"}
	if quiet {
		words = append(words, "-o", "none")
	}
	return az(words...) // want "az calls az login and names no identity"
}

func wrappedID(id string, quiet bool) error {
	words := []string{"login", "--identity", "--client-id", id}
	if quiet {
		words = append(words, "-o", "none")
	}
	return az(words...)
}
