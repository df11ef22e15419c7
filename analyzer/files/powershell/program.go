package powershell

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// Markers of scripts that may ask for a managed identity, in lower case.
func loginMarkers() []string {
	return []string{
		"azaccount", "azurermaccount", "connect-mggraph", "connect-graph", "connect-exchangeonline", "connect-pnponline", "login", "sqlcmd",
	}
}

// mayAsk reports whether a script may ask for a managed identity. Most do not, so this is all that is done with them.
func mayAsk(s string) bool {
	s = strings.ToLower(s)
	for _, marker := range loginMarkers() {
		if strings.Contains(s, marker) {
			return true
		}
	}
	return mayRequest(s)
}

// mayRequest reports whether text holds what a token request has, in some letter case.
func mayRequest(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "oauth2/token") || strings.Contains(s, "identity_endpoint") || strings.Contains(s, "msi_endpoint")
}

// command judges one command.
func (v *visitor) command(s *stmt, in *scope) []site.Site {
	if len(s.words) == 0 {
		return nil
	}
	written, ok := literal(v.s, s.words[0].inner())
	name := strings.ToLower(written[strings.LastIndexAny(written, `\/`)+1:])
	words := s.words[1:]
	switch {
	case ok && isRequest(name), (name == "curl" || name == "wget") && v.isMeant(words):
		return v.request(words, in)
	case name == "invoke-expression" || name == "iex":
		return v.nested(words, in, "Command", "")
	case identity.Program(identity.Word(name)) == "powershell" || identity.Program(identity.Word(name)) == "pwsh":
		return v.nested(words, in, "Command|c", "NoLogo NoExit NoProfile|nop NonInteractive|noni Sta Mta Login|l")
	}
	if c, ok := cmdletOf(name); ok {
		return v.login(c, s, in)
	}
	if isVerbNoun(name) || v.reading.Words == nil {
		return nil
	}
	return v.program(s, in)
}

// isVerbNoun reports whether a name can only be that of a command of PowerShell.
func isVerbNoun(name string) bool {
	verb, noun, ok := strings.Cut(name, "-")
	return ok && !strings.Contains(noun, ".") && slices.Contains(verbs(), verb)
}

func verbs() []string {
	return []string{
		"add", "connect", "convert", "copy", "disable", "enable", "export", "format", "get", "import", "install", "invoke", "join",
		"measure", "move", "new", "out", "read", "register", "remove", "rename", "resolve", "restart", "save", "select", "send", "set",
		"should", "show", "split", "start", "stop", "suspend", "test", "uninstall", "update", "wait", "where", "write",
	}
}

// nested reads the script that a command runs.
//
// Have: Invoke-Expression "az login --identity", powershell.exe -NoProfile -Command "…"
func (v *visitor) nested(words []*expr, in *scope, script, switches string) []site.Site {
	if v.reading.Text == nil {
		return nil
	}
	const values = "File|f ExecutionPolicy|ex|ep WindowStyle|w Version|v InputFormat|inp|if OutputFormat|o|of ConfigurationName " +
		"PSConsoleFile CustomPipeName SettingsFile WorkingDirectory|wd EncodedCommand|e|ec"
	b := v.bind(words, in, script+" "+values, switches)
	name, _, _ := strings.Cut(script, "|")
	given, ok := b.get(name)
	if _, isFile := b.get("File"); isFile {
		return nil
	}
	if !ok && len(b.positions) > 0 {
		given = bound{value: b.positions[0]}
	}
	t, ok := v.script(given.value, in)
	if !ok {
		return nil
	}
	return v.reading.Text(site.PowerShell, t)
}

// program hands on the words of a program.
//
// Have: az login --identity, & $az login --identity, az @arguments
func (v *visitor) program(s *stmt, in *scope) []site.Site {
	var argv []excerpt.Text
	var written []*expr
	listed := make(map[*expr]bool)
	for i, w := range s.words {
		items := []*expr{w}
		if list := v.listOf(w, in); i > 0 && list != nil {
			items = list
			for _, item := range list {
				listed[item] = true
			}
		}
		for _, item := range items {
			argv, written = append(argv, v.word(item, w, in)), append(written, item)
		}
	}
	return v.reading.Words(argv, func(i int, flag string) []identity.Edit {
		switch {
		case i < 0 || i >= len(written) || written[i].quote == '%':
			return nil
		case listed[written[i]]:
			return v.insert(written[i].end, ", '"+flag+"', "+v.environment())
		}
		return v.insert(written[i].end, " "+flag+" "+v.environment())
	})
}

// word returns the text of a word of a program; a flag stands with its value. What a variable stands for is at the variable.
func (v *visitor) word(e, written *expr, in *scope) excerpt.Text {
	b := v.builder(in)
	if e.kind != parameter {
		b.add(e, nil, 0)
	} else {
		b.word(e, 0)
		for _, kid := range e.kids {
			b.add(kid, nil, 0)
		}
	}
	if e == written && e.kind != variable {
		return b.b.Text()
	}
	var there excerpt.Builder
	there.Put(b.b.Text().String(), v.t.Slice(written.start, written.end))
	return there.Text()
}

// listOf returns the words of a list that is splatted, or the value of a variable that is one.
//
// Have: @arguments, $arguments, with $arguments = @('login', '--identity')
func (v *visitor) listOf(w *expr, in *scope) []*expr {
	if w.kind != splat && w.kind != variable {
		return nil
	}
	value := in.once(w.name)
	if value == nil || value.single() == nil {
		return nil
	}
	e := value.single().inner()
	if a := in.lookup(w.name); a == nil || len(a.keys) > 0 || e == nil || e.kind != list {
		return nil
	}
	return e.kids
}
