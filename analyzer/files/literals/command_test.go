package literals_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/literals"
	"github.com/whichid/whichid/analyzer/identity"
)

// TestCommand reads what is run: the rest of each line is what is reported, choice if it is one.
func TestCommand(t *testing.T) {
	t.Parallel()
	const vars = "(command)"
	for _, c := range []struct{ name, file, text, want string }{
		{"sh", "Jenkinsfile", `node { sh 'az login -i' }`, "az login -i"},
		{"sh in brackets", "release.Jenkinsfile", `sh("az login -i")`, "az login -i"},
		{"sh on lines", "a.groovy", "sh '''#!/bin/bash\n  az login -i\n  az vm list\n'''.stripIndent()", "az login -i"},
		{"argument script", "Jenkinsfile.release", "x = sh(returnStdout: true,\n  script: \"\"\"\n az login -i --output ${format}\n\"\"\").trim()", `az login -i --output ${format}`},
		{"argument script without brackets", "Jenkinsfile", "sh script: 'az login -i', label: 'log in'\nx()", "az login -i"},
		{"a mapping", "a.groovy", "steps.sh([script: 'az login -i', returnStatus: true])", "az login -i"},
		{"joined", "Jenkinsfile", `sh "az login -i " + "-o none"`, `az login -i " + "-o none`},
		{"joined with an ID", "Jenkinsfile", `sh "az login -i " + flags`, ""},
		{"with an ID", "Jenkinsfile", `sh "az login -i --client-id ${params.ID}"`, ""},
		{"with an ID in the environment", "Jenkinsfile", `sh 'az login -i --client-id $ID'`, ""},
		{"escaped", "Jenkinsfile", `sh "az login -i --client-id \$ID"`, ""},
		{"what may be an ID", "Jenkinsfile", `sh "az login -i ${flags}"`, ""},
		{"a line that goes on", "Jenkinsfile", "sh 'az login \\\n  -i'", "az login \\\n  -i"},
		{"PowerShell", "Jenkinsfile", `powershell """
			Connect-AzAccount -Identity
		"""`, "Connect-AzAccount -Identity"},
		{"pwsh", "Jenkinsfile", `pwsh script: 'az login --identity'`, "az login --identity"},
		{"bat", "Jenkinsfile", `bat "az login --identity"`, "az login --identity"},
		{"another interpreter", "Jenkinsfile", "sh '''#!/usr/bin/perl\naz login -i\n'''", ""},
		{"PowerShell by its first line", "Jenkinsfile", "sh '''#!/usr/bin/env pwsh\nConnect-AzAccount -Identity\n'''", "Connect-AzAccount -Identity"},
		{"echo", "Jenkinsfile", `echo 'az login -i'; println("az login -i")`, ""},
		{"comment", "Jenkinsfile", "// sh 'az login -i'", ""},
		{"key", "Jenkinsfile", "x = [sh: 'az login -i']", ""},
		{"expected", "a.groovy", "then: 1 * steps.sh('az login -i')", ""},
		{"verified", "a.groovy", "verify(steps).sh('az login -i')", ""},
		{"depends", "Jenkinsfile", "if (id) { sh \"az login -i --client-id $id\" } else { sh 'az login -i' }", "choice az login -i"},
		{"depends on more", "Jenkinsfile", "if (a) { sh 'az login -i' } else if (b) { x() } else { y { sh \"az login -i --client-id $id\" } }", "choice az login -i"},
		{"depends, and leaves", "a.groovy", "def f() { if (id) { sh \"az login -i --client-id $id\"; return }\n sh 'az login -i' }", "choice az login -i"},
		{"depends, without blocks", "a.groovy", "if (id) sh \"az login -i --client-id $id\"\nelse sh 'az login -i'", "choice az login -i"},
		{"does not depend", "Jenkinsfile", "stage('a') { sh \"az login -i --client-id $id\" }\nstage('b') { sh 'az login -i' }", "az login -i"},
		{"depends on something else", "Jenkinsfile", "if (a) { sh \"az login -i --client-id $id\" }\nif (b) { sh 'az login -i' }", "az login -i"},

		{"exec", "a.js", `exec("az login -i", (e) => {})`, "az login -i"},
		{"execSync", "a.ts", "cp.execSync(`az login -i -o ${o}`, { stdio: 'inherit' })", "az login -i -o ${o}"},
		{"spawn", "a.ts", `spawn("az", ["login", "--identity"])`, `az", ["login", "--identity`},
		{"spawn with an ID", "a.ts", `spawn("az", ["login", "--identity", "--client-id", id])`, ""},
		{"spawn with what may be one", "a.ts", `spawn("az", ["login", "--identity", ...more])`, ""},
		{"spawn with a list that grows", "a.ts", `spawn("az", ["login", "--identity"].concat(more))`, ""},
		{"spawn with a name", "a.ts", `spawn("az", args)`, ""},
		{"execa", "a.mjs", "await execa('az', ['login', '-i'], { env })", `az', ['login', '-i`},
		{"program and line", "a.ts", `tl.execSync("az", "login --identity")`, `az", "login --identity`},
		{"zx", "a.mjs", "await $`az login -i`", "az login -i"},
		{"zx with an ID", "a.mjs", "await $`az login -i --client-id ${id}`", ""},
		{"pattern", "a.js", `/az login/.exec(text)`, ""},
		{"expected of a mock", "a.ts", `expect(execSync("az login -i")).toBe(1); expect(exec).toHaveBeenCalledWith("az login -i")`, ""},
		{"description", "a.ts", `it("az login -i", () => {}); const help = "az login -i"`, ""},

		{"system", "a.rb", `system "az login -i"`, "az login -i"},
		{"system with words", "a.rb", `system("az", "login", "-i", exception: true)`, ""},
		{"system with words only", "a.rb", `system("az", "login", "-i")`, `az", "login", "-i`},
		{"backticks", "a.rb", "x = `az login -i`", "az login -i"},
		{"backticks with an ID", "a.rb", "x = `az login -i --client-id #{id}`", ""},
		{"backticks in PHP", "a.php", "<?php $x = `az login -i`;", "az login -i"},
		{"shell_exec", "a.php", `<?php shell_exec('az login -i');`, "az login -i"},
		{"Perl", "a.pl", `system("az login -i");`, "az login -i"},
		{"C#", "a.cs", `Process.Start("az", "login --identity");`, `az", "login --identity`},
		{"C# information", "a.cs", `var p = new ProcessStartInfo("az", $"login --identity --client-id {id}");`, ""},
		{"C# information without an ID", "a.cs", `var p = new ProcessStartInfo("az", @"login --identity") { UseShellExecute = false };`, `az", @"login --identity`},
		{"Java", "A.java", `Runtime.getRuntime().exec("az login -i");`, "az login -i"},
		{"Java, list", "A.java", `Runtime.getRuntime().exec(new String[] {"az", "login", "-i"});`, `az", "login", "-i`},
		{"Java, builder", "A.java", `new ProcessBuilder("az", "login", "-i").start();`, `az", "login", "-i`},
		{"Java, builder with a list", "A.java", `new ProcessBuilder(List.of("az", "login", "-i")).start();`, `az", "login", "-i`},
		{"C", "a.c", `int main(void) { return system("az login " "-i"); }`, `az login " "-i`},
		{"Lua", "a.lua", `os.execute("az login -i")`, "az login -i"},
		{"Dart", "a.dart", `await Process.run('az', ['login', '-i']);`, `az', ['login', '-i`},
		{"Elixir", "a.ex", `System.cmd("az", ["login", "-i"])`, `az", ["login", "-i`},
		{"Rust", "a.rs", `let o = Command::new("az").args(["login", "-i"]).output()?;`, `az").args(["login", "-i`},
		{"Rust, words", "a.rs", `let o = Command::new("az").arg("login").arg("-i").env("A", "b").status();`, `az").arg("login").arg("-i`},
		{"Rust with an ID", "a.rs", `let o = Command::new("az").args(&["login", "-i"]).args(["--client-id", &id]).output();`, ""},
		{"Rust, more to come", "a.rs", `let mut c = Command::new("az"); c.args(["login", "-i"]);`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, s := range find(t, c.file, c.text) {
				if !s.Verdict.IsFault() {
					continue
				}
				start, end := s.At.Span()
				what := c.text[start:end]
				if s.Choice {
					what = "choice " + what
				}
				if s.Rule != identity.CommandRule {
					what += s.Rule
				}
				got = append(got, what)
			}
			if strings.Join(got, vars) != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

// TestCommandFix applies the fixes, which leave nothing to find.
func TestCommandFix(t *testing.T) {
	t.Parallel()
	const id = `${ID:?set it to the client ID of the managed identity}`
	for _, c := range []struct{ file, text, want string }{
		{"Jenkinsfile", `sh 'az login -i'`, `sh 'az login -i --client-id "` + id + `"'`},
		{"Jenkinsfile", `sh "az login -i"`, `sh "az login -i --client-id \"\` + id + `\""`},
		{"Jenkinsfile", "sh \"\"\"\naz login -i\n\"\"\"", "sh \"\"\"\naz login -i --client-id \\\"\\" + id + "\\\"\n\"\"\""},
		{"Jenkinsfile", "sh '''\naz login -i\n'''", "sh '''\naz login -i --client-id \"" + id + "\"\n'''"},
		{"a.js", "execSync(`az login -i`)", "execSync(`az login -i --client-id \"\\" + id + "\"`)"},
		{"a.js", `execSync("az login -i")`, `execSync("az login -i --client-id \"` + id + `\"")`},
		{"a.js", `spawn('az', ['login', '-i'])`, `spawn('az', ['login', '-i', '--client-id', process.env.ID])`},
		{"a.ts", `tl.exec("az", "login -i")`, ""},
		{"a.cs", `Process.Start("az", "login -i");`, ""},
		{"a.rb", "`az login -i`", "`az login -i --client-id \"" + id + "\"`"},
		{"a.rb", `system("az", "login", "-i")`, `system("az", "login", "-i", "--client-id", ENV.fetch("ID"))`},
		{"A.java", `new ProcessBuilder("az", "login", "-i").start();`, `new ProcessBuilder("az", "login", "-i", "--client-id", System.getenv("ID")).start();`},
	} {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			found := find(t, c.file, c.text)
			if len(found) != 1 {
				t.Fatalf("%d found", len(found))
			}
			edits := found[0].Fix.Edits
			if len(edits) == 0 && c.want == "" {
				return
			}
			got := apply(c.text, edits)
			if got != c.want {
				t.Fatalf("got  %s\nwant %s", got, c.want)
			}
			for _, s := range find(t, c.file, got) {
				if s.Verdict.IsFault() {
					t.Errorf("found again in %s", got)
				}
			}
		})
	}
}

// TestLanguage tells what a script is handed to.
func TestLanguage(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"sh 'az login -i'":                                "shell",
		"bat 'az login -i'":                               "batch",
		"pwsh 'az login -i'":                              "powershell",
		"sh '#!/usr/bin/env -S python3 -u\naz login'":     "",
		"sh '''#!/usr/bin/env -S python3 -u\naz login'''": "python",
		"sh '''#!/usr/bin/ruby\naz login'''":              "",
	} {
		read, _ := literals.For("Jenkinsfile")
		var heard []string
		read(excerpt.File(text), reading(&heard))
		if got := strings.Join(heard, " "); got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
}
