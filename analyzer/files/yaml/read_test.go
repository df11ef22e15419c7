package yaml_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/yaml"
	"github.com/whichid/whichid/analyzer/identity"
)

// reading notes what it is given to read, and puts a flag behind each az login -i.
func reading(notes *[]string) site.Reading {
	note := func(kind, text string) {
		text = strings.ReplaceAll(strings.ReplaceAll(text, string(identity.Unknown()), "_"), "\n", "⏎")
		*notes = append(*notes, kind+": "+text)
	}
	return site.Reading{
		Variable: "AZURE_CLIENT_ID",
		Text: func(l site.Language, t excerpt.Text) []site.Site {
			note(string(l), t.String())
			var out []site.Site
			for i := 0; ; {
				n := strings.Index(t.String()[i:], "az login -i")
				if n < 0 {
					return out
				}
				i += n + len("az login -i")
				s := site.Site{Verdict: identity.Absent, Name: "az login", At: t.Slice(i-len("az login -i"), i)}
				if strings.HasPrefix(t.String()[i:], " --client-id") {
					continue
				}
				if edit, ok := t.Insert(i, ` --client-id "$ID"`); ok {
					s.Fix.Edits = []identity.Edit{edit}
				}
				out = append(out, s)
			}
		},
		Words: func(words []excerpt.Text, _ func(int, string) []identity.Edit) []site.Site {
			var line []string
			for _, w := range words {
				line = append(line, w.String())
			}
			note("words", strings.Join(line, "|"))
			return []site.Site{{Verdict: identity.Absent, Name: line[0] + " login"}}
		},
		URL: func(t excerpt.Text, _ func(int, string) []identity.Edit) []site.Site {
			note("url", t.String())
			return nil
		},
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"GitHub", "jobs:\n  a:\n    steps:\n    - run: az login\n", "shell: az login"},
		{
			"GitHub, shell", "steps:\n- run: a\n  shell: pwsh\n- run: b\n  shell: python {0}\n- run: c\n  shell: bash -e {0}\n- run: d\n  shell: perl {0}\n",
			"powershell: a, shell: pwsh, python: b, shell: python {0}, shell: c, shell: bash -e {0}, shell: perl {0}",
		},
		{"GitHub, defaults", "defaults: {run: {shell: pwsh}}\njobs:\n  a:\n    steps:\n    - run: a\n", "powershell: a"},
		{"GitHub, Windows", "jobs:\n  a:\n    runs-on: windows-latest\n    steps:\n    - run: a\n", "powershell: a"},
		{"GitHub, composite", "runs:\n  steps:\n  - run: |\n      a ${{ inputs.b }}\n      c\n    shell: bash\n", "shell: a _⏎c⏎, shell: bash"},
		{"Azure", "steps:\n- script: a $(B) $(c -d)\n- bash: b\n- pwsh: c\n- powershell: d\n", "shell: a _ $(c -d), shell: b, powershell: c, powershell: d"},
		{"Azure, Windows", "pool: {vmImage: windows-2022}\nsteps:\n- script: a\n", "batch: a"},
		{
			"Azure, tasks", "steps:\n- task: AzureCLI@2\n  inputs:\n    scriptType: bash\n    inlineScript: a\n" +
				"- task: AzureCLI@2\n  inputs:\n    scriptType: pscore\n    inlineScript: b\n- task: AzurePowerShell@5\n  inputs:\n    Inline: c\n" +
				"- task: Bash@3\n  inputs:\n    script: d\n- task: Other@1\n  inputs:\n    script: e\n",
			"shell: a, powershell: b, powershell: c, shell: d",
		},
		{"Azure, condition", "steps:\n- ${{ if x }}:\n  - bash: a\n", "shell: a"},
		{"GitLab", "a:\n  before_script: [a]\n  script:\n  - b\n  - !reference [x, y]\n  - |\n    c\n    d\n", "shell: a⏎, shell: b⏎_⏎c⏎d⏎⏎"},
		{
			"cloud-init", "#cloud-config\nruncmd:\n- a\n- [b, c d]\n- e\nwrite_files:\n- path: /a.sh\n  content: f\n- path: /b\n  content: |\n    #!/usr/bin/env python3\n    g\n- path: /x.conf\n  content: h\n",
			"shell: a⏎e⏎, words: b|c d, shell: f, python: #!/usr/bin/env python3⏎g⏎",
		},
		{"kubeadm", "spec:\n  files:\n  - path: /a.ps1\n    content: a\n  preKubeadmCommands:\n  - b\n  - c\n", "powershell: a, shell: b⏎c⏎"},
		{
			"Ansible", "- hosts: all\n  tasks:\n  - shell: a\n  - ansible.builtin.command:\n      cmd: b\n  - command:\n      argv: [c, d]\n  - win_shell: e\n",
			"shell: a, shell: b, words: c|d, powershell: e",
		},
		{"ACR", "version: v1.1.0\nsteps:\n- cmd: image az login\n- cmd: image bash -c 'a'\n", "shell: az login, shell: bash -c 'a'"},
		{"ACR, images by what they run", "version: v1.1.0\nsteps:\n- cmd: az login\n- cmd: bash -c 'a'\n", "shell: az login, shell: bash -c 'a'"},
		{"Porter", "install:\n- exec:\n    command: az\n    arguments: [login, -i]\n", "words: az|login|-i"},
		{
			"Kubernetes", "spec:\n  containers:\n  - command: [/bin/sh, -c]\n    args:\n    - a\n  - args: [-c, b]\n  - args: [c, $(D)]\n",
			"words: /bin/sh|-c|a, shell: b, words: c|_",
		},
		{"Kubernetes, more words", "command: [a]\nargs:\n- b\n{{ toYaml .c | indent 0 }}\n", "words: a|b|_"},
		{"kubeconfig", "exec:\n  command: kubelogin\n  args: [get-token]\n", "words: kubelogin|get-token"},
		{"ConfigMap", "data:\n  a.sh: |\n    a\n    b\n  c: |\n    #!/bin/sh\n    d\n  e.yaml: |\n    f: g\n  h: |\n    i\n", "shell: a⏎b⏎, shell: #!/bin/sh⏎d⏎, yaml: f: g⏎"},
		{"Compose", "services:\n  a:\n    command: a b\n    healthcheck:\n      test: [CMD-SHELL, c]\n  b:\n    entrypoint: [d]\n    command: [e]\n", "shell: a b, shell: CMD-SHELL⏎c⏎, words: d|e"},
		{"Argo", "script:\n  command: [python3]\n  source: a\n", "words: python3, python: a"},
		{"CircleCI", "steps:\n- run: a << parameters.b >>\n- run:\n    command: c\n", "shell: a _, shell: c"},
		{"devcontainer", `{"postCreateCommand": "a", "postStartCommand": ["b", "c"], "onCreateCommand": {"x": "d", "y": ["e"]}}`, "shell: a, words: b|c, shell: d, words: e"},
		{"package.json", `{"scripts": {"a": "b"}}`, "shell: b"},
		{"Taskfile", "tasks:\n  a:\n    cmds:\n    - b\n    - cmd: c\n    - task: d\n", "shell: b⏎, shell: c"},
		{"ARM", `{"properties": {"commandToExecute": "a", "azPowerShellVersion": "9", "scriptContent": "b"}, "x": {"commandToExecute": "[concat('c')]"}}`, "shell: a, powershell: b"},
		{"azd", "hooks:\n  postup:\n    shell: pwsh\n    run: a\n  preup:\n    posix:\n      run: b\n", "powershell: a, shell: b"},
		{"guess", "x: |\n  # c\n  az login\nb: az login -i\nc: |\n  Then run\n  az login\ndescription: az login -i\n", "shell: # c⏎az login⏎, shell: az login -i"},
		{"URL", "x: http://169.254.169.254/a?b\n", "url: http://169.254.169.254/a?b"},
		{"aliases", "a: &x\n  steps:\n  - bash: b\nc: *x\n", "shell: b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var notes []string
			yaml.Read(excerpt.File(c.text), reading(&notes))
			if got := strings.Join(notes, ", "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// apply writes the edits of sites, which come in the order of the text.
func apply(s string, sites []site.Site) string {
	for _, found := range slices.Backward(sites) {
		for _, e := range found.Fix.Edits {
			s = s[:e.Start] + e.New + s[e.End:]
		}
	}
	return s
}

func TestFix(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"steps:\n- bash: az login -i\n", "steps:\n- bash: az login -i --client-id \"$ID\"\n"},
		{"steps:\n- bash: az login -i # x\n", "steps:\n- bash: az login -i --client-id \"$ID\" # x\n"},
		{"steps: [{bash: az login -i}]\n", "steps: [{bash: az login -i --client-id \"$ID\"}]\n"},
		{"steps:\n- bash: 'az login -i'\n", "steps:\n- bash: 'az login -i --client-id \"$ID\"'\n"},
		{"steps:\n- bash: \"az login -i\"\n", "steps:\n- bash: \"az login -i --client-id \\\"$ID\\\"\"\n"},
		{"steps:\n- bash: |\r\n    az login -i\r\n    b\r\n", "steps:\n- bash: |\r\n    az login -i --client-id \"$ID\"\r\n    b\r\n"},
		{"steps:\n- bash: >-\n    az login -i\n    -o none\n", "steps:\n- bash: >-\n    az login -i --client-id \"$ID\"\n    -o none\n"},
		{"steps:\n- bash: az login -i\n    -o none\n", "steps:\n- bash: az login -i --client-id \"$ID\"\n    -o none\n"},
		{"a:\n  script:\n  - az login -i\n  - \"a; az login -i\"\n", "a:\n  script:\n  - az login -i --client-id \"$ID\"\n  - \"a; az login -i --client-id \\\"$ID\\\"\"\n"},
		{`{"steps": [{"bash": "\u0061\naz login -i\nb"}]}`, `{"steps": [{"bash": "\u0061\naz login -i --client-id \"$ID\"\nb"}]}`},
		{"- command: az login -i\n", "- command: az login -i\n"},
		{"runs-on: ${{ matrix.os }}\nsteps:\n- run: az login -i\n", "runs-on: ${{ matrix.os }}\nsteps:\n- run: az login -i\n"},
		{"data:\n  a.sh: |2\n      x\n    az login -i\n    {{- if .x }}\n    b\n    {{- end }}\n", "data:\n  a.sh: |2\n      x\n    az login -i --client-id \"$ID\"\n    {{- if .x }}\n    b\n    {{- end }}\n"},
	} {
		var notes []string
		got := apply(c.text, yaml.Read(excerpt.File(c.text), reading(&notes)))
		if got != c.want {
			t.Errorf("%q\ngot  %q\nwant %q", c.text, got, c.want)
		}
		if again := apply(got, yaml.Read(excerpt.File(got), reading(&notes))); again != got {
			t.Errorf("%q\ntwice %q", got, again)
		}
	}
}

func TestEnvironment(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"command: [kubelogin]\n": 1,
		"command: [kubelogin]\nenv:\n- name: AZURE_CLIENT_ID\n  value: x\n":     0,
		"env: {AZURE_CLIENT_ID: x}\na:\n  command: [kubelogin]\n":               0,
		"command: [kubelogin]\nenv:\n- name: OTHER\n  value: x\n":               1,
		"command: [kubelogin]\nenv:\n{{ toYaml .x | indent 0 }}\n":              0,
		"command: [az]\nenv:\n- name: AZURE_CLIENT_ID\n  value: x\n":            1,
		"command: [kubelogin]\nenvFrom:\n- secretRef: {name: x}\n":              0,
		"command: [kubelogin]\nenvironment:\n- AZURE_CLIENT_ID=${ID}\n":         0,
		"command: [kubelogin]\nenvironment:\n- AZURE_CLIENT_SECRET=${SECRET}\n": 1,
	} {
		var notes []string
		if got := len(yaml.Read(excerpt.File(text), reading(&notes))); got != want {
			t.Errorf("%q: %d sites, want %d", text, got, want)
		}
	}
}

