package literals

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/site"
)

// A runner is a row of the table of functions that run a command.
type runner struct {
	endings  string        // of files
	names    string        // of functions, with what is before the last dot if that matters
	language site.Language // what a string alone is written in
	more     form          // what stands behind the first argument
	isDirect bool          // no shell reads the string, so that a variable in it means nothing
}

// A form is what the further arguments of a runner are.
type form int

const (
	options form = iota // of the function, such as whether the command may fail
	list                // a list of words, or options
	line                // a string with words, a list of words, or options
	spread              // each a word
	chain               // none: methods behind the call add words
)

const (
	groovyFiles = ".groovy .jenkinsfile"
	rubyFiles   = ".rb .rake .erb .gemspec"
	perlFiles   = ".pl .pm .t"
)

// runners is the table: the first row that fits counts.
//
// Jenkins: https://www.jenkins.io/doc/pipeline/steps/workflow-durable-task-step/
// Node.js: https://nodejs.org/api/child_process.html; execa: https://github.com/sindresorhus/execa/blob/main/docs/api.md;
// GitHub: https://github.com/actions/toolkit/blob/main/packages/exec/src/exec.ts; Azure Pipelines:
// https://github.com/microsoft/azure-pipelines-task-lib/blob/master/node/task.ts; shelljs: https://github.com/shelljs/shelljs#exec;
// zx: https://google.github.io/zx/api, where each value in the template is one word.
// .NET: https://learn.microsoft.com/dotnet/api/system.diagnostics.processstartinfo.-ctor
// Java: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Runtime.html and ProcessBuilder.html
// Ruby: https://docs.ruby-lang.org/en/3.4/Kernel.html and Open3.html; Rake and Chef have sh and shell_out.
// PHP: https://www.php.net/manual/ref.exec.php; Perl: https://perldoc.perl.org/functions/system; C: system(3), popen(3)
// Lua: https://www.lua.org/manual/5.4/manual.html#pdf-os.execute; Elixir: https://hexdocs.pm/elixir/System.html#cmd/3
// Dart: https://api.dart.dev/dart-io/Process/run.html
// Rust: https://doc.rust-lang.org/std/process/struct.Command.html and Tokio's, which is the same.
func runners() []runner {
	const script = jsFiles + " " + tsFiles
	return []runner{
		{endings: groovyFiles, names: "sh", language: site.Shell},
		{endings: groovyFiles, names: "bat", language: site.Batch},
		{endings: groovyFiles, names: "powershell pwsh", language: site.PowerShell},
		{
			endings: script, names: "exec.exec getExecOutput tl.exec tl.execSync tl.execAsync", language: site.Shell, more: line,
			isDirect: true,
		},
		{endings: script, names: "execSync exec execAsync", language: site.Shell, more: list},
		{endings: script, names: "spawn spawnSync execFile execFileSync execa execaSync", language: site.Shell, more: list},
		{endings: script, names: "execaCommand execaCommandSync", language: site.Shell, isDirect: true},
		{endings: script, names: "$", language: site.Shell},
		{endings: csFiles, names: "ProcessStartInfo Process.Start", language: site.Shell, more: line, isDirect: true},
		{endings: javaFiles + " .sc", names: "exec", language: site.Shell, isDirect: true},
		{endings: javaFiles + " .sc", names: "ProcessBuilder", more: spread},
		{
			endings: rubyFiles, names: "system exec spawn sh capture2 capture2e capture3 popen3 popen2 popen2e shell_out shell_out!",
			language: site.Shell, more: spread,
		},
		{endings: ".php", names: "exec shell_exec system passthru popen proc_open", language: site.Shell},
		{endings: perlFiles, names: "system exec", language: site.Shell, more: spread},
		{endings: ".c .cc .cpp .cxx .h .hpp", names: "system popen _popen", language: site.Shell},
		{endings: ".lua", names: "os.execute io.popen", language: site.Shell},
		{endings: ".ex .exs", names: "System.cmd System.shell", language: site.Shell, more: list},
		{endings: ".dart", names: "Process.run Process.start Process.runSync", language: site.Shell, more: list},
		{endings: ".rs", names: "Command::new", more: chain},
	}
}

// runnersOf returns the rows that matter for a file.
func runnersOf(ending string) []runner {
	return slices.DeleteFunc(runners(), func(row runner) bool { return !slices.Contains(strings.Fields(row.endings), ending) })
}

// calls reports whether token i is the name of a function of a row.
func (c *code) calls(row runner, i int) bool {
	if !c.is(i, name) {
		return false
	}
	for of := range strings.FieldsSeq(row.names) {
		if last := strings.LastIndexAny(of, ".:") + 1; c.word(i) == of[last:] && (last == 0 || c.word(i-2)+c.word(i-1) == of[:last]) {
			return true
		}
	}
	return false
}

// chained returns the words of a command that methods put together. It is not ok if there may be others, or if it is not run there.
//
// Have: Command::new("az").arg("login").args(["-i"]).output()
func (c *code) chained(i int) (words []argument, ok bool) {
	if c.word(i+1) != "(" {
		return nil, false
	}
	words, _ = c.arguments(i)
	for i = c.partner[i+1]; i > 0 && c.word(i+1) == "." && c.word(i+3) == "("; i = c.partner[i+3] {
		method := c.word(i + 2)
		if isOneOf(method, "output status spawn exec") {
			return words, len(words) > 0
		}
		args, _ := c.arguments(i + 2)
		switch {
		case method == "arg" && len(args) == 1:
			words = append(words, args[0])
		case method == "args":
			if len(args) != 1 {
				return nil, false
			}
			items, isList := c.items(args[0].span)
			if !isList {
				return nil, false
			}
			words = append(words, items...)
		}
	}
	return nil, false
}
