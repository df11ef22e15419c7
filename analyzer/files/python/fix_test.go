package python_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/python"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/internal/needs"
)

const token = "http://169.254.169.254/metadata/identity/oauth2/token"

var fixes = []struct{ name, src, want string }{
	{
		"no argument", "import os\n" + azure + "c = ManagedIdentityCredential()  # why\n",
		"import os\n" + azure + "c = ManagedIdentityCredential(client_id=os.environ[\"AZURE_CLIENT_ID\"])  # why\n",
	},
	{
		"import", "#!/usr/bin/env python3\n\"\"\"Doc.\"\"\"\nfrom __future__ import annotations\n\n" + azure + "c = ManagedIdentityCredential()\n",
		"#!/usr/bin/env python3\n\"\"\"Doc.\"\"\"\nfrom __future__ import annotations\n\nimport os\n" + azure +
			"c = ManagedIdentityCredential(client_id=os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"import at the top", azure + "c = ManagedIdentityCredential()\n",
		"import os\n" + azure + "c = ManagedIdentityCredential(client_id=os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"import behind the docstring", "'''Doc.'''\n\ndef f():\n    " + azure + "    return ManagedIdentityCredential()\n",
		"'''Doc.'''\n\nimport os\ndef f():\n    " + azure + "    return ManagedIdentityCredential(client_id=os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"import of another name", "import os as o\n" + azure + "c = ManagedIdentityCredential()\n",
		"import os as o\n" + azure + "c = ManagedIdentityCredential(client_id=o.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"environ", "from os import environ as env\n" + azure + "c = ManagedIdentityCredential()\n",
		"from os import environ as env\n" + azure + "c = ManagedIdentityCredential(client_id=env[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"os.path is os", "import os.path\n" + azure + "c = ManagedIdentityCredential()\n",
		"import os.path\n" + azure + "c = ManagedIdentityCredential(client_id=os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{"os is something else", "os = f()\n" + azure + "c = ManagedIdentityCredential()\n", ""},
	{
		"os in another function", azure + "def g():\n    import os\ndef f():\n    return ManagedIdentityCredential()\n",
		"import os\n" + azure + "def g():\n    import os\ndef f():\n    return ManagedIdentityCredential(client_id=os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"byte order mark", "\ufeff" + azure + "c = ManagedIdentityCredential()\n",
		"\ufeffimport os\n" + azure + "c = ManagedIdentityCredential(client_id=os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"None", "import os\n" + azure + "c = ManagedIdentityCredential( client_id = None )\n",
		"import os\n" + azure + "c = ManagedIdentityCredential( client_id = os.environ[\"AZURE_CLIENT_ID\"] )\n",
	},
	{
		"other keyword", "import os\n" + azure + "c = ManagedIdentityCredential(authority=a)\n",
		"import os\n" + azure + "c = ManagedIdentityCredential(authority=a, client_id=os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"comma at the end", "import os\n" + azure + "c = ManagedIdentityCredential(authority=a,)\n",
		"import os\n" + azure + "c = ManagedIdentityCredential(authority=a, client_id=os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"lines", "import os\n" + azure + "c = ManagedIdentityCredential(\n    authority=a,  # why\n)\n",
		"import os\n" + azure + "c = ManagedIdentityCredential(\n    authority=a,\n    client_id=os.environ[\"AZURE_CLIENT_ID\"],  # why\n)\n",
	},
	{
		"lines without a comma at the end", "import os\n" + azure + "c = ManagedIdentityCredential(\n\tauthority=a\n)\n",
		"import os\n" + azure + "c = ManagedIdentityCredential(\n\tauthority=a,\n\tclient_id=os.environ[\"AZURE_CLIENT_ID\"]\n)\n",
	},
	{
		"empty lines", "import os\n" + azure + "c = ManagedIdentityCredential(\n    # none\n)\n",
		"import os\n" + azure + "c = ManagedIdentityCredential(client_id=os.environ[\"AZURE_CLIENT_ID\"]\n    # none\n)\n",
	},
	{
		"returns", "import sys\r\n" + strings.TrimSpace(azure) + "\r\nc = ManagedIdentityCredential(\r\n  a=b,\r\n)\r\n",
		"import os\r\nimport sys\r\n" + strings.TrimSpace(azure) + "\r\nc = ManagedIdentityCredential(\r\n  a=b,\r\n  client_id=os.environ[\"AZURE_CLIENT_ID\"],\r\n)\r\n",
	},
	{
		"key of the config", "import os\n" + azure + "c = ManagedIdentityCredential(identity_config={'client_id': ''})\n",
		"import os\n" + azure + "c = ManagedIdentityCredential(identity_config={'client_id': os.environ[\"AZURE_CLIENT_ID\"]})\n",
	},
	{
		"empty config", "import os\n" + azure + "c = ManagedIdentityCredential(identity_config={})\n",
		"import os\n" + azure + "c = ManagedIdentityCredential(identity_config={}, client_id=os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"kusto", "import os\nfrom azure.kusto.data import KustoConnectionStringBuilder as K\nk = K.with_aad_managed_service_identity_authentication(c, None)\n",
		"import os\nfrom azure.kusto.data import KustoConnectionStringBuilder as K\nk = K.with_aad_managed_service_identity_authentication(c, os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"msrestazure", "import os\nimport msrestazure.azure_active_directory as m\nm.MSIAuthentication(50342)\n",
		"import os\nimport msrestazure.azure_active_directory as m\nm.MSIAuthentication(50342, client_id=os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"in a field", "import os\n" + azure + "print(f\"{ManagedIdentityCredential()}\")\n",
		"import os\n" + azure + "print(f\"{ManagedIdentityCredential(client_id=os.environ['AZURE_CLIENT_ID'])}\")\n",
	},
	{"default", "from azure.identity import DefaultAzureCredential\nDefaultAzureCredential()\n", ""},
	{"msal", "import msal\nmsal.SystemAssignedManagedIdentity()\n", ""},
	{
		"one line", "import azure.identity as a; c = a.ManagedIdentityCredential()",
		"import os; import azure.identity as a; c = a.ManagedIdentityCredential(client_id=os.environ[\"AZURE_CLIENT_ID\"])",
	},

	{
		"URL", "import os\nget(\"" + token + "?resource=x\")\n",
		"import os\nget(\"" + token + "?resource=x&client_id=\" + os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"URL in other quotes", "import os\nget('" + token + "?resource=x', headers=h)\n",
		"import os\nget('" + token + "?resource=x&client_id=' + os.environ['AZURE_CLIENT_ID'], headers=h)\n",
	},
	{
		"URL in three quotes", "import os\nget(r\"\"\"" + token + "?resource=x\"\"\")\n",
		"import os\nget(r\"\"\"" + token + "?resource=x&client_id=\"\"\" + os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"URL with a value at the end", "import os\nget(\"" + token + "?resource=\" + r)\n",
		"import os\nget(\"" + token + "?resource=\" + r + \"&client_id=\" + os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"strings beside one another", "import os\nu = (\"" + token + "\"\n     \"?resource=x\")\nget(u)\n",
		"import os\nu = (\"" + token + "\"\n     \"?resource=x&client_id=\" + os.environ[\"AZURE_CLIENT_ID\"])\nget(u)\n",
	},
	{
		"fields", "import os\nget(f\"" + token + "?resource={r}\")\n",
		"import os\nget(f\"" + token + "?resource={r}&client_id={os.environ['AZURE_CLIENT_ID']}\")\n",
	},
	{
		"fields and text", "import os\nget(f'" + token + "?api={v}&resource=x')\n",
		"import os\nget(f'" + token + "?api={v}&resource=x&client_id={os.environ[\"AZURE_CLIENT_ID\"]}')\n",
	},
	{
		"percent", "import os\nget(\"" + token + "?resource=%s\" % r)\n",
		"import os\nget(\"" + token + "?resource=%s\" % r + \"&client_id=\" + os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"format", "import os\nget(\"" + token + "?resource={}&v=1\".format(r))\n",
		"import os\nget(\"" + token + "?resource={}&v=1\".format(r) + \"&client_id=\" + os.environ[\"AZURE_CLIENT_ID\"])\n",
	},
	{
		"params", "import os\nget(\"" + token + "\", params={\"resource\": r})\n",
		"import os\nget(\"" + token + "\", params={\"resource\": r, \"client_id\": os.environ[\"AZURE_CLIENT_ID\"]})\n",
	},
	{
		"params by name", "import os\np = {\n    'resource': r,\n}\nget(\"" + token + "\", params=p)\n",
		"import os\np = {\n    'resource': r,\n    'client_id': os.environ['AZURE_CLIENT_ID'],\n}\nget(\"" + token + "\", params=p)\n",
	},
	{
		"params with None", "import os\nget(\"" + token + "\", params=dict(resource=r, client_id=None))\n",
		"import os\nget(\"" + token + "\", params=dict(resource=r, client_id=os.environ[\"AZURE_CLIENT_ID\"]))\n",
	},
	{
		"list of pairs", "import os\nget(\"" + token + "\", params=[(\"resource\", r)])\n",
		"import os\nget(\"" + token + "\", params=[(\"resource\", r), (\"client_id\", os.environ[\"AZURE_CLIENT_ID\"])])\n",
	},
	{
		"urlencode", "import os\nget(\"" + token + "?\" + urlencode(dict(resource=r)))\n",
		"import os\nget(\"" + token + "?\" + urlencode(dict(resource=r, client_id=os.environ[\"AZURE_CLIENT_ID\"])))\n",
	},
	{"bytes", "import os\nget(b\"" + token + "?resource=x\")\n", ""},

	{
		"words", "import os, subprocess\nsubprocess.run([\"az\", \"login\", \"--identity\", \"-o\", \"none\"])\n",
		"import os, subprocess\nsubprocess.run([\"az\", \"login\", \"--identity\", \"--client-id\", os.environ[\"AZURE_CLIENT_ID\"], \"-o\", \"none\"])\n",
	},
	{
		"line", "import os\nos.system(\"az login --identity\")\n",
		"import os\nos.system(\"az login --identity --client-id \\\"${AZURE_CLIENT_ID:?set it to the client ID of the managed identity}\\\"\")\n",
	},
	{
		"line with fields", "import os\nos.system(f'az login --identity -o {o}')\n",
		"import os\nos.system(f'az login --identity --client-id \"${{AZURE_CLIENT_ID:?set it to the client ID of the managed identity}}\" -o {o}')\n",
	},
	{"line that is split", "import subprocess\nsubprocess.run(\"az login --identity\".split())\n", ""},
	{"notebook", "!az login -i -o none\n", "!az login -i --client-id \"${AZURE_CLIENT_ID:?set it to the client ID of the managed identity}\" -o none\n"},
}

func TestFixes(t *testing.T) {
	t.Parallel()
	var programs []string
	for _, c := range fixes {
		got := fixed(c.src)
		want := c.want
		if want == "" {
			want = c.src
		}
		if got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, want)
		}
		if c.want == "" {
			continue
		}
		if again := fixed(got); again != got {
			t.Errorf("%s: the second time gives\n%s", c.name, again)
		}
		if left := found(got); left != "" {
			t.Errorf("%s: %s is left in\n%s", c.name, left, got)
		}
		if !strings.HasPrefix(got, "!") {
			programs = append(programs, got)
		}
	}
	parseAll(t, programs)
}

// fixed applies the fixes of all sites; each edit once, since several fixes may need the same import.
func fixed(src string) string {
	var edits []identity.Edit
	for _, s := range python.Read(excerpt.File(src), reading()) {
		edits = append(edits, s.Fix.Edits...)
	}
	return apply(src, edits)
}

func apply(src string, edits []identity.Edit) string {
	slices.SortStableFunc(edits, func(a, b identity.Edit) int { return b.Start - a.Start })
	for _, e := range slices.Compact(edits) {
		src = src[:e.Start] + e.New + src[e.End:]
	}
	return src
}

// parseAll has a Python parse programs, if there is one.
func parseAll(t *testing.T, programs []string) {
	t.Helper()
	needs.Programs(t, "parse what fixes make", "python3")
	const script = "import ast, sys\nfor p in sys.stdin.buffer.read().decode().split('\\0'):\n" +
		"    try: ast.parse(p.encode())\n    except SyntaxError as e: print(e, repr(p))\n"
	cmd := exec.CommandContext(t.Context(), "python3", "-c", script)
	cmd.Stdin = strings.NewReader(strings.Join(programs, "\x00"))
	out, err := cmd.CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("python3: %v\n%s", err, out)
	}
}

// A program that stands indented in other text keeps its indentation, and what is written into quotes is quoted.
func TestFixesInOtherText(t *testing.T) {
	t.Parallel()
	src := "run: |\n    import sys\n    " + azure + "    c = ManagedIdentityCredential(\n        a=b,\n    )\n"
	file := excerpt.File(src)
	var b excerpt.Builder
	quote := func(s string) (string, bool) { return strings.ReplaceAll(s, "\n", "\n    "), true }
	at := strings.Index(src, "\n") + 1
	for line := range strings.Lines(src[at:]) {
		b.Keep(file.Slice(at+4, at+len(line)).Within(quote))
		at += len(line)
	}
	var edits []identity.Edit
	for _, s := range python.Read(b.Text(), reading()) {
		edits = append(edits, s.Fix.Edits...)
	}
	want := "run: |\n    import os\n    import sys\n    " + azure +
		"    c = ManagedIdentityCredential(\n        a=b,\n        client_id=os.environ[\"AZURE_CLIENT_ID\"],\n    )\n"
	if got := apply(src, edits); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A reader that has no other one reads what it can.
func TestReadAlone(t *testing.T) {
	t.Parallel()
	for _, s := range situations {
		python.Read(excerpt.File(s.src), site.Reading{})
	}
	if got := len(python.Read(excerpt.File(azure+"ManagedIdentityCredential()"), site.Reading{})); got != 1 {
		t.Errorf("%d sites, want 1", got)
	}
}
