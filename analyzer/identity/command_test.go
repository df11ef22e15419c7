package identity_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

// words splits a command line at blanks. _ is a hole, ? one that the caller fills, ” an empty word.
func words(line string) []identity.Word {
	var out []identity.Word
	for word := range strings.FieldsSeq(line) {
		word = strings.ReplaceAll(word, "_", string(identity.Hole(1)))
		word = strings.ReplaceAll(word, "?", string(identity.AskedHole(2)))
		out = append(out, identity.Word(strings.ReplaceAll(word, "''", "")))
	}
	return out
}

func TestReadCommand(t *testing.T) {
	t.Parallel()
	for want, lines := range map[identity.Verdict]string{
		identity.None: `
			/usr/bin/az
			az login
			az login -i --tenant t
			az login --service-principal -u x -p y
			az login -h -i
			az acr login -i
			azcopy login --identity=false
			azcopy login --login-type=spn
			azcopy copy --identity
			kubelogin get-token --login=MSI
			azd auth login --client-id x --client-secret y
			sqlcmd -S s -U x -P y
		`,
		identity.Absent: `
			az login --identity
			az login -i
			/usr/local/bin/az login -i
			C:\az\AZ.CMD login -i
			az login --ident
			az login --identity --debug -o none
			az login -i -o _
			az login -i -onone
			az login -i --query=_
			az --debug login -i
			az -o none login -i
			azcopy login --identity
			azcopy login --login-type msi
			azcopy login --login-type=MSI
			azcopy login --identity --tenant-id=t
			kubelogin get-token -l msi
			kubelogin convert-kubeconfig --login msi
			azd auth login --managed-identity
			sqlcmd --authentication-method ActiveDirectoryMSI
			sqlcmd --authentication-method ActiveDirectoryMSI -F host --login-timeOut 5
			sqlcmd --authentication-method ActiveDirectoryDefault
		`,
		identity.Empty: `
			az login -i --client-id ''
			az login -i --client-id=
		`,
		identity.Present: `
			az login -i --client-id x
			az login -i --client-id=x
			az login -i --client x
			az login -i --obj x
			az login -i --resource-id _
			az login -i --resource-id /a/?
			az login -i --client-id '' --object x
			azcopy login --identity --identity-client-id x
			kubelogin get-token -lmsi --client-id x
			azd auth login --managed-identity --client-id _
			sqlcmd --authentication-method=ActiveDirectoryMSI -U x
		`,
		identity.Asked: `
			az login -i --resource-id ?
			az login -i ?
			az ? -i
			? login -i
		`,
		identity.Ignored: `
			az login -i -u x
			az login -iu x
			az login -i -ux
			az login -i --user _
			az login -i --username=x
			az login -i -u x --client-id y
		`,
		identity.Unsure: `
			az login -i _
			az login -i --_
			az login -i --new-flag
			az login -i extra
			az login -i -o
			az login -i -- x
			az _ -i
			_ login -i
			az login --c x -i
			azcopy login --ident
			azcopy login --login-type=_
			sqlcmd --authentication-method ActiveDirectoryDefault -Ux
			sqlcmd --authentication-method ActiveDirectoryMSI -X
			sqlcmd --authentication-method ActiveDirectoryMSI -N -S s
		`,
	} {
		for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
			t.Run(line, func(t *testing.T) {
				t.Parallel()
				if got := identity.ReadCommand(words(line)).Verdict; got != want {
					t.Errorf("verdict %d, want %d", got, want)
				}
			})
		}
	}
	if got := identity.ReadCommand(nil).Verdict; got != identity.Unsure {
		t.Errorf("no words: verdict %d", got)
	}
}

func TestCommandEnv(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"az login -i":                                              "",
		"azd auth login --managed-identity":                        "",
		"kubelogin get-token -l msi":                               "AZURE_CLIENT_ID",
		"kubelogin get-token -l msi --client-id x":                 "",
		"sqlcmd --authentication-method ActiveDirectoryDefault":    "AZURE_CLIENT_ID",
		"sqlcmd --authentication-method ActiveDirectoryMSI":        "SQLCMDUSER",
		"sqlcmd --authentication-method ActiveDirectoryMSI -U '' ": "SQLCMDUSER",
		"sqlcmd --authentication-method ActiveDirectoryMSI -U x":   "",
	} {
		if got := identity.ReadCommand(words(line)).Env; got != want {
			t.Errorf("%s: %q in the environment, want %q", line, got, want)
		}
	}
}

func TestCommandFlags(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"az login -i":                                       "--client-id --resource-id --object-id",
		"azcopy login --login-type MSI":                     "--identity-client-id --identity-resource-id --identity-object-id",
		"azd auth login --managed-identity":                 "--client-id",
		"sqlcmd --authentication-method=ActiveDirectoryMSI": "-U",
	} {
		c := identity.ReadCommand(words(line))
		if got := strings.Join(strings.Fields(c.Flag("client")+" "+c.Flag("resource")+" "+c.Flag("object")), " "); got != want {
			t.Errorf("%s: flags %s, want %s", line, got, want)
		}
	}
}

