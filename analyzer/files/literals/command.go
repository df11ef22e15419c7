package literals

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// commands returns the sites of the commands that a program runs.
func (c *code) commands(rows []runner, r site.Reading) []site.Site {
	if r.Text == nil || r.Words == nil {
		return nil
	}
	var all []command
	for i := range c.tokens {
		if len(all) == maxCommands {
			break
		}
		if found, ok := c.command(rows, i, r); ok {
			all = append(all, found)
		}
	}
	return c.choices(all)
}

const maxCommands = 500 // in a file

// A command is what a call runs.
type command struct {
	at    int    // the token of the function
	words string // all of it
	sites []site.Site
}

// command reads what is run at token i.
//
// Have: sh 'x'; exec("x"); `x` in Ruby
func (c *code) command(rows []runner, i int, r site.Reading) (command, bool) {
	if c.is(i, str) && c.tokens[i].quote.runs {
		t := c.script(c.tokens[i])
		return command{i, t.String(), r.Text(site.Shell, t)}, true
	}
	n := slices.IndexFunc(rows, func(row runner) bool { return c.calls(row, i) })
	if n < 0 {
		return command{}, false
	}
	if rows[n].more == chain {
		items, ok := c.chained(i)
		if !ok {
			return command{}, false
		}
		words, sites := c.words(items, r)
		return command{i, words, sites}, true
	}
	args, ok := c.arguments(i)
	if items, isList := c.wrapped(args); isList {
		args = items
	}
	if !ok || len(args) == 0 {
		return command{}, false
	}
	words, sites := c.run(rows[n], args, r)
	return command{i, words, sites}, words != ""
}

// wrapped returns the entries of a mapping that is the only argument.
//
// Have: sh([script: "x", returnStdout: true])
func (c *code) wrapped(args []argument) ([]argument, bool) {
	if len(args) != 1 || c.word(args[0].from) != "[" || c.partner[args[0].from] != args[0].to-1 {
		return nil, false
	}
	items := c.split(span{args[0].from + 1, args[0].to - 1})
	return items, len(items) > 0 && items[0].name != ""
}

// run reads the arguments of a function of a row, and returns the sites and the text of the command.
func (c *code) run(row runner, args []argument, r site.Reading) (words string, sites []site.Site) {
	first := args[0]
	if n := slices.IndexFunc(args, func(a argument) bool { return isOneOf(a.name, "script command fileName") }); n >= 0 {
		first, args = args[n], append([]argument{args[n]}, slices.Delete(slices.Clone(args), n, n+1)...)
	} else if first.name != "" {
		return "", nil
	}
	if items, ok := c.items(first.span); ok {
		return c.words(items, r)
	}
	t, ok := c.spoken(first.span)
	if !ok {
		return "", nil
	}
	if len(args) > 1 && row.more != options && !strings.ContainsAny(strings.TrimSpace(t.String()), " \t\n") {
		return c.further(row, args, t, r)
	}
	if row.language == site.Other {
		return "", nil
	}
	return t.String(), without(row.isDirect, r.Text(interpreted(t, row.language), t))
}

// further reads a program whose words are the other arguments.
//
// Have: spawn("az", ["login"]); Process.Start("az", "login -i"); system("az", "login")
func (c *code) further(row runner, args []argument, program excerpt.Text, r site.Reading) (string, []site.Site) {
	if row.more == spread {
		if n := slices.IndexFunc(args, func(a argument) bool { return a.name != "" || c.word(a.from) == "*" }); n >= 0 {
			return "", nil
		}
		return c.words(args, r)
	}
	if items, ok := c.items(args[1].span); ok {
		return c.words(append([]argument{args[0]}, items...), r)
	}
	more, ok := c.spoken(args[1].span)
	if !ok || row.more != line {
		return "", nil
	}
	var b excerpt.Builder
	b.Keep(program)
	b.Put(" ", program)
	b.Keep(more)
	return b.Text().String(), without(true, r.Text(row.language, b.Text()))
}

// without takes the fixes off, which would write what only a shell can read.
func without(fix bool, sites []site.Site) []site.Site {
	for i := range sites {
		if fix {
			sites[i].Fix = identity.Fix{}
		}
	}
	return sites
}

// words reads a command whose words are known one by one.
func (c *code) words(items []argument, r site.Reading) (string, []site.Site) {
	var texts []excerpt.Text
	var all []string
	for _, item := range items {
		t, ok := c.spoken(item.span)
		if !ok {
			var b excerpt.Builder
			b.Put(string(identity.Unknown()), c.text.Slice(c.tokens[item.from].start, c.tokens[item.to-1].end))
			t = b.Text()
		}
		texts, all = append(texts, t), append(all, t.String())
	}
	return strings.Join(all, " "), r.Words(texts, c.addFlag(items, r.Variable))
}

// addFlag returns what writes a flag and the ID as further words, if there is an expression for the ID.
func (c *code) addFlag(items []argument, variable string) func(int, string) []identity.Edit {
	if c.env == "" {
		return nil
	}
	return func(i int, flag string) []identity.Edit {
		if i >= len(items) || !c.is(items[i].to-1, str) {
			return nil
		}
		t := c.tokens[items[i].to-1]
		if t.quote.lines {
			return nil
		}
		words := ", " + t.quote.close + flag + t.quote.close + ", " + fmt.Sprintf(c.env, variable)
		return excerpt.Edits(c.text.Insert(t.end, words))
	}
}

// naming is how a command that logs in names an identity.
func naming() (ask, id *regexp.Regexp) {
	return regexp.MustCompile(`(?i) (-i|--identity|--managed-identity|-identity|(-l|--login|--login-type)[ =]msi)( |$)`),
		regexp.MustCompile(`(?i) (-u|--username|-accountid|--[a-z-]*(client|object|resource)[a-z-]*)[ =]`)
}

// choices returns all sites, and marks those of commands that are run where another branch of the same condition names an identity.
func (c *code) choices(all []command) (out []site.Site) {
	ask, id := naming()
	var named []command
	for _, one := range all {
		if plain := strings.Join(strings.Fields(one.words), " "); len(named) < maxSites && id.MatchString(plain) && ask.MatchString(plain) {
			named = append(named, one)
		}
	}
	for _, one := range all {
		if len(one.sites) == 0 || c.pretends(one.at) {
			continue
		}
		if len(out) >= maxSites {
			break
		}
		isChoice := slices.ContainsFunc(named, func(n command) bool { return c.isOther(n.at, one.at) })
		isSystem := c.saysSystem(one.at)
		for _, s := range one.sites {
			s.Choice, s.System = s.Choice || isChoice, s.System || isSystem
			out = append(out, s)
		}
	}
	return out
}
