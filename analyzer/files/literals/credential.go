package literals

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// A credential is a row of the table of constructors.
type credential struct {
	endings string // of files
	gate    string // what a file that knows the library has in it, or another such text behind a bar
	name    string // what is built
	rule    string
	ids     string // what names the identity: parameters, properties, keys, methods
	none    string // arguments that are none
	options string // the type of an argument whose properties are listed, or { for an object
	builder bool   // the ID comes with a method behind the constructor, before build()
	rust    bool   // is called as Name::new
	tail    bool   // arguments behind the first one give no ID
	fix     string // what is written in place of no argument, or behind a builder, with %s for the variable
}

const (
	csFiles   = ".cs .csx .cshtml .razor"
	jsFiles   = ".js .jsx .mjs .cjs"
	tsFiles   = ".ts .tsx .mts .cts"
	javaFiles = ".java .kt .kts .scala .groovy"

	csGate = "Azure.Identity|using Azure.|ChainedTokenCredential|AzureCliCredential"

	defaultIDs = "managedIdentityClientId managedIdentityResourceId excludeManagedIdentityCredential workloadIdentityClientId"
)

// credentials is the table. Environment variables name the identity for the default chains only.
//
// C#: Azure/azure-sdk-for-net@050bdef sdk/identity/Azure.Identity/src/Credentials/ManagedIdentityCredential.cs: the first parameter is
// string clientId = null, where an empty one is the same, or a ResourceIdentifier; later versions add ManagedIdentityId and
// ManagedIdentityCredentialOptions. What a project imports everywhere is not in the file: other names of Azure then tell the library.
// JavaScript: Azure/azure-sdk-for-js@002e389 sdk/identity/identity/src/credentials/managedIdentityCredential/index.ts: a string is the
// client ID in every version, options with clientId, resourceId or objectId in later ones only.
// Java: Azure/azure-sdk-for-java@0949c68 sdk/identity/azure-identity, com/azure/identity/ManagedIdentityCredentialBuilder.java.
// Rust: Azure/azure-sdk-for-rust@main sdk/identity/azure_identity/src/managed_identity_credential.rs: new takes options or None.
func credentials() []credential {
	const mic, dac = "ManagedIdentityCredential", "DefaultAzureCredential"
	const jsIDs = "clientId resourceId objectId"
	return []credential{
		{
			endings: csFiles, gate: csGate, name: mic, rule: identity.Credential, tail: true,
			none: `null default default(string) (string)null "" string.Empty String.Empty ` +
				`clientId:null clientId:default clientId:default(string) clientId:"" clientId:string.Empty`,
			fix: `System.Environment.GetEnvironmentVariable("%s")`,
		},
		{
			endings: jsFiles, gate: "@azure/identity", name: mic, rule: identity.Credential, ids: jsIDs, options: "{",
			none: "undefined null", fix: "process.env.%s",
		},
		{
			endings: tsFiles, gate: "@azure/identity", name: mic, rule: identity.Credential, ids: jsIDs, options: "{",
			none: "undefined null", fix: "process.env.%s!",
		},
		{
			endings: javaFiles, gate: "com.azure.identity", name: mic + "Builder", rule: identity.Credential, ids: jsIDs, builder: true,
			fix: `.clientId(System.getenv("%s"))`,
		},
		{endings: ".rs", gate: "azure_identity", name: mic, rule: identity.Credential, none: "None", rust: true},
		{
			endings: csFiles, gate: csGate, name: dac, rule: identity.DefaultCredential, none: "true false", ids: defaultIDs,
			options: dac + "Options",
		},
		{
			endings: jsFiles + " " + tsFiles, gate: "@azure/identity", name: dac, rule: identity.DefaultCredential, ids: defaultIDs,
			options: "{",
		},
		{
			endings: javaFiles, gate: "com.azure.identity", name: dac + "Builder", rule: identity.DefaultCredential, ids: defaultIDs,
			builder: true,
		},
	}
}

// credentialsOf returns the rows that matter for a file.
func credentialsOf(ending, text string) []credential {
	var out []credential
	for _, row := range credentials() {
		if slices.Contains(strings.Fields(row.endings), ending) && knows(text, row.gate) && strings.Contains(text, row.name) &&
			!strings.Contains(text, "class "+row.name+" ") {
			out = append(out, row)
		}
	}
	return out
}

// knows reports whether a file has something in it that tells the library.
func knows(text, gate string) bool {
	for one := range strings.SplitSeq(gate, "|") {
		if strings.Contains(text, one) {
			return true
		}
	}
	return false
}

