package shell

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// Sites reads a shell script.
func Sites(t excerpt.Text, r site.Reading) []site.Site {
	w := writer{Reading: r, text: t.String()}
	return append(w.sites(ReadScript(t)), environment(t)...)
}

// Words reads a command line whose words are known one by one. AddFlag returns the edits that put a flag and the ID as further
// words behind word i, or is nil.
func Words(words []excerpt.Text, r site.Reading, addFlag func(i int, flag string) []identity.Edit) []site.Site {
	w := writer{Reading: r, argv: words, addFlag: addFlag}
	return w.sites(Read(words))
}

// unset is what becomes of a variable that is not set.
const unset = "the command fails if that is not set"

// A writer turns commands into sites.
type writer struct {
	site.Reading

	text    string         // of the script
	argv    []excerpt.Text // the words, if they were given one by one
	addFlag func(i int, flag string) []identity.Edit
}

func (w writer) sites(commands []Command) (out []site.Site) {
	for _, c := range commands {
		switch {
		case c.Language != "":
			for _, found := range w.Text(c.Language, c.Script) {
				found.Choice, found.System = found.Choice || c.Choice, found.System || c.System
				out = append(out, found)
			}
		case c.URL != "":
			out = append(out, w.request(c))
		case !c.Verdict.IsFault() && c.Verdict != identity.Present:
		case c.Unless != "" && strings.Contains(w.text, c.Unless): // it is set somewhere
		default:
			out = append(out, w.login(c))
		}
	}
	return out
}

// login returns the site of a command of the table.
func (w writer) login(c Command) site.Site {
	out := site.Site{
		Rule: identity.CommandRule, Verdict: c.Verdict, Name: c.Tool, ID: c.ID, At: c.whole(), Choice: c.Choice, System: c.System,
	}
	switch c.Verdict {
	case identity.Absent, identity.Empty:
		if c.Env != "" {
			out.Rule, out.Message = identity.DefaultCredential, identity.ChainMessage(c.Tool, c.Env)
		}
		if c.Unless != "" {
			out.Message = identity.UnlessMessage(c.Tool, c.Unless)
		}
		out.Fix = w.name(c)
	case identity.Ignored:
		out.Message = c.Tool + identity.RefusedFlag(c.Wrong)
		out.Fix = w.correct(c)
	case identity.Unsure, identity.None, identity.Present, identity.Asked:
	}
	return out
}

// isListed reports whether the words of a command were given one by one, and are not text of a script.
func (w writer) isListed(c Command) bool { return w.argv != nil && c.Depth == 0 }

// whole returns the text from the program to the last word.
func (c Command) whole() excerpt.Text {
	texts := make([]excerpt.Text, len(c.Words))
	for i, word := range c.Words {
		texts[i] = word.Source
	}
	return excerpt.Join(texts...)
}

// name returns the fix that names the identity.
func (w writer) name(c Command) identity.Fix {
	flag := c.Flag("client")
	fix := identity.Fix{Message: identity.FixMessage(w.Variable, unset)}
	switch word := c.Words[c.AskedAt]; {
	case c.Pair() != "" && (w.isListed(c) || c.Verdict == identity.Empty): // the last of two pairs counts
	case c.Pair() != "":
		fix.Edits = insert(word.Source, word.Source.Len(), " "+c.Pair()+strings.TrimPrefix(w.variable(), `"`))
	case flag == "" || c.AskedAt == 0:
	case w.isListed(c) && (c.Verdict == identity.Empty || w.addFlag == nil):
	case w.isListed(c):
		fix.Edits = w.addFlag(len(w.argv)-len(c.Words)+c.AskedAt, flag)
	case c.Verdict == identity.Empty:
		fix.Edits = w.fill(c)
	default:
		fix.Edits = insert(word.Source, word.Source.Len(), " "+flag+" "+w.variable())
	}
	return fix
}

