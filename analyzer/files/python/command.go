package python

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// runners are functions of the standard library that run a command: those that take its words, or a line, as one argument.
//
// https://docs.python.org/3/library/subprocess.html, os.html, asyncio-subprocess.html; commands is Python 2's
const runners = "subprocess.run subprocess.call subprocess.check_call subprocess.check_output subprocess.Popen subprocess.getoutput " +
	"subprocess.getstatusoutput os.system os.popen asyncio.create_subprocess_shell asyncio.subprocess.create_subprocess_shell " +
	"commands.getoutput commands.getstatusoutput"

// spreaders take each word as an argument.
const spreaders = "asyncio.create_subprocess_exec asyncio.subprocess.create_subprocess_exec os.execlp os.execl os.spawnlp"

// runWord is how other functions say that they run a command.
const runWord = `(?i)(^|_)(run|exec|execute|call|system|popen|shell|command|cmd|output|invoke|sudo|bash|local|subprocess)(_|$)`

// idFlag is how the words of a command that logs in name an identity, and askFlag how they ask for one.
const (
	idFlag  = ` (-u|--username|--[a-z-]*(client|object|resource)[a-z-]*)[ =]`
	askFlag = `(?i) (-i|--identity|--managed-identity|(-l|--login|--login-type)[ =]msi)( |$)`
)

// maxWords bounds how many words a command has.
const maxWords = 200

// commands returns the sites of the commands that the program runs.
func (f *file) commands() []site.Site {
	if f.Words == nil || f.Text == nil || !identity.MayLogIn(f.src) {
		return nil
	}
	var out []group
	for _, c := range f.calls {
		method := f.method(c)
		if len(c.args) == 0 || isQuiet(method) {
			continue
		}
		sites, words := f.commandsOf(c, method)
		out = append(out, group{spot{c.first, c.close + 1, f.idFlag.MatchString(words) && f.askFlag.MatchString(words)}, sites})
		out = append(out, f.lists(c.args[0])...)
	}
	return f.choices(out)
}

// commandsOf returns the sites in the command that a call runs, and the text of the command.
func (f *file) commandsOf(c call, method string) (sites []site.Site, words string) {
	dotted, _ := f.callee(c)
	path := strings.Join(f.resolve(dotted, c.first), " ")
	switch {
	case isIn(spreaders, path):
		return f.spread(c.args)
	case isIn(runners, path):
		return f.run(c.args[0], true)
	}
	if sites, words = f.run(c.args[0], false); words == "" && f.runWord.MatchString(method) {
		return f.script(c.args[0], f.beginsWithTool)
	}
	return sites, words
}

// spread reads the arguments of a call as the words of a command.
func (f *file) spread(args []argument) (sites []site.Site, words string) {
	var items [][2]int
	for _, a := range args {
		if list, ok := f.items(a.first, a.end, maxDepth); a.star == "*" && ok {
			items = append(items, list...)
		} else if a.keyword == "" {
			items = append(items, [2]int{a.at, a.end})
		}
	}
	return f.argv(items)
}

// run reads an argument as a list of words and, if it certainly is a command, as a line.
func (f *file) run(a argument, isCommand bool) (sites []site.Site, words string) {
	if a.star != "" || a.keyword != "" && !isIn("args cmd command", a.keyword) {
		return nil, ""
	}
	items, ok := f.items(a.first, a.end, maxDepth)
	switch {
	case ok && len(items) > 1:
		return f.argv(items)
	case ok && len(items) == 1: // of which a shell makes a line
		a = argument{first: items[0][0], end: items[0][1]}
	}
	if !isCommand {
		return nil, ""
	}
	return f.script(a, func(string) bool { return true })
}

// argv reads words of a command.
func (f *file) argv(items [][2]int) (sites []site.Site, line string) {
	var words []excerpt.Text
	var all strings.Builder
	for _, item := range items {
		var b builder
		if !f.express(&b, item[0], item[1], asIs, maxDepth) {
			b = builder{}
			hole := identity.Hole(len(words))
			if f.word(item[0]) == "*" {
				hole = identity.Unknown()
			}
			b.put(string(hole), f.at(item[0], item[1]))
		}
		words = append(words, b.Text())
		all.WriteString(" " + b.Text().String())
	}
	if len(words) < 2 || len(words) > maxWords {
		return nil, all.String()
	}
	added := false
	sites = f.Words(words, func(i int, flag string) []identity.Edit {
		added = true
		return f.addFlag(items, i, flag)
	})
	return f.explained(sites, added), all.String()
}

// addFlag puts a flag and the ID behind word i.
func (f *file) addFlag(items [][2]int, i int, flag string) []identity.Edit {
	if i < 0 || i >= len(items) {
		return nil
	}
	quote := `"`
	if strings.HasPrefix(f.word(items[i][0]), "'") {
		quote = "'"
	}
	variable, edits, ok := f.variable(items[i][0], quote)
	if !ok {
		return nil
	}
	e, done := f.insert(f.tokens[items[i][1]-1].to, ", "+quote+flag+quote+", "+variable)
	return collect(edits, e, done)
}

// script reads an argument as a line for a shell, if it is one.
//
// Have: "az login -i", f"az login -i -t {tenant}", shlex.split("az login -i"), "az login -i".split()
func (f *file) script(a argument, is func(string) bool) (sites []site.Site, words string) {
	first, stop := a.first, a.end
	isSplit := false
	if n, ok := f.callAt[f.previousBracket(stop)]; ok && f.method(f.calls[n]) == "split" {
		c := f.calls[n]
		isSplit = true
		switch {
		case f.isText(first) && len(c.args) == 0:
			stop = c.open - 2
		case len(c.args) == 1:
			first, stop = c.args[0].first, c.args[0].end
		}
	}
	if v, ok := f.constant(first, stop); ok {
		first, stop = v.first, v.end
	}
	var b builder
	if first >= stop || !f.express(&b, first, stop, asIs, maxDepth) {
		return nil, ""
	}
	line := b.Text()
	if !identity.MayLogIn(line.String()) || !is(line.String()) {
		return nil, ""
	}
	sites = f.Text(site.Shell, line)
	if isSplit { // no shell reads ${AZURE_CLIENT_ID}
		for i := range sites {
			sites[i].Fix = identity.Fix{}
		}
	}
	return sites, line.String()
}

// beginsWithTool reports whether a line begins with a program that logs in, or one that runs another.
func (f *file) beginsWithTool(line string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
	return isIn("az azcopy azd kubelogin sqlcmd curl sudo bash sh timeout env", identity.Program(identity.Word(word)))
}
