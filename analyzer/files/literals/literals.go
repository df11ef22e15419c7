// Package literals finds the URLs of token requests in the strings of any language whose comments and strings are known well enough,
// and credentials of the Azure SDKs that are built with no ID.
package literals

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

const maxSites = 50 // of a kind in a file; nobody writes more by hand

// For returns the reader of a file by its name. It is not ok if the language is not known.
func For(file string) (read site.Reader, ok bool) {
	l, ok := ofFile(file)
	if !ok {
		return nil, false
	}
	ending := endingOf(file)
	return func(t excerpt.Text, r site.Reading) []site.Site { return l.read(t, ending, r) }, true
}

func (l language) read(t excerpt.Text, ending string, r site.Reading) []site.Site {
	rows := credentialsOf(ending, t.String())
	mayRun, hasURL, isPipeline := mayRun(t.String()), hasPath(t.String()), isPipeline(ending, t.String())
	if len(rows) == 0 && !mayRun && !hasURL && !isPipeline {
		return nil
	}
	c := newCode(l, t)
	var out []site.Site
	if isPipeline {
		out = c.environment()
	}
	if hasURL {
		out = append(out, c.urls(r)...)
		if slices.Contains(strings.Fields(settingFiles), ending) {
			out = append(out, settings(t, r)...)
		}
		if slices.Contains(strings.Fields(jsFiles+" "+tsFiles), ending) {
			out = append(append(out, c.requests(r)...), c.searches(r)...)
		}
	}
	for _, row := range rows {
		out = append(out, c.built(row, r)...)
	}
	if mayRun {
		out = append(out, c.commands(runnersOf(ending), r)...)
		if ending == ".bicep" {
			out = append(out, c.machines(r)...)
		}
	}
	return out
}

// mayRun reports whether a text may have a command of the shell or of PowerShell in it.
func mayRun(text string) bool {
	return identity.MayLogIn(text) || strings.Contains(text, "onnect-") && strings.Contains(text, "dentity")
}

// urls returns the sites of the strings that are URLs of token requests.
func (c *code) urls(r site.Reading) []site.Site {
	c.bind()
	var out []site.Site
	end, count := 0, 0
	for i := range c.tokens {
		if i < end || !c.mayBeURL(i) {
			continue
		}
		if count++; count > maxSites {
			break
		}
		e := c.expression(i)
		end = e.to
		out = append(out, c.url(e, r)...)
	}
	return out
}

// mayBeURL reports whether a token is a string with the path of a token request, or stands for one in a longer expression.
func (c *code) mayBeURL(i int) bool {
	t := c.tokens[i]
	if t.kind == name {
		known := c.bindings[c.word(i)]
		return known != nil && known.used && i != known.at && (c.isJoin(i+1) || c.isJoin(i-1))
	}
	return t.kind == str && (c.holders[i] || hasPath(c.source[t.start:t.end]))
}

// url returns the sites of an expression.
func (c *code) url(e span, r site.Reading) []site.Site {
	t, parts, ok := c.evaluate(e)
	if !ok || !isURL(t.String()) || c.isQuiet(e) {
		return nil
	}
	if word := c.word(e.from - 1); word == "=" || word == ":=" {
		if known := c.bindings[c.word(max(0, c.named(e.from-1)))]; known != nil && (known.used || known.unclear) {
			return nil // what is put together of it counts
		}
	}
	if c.mayNameID(e) {
		return nil
	}
	add := c.addPair(e, parts, r.Variable)
	if !isRelative(t.String()) {
		return r.URL(t, add)
	}
	return r.URL(withSlash(t), func(i int, pair string) []identity.Edit {
		if add == nil {
			return nil
		}
		return add(i-1, pair)
	})
}

// isURL reports whether a text is a URL of a token request that is complete, and no sentence about one.
func isURL(s string) bool {
	return hasPath(s) && !strings.ContainsAny(strings.TrimSpace(s), " \t\r\n<>|*^\\'\"`") && !strings.HasSuffix(s, "=")
}

// isRelative reports whether a text is a path that lacks its slash, because what it is relative to has one.
func isRelative(s string) bool {
	const relative = identity.TokenPath
	return len(s) >= len(relative) && strings.EqualFold(s[:len(relative)-1], relative[1:])
}

// withSlash gives a relative path its slash.
func withSlash(t excerpt.Text) excerpt.Text {
	var b excerpt.Builder
	b.Put("/", t.Slice(0, 1))
	b.Keep(t)
	return b.Text()
}

// addPair returns the edits that put a pair with an ID from the environment into a string of an expression.
func (c *code) addPair(e span, parts []part, variable string) func(int, string) []identity.Edit {
	if c.env == "" || c.isConstant(e) {
		return nil
	}
	value := fmt.Sprintf(c.env, variable)
	return func(i int, pair string) []identity.Edit {
		for _, p := range parts {
			if i > p.at && i <= p.end {
				return c.insert(p, i-p.at, pair, value)
			}
		}
		return nil
	}
}

// isConstant reports whether an expression has to be a constant.
//
// Have: const string X = "…"; [Attribute("…")]; @Annotation("…")
func (c *code) isConstant(e span) bool {
	for i := e.from - 1; i >= 0 && i > e.from-12; i-- {
		switch word := c.word(i); {
		case word == ";" || word == "{" || word == "}":
			return false
		case word == "const" && strings.HasPrefix(c.env, "System.Environment"):
			return true
		case strings.HasPrefix(word, "@") && len(word) > 1 && c.is(i+1, mark):
			return true
		}
	}
	return false
}

// insert writes into a string behind its first i decoded bytes.
//
// Have: $"…{x}", "…" + x, "…" + x + "…"
func (c *code) insert(p part, i int, pair, value string) []identity.Edit {
	decoded, q := c.decode(p.token), p.token.quote
	edit, ok := decoded.Insert(i, pair)
	_, end := p.token.content()
	switch {
	case !ok:
		return nil
	case q.hole != "" && q.hole != "{$" && q.lines && !strings.HasPrefix(q.open, "`"):
		return nil // what may stand in its holes differs
	case q.hole != "" && q.hole != "{$":
		edit.New += q.hole + value + closing(q.hole)
		return []identity.Edit{edit}
	case len(c.joins) != 1 || q.lines || p.hasMethod:
		return nil
	case i == decoded.Len():
		return excerpt.Edits(c.text.Replace(end, p.token.end, pair+q.close+" "+c.joins[0]+" "+value))
	}
	edit.New += q.close + " " + c.joins[0] + " " + value + " " + c.joins[0] + " " + q.open
	return []identity.Edit{edit}
}

func closing(hole string) string {
	if strings.HasSuffix(hole, "(") {
		return ")"
	}
	return "}"
}