// fill writes the variable for an ID that is empty.
//
// Have: --client-id "", --client-id=
func (w writer) fill(c Command) []identity.Edit {
	word := c.Words[c.GivenAt].Source
	switch text := word.String(); {
	case text == `""`, text == "''":
		return replace(word, 0, word.Len(), w.variable())
	case strings.HasSuffix(text, "="):
		return insert(word, word.Len(), w.variable())
	}
	return nil
}

// variable is the variable of the environment, which must be set.
func (w writer) variable() string {
	return `"${` + w.Variable + `:?set it to the client ID of the managed identity}"`
}

// correct returns the fix that writes the flag which az reads for the one that it refuses, where the value tells what it is.
func (w writer) correct(c Command) identity.Fix {
	word := c.Words[c.WrongAt].Source
	flag := c.Flag(nameOf(c))
	wrong, _, _ := strings.Cut(c.Wrong, "=")
	if flag == "" || !strings.HasPrefix(word.String(), wrong) || wrong != "-u" && wrong != "--username" {
		return identity.Fix{}
	}
	return identity.Fix{Message: "give the ID with the flag that the command takes", Edits: replace(word, 0, len(wrong), flag)}
}

// nameOf tells which of an identity's names a refused flag has for its value: by what it is, or what the variable is called.
func nameOf(c Command) string {
	at := c.WrongAt
	if !strings.Contains(c.Wrong, "=") {
		at++
	}
	if at >= len(c.Words) {
		return ""
	}
	value := c.Words[at].Text.String()
	return identity.NameOf(identity.Word(value[strings.Index(value, "=")+1:]), c.Words[at].Source.String())
}

// request returns the site of a command that requests a URL.
func (w writer) request(c Command) site.Site {
	r := identity.ReadRequest(c.URL, identity.VariableOf)
	out := site.Site{
		Rule: identity.IMDSURL, Verdict: r.Verdict, Name: c.Tool + " of a token", ID: r.ID, At: c.query(),
		Choice: c.Choice, System: c.System,
	}
	switch r.Verdict {
	case identity.Absent:
		out.Message = r.Message(identity.IMDSURL, out.Name)
		out.Fix = identity.Fix{
			Message: identity.FixMessage(w.Variable, unset),
			Edits:   w.ask(c, r.Endpoint.Client),
		}
	case identity.Ignored:
		out.Message = r.Message(identity.IgnoredID, out.Name)
	case identity.Unsure, identity.None, identity.Present, identity.Asked, identity.Empty:
	}
	return out
}

// query returns the part of a URL that the ID is missing from: where its query is written, in the command or in a variable.
func (c Command) query() excerpt.Text {
	word := c.Words[c.URLAt]
	if strings.Contains(word.Source.String(), "?") {
		return word.Source
	}
	if at := strings.Index(word.Text.String(), "?"); at >= 0 && c.QueryAt == 0 {
		return word.Text.Slice(at, word.Text.Len())
	}
	return word.Source
}

// ask adds a parameter to the query, where that is written.
//
// Have: curl "…?resource=x", curl -G -d resource=x …
func (w writer) ask(c Command, key string) []identity.Edit {
	if w.isListed(c) {
		return nil
	}
	if c.QueryAt > 0 {
		if last := c.Words[c.QueryAt].Source; c.Tool == "curl" {
			return insert(last, last.Len(), ` --data-urlencode "`+key+"="+strings.Trim(w.variable(), `"`)+`"`)
		}
		return nil
	}
	word := c.Words[c.URLAt].Source
	text, whole := word.String(), c.Words[c.URLAt].Text.String()
	pair := "&" + key + "=" + strings.Trim(w.variable(), `"`)
	switch {
	case !strings.Contains(whole, "resource=") || strings.Contains(whole, "#"):
		return nil // the query stands elsewhere
	case strings.HasSuffix(text, `"`) && strings.Count(text, `"`) == 2:
		return insert(word, word.Len()-1, pair)
	}
	return insert(word, word.Len(), `"`+pair+`"`)
}

func insert(t excerpt.Text, i int, s string) []identity.Edit { return excerpt.Edits(t.Insert(i, s)) }

func replace(t excerpt.Text, i, j int, s string) []identity.Edit {
	return excerpt.Edits(t.Replace(i, j, s))
}
