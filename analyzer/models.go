package analyzer

import (
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A model says what a function of a library does to the values that are followed.
type model func(*frame, *call) []value

// models are the functions of other packages that are understood. All others may do anything.
func models() map[identity.Func]model {
	table := make(map[identity.Func]model)
	add := func(pkg, receiver string, m model, names ...string) {
		for _, name := range names {
			table[identity.Func{Package: pkg, Receiver: receiver, Name: name}] = m
		}
	}
	add("fmt", "", sprintf, "Sprintf")
	add("fmt", "", sprint, "Sprint")
	add("fmt", "", fprintf, "Fprintf")
	add("fmt", "", fprint, "Fprint")
	add("strings", "", joinStrings, "Join")
	add("strings", "", firstArgument, "TrimSpace", "Clone")
	add("strings", "", lower, "ToLower")
	add("strings", "", trimSuffix, "TrimSuffix", "TrimRight")
	add("os", "", getenv, "Getenv", "LookupEnv")
	add("path", "", joinPath, "Join")

	add("strings", "Builder", writeText, "WriteString", "Write")
	add("strings", "Builder", builtText, "String")
	add("bytes", "Buffer", writeText, "WriteString", "Write")
	add("bytes", "Buffer", builtText, "String")
	add("bytes", "", newBuffer, "NewBufferString", "NewBuffer")

	add("net/url", "", parseURL, "Parse", "ParseRequestURI")
	add("net/url", "", escapeText, "QueryEscape", "PathEscape")
	add("net/url", "", parseValues, "ParseQuery")
	add("net/url", "", joinURL, "JoinPath")
	add("net/url", "URL", urlString, "String")
	add("net/url", "URL", urlQuery, "Query")
	add("net/url", "URL", urlJoinPath, "JoinPath")
	add("net/url", "Values", setValue, "Set", "Add")
	add("net/url", "Values", deleteValue, "Del")
	add("net/url", "Values", encodeValues, "Encode")
	add("net/url", "Values", getValue, "Get")

	add("net/http", "", newRequest(1), "NewRequest")
	add("net/http", "", newRequest(2), "NewRequestWithContext")
	add("net/http", "", get, "Get", "Head", "Post", "PostForm")
	add("net/http", "Client", get, "Get", "Head", "Post", "PostForm")
	add("net/http", "Client", send, "Do")
	add("net/http", "Request", sameRequest, "WithContext", "Clone")
	add("net/http", "Header", nothing, "Set", "Add", "Get", "Del")
	add("", anyType, send, "Do", "RoundTrip") // http.Client's interface, as most clients repeat it
	carrierModels(add)
	flagModels(table)
	return table
}

// requests are the names of the models that make or send a request, or run a command, with the marker without which there
// is none. A function that mentions none of them cannot hold such a site.
func requests() map[string]identity.Need {
	return map[string]identity.Need{
		"Get": identity.NeedToken, "Head": identity.NeedToken, "Post": identity.NeedToken, "PostForm": identity.NeedToken,
		"Do": identity.NeedToken, "RoundTrip": identity.NeedToken,
		"NewRequest": identity.NeedToken, "NewRequestWithContext": identity.NeedToken,
		"Command": identity.NeedCommand, "CommandContext": identity.NeedCommand, "Cmd": identity.NeedCommand,
		"Exec": identity.NeedCommand, "StartProcess": identity.NeedCommand,
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

// Have: fmt.Sprintf(format, args...)
func sprintf(_ *frame, c *call) []value {
	if c.Ellipsis.IsValid() || len(c.args) == 0 {
		return []value{unknown()}
	}
	return []value{formatted(asText(c.args[0], c.Pos()), c.args[1:], c.Pos())}
}

// Have: fmt.Sprint(a), of one string: between operands that are no strings Sprint adds spaces.
func sprint(_ *frame, c *call) []value {
	if len(c.args) != 1 {
		return []value{unknown()}
	}
	return []value{asText(c.args[0], c.Pos())}
}

// Have: fmt.Fprintf(w, format, args...)
func fprintf(f *frame, c *call) []value {
	if len(c.args) < 2 || c.Ellipsis.IsValid() {
		return f.unknownCall(c)
	}
	f.write(c.args[0], formatted(asText(c.args[1], c.Pos()), c.args[2:], c.Pos()))
	return f.results(c)
}

// Have: fmt.Fprint(w, s)
func fprint(f *frame, c *call) []value {
	if len(c.args) != 2 {
		return f.unknownCall(c)
	}
	f.write(c.args[0], c.args[1])
	return f.results(c)
}

// Have: strings.Join(list, separator)
func joinStrings(f *frame, c *call) []value {
	list, ok := f.list(c.arg(0))
	if !ok {
		return []value{unknown()}
	}
	out := value{text{at: c.Pos()}}
	for i, element := range list {
		if i > 0 {
			out = concat(out, asText(c.arg(1), c.Pos()))
		}
		out = concat(out, asText(element, c.Pos()))
	}
	return []value{out}
}

func firstArgument(_ *frame, c *call) []value { return []value{c.arg(0)} }

// Have: strings.ToLower(s)
func lower(_ *frame, c *call) []value {
	return []value{asText(c.arg(0), c.Pos()).each(func(a atom) value {
		t := a.(text)
		if s, ok := constantText(t.s); ok {
			return value{text{s: strings.ToLower(s), at: t.at}}
		}
		return value{t} // paths and keys are compared without regard to case
	})}
}

// Have: strings.TrimSuffix(s, suffix), where s is known to its end
func trimSuffix(_ *frame, c *call) []value {
	cut := as[text](c.arg(1))
	return []value{asText(c.arg(0), c.Pos()).each(func(a atom) value {
		t := a.(text)
		if len(cut) == 1 {
			t.s = strings.TrimSuffix(t.s, cut[0].s)
		}
		return value{t}
	})}
}

// Have: os.Getenv("NAME")
func getenv(_ *frame, c *call) []value {
	name := ""
	for _, t := range as[text](c.arg(0)) {
		name, _ = constantText(t.s)
	}
	return []value{{opaque{origin{fromEnv, name}}}, unknown()}
}

// Have: path.Join(a, b)
func joinPath(_ *frame, c *call) []value { return []value{joinSlash(c.args, c)} }

func joinSlash(parts []value, c *call) value {
	out := value{text{at: c.Pos()}}
	for i, part := range parts {
		part = asText(part, c.Pos())
		if i > 0 {
			out = out.each(func(a atom) value { t := a.(text); t.s = strings.TrimRight(t.s, "/") + "/"; return value{t} })
			part = part.each(func(a atom) value { t := a.(text); t.s = strings.TrimLeft(t.s, "/"); return value{t} })
		}
		out = concat(out, part)
	}
	return out
}

// Have: b.WriteString(s); the text so far stands in a field of its own.
func writeText(f *frame, c *call) []value {
	f.write(c.recv, c.arg(0))
	return f.results(c)
}

const written = path(fieldMark + "written")

func (f *frame) write(to, s value) {
	for _, at := range deref(to) {
		soFar := asText(f.mem.load(cell{at.base, at.path + written}), position(s))
		f.mem.store(cell{at.base, at.path + written}, concat(soFar, asText(s, position(s))))
	}
}

// Have: b.String()
func builtText(f *frame, c *call) []value {
	return []value{asText(f.read(c.recv, written), c.Pos())}
}

// Have: bytes.NewBufferString(s)
func newBuffer(f *frame, c *call) []value {
	buffer := f.address(c.CallExpr, value{zero{}})
	f.write(buffer, c.arg(0))
	return []value{buffer}
}

func nothing(f *frame, c *call) []value { return f.results(c) }