// built returns the sites of the constructors of a row.
//
// Have: new X(…); X::new(…); in Kotlin, Scala and Groovy also X(…)
func (c *code) built(row credential, r site.Reading) []site.Site {
	var out []site.Site
	for i := range c.tokens {
		open := i + 1
		if c.word(i) != row.name || len(out) == maxSites {
			continue
		}
		if row.rust {
			if c.word(open) != "::" || c.word(open+1) != "new" {
				continue
			}
			open += 2
		} else if isBare := row.builder && c.bare && c.word(i-1) != "class" && c.word(i-1) != "fun"; c.before(i) != "new" && !isBare {
			continue
		}
		if c.word(open) != "(" || c.partner[open] < 0 {
			continue
		}
		if found, ok := c.judge(row, i, open, r.Variable); ok {
			out = append(out, found)
		}
	}
	return out
}

// before returns the word before a name and what qualifies it.
//
// Have: new X, new Azure.Identity.X
func (c *code) before(i int) string {
	for i >= 2 && c.word(i-1) == "." && c.is(i-2, name) {
		i -= 2
	}
	return c.word(i - 1)
}

// judge judges a constructor whose arguments begin at open.
func (c *code) judge(row credential, at, open int, variable string) (site.Site, bool) {
	end := c.partner[open]
	found := site.Site{Rule: row.rule, Verdict: identity.Absent, Name: row.name}
	switch {
	case row.builder:
		if end = c.chainEnd(row, end); end < 0 {
			return found, false
		}
	case !c.hasNone(row, span{open + 1, end}):
		return found, false
	}
	from := at
	for from > 0 && (c.word(from-1) == "." || c.word(from-1) == "new" || c.is(from-1, name) && c.word(from) == ".") {
		from--
	}
	found.At = c.text.Slice(c.tokens[from].start, c.tokens[end].end)
	found.Choice, found.System = c.isChoice(row, at), c.saysSystem(at)
	if place := c.partner[open]; row.fix != "" {
		if !row.builder && place > open+1 {
			return found, true
		}
		if !row.builder {
			place = open
		}
		if edit, ok := c.text.Insert(c.tokens[place].end, fmt.Sprintf(row.fix, variable)); ok {
			found.Fix = identity.Fix{Message: "take the client ID from " + variable, Edits: []identity.Edit{edit}}
		}
	}
	return found, true
}

// chainEnd returns the last token of the chain of methods that ends with build() and has none that gives an ID, or -1.
func (c *code) chainEnd(row credential, i int) int {
	for c.word(i+1) == "." && c.is(i+2, name) && c.word(i+3) == "(" && c.partner[i+3] > 0 {
		method := c.word(i + 2)
		i = c.partner[i+3]
		if method == "build" {
			return i
		}
		if slices.Contains(strings.Fields(row.ids), method) {
			return -1
		}
	}
	return -1
}

// hasNone reports whether the arguments of a constructor certainly give no ID.
//
// Have: (); (null); ({ retryOptions: x }); (new Options { Retry = x })
func (c *code) hasNone(row credential, args span) bool {
	s := c.plain(row, args)
	if s == "" || slices.Contains(strings.Fields(row.none), s) {
		return true
	}
	list := strings.TrimSuffix(strings.TrimPrefix(s, "new"+row.options), "()")
	if row.options == "{" {
		list = s
	}
	isList := list == "" || strings.HasPrefix(list, "{") && strings.HasSuffix(list, "}")
	if row.options == "" || row.options != "{" && list == s || !isList {
		return false
	}
	if strings.Contains(list, "...") || row.options == "{" && c.partner[args.from] != args.to-1 {
		return false
	}
	return !c.mayHave(row, args)
}

// plain returns arguments without blanks and what strings say: as many as matter.
func (c *code) plain(row credential, args span) string {
	var b strings.Builder
	for i, end := args.from, 0; i < args.to; i++ {
		if end = max(end, c.partner[i]); row.tail && i > end && c.word(i) == "," {
			break
		}
		if c.is(i, str) {
			b.WriteByte('"')
			if from, to := c.tokens[i].content(); from == to {
				b.WriteByte('"')
			}
		}
		b.WriteString(c.word(i))
	}
	return b.String()
}

// mayHave reports whether a list of properties has one of an ID, or may have.
//
// Have: clientId: x; "clientId": x; { options }
func (c *code) mayHave(row credential, args span) bool {
	for i := args.from; i < args.to; i++ {
		for id := range strings.FieldsSeq(row.ids) {
			if strings.EqualFold(c.word(i), id) || c.is(i, str) && strings.Contains(c.source[c.tokens[i].start:c.tokens[i].end], id) {
				return true
			}
		}
		before, behind := c.word(i-1), c.word(i+1)
		if c.is(i, name) && row.options == "{" && before != ":" && before != "." && behind != ":" && behind != "(" {
			return true
		}
	}
	return false
}
