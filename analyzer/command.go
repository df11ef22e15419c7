package analyzer

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
)

// An exec.Cmd is a struct with the fields of os/exec, and with the words that it was made of: those that are known one by one,
// and a list that only the caller knows.
const (
	cmdPath  = path(fieldMark + "Path")
	cmdArgs  = path(fieldMark + "Args")
	cmdWords = path(fieldMark + "words it was made of")
	cmdRest  = path(keyMark + "further words")
)

// wordMark stands between the words of a command line in a template.
const wordMark = "\x03"

// commandModels name another program, to run it at once or later.
func commandModels() map[string][]modelRow {
	return map[string][]modelRow{
		"os/exec": {
			{newCommand(0), "Command"},
			{newCommand(1), "CommandContext"},
		},
		"syscall": {{execArgv, "Exec ForkExec"}},
		"os":      {{execArgv, "StartProcess"}},
	}
}

// runnerModels run a command that was made, or prepare that.
func runnerModels() map[string][]modelRow {
	return map[string][]modelRow{
		"os/exec": {
			{firstArgument, "LookPath"},
			{runCommand, "Cmd.Run Cmd.Start Cmd.Output Cmd.CombinedOutput"},
			{nothing, "Cmd.StdoutPipe Cmd.StderrPipe Cmd.StdinPipe Cmd.String Cmd.Environ Cmd.Wait"},
		},
	}
}

// Have: exec.Command(name, args...); name is argument n
func newCommand(n int) model {
	return func(f *frame, c *call) []value {
		at := cell{base: c.CallExpr}
		f.mem.store(at, value{zero{}})
		f.mem.store(cell{at.base, cmdPath}, c.arg(n))
		given := c.args[min(n, len(c.args)):]
		var rest value
		if c.Ellipsis.IsValid() && len(given) > 0 {
			given, rest = given[:len(given)-1], given[len(given)-1]
		}
		words := wordsOf(given)
		if rest != nil {
			words.cells[cmdRest] = rest
		}
		f.mem.store(cell{at.base, cmdWords}, value{structure{words}})
		f.mem.store(cell{at.base, cmdArgs}, f.argv(c, given, rest))
		return []value{{ref{at}}}
	}
}

// argv returns the list that an exec.Cmd has as its Args: one for every list that the further words may be.
func (f *frame) argv(c *call, given []value, rest value) value {
	if rest == nil {
		return f.newList(c.Fun, given)
	}
	lists, ok := f.lists(rest)
	if !ok || !c.Ellipsis.IsValid() {
		return unknownArgs()
	}
	var out value
	for i, list := range lists {
		out = join(out, f.newList(instance{c.Fun, i}, slices.Concat(given, list)))
	}
	return out
}

// unknownArgs are the Args of an exec.Cmd that was made of words of which some are not known, as long as nothing changes them.
func unknownArgs() value { return value{opaque{origin{fromCall, "exec.Cmd.Args"}}} }

// lists returns the elements of every list that a value may be, if all are known.
func (f *frame) lists(v value) ([][]value, bool) {
	var out [][]value
	for _, a := range v {
		list, ok := f.list(value{a})
		if !ok {
			return nil, false
		}
		out = append(out, list)
	}
	return out, len(out) > 0
}

// list returns the words that are known one by one.
func (w *fields) list() []value {
	var out []value
	for {
		word, ok := w.cells[path("").key(strconv.Itoa(len(out)))]
		if !ok {
			return out
		}
		out = append(out, word)
	}
}

// commandLine returns the template of the words of a command, for all its alternatives.
func (f *frame) commandLine(options value, at token.Pos) value {
	var out value
	for _, words := range as[structure](options) {
		given := words.list()
		more := [][]value{nil}
		if rest, ok := words.cells[cmdRest]; ok {
			if lists, known := f.lists(rest); known {
				more = lists
			} else {
				more = [][]value{{rest}}
			}
		}
		for _, list := range more {
			out = join(out, lineOf(slices.Concat(given, list), at))
		}
	}
	return out
}

// lineOf joins words.
func lineOf(words []value, at token.Pos) value {
	line := value{text{at: at}}
	for i, word := range words {
		if i > 0 {
			line = concat(line, value{text{s: wordMark, at: at}})
		}
		line = concat(line, asText(word, at))
	}
	return line
}

// Have: cmd.Run()
func runCommand(f *frame, c *call) []value {
	for _, a := range c.recv {
		if r, ok := a.(ref); ok {
			f.commandRuns(r.cell, c.CallExpr)
		}
	}
	return f.results(c)
}

// commandRuns notes the command of an exec.Cmd, where the Cmd is made; what runs it is the place otherwise.
func (f *frame) commandRuns(at cell, runs ast.Expr) {
	args := f.mem.load(cell{at.base, at.path + cmdArgs})
	var words value
	if lists, ok := f.lists(args); ok {
		words = structures(lists)
	} else if slices.Equal(args, unknownArgs()) {
		words = f.mem.load(cell{at.base, at.path + cmdWords})
	}
	node := runs
	switch base := at.base.(type) {
	case *ast.CallExpr:
		node = base
	case *ast.CompositeLit:
		node = base
	case instance:
		if call, ok := base.call.(ast.Expr); ok {
			node = call
		}
	}
	f.command(words, node)
}

// structures are command lines, as alternatives.
func structures(lists [][]value) value {
	var out value
	for _, list := range lists {
		out = append(out, structure{wordsOf(list)})
	}
	return out
}

func wordsOf(list []value) *fields {
	out := &fields{cells: map[path]value{"": {zero{}}}}
	for i, word := range list {
		out.cells[path("").key(strconv.Itoa(i))] = word
	}
	return out
}

// command notes a command line that is run, in all its alternatives.
func (f *frame) command(options value, node ast.Expr) {
	f.note(site{sink: f.checker.table.Command(), node: node, options: options, id: f.commandLine(options, node.Pos())})
}

// Have: syscall.Exec(path, argv, env), os.StartProcess(path, argv, attr)
func execArgv(f *frame, c *call) []value {
	if lists, ok := f.lists(c.arg(1)); ok {
		f.command(structures(lists), c.CallExpr)
	}
	return f.unknownCall(c)
}

// commandsIn notes the commands that other code gets, to run them.
func (f *frame) commandsIn(v value) {
	for _, a := range v {
		r, ok := a.(ref)
		if !ok || f.mem.listed(r.base)[r.path+cmdPath] == nil || f.mem.listed(r.base)[r.path+cmdWords] == nil {
			continue
		}
		if made, ok := r.base.(*ast.CallExpr); ok {
			f.commandRuns(r.cell, made)
		}
	}
}

// commandsReturned notes the commands that a function makes for others to run. Callers in this package are traced themselves.
func (f *frame) commandsReturned(results []value) {
	if f.literal == nil && f.decl.obj != nil && len(f.mentioned[f.decl.obj]) > 0 {
		return
	}
	for _, v := range results {
		f.commandsIn(v)
	}
}