// TestBegin writes whole lines at the beginning of each line of a script, and behind its last one.
func TestBegin(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"a: |\n  b\n\n  c\nd: e\n", "x⏎b⏎⏎c⏎ b⏎x⏎⏎c⏎ b⏎⏎x⏎c⏎ b⏎⏎c⏎x⏎"},
		{"a: |-\r\n  b\r\n  c\r\n", "x⏎b⏎c b⏎x⏎c"},
		{`{"a": "b\nc\n"}`, "x⏎b⏎c⏎ b⏎x⏎c⏎ b⏎c⏎x⏎"},
		{"a: \"b\\nc\"\n", "x⏎b⏎c b⏎x⏎c"},
		{"a: b\n", ""},
		{"a: 'b'\n", ""},
		{"a: >\n  b\n", ""},
	} {
		value := yaml.Parse(excerpt.File(c.text))[0].Get("a").Value
		var got []string
		for i := range value.Len() + 1 {
			if i > 0 && value.String()[i-1] != '\n' {
				continue
			}
			edit, ok := value.Insert(i, "x\n")
			if !ok {
				continue
			}
			edited := c.text[:edit.Start] + edit.New + c.text[edit.End:]
			docs := yaml.Parse(excerpt.File(edited))
			if len(docs) != 1 {
				t.Fatalf("%q is no YAML", edited)
			}
			got = append(got, strings.ReplaceAll(docs[0].Get("a").Text(), "\n", "⏎"))
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

func ExampleParse() {
	for _, document := range yaml.Parse(excerpt.File("a: [b, c]\n")) {
		fmt.Println(document.Get("a").Items[1].Value.Span())
	}
	// Output: 7 8
}
