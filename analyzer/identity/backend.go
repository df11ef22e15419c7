package identity

import (
	"slices"
	"strings"
)

// A pairTool is a command that takes the settings of a component as pairs.
type pairTool struct {
	programs, subcommand string
	flags                string // whose value is a pair, or else the name of a file with more of them
	asks                 string // the key that asks for a managed identity if it is true
	ids                  string // the keys that name the identity; the first takes a client ID
	others               string // keys that choose another way to log in, those with =true if they are true
	env                  string // the variable of the environment that names the identity where no key does
}

// pairTools is the table: the backend azurerm of Terraform, whose keys are those in analyzer/files/keys/table.txt.
//
// hashicorp/terraform@883c7221 internal/backend/remote-state/azure/backend.go:234-294,380-436 and internal/command/init.go
// (-backend-config, with one dash or two).
func pairTools() []pairTool {
	return []pairTool{{
		programs: "terraform tofu terragrunt", subcommand: "init", flags: "-backend-config --backend-config",
		asks: "use_msi", ids: "client_id client_id_file_path", env: "ARM_CLIENT_ID",
		others: "use_oidc=true use_aks_workload_identity=true msi_endpoint access_key sas_token client_secret client_certificate_path",
	}}
}

// configured reads the pairs of a command, if they ask for a managed identity.
//
// Have: terraform init -backend-config="use_msi=true" -backend-config "client_id=$ID"
func configured(program string, words []Word) (Command, bool) {
	for _, t := range pairTools() {
		if isIn(t.programs, program) && slices.Contains(words, Word(t.subcommand)) {
			return t.read(program, words)
		}
	}
	return Command{}, false
}

func (t pairTool) read(program string, words []Word) (Command, bool) {
	c := Command{Verdict: Absent, Tool: program + " " + t.subcommand + " with " + t.asks, Unless: t.env}
	known := true
	for i := 0; i < len(words); i++ {
		flag, pair, hasPair := strings.Cut(string(words[i]), "=")
		if !isIn(t.flags, flag) {
			known = known && !hasHole(string(words[i]))
			continue
		}
		if !hasPair && i+1 < len(words) {
			i++
			pair = string(words[i])
		}
		switch t.pair(&c, pair) {
		case pairAsks:
			c.Asks, c.AskedAt, c.pair = string(words[i]), i+1, flag+`="`+strings.Fields(t.ids)[0]+"="
		case pairUnknown:
			known = false
		case pairOther:
			return Command{}, false
		case pairElse:
		}
	}
	if c.Asks != "" && c.Verdict != Present && !known {
		c.Verdict = Unsure
	}
	return c, c.Asks != ""
}

// What a pair says.
type pairKind int

const (
	pairElse    pairKind = iota // of the identity nothing, or its ID
	pairAsks                    // that a managed identity is asked for
	pairOther                   // another way to log in
	pairUnknown                 // what is not known
)

// pair reads a pair, and notes the ID in it.
func (t pairTool) pair(c *Command, pair string) pairKind {
	key, value, isPair := strings.Cut(pair, "=")
	switch value = strings.Trim(value, `"' `); {
	case !isPair || hasHole(key):
		return pairUnknown
	case key == t.asks && strings.EqualFold(value, "true"):
		return pairAsks
	case key == t.asks:
		return pairUnknown
	case isIn(t.ids, key):
		c.Verdict, c.ID = given(value), Word(value)
	case isIn(t.others, key) && value != "", isIn(t.others, key+"="+value):
		return pairOther
	}
	return pairElse
}

// Pair returns how a shell gives the ID as a pair, up to the ID and the quote behind it, or "" for a command that takes flags.
func (c Command) Pair() string { return c.pair }
