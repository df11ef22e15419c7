package files_test

import "strings"

const tokenURL = "http://169.254.169.254/metadata/identity/oauth2/token?resource=x"

// odd returns seeds that no situation has: what a grammar allows and nobody writes, by the name of a file, and "" for programs.
func odd() map[string][]string {
	return map[string][]string{
		"a.sh": {
			"sh -c 'az login -i'; x=$(az login) <<X\nX", "az login ${a[$((1+`b`))]:-c} 'd' \"e$f\" && az login -i", "a=(az login -i)\n\"${a[@]}\"",
			"\"", "az login -i;\"", "L='az login'; $L -i", "bash <<X\naz login -i \\\n$a\nX\n", "curl -G -d a=b " + tokenURL,
		},
		"Makefile": {"a:\n\t@az login -i \\\n\t -o none $(x) $$y\ndefine z\naz login -i\nendef\n"},
		"a.cmd":    {"@call az login ^\n-i 2>&1", "if a equ b az login -i %~dp0 %%i !x! \"^", "for %%i in (a) do (az login -i)", `powershell -Command "Connect-AzAccount -Identity"`},
		"a.ps1": {
			"$p = @{ Identity = $true\n b = @(1, 2) }\nConnect-AzAccount @p", "irm (\"" + tokenURL + "\" + $x -f 'a')", "az --% login -i %x% | foo && bar || baz 2>&1",
			"if ($a -ne 'b') { az login -i; return } elseif (1) { } else { }", "switch -Regex ($x) { 'a' { Connect-AzAccount -Identity } default { } }",
			"iex @\"\naz login -i $(x `\"y`\")\n\"@", "function F([string]$a = 'x', $b) { param($c) [Net.WebRequest]::Create($u).X[1].Y('z', \"\") }",
		},
		"a.py": {
			"import subprocess as s\ns.run(['az', 'login', *a, '-i'] + b, shell=True)\n", "u = f'''{x:{y}}" + tokenURL + "&y={z!r}'''\nimport requests\nrequests.get(u)\n",
			"from azure.identity import (ManagedIdentityCredential as M)\nc = M(\n  a=b,\n)\nclass A:\n  d = M() if c else M(client_id=None)\n", "!az login -i\n%x\n",
		},
		"Dockerfile": {
			"FROM a\nRUN <<EOF\naz login -i\nEOF\nRUN [\"az\", \"login\", \"\\u002di\"]", "# escape=`\nFROM a AS b\nENV ARM_USE_MSI=\"true\" c=`d\nCMD az login -i `\n# y\n z",
			"FROM a\nCOPY <<-\"x\" <<y /\n\taz login -i\n\tx\ny",
		},
		"a.yaml": {
			"run: [b, 'az login -i ''d', \"e\\n\\u00e9\"]\nscript: |2-\n   az login -i\n\n  h\ni: >+\n  j\n  k\n\n", "a: &x {run: az login -i}\nd:\n  <<: *x\n  e: *x\n",
			"? [a]\n: !!str b\n--- \n...\n", "a:\n  {{- include \"b\" . | nindent 2 }}\n  run: az login -i {{ d }}\n{{ if e }}\nf: |\n  {{ g }}\n  h \\\n  {{ end }}\n",
			"steps:\n- run: az login -i\n  shell: bash\n- ${{ if x }}:\n  - script: az login -i $(b)\n", "run: \"az login\\\n  -i\n\n  d\"\ne: f\n  g\n",
			"env:\n- ARM_USE_MSI=true\n", "a: '{\"useManagedIdentityExtension\": true}'\n", "db: Server=a;Authentication=Active Directory MSI\n",
		},
		"a.json": {`{"run": ["az login -i\u00e9\ud83d\ude00", null, 1.5e3], /* c */ d: 'e',}`, `{"builders": [{"type": "azure-arm"}]}`},
		"a.tf": {
			"user_data = <<-EOT\n  #!/bin/sh\n  az login -i ${a}\n EOT\n", "x = format(\"az login -i %s %5d%%\", b)", "a = = {\nuse_msi = true",
			"inline = [\"%{ if x }\\u00e9az login -i ${b}$${c}%{ endif }\"]", "source \"azure-arm\" a { inline = [for x in y : \"${x} az login -i\"] }",
		},
		"a.env": {"export ARM_USE_MSI = \"true\" # vm\r\nA=b"},
		"a.md":  {"```sh\n$ az login -i \\\n> b\n```", " ~~~ {.cs}\n\"" + tokenURL + "\"\n~~~", ".. code:: sh\n :x:\n\n  az login -i\n b", "```docker\nFROM a\nRUN az login -i"},
		"":      oddPrograms(),
	}
}

func oddPrograms() (texts []string) {
	for _, text := range []string{
		`var u = $"URL{a["b"]}" + @"x""y" + 'c';`, "const p = /[/]/; f(`URL${`a${b}`}`)", "let u = r#\"URL\"#; ManagedIdentityCredential::new(None)",
		"u = \"URL#{x}\" % 1 # y", "f('''URL''' (] { \"\"\"", "new ManagedIdentityCredential({a: {b}}).build() @azure/identity",
		"sh(script: \"\"\"az login -i ${a}\\$b\"\"\") else { exec('az', ['login', '-i', ...b]) }", "`az login -i` system 'az', 'login', '-i'",
		"u = new URL('URL'); u.searchParams.set('resource', x);", "commandToExecute: base64(format('az login -i {0}', x))\nvar y = '''#cloud-config'''",
		"a.b = URL", `Command::new("az").arg("login").args(["-i"]).output()`,
	} {
		texts = append(texts, strings.ReplaceAll(text, "URL", tokenURL))
	}
	return texts
}
