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
	for line, want := range map[string]identity.Verdict{
		"":                                                       identity.Unsure,
		"az":                                                     identity.None,
		"az login":                                               identity.None,
		"az login --identity":                                    identity.Absent,
		"az login -i":                                            identity.Absent,
		"/usr/local/bin/az login -i":                             identity.Absent,
		`C:\az\AZ.CMD login -i`:                                  identity.Absent,
		"az login --ident":                                       identity.Absent,
		"az login --identity --debug -o none":                    identity.Absent,
		"az login -i -o _":                                       identity.Absent,
		"az login -i -onone":                                     identity.Absent,
		"az login -i --query=_":                                  identity.Absent,
		"az --debug login -i":                                    identity.Absent,
		"az -o none login -i":                                    identity.Absent,
		"az login -i --client-id ''":                             identity.Empty,
		"az login -i --client-id=":                               identity.Empty,
		"az login -i --client-id x":                              identity.Present,
		"az login -i --client-id=x":                              identity.Present,
		"az login -i --client x":                                 identity.Present,
		"az login -i --obj x":                                    identity.Present,
		"az login -i --resource-id _":                            identity.Present,
		"az login -i --resource-id ?":                            identity.Asked,
		"az login -i --resource-id /a/?":                         identity.Present,
		"az login -i --client-id '' --object x":                  identity.Present,
		"az login -i -u x":                                       identity.Ignored,
		"az login -iu x":                                         identity.Ignored,
		"az login -i -ux":                                        identity.Ignored,
		"az login -i --user _":                                   identity.Ignored,
		"az login -i --username=x":                               identity.Ignored,
		"az login -i -u x --client-id y":                         identity.Ignored,
		"az login -i _":                                          identity.Unsure,
		"az login -i ?":                                          identity.Asked,
		"az login -i --_":                                        identity.Unsure,
		"az login -i --new-flag":                                 identity.Unsure,
		"az login -i extra":                                      identity.Unsure,
		"az login -i -o":                                         identity.Unsure,
		"az login -i -- x":                                       identity.Unsure,
		"az _ -i":                                                identity.Unsure,
		"az ? -i":                                                identity.Asked,
		"_ login -i":                                             identity.Unsure,
		"? login -i":                                             identity.Asked,
		"az login -i --tenant t":                                 identity.None,
		"az login --service-principal -u x -p y":                 identity.None,
		"az login -h -i":                                         identity.None,
		"az acr login -i":                                        identity.None,
		"az login --c x -i":                                      identity.Unsure, // client-id, claims-challenge or certificate
		"azcopy login --identity":                                identity.Absent,
		"azcopy login --ident":                                   identity.Unsure,
		"azcopy login --identity=false":                          identity.None,
		"azcopy login --login-type msi":                          identity.Absent,
		"azcopy login --login-type=MSI":                          identity.Absent,
		"azcopy login --login-type=_":                            identity.Unsure,
		"azcopy login --login-type=spn":                          identity.None,
		"azcopy login --identity --tenant-id=t":                  identity.Absent,
		"azcopy login --identity --identity-client-id x":         identity.Present,
		"azcopy copy --identity":                                 identity.None,
		"kubelogin get-token -l msi":                             identity.Absent,
		"kubelogin get-token -lmsi --client-id x":                identity.Present,
		"kubelogin get-token --login=MSI":                        identity.None,
		"kubelogin convert-kubeconfig --login msi":               identity.Absent,
		"azd auth login --managed-identity":                      identity.Absent,
		"azd auth login --managed-identity --client-id _":        identity.Present,
		"azd auth login --client-id x --client-secret y":         identity.None,
		"sqlcmd --authentication-method ActiveDirectoryMSI":      identity.Absent,
		"sqlcmd --authentication-method=ActiveDirectoryMSI -U x": identity.Present,
		"sqlcmd --authentication-method ActiveDirectoryDefault":  identity.Absent,
		"sqlcmd --authentication-method ActiveDirectoryDefault -Ux": identity.Unsure,
		"sqlcmd -S s -U x -P y": identity.None,
	} {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			if got := identity.ReadCommand(words(line)).Verdict; got != want {
				t.Errorf("verdict %d, want %d", got, want)
			}
		})
	}
}

// A chain is one where a variable of the environment may name the identity.
func TestCommandChain(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"az login -i":                                           false,
		"azd auth login --managed-identity":                     false,
		"kubelogin get-token -l msi":                            true,
		"kubelogin get-token -l msi --client-id x":              false,
		"sqlcmd --authentication-method ActiveDirectoryDefault": true,
		"sqlcmd --authentication-method ActiveDirectoryMSI":     false,
	} {
		if got := identity.ReadCommand(words(line)).Chain; got != want {
			t.Errorf("%s: chain %v, want %v", line, got, want)
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
		"sudo _ az login":                    "",
		"sudo":                               "",
		"sudo nohup sudo nohup sudo nohup sudo nohup sudo az login": "",
		"sh -c script":                 "$ script",
		"/bin/bash -lc script x":       "$ script",
		"bash -euo pipefail -c script": "$ script",
		"bash --norc -ec script":       "$ script",
		"sudo bash -c script":          "$ script",
		"cmd.exe /s /C az login":       "$ az login",
		"sh script":                    "sh script",
		"sh -e script":                 "sh -e script",
		"xargs az login":               "xargs az login",
	} {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			unwrapped := identity.Unwrap(words(line))
			var got []string
			if unwrapped.Shell {
				got = append(got, "$", string(unwrapped.Script))
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

// FuzzReadCommand holds the reader to an answer, always the same one, for words of any kind.
func FuzzReadCommand(f *testing.F) {
	for _, seed := range []string{"az login -i -o _", "AZ -0\x9a", "sudo -E timeout 5 bash -c x", "curl -d @x URL", "azcopy login --login-type=MSI"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		argv := words(line)
		for _, words := range [][]identity.Word{argv, identity.Unwrap(argv).Words} {
			if a, b := identity.ReadCommand(words), identity.ReadCommand(words); a != b {
				t.Errorf("%+v and %+v", a, b)
			}
		}
	})
}
