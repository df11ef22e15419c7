package analyzer

import (
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A model says what a function of a library does to the values that are followed.
type model func(*frame, *call) []value

// A modelRow gives functions of a package their model: Name, or Type.Name for a method, with spaces between them.
type modelRow struct {
	model model
	names string
}

// models are the functions of other packages that are understood. All others may do anything.
func models() map[identity.Func]model {
	out := make(map[identity.Func]model)
	for _, table := range modelTables() {
		each(table, func(name identity.Func, m model) { out[name] = m })
	}
	return out
}

func modelTables() []map[string][]modelRow {
	return []map[string][]modelRow{
		textModels(), urlModels(), clientModels(), requestModels(), dsnModels(), commandModels(), runnerModels(), flagModels(),
	}
}

// each calls f for every function of a table.
func each(table map[string][]modelRow, f func(identity.Func, model)) {
	for pkg, rows := range table {
		for _, row := range rows {
			for name := range strings.FieldsSeq(row.names) {
				receiver, method, isMethod := strings.Cut(name, ".")
				if !isMethod {
					receiver, method = "", name
				}
				f(identity.Func{Package: pkg, Receiver: receiver, Name: method}, row.model)
			}
		}
	}
}

// anyName stands for all methods of a type that have no row of their own.
const anyName = "*"

// modelOf returns what is known of a function, or nil.
func (c *Checker) modelOf(name identity.Func) model {
	if m := c.models[name]; m != nil || name.Receiver == "" {
		return m
	}
	return c.models[identity.Func{Package: name.Package, Receiver: name.Receiver, Name: anyName}]
}

// modelOfAny returns what is known of all methods of a name, or nil.
func (c *Checker) modelOfAny(name identity.Func) model {
	if name.Receiver == "" {
		return nil
	}
	return c.models[identity.Func{Receiver: anyType, Name: name.Name}]
}

// requests are the models that make or send a request, or run a command, and exec.Cmd, with the marker without which there is none.
// A function that mentions none of them cannot hold such a site. Those without package stand for what is not resolved.
func requests() map[identity.Func]identity.Need {
	out := make(map[identity.Func]identity.Need)
	note := func(need identity.Need) func(identity.Func, model) {
		return func(name identity.Func, _ model) {
			out[name] |= need
			out[identity.Func{Name: name.Name}] |= need
		}
	}
	each(clientModels(), note(identity.NeedToken))
	each(commandModels(), note(identity.NeedCommand))
	note(identity.NeedCommand)(identity.Func{Package: "os/exec", Name: "Cmd"}, nil) // exec.Cmd{…}
	return out
}

// textModels make strings.
func textModels() map[string][]modelRow {
	return map[string][]modelRow{
		"fmt": {
			{sprintf, "Sprintf"},
			{sprint, "Sprint"},
			{fprintf, "Fprintf"},
			{fprint, "Fprint"},
			{appendf, "Appendf"},
		},
		"io": {
			{fprint, "WriteString"},
		},
		"strings": {
			{joinStrings, "Join"},
			{splitText, "Fields Split"},
			{firstArgument, "TrimSpace Clone"},
			{lower, "ToLower"},
			{trim(strings.TrimSuffix), "TrimSuffix"},
			{trim(strings.TrimPrefix), "TrimPrefix"},
			{trim(strings.TrimRight), "TrimRight"},
			{trim(strings.TrimLeft), "TrimLeft"},
			{trim(strings.Trim), "Trim"},
			{replace, "Replace ReplaceAll"},
			{listArguments, "NewReplacer"},
			{replaceMany, "Replacer.Replace"},
			{writeText, "Builder.WriteString Builder.Write"},
			{writeRune, "Builder.WriteByte Builder.WriteRune"},
			{builtText, "Builder.String"},
			{resetText, "Builder.Reset"},
			{nothing, "Builder.Grow Builder.Len Builder.Cap"},
		},
		"bytes": {
			{newBuffer, "NewBufferString NewBuffer"},
			{writeText, "Buffer.WriteString Buffer.Write"},
			{writeRune, "Buffer.WriteByte Buffer.WriteRune"},
			{builtText, "Buffer.String Buffer.Bytes"},
			{resetText, "Buffer.Reset"},
			{nothing, "Buffer.Grow Buffer.Len Buffer.Cap"},
		},
		"os": {
			{getenv, "Getenv LookupEnv"},
		},
		"path": {
			{joinPath, "Join"},
		},
		"maps": {
			{copyMap, "Copy"},
			{cloneMap, "Clone"},
		},
	}
}

// urlModels make URLs and their queries.
func urlModels() map[string][]modelRow {
	return map[string][]modelRow{
		"net/url": {
			{parseURL, "Parse ParseRequestURI"},
			{escapeText, "QueryEscape PathEscape"},
			{parseValues, "ParseQuery"},
			{joinURL, "JoinPath"},
			{urlString, "URL.String"},
			{urlQuery, "URL.Query"},
			{urlJoinPath, "URL.JoinPath"},
			{resolveReference, "URL.ResolveReference"},
			{parseReference, "URL.Parse"},
			{setValue, "Values.Set"},
			{addValue, "Values.Add"},
			{deleteValue, "Values.Del"},
			{encodeValues, "Values.Encode"},
			{getValue, "Values.Get"},
			{nothing, "Values.Has"},
		},
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
