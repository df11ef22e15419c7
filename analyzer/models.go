package analyzer

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A model says what a function of a library does to the values that are followed.
type model func(*frame, *call) []value

// A modelRow gives functions of one package, or methods of one of its types, their model.
type modelRow struct {
	pkg, receiver string
	model         model
	names         string // with spaces between them
}

// models are the functions of other packages that are understood. All others may do anything.
func models() map[identity.Func]model {
	table := make(map[identity.Func]model)
	for _, row := range slices.Concat(textModels(), urlModels(), clientModels(), requestModels()) {
		for name := range strings.FieldsSeq(row.names) {
			table[identity.Func{Package: row.pkg, Receiver: row.receiver, Name: name}] = row.model
		}
	}
	return table
}

// anyName stands for all methods of a type that have no row of their own.
const anyName = "*"

// modelOf returns what is known of a function, or nil.
func (c *Checker) modelOf(name identity.Func) model {
	if m := c.models[name]; m != nil || name.Receiver == "" {
		return m
	}
	if m := c.models[identity.Func{Package: name.Package, Receiver: name.Receiver, Name: anyName}]; m != nil {
		return m
	}
	return c.models[identity.Func{Receiver: anyType, Name: name.Name}]
}

// requests are the names of the models that make or send a request. A function that mentions none cannot hold such a site.
func requests() map[string]bool {
	names := make(map[string]bool)
	for _, row := range clientModels() {
		for name := range strings.FieldsSeq(row.names) {
			names[name] = true
		}
	}
	return names
}

// textModels make strings.
func textModels() []modelRow {
	return []modelRow{
		{"fmt", "", sprintf, "Sprintf"},
		{"fmt", "", sprint, "Sprint"},
		{"fmt", "", fprintf, "Fprintf"},
		{"fmt", "", fprint, "Fprint"},
		{"fmt", "", appendf, "Appendf"},
		{"io", "", fprint, "WriteString"},

		{"strings", "", joinStrings, "Join"},
		{"strings", "", firstArgument, "TrimSpace Clone"},
		{"strings", "", lower, "ToLower"},
		{"strings", "", trim(strings.TrimSuffix), "TrimSuffix"},
		{"strings", "", trim(strings.TrimPrefix), "TrimPrefix"},
		{"strings", "", trim(strings.TrimRight), "TrimRight"},
		{"strings", "", trim(strings.TrimLeft), "TrimLeft"},
		{"strings", "", trim(strings.Trim), "Trim"},
		{"strings", "", replace, "Replace ReplaceAll"},
		{"strings", "", newReplacer, "NewReplacer"},
		{"strings", "Replacer", replaceMany, "Replace"},
		{"strings", "Builder", writeText, "WriteString Write"},
		{"strings", "Builder", writeRune, "WriteByte WriteRune"},
		{"strings", "Builder", builtText, "String"},
		{"strings", "Builder", resetText, "Reset"},
		{"strings", "Builder", nothing, "Grow Len Cap"},

		{"bytes", "", newBuffer, "NewBufferString NewBuffer"},
		{"bytes", "Buffer", writeText, "WriteString Write"},
		{"bytes", "Buffer", writeRune, "WriteByte WriteRune"},
		{"bytes", "Buffer", builtText, "String Bytes"},
		{"bytes", "Buffer", resetText, "Reset"},
		{"bytes", "Buffer", nothing, "Grow Len Cap"},

		{"os", "", getenv, "Getenv LookupEnv"},
		{"path", "", joinPath, "Join"},
		{"maps", "", copyMap, "Copy"},
		{"maps", "", cloneMap, "Clone"},
	}
}

// urlModels make URLs and their queries.
func urlModels() []modelRow {
	return []modelRow{
		{"net/url", "", parseURL, "Parse ParseRequestURI"},
		{"net/url", "", escapeText, "QueryEscape PathEscape"},
		{"net/url", "", parseValues, "ParseQuery"},
		{"net/url", "", joinURL, "JoinPath"},
		{"net/url", "URL", urlString, "String"},
		{"net/url", "URL", urlQuery, "Query"},
		{"net/url", "URL", urlJoinPath, "JoinPath"},
		{"net/url", "URL", resolveReference, "ResolveReference"},
		{"net/url", "URL", parseReference, "Parse"},
		{"net/url", "Values", setValue, "Set"},
		{"net/url", "Values", addValue, "Add"},
		{"net/url", "Values", deleteValue, "Del"},
		{"net/url", "Values", encodeValues, "Encode"},
		{"net/url", "Values", getValue, "Get"},
		{"net/url", "Values", nothing, "Has"},
	}
}

// readers are packages whose functions read their arguments, and do not write to what they point to.
func readers() map[string]bool {
	return map[string]bool{"fmt": true, "log": true, "log/slog": true, "errors": true, "strings": true, "strconv": true, "net/url": true}
}

func (c *call) arg(i int) value {
	if i < len(c.args) {
		return c.args[i]
	}
	return unknown()
}

func nothing(f *frame, c *call) []value { return f.results(c) }

func firstArgument(_ *frame, c *call) []value { return []value{c.arg(0)} }

// Have: os.Getenv("NAME")
func getenv(_ *frame, c *call) []value {
	name := ""
	for _, t := range as[text](c.arg(0)) {
		name, _ = constantText(t.s)
	}
	return []value{{opaque{origin{fromEnv, name}}}, unknown()}
}
