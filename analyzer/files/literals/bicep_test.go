package literals_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/literals"
)

// TestMachines tells what text in a Bicep file is handed to, and how many commands in it name no identity.
func TestMachines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text, languages string
		want                  int
	}{
		{"command", "settings: {\n  commandToExecute: 'az login -i'\n}", "shell", 1},
		{"command of PowerShell", "settings: {\n  commandToExecute: 'Connect-AzAccount -Identity'\n}", "powershell", 1},
		{"command in one line", "settings: { commandToExecute: 'az login -i' }", "shell", 1},
		{"command with an ID", "commandToExecute: 'az login -i --client-id ${id}'", "shell", 0},
		{"formatted command", "commandToExecute: format('az login -i {0}', flags)", "shell", 0},
		{"cloud-init", "customData: base64('''\n#cloud-config\nruncmd:\n- az login -i\n''')", "yaml shell", 1},
		{"cloud-init in a variable", "var init = '''\n#cloud-config\n- az login\n'''", "yaml shell", 0},
		{"replaced", "customData: base64(replace('''\n#!/bin/bash\naz login -i\n''',\n  'A', a))", "shell", 1},
		{"script of user data", "userData: base64('#!/bin/sh\\naz login -i\\n')", "shell", 1},
		{"script in a variable", "var init = '''\n#!/bin/bash\naz login -i\n'''\nx: {\n  customData: base64(init)\n}", "shell", 1},
		{"script in a variable for something else", "var init = '''\n#!/bin/bash\naz login -i\n'''\nx: {\n  scriptContent: init\n}", "", 0},
		{"deployment script", "x: {\n  scriptContent: '''\n#!/bin/bash\naz login -i\n'''\n}", "", 0},
		{"deployment script on a condition", "x: {\n  scriptContent: a ? '#!/bin/bash\\naz login -i\\n' : ''\n}", "", 0},
		{"script of an extension", "settings: {\n  script: base64('#!/bin/bash\\naz login -i')\n}", "shell", 1},
		{"protected script of an extension", "protectedSettings: {\n  script: base64('''\n    az login -i\n  ''')\n}", "shell", 1},
		{"run command", "source: {\n  script: '''\n    az login -i\n  '''\n}", "shell", 1},
		{"run command of PowerShell", "source: {\n  script: '''\n    $a = 1\n    az login -i\n  '''\n}", "powershell", 1},
		{"script of something else", "x: {\n  script: 'az login -i'\n}", "", 0},
		{"description", "@description('Run az login -i first')\nparam x string", "", 0},
		{"comment", "// commandToExecute: 'az login -i'", "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			read, _ := literals.For("main.bicep")
			var heard []string
			faults := 0
			for _, s := range read(excerpt.File(c.text), reading(&heard)) {
				if s.Verdict.IsFault() {
					faults++
				}
			}
			if got := strings.Join(heard, " "); got != c.languages || faults != c.want {
				t.Errorf("%d in %q, want %d in %q", faults, got, c.want, c.languages)
			}
		})
	}
}