func TestUnwrap(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"az login":                           "az login",
		"sudo az login":                      "az login",
		"sudo -E -u root -- az login":        "az login",
		"sudo A=b az login":                  "az login",
		"/usr/bin/env -i A=_ az login":       "az login",
		"timeout -k 5 60s az login":          "az login",
		"timeout _ az login":                 "az login",
		"nohup nice -n 5 timeout 1 az login": "az login",
		"time -p az login":                   "az login",
		"sudo --command-timeout 5 az login":  "az login",
		"sudo --other-user _ az login":       "az login",
		"ionice --class 3 az login":          "az login",
		"stdbuf --output L az login":         "az login",
		"doas -C file az login":              "file az login",
		"sudo _ az login":                    "",
		"sudo":                               "",
		"sudo nohup sudo nohup sudo nohup sudo nohup sudo az login": "",
		"sh -c script":                          "$ script",
		"/bin/bash -lc script x":                "$ script",
		"bash -euo pipefail -c script":          "$ script",
		"bash --norc -ec script":                "$ script",
		"sudo bash -c script":                   "$ script",
		"cmd.exe /s /C az login":                "$ az login",
		"sh script":                             "sh script",
		"sh -e script":                          "sh -e script",
		"xargs az login":                        "xargs az login",
		"ssh -i key user@host az login":         "$ az login",
		"ssh host script":                       "$ script",
		"ssh -v host":                           "ssh -v host",
		"su - user -c script":                   "$ script",
		"su -c script":                          "$ script",
		"eval az login":                         "$ az login",
		"python3 -c script x":                   "$ script",
		"python3 file -c script":                "python3 file -c script",
		"pwsh -NoProfile -C az login":           "$ az login",
		"powershell -ex Bypass -Command script": "$ script",
		"pwsh file":                             "pwsh file",
	} {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			unwrapped := identity.Unwrap(words(line))
			var got []string
			if unwrapped.Language != "" {
				got = append(got, "$", string(unwrapped.Script))
			}
			if at := unwrapped.At; unwrapped.Language != "" && at >= 0 && words(line)[at] != unwrapped.Script {
				t.Errorf("the script is not word %d", at)
			}
			if at := unwrapped.At; len(unwrapped.Words) > 0 && words(line)[at] != unwrapped.Words[0] {
				t.Errorf("the program is not word %d", at)
			}
			for _, word := range unwrapped.Words {
				got = append(got, string(word))
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

func TestRequested(t *testing.T) {
	t.Parallel()
	const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token"
	for line, want := range map[string]string{
		"curl -s URL": "URL",
		"curl -sG -d a=b --data-urlencode c=_ URL":      "URL?a=b&c=_",
		"curl URL#a=b --url-query c=d":                  "URL?a=b&c=d",
		"curl -da=b URL":                                "URL?a=b",
		"curl -sGd a=b URL":                             "URL?a=b",
		"curl -F a=b URL":                               "URL?a=b",
		"curl --data=a=b --url URL":                     "URL?a=b",
		"curl -H _ -o _ URL":                            "URL",
		"curl URL _":                                    "URL?_",
		"wget -qO- --header=Metadata:true URL#a=b":      "URL?a=b",
		"http GET URL a==b Metadata:true":               "URL?a=b",
		"curl http://169.254.169.254/metadata/instance": "",
		"curl _":   "",
		"echo URL": "",
	} {
		argv := words(strings.ReplaceAll(line, "URL", endpoint))
		for i := range argv { // a question mark is a hole
			argv[i] = identity.Word(strings.ReplaceAll(string(argv[i]), "#", "?"))
		}
		got := string(identity.ReadCommand(argv).URL)
		got = strings.ReplaceAll(strings.ReplaceAll(got, endpoint, "URL"), string(identity.Hole(1)), "_")
		if got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// TestPlaces holds the places of the words to the words.
func TestPlaces(t *testing.T) {
	t.Parallel()
	const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token"
	for line, want := range map[string]string{
		"az login -i": "-i",
		"az login --allow-no-subscriptions --identity -o json": "--identity",
		"azcopy login --login-type MSI":                        "MSI",
		"azcopy login --login-type=MSI":                        "--login-type=MSI",
		"kubelogin get-token -l msi":                           "msi",
		"az login -i --username x":                             "-i --username",
		"az login -iu x":                                       "x -iu",
		"az login -io table":                                   "table",
		"az login -i --username=x":                             "-i --username=x",
		"az login -i --client-id x":                            "-i x",
		"curl " + endpoint:                                     endpoint,
		"curl -G -d a=b " + endpoint + " -d c=d":               endpoint + " c=d",
		"curl --url=" + endpoint:                               "--url=" + endpoint,
	} {
		argv := words(line)
		c := identity.ReadCommand(argv)
		var got []string
		for _, at := range []int{c.AskedAt, c.WrongAt, c.GivenAt, c.URLAt, c.QueryAt} {
			if at > 0 {
				got = append(got, string(argv[at]))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

func TestFirstLine(t *testing.T) {
	t.Parallel()
	for script, want := range map[string]string{
		"#!/bin/sh\nx": "shell", "#!/bin/bash -e": "shell", "#!/usr/bin/env -S python3 -u\n": "python", "#! /usr/bin/pwsh": "powershell",
		"#!/usr/bin/python3.12": "python", "#!/usr/bin/perl": "-", "#!": "-", "x": "", "": "", "#!/usr/bin/env": "-", "#!/bin/su x": "-",
	} {
		language, named := identity.FirstLine(script)
		got := string(language)
		if named && got == "" {
			got = "-"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", script, got, want)
		}
	}
}

func TestStandardInput(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]identity.Language{
		"bash": "shell", "sudo bash -s": "shell", "bash -s -- a": "shell", "ssh -p 2 host": "shell", "python3 -": "python", "python3": "python",
		"bash file": "", "ssh host ls": "", "python3 file": "", "eval": "", "cat": "", "ssh": "", "pwsh": "",
	} {
		if got := identity.StandardInput(words(line)); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// TestReadNoText reads bytes that are no text. A fuzz target has found that they were taken for three.
func TestReadNoText(t *testing.T) {
	t.Parallel()
	if identity.IsAppService("\x83", identity.VariableOf) {
		t.Error("a byte is an endpoint")
	}
	if c := identity.ReadCommand([]identity.Word{"wget", "\x83"}); c.Verdict != identity.None {
		t.Errorf("%+v", c)
	}
}
