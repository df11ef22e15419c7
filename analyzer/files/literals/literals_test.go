package literals_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/literals"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

const url = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01"

func find(t *testing.T, file, text string) []site.Site {
	t.Helper()
	read, ok := literals.For(file)
	if !ok {
		t.Fatalf("%s is of no language", file)
	}
	return read(excerpt.File(text), reading(nil))
}

// TestURL counts the requests without an ID, and what else asks for a token without a call. IMDS stands for a request without a resource.
func TestURL(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, file, text string
		want             int
	}{
		{"literal", "a.cs", `var r = await http.GetAsync("IMDS&resource=x");`, 1},
		{"lower host", "a.java", `URL u = new URL("IMDS&resource=https%3A%2F%2Fvault.azure.net");`, 1},
		{"verbatim", "a.cs", `var u = @"IMDS&resource=x";`, 1},
		{"interpolated", "a.cs", `var u = $"IMDS&resource={Uri.EscapeDataString(x["y"])}";`, 1},
		{"raw interpolated", "a.cs", `var u = $"""IMDS&resource={x}""";`, 1},
		{"with an ID", "a.cs", `var u = $"IMDS&resource={x}&client_id={id}";`, 0},
		{"no resource", "a.cs", `var u = "IMDS";`, 0},
		{"joined", "a.java", "String u = \"http://169.254.169.254\"\n  + \"/metadata/identity/oauth2/token?\"\n  + \"resource=\" + enc(a + b);", 1},
		{"joined with an ID", "a.java", `String u = "IMDS&resource=" + r + (id == null ? "" : "&client_id=" + id);`, 0},
		{"joined with what may be one", "a.java", `String u = "IMDS&resource=" + r + more;`, 0},
		{"formatted", "a.java", `String u = String.format("%s/metadata/identity/oauth2/token?api-version=%s&resource=%s", host, v, r);`, 1},
		{"formatted with more", "a.java", `String u = String.format("IMDS&resource=%s%s", r, more);`, 0},
		{"formatted and joined", "a.java", `String u = String.format("IMDS&resource=%s", r) + more;`, 0},
		{"format method", "a.rs", `let u = format!("IMDS&resource={resource}");`, 1},
		{"rest of a format", "a.java", `String u = String.format("http://169.254.169.254/metadata/identity/oauth2/token?%s", payload);`, 0},
		{"percent", "a.rb", `get "IMDS&resource=%{x}" % { x: 1 }`, 1},
		{"relative", "a.cs", `var r = new Uri(host, "metadata/identity/oauth2/token?api-version=2018-02-01&resource=x");`, 1},
		{"resource comes later", "a.ts", `const base = "IMDS&resource="; export const f = (r) => base + r;`, 1},
		{"resource comes later, elsewhere", "a.ts", `export const base = "IMDS&resource=";`, 0},

		{"constant", "a.ts", "const BASE = 'IMDS';\nasync function f(r) { return get(BASE + '&resource=' + r); }", 1},
		{"constant in a template", "a.ts", "const BASE = 'IMDS';\nasync function f(r) { return get(`${BASE}&resource=${r}`); }", 1},
		{"typed constant", "a.rs", "const BASE: &'static str = \"IMDS\";\nfn f(r: &str) { get(format!(\"{BASE}&resource={r}\")) }", 1},
		{"typed constant in TypeScript", "a.ts", "const BASE: string = 'IMDS';\nconst f = r => get(BASE + '&resource=' + r);", 1},
		{"constant with an ID behind", "a.ts", "const BASE = 'IMDS&resource=x';\nasync function f(c) { return get(BASE + '&client_id=' + c); }", 0},
		{"constant with more behind", "a.ts", "const BASE = 'IMDS&resource=https://a.net';\nasync function f(c) { return get(BASE + c); }", 0},
		{"constant in a template with more", "a.ts", "const BASE = 'IMDS&resource=https://a.net';\nconst f = c => get(`${BASE}${c}`);", 0},
		{"grows", "a.cs", `void F() { var u = "IMDS&resource=x"; if (a) { u += q; } G(u); }`, 0},
		{"grows by method", "a.rs", `fn f() { let mut u = "IMDS&resource=x".to_string(); u.push_str(q); }`, 0},
		{"another function has an ID", "a.cs", `class A { void F() { G("IMDS&resource=x"); } void H(string clientId) { G("/x?client_id=" + clientId); } }`, 1},
		{"the function has an ID", "a.cs", `class A { void F(string clientId) { var u = "IMDS&resource=x"; G(u, clientId); } }`, 0},
		{"constant of a class, an ID in the file", "a.cs", `class A { const string U = "IMDS&resource=x"; void H() { Add("client_id"); } }`, 0},
		{"parameters", "a.java", `new URIBuilder("IMDS&resource=x").addParameter(k, v).build();`, 0},
		{"appended", "a.java", `sb.append("IMDS&resource=x").append(y);`, 0},

		{"line comment", "a.cs", "// \"IMDS&resource=x\"\nint i;", 0},
		{"block comment", "a.ts", "/* 'IMDS&resource=x' */", 0},
		{"comment behind code", "a.rb", "x = 1 # get 'IMDS&resource=x'", 0},
		{"comment in Lua", "a.lua", "--[[ 'IMDS&resource=x' ]] f('IMDS&resource=y') -- 'IMDS&resource=z'", 1},
		{"doc of Ruby", "a.rb", "\n=begin\n'IMDS&resource=x'\n=end\n", 0},
		{"comment mark in a string", "a.cs", `var a = "//"; var u = "IMDS&resource=x";`, 1},
		{"quote in a character", "a.java", `char c = '"'; String u = "IMDS&resource=x";`, 1},
		{"quote in a pattern", "a.js", `const p = /["]/; f("IMDS&resource=x");`, 1},
		{"pattern", "a.js", `const p = /metadata\/identity\/oauth2\/token\?resource=/;`, 0},
		{"text", "a.cs", `var help = "GET IMDS&resource=x with a header";`, 0},
		{"printed", "a.js", `console.log("IMDS&resource=x")`, 0},
		{"compared", "a.cs", `if (u == "IMDS&resource=x") {}`, 0},
		{"contained", "a.java", `if (u.contains("/metadata/identity/oauth2/token?resource=x")) {}`, 0},
		{"mocked", "a.ts", `nock(host).get("/metadata/identity/oauth2/token?api-version=1&resource=x").reply(200)`, 0},
		{"expected", "a.ts", `expect(new URL("IMDS&resource=x").href).toBe(y)`, 0},
		{"in a case", "a.swift", `switch u { case "IMDS&resource=x": break }`, 0},
		{"key of an object", "a.js", `const routes = { "IMDS&resource=x": 1 }`, 0},
		{"in a choice", "a.js", `const u = a ? "IMDS&resource=x" : b`, 1},
		{"other host", "a.cs", `var u = "http://localhost:40342/metadata/identity/oauth2/token?api-version=1&resource=x";`, 0},

		{"Kotlin", "a.kt", `val u = "IMDS&resource=$resource"`, 1},
		{"Kotlin with an ID", "a.kt", `val u = "IMDS&resource=${r.x}&client_id=$id"`, 0},
		{"Scala", "a.scala", `val u = s"IMDS&resource=$r"`, 1},
		{"Groovy", "a.groovy", `def u = "IMDS&resource=${r}"`, 1},
		{"PHP", "a.php", `$u = "IMDS&resource=" . urlencode($r);`, 1},
		{"PHP with an ID", "a.php", `$u = "IMDS&resource=$r" . $id;`, 0},
		{"Perl", "a.pl", `my $u = "IMDS&resource=$r";`, 1},
		{"Lua", "a.lua", `local u = "IMDS&resource=" .. r`, 1},
		{"Ruby", "a.rb", "u = URI(\"IMDS&resource=#{r}\")\n", 1},
		{"Swift", "a.swift", `let u = URL(string: "IMDS&resource=\(r)")!`, 1},
		{"C", "a.c", "const char url[] = \"http://169.254.169.254\" PATH\n \"/metadata/identity/oauth2/token?\" \"resource=x\";", 1},
		{"C with a macro", "a.c", `const char *u = "IMDS&resource=https://a.net" MORE;`, 0},
		{"Dart", "a.dart", `final u = 'IMDS&resource=$r';`, 1},
		{"Elixir", "a.ex", `url = "IMDS&resource=" <> r`, 1},
		{"Bicep", "a.bicep", "var u = 'IMDS&resource=${r}'", 1},
		{"F#", "a.fs", `let u = "IMDS&resource=x"`, 1},
		{"Visual Basic", "a.vb", `Dim u = "IMDS&resource=" & r`, 1},
		{"environment", "Jenkinsfile", "environment {\n  ARM_USE_MSI = true\n}", 1},
		{"environment of a line", "Jenkinsfile", "environment { ARM_USE_MSI = 'true' }", 1},
		{"environment that does not ask", "Jenkinsfile", "environment { ARM_USE_MSI = 'false' }", 0},
		{"environment with a comment", "Jenkinsfile", "environment {\n  ARM_USE_MSI = true // of the agent\n  A = credentials('a')\n}", 1},
		{"environment with an ID", "Jenkinsfile", "environment {\n  ARM_USE_MSI = true\n  ARM_CLIENT_ID = credentials('a')\n}", 0},
		{"environment with an ID in another one", "Jenkinsfile", "environment { ARM_USE_MSI = true }\nstage { environment { ARM_CLIENT_ID = \"${id}\" } }", 0},
		{"environment with a parameter", "Jenkinsfile", "environment { ARM_USE_MSI = params.msi }", 0},
		{"environment with a parameter in a string", "Jenkinsfile", "environment { ARM_USE_MSI = \"${params.msi}\" }", 0},
		{"environment that does not end", "Jenkinsfile", "environment { ARM_USE_MSI =", 0},
		{"no environment", "Jenkinsfile", "settings { ARM_USE_MSI = true }", 0},
		{"environment with an ID by the way", "Jenkinsfile", "environment { ARM_USE_MSI = true }\nwithEnv([\"ARM_CLIENT_ID=$id\"]) { sh 'terraform x' }", 0},
		{"properties", "a.toml", `url = "IMDS&resource=x"`, 1},
		{"options", "a.js", `rp({ uri: 'IMDS', qs: { 'api-version': '1', 'resource': x }, json: true })`, 1},
		{"options in a name", "a.js", `var options = { qs: { resource: x }, url: "http://169.254.169.254/metadata/identity/oauth2/token" }; rp(options)`, 1},
		{"options with an ID", "a.js", `rp({ uri: 'IMDS', qs: { resource: x, client_id: y } })`, 0},
		{"options with more", "a.js", `rp({ uri: 'IMDS', qs: { resource: x, ...y } })`, 0},
		{"options with more around", "a.js", `rp({ uri: 'IMDS', qs: { resource: x }, ...y })`, 0},
		{"options with a key that is not known", "a.js", `rp({ uri: 'IMDS', qs: { resource: x, [k]: y } })`, 0},
		{"options with a short ID", "a.js", `rp({ uri: 'IMDS', qs: { resource, client_id } })`, 0},
		{"options with a short resource", "a.js", `rp({ uri: 'IMDS', qs: { resource } })`, 1},
		{"options without a resource", "a.js", `rp({ uri: 'IMDS', qs: { a: 1 } })`, 0},
		{"options in the function of an ID", "a.js", `function f(clientId) { const o = { uri: 'IMDS', qs: { resource: x } }; g(o, clientId) }`, 0},
		{"parameters", "a.ts", `await axios.get("IMDS", { headers: { Metadata: "true" }, params: { resource: x } })`, 1},
		{"parameters of a name", "a.ts", "const u = 'IMDS';\nawait axios.get(u, { params: { resource: x } })", 1},
		{"parameters with an ID", "a.ts", `await axios.get("IMDS", { params: { resource: x, client_id: y } })`, 0},
		{"parameters in a name", "a.ts", `await axios.get("IMDS", { params })`, 0},
		{"parameters that are expected", "a.ts", `expect(axios.get).toHaveBeenCalledWith("IMDS", { params: { resource: x } })`, 0},
		{"parameters that are a mock's", "a.ts", `mock.onGet("IMDS", { params: { resource: x } }).reply(200)`, 0},
		{"search", "a.ts", `const u = new URL("IMDS"); u.searchParams.set("resource", r); fetch(u)`, 1},
		{"search with an ID", "a.ts", `const u = new URL("IMDS"); u.searchParams.set("resource", r); u.searchParams.set("client_id", i); fetch(u)`, 0},
		{"search with a key that is not known", "a.ts", `const u = new URL("IMDS"); u.searchParams.set("resource", r); u.searchParams.set(k, i); fetch(u)`, 0},
		{"search without a resource", "a.ts", `const u = new URL("IMDS"); u.searchParams.set("a", r); fetch(u)`, 0},
		{"search that is written", "a.ts", `const u = new URL("IMDS"); u.searchParams.set("resource", r); u.search += q; fetch(u)`, 0},

		{"setting", "a.properties", "# x\na.b=1\ntoken.url=IMDS&resource=https://vault.azure.net\n", 1},
		{"setting with blanks", "a.ini", "[a]\r\nurl = IMDS&resource=x\r\n", 1},
		{"setting in quotes", "a.cfg", "url = \"IMDS&resource=x\"\n", 1},
		{"setting with an ID", "a.properties", "url=IMDS&resource=x&client_id=${ID}\n", 0},
		{"setting with an ID beside it", "a.properties", "url=IMDS&resource=x\nidentity.client-id=y\n", 0},
		{"setting with no resource", "a.properties", "url=IMDS\nresource=x\n", 0},
		{"setting that goes on", "a.properties", "url=IMDS&resource=x\\\n  &client_id=y\n", 0},
		{"setting in a comment", "a.properties", "#url=IMDS&resource=x\n! url=IMDS&resource=x", 0},
		{"setting that is a text", "a.properties", "help=Get IMDS&resource=x first\n", 0},
		{"upper case ending", "A.CS", `F("IMDS&resource=x");`, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := find(t, c.file, strings.ReplaceAll(c.text, "IMDS", url)); len(got) != c.want {
				t.Errorf("%d found, want %d", len(got), c.want)
			}
		})
	}
}

func TestCredential(t *testing.T) {
	t.Parallel()
	const cs, js, java, rust = "using Azure.Identity;\n", "import x from '@azure/identity';\n", "import com.azure.identity.*;\n", "use azure_identity::X;\n"
	for _, c := range []struct{ name, file, text, want string }{
		{"C#", "a.cs", cs + "var c = new ManagedIdentityCredential();", "credential"},
		{"qualified", "a.cs", "var c = new Azure.Identity.ManagedIdentityCredential();", "credential"},
		{"null", "a.cs", cs + "var c = new ManagedIdentityCredential(clientId: null);", "credential"},
		{"default", "a.cs", cs + "var c = new ManagedIdentityCredential(default);", "credential"},
		{"default of a type", "a.cs", cs + "var c = new ManagedIdentityCredential(default(string), o);", "credential"},
		{"empty", "a.cs", cs + "var c = new ManagedIdentityCredential(\"\");", "credential"},
		{"no empty one", "a.cs", cs + "var c = new ManagedIdentityCredential(\"a\");", ""},
		{"null and options", "a.cs", cs + "var c = new ManagedIdentityCredential(null, new TokenCredentialOptions { X = y });", "credential"},
		{"options alone", "a.cs", cs + "var c = new ManagedIdentityCredential(options: o);", ""},
		{"imported by the project", "a.cs", "using Azure.Storage.Blobs;\nvar c = new ManagedIdentityCredential();", "credential"},
		{"no using", "a.cs", "var c = new ChainedTokenCredential(new ManagedIdentityCredential(), new AzureCliCredential());", "credential"},
		{"a class of its own", "a.cs", "using Azure.Core;\nclass ManagedIdentityCredential : X {}\nvar c = new ManagedIdentityCredential();", ""},
		{"an ID", "a.cs", cs + "var c = new ManagedIdentityCredential(id);", ""},
		{"system", "a.cs", cs + "var c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);", ""},
		{"another library", "a.cs", "var c = new ManagedIdentityCredential();", ""},
		{"comment", "a.cs", cs + "// new ManagedIdentityCredential()", ""},
		{"string", "a.cs", cs + `F("new ManagedIdentityCredential()");`, ""},
		{"choice", "a.cs", cs + "class A { void F() { if (id == null) { c = new ManagedIdentityCredential(); } else { c = new ManagedIdentityCredential(id); } } }", "credential choice"},
		{"no choice", "a.cs", cs + "class A { void F() { c = new ManagedIdentityCredential(); } void G() { c = new ManagedIdentityCredential(id); } }", "credential"},
		{"says system", "a.cs", cs + "class A { void UseSystemAssigned() { c = new ManagedIdentityCredential(); } }", "credential system"},
		{"chain", "a.cs", cs + "c = new ChainedTokenCredential(new ManagedIdentityCredential(), new AzureCliCredential());", "credential"},
		{"default", "a.cs", cs + "c = new DefaultAzureCredential(true);", "default-credential"},
		{"default with options", "a.cs", cs + "c = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ExcludeCliCredential = true });", "default-credential"},
		{"default with an ID", "a.cs", cs + "c = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = id });", ""},
		{"default without managed identity", "a.cs", cs + "c = new DefaultAzureCredential(new DefaultAzureCredentialOptions() { ExcludeManagedIdentityCredential = true });", ""},
		{"default with unknown options", "a.cs", cs + "c = new DefaultAzureCredential(options);", ""},

		{"JavaScript", "a.js", js + "const c = new ManagedIdentityCredential()", "credential"},
		{"object without an ID", "a.ts", js + "const c = new ManagedIdentityCredential({ retryOptions: { maxRetries: 3 } })", "credential"},
		{"object with an ID", "a.ts", js + "const c = new ManagedIdentityCredential({ clientId: x })", ""},
		{"shorthand", "a.ts", js + "const c = new ManagedIdentityCredential({ clientId })", ""},
		{"quoted key", "a.ts", js + "const c = new ManagedIdentityCredential({ 'clientId': x })", ""},
		{"spread", "a.ts", js + "const c = new ManagedIdentityCredential({ ...o })", ""},
		{"options", "a.ts", js + "const c = new ManagedIdentityCredential(o)", ""},
		{"some condition", "a.ts", js + "const c = new ManagedIdentityCredential(a ? { clientId: a } : {})", ""},
		{"default", "a.ts", js + "const c = new DefaultAzureCredential({ tenantId: t })", "default-credential"},
		{"default with an ID", "a.ts", js + "const c = new DefaultAzureCredential({ managedIdentityClientId: t })", ""},

		{"Java", "A.java", java + "c = new ManagedIdentityCredentialBuilder().build();", "credential"},
		{"other methods", "A.java", java + "c = new ManagedIdentityCredentialBuilder()\n  .maxRetry(1) // x\n  .build();", "credential"},
		{"client ID", "A.java", java + "c = new ManagedIdentityCredentialBuilder().maxRetry(1).clientId(x).build();", ""},
		{"builder kept", "A.java", java + "b = new ManagedIdentityCredentialBuilder(); b.clientId(x);", ""},
		{"Kotlin", "a.kt", java + "val c = ManagedIdentityCredentialBuilder().build()", "credential"},
		{"Rust", "a.rs", rust + "let c = ManagedIdentityCredential::new(None)?;", "credential"},
		{"Rust with options", "a.rs", rust + "let c = ManagedIdentityCredential::new(Some(o))?;", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, s := range find(t, c.file, c.text) {
				got = append(got, s.Rule)
				if s.Choice {
					got = append(got, "choice")
				}
				if s.System {
					got = append(got, "system")
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

// TestFix applies the fixes, which leave nothing to find. A text without > has no fix.
func TestFix(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, text, want string }{
		{"a.cs", `F("IMDS&resource=x");`, `F("IMDS&resource=x&client_id=" + System.Environment.GetEnvironmentVariable("ID"));`},
		{"a.cs", `F($"IMDS&resource={x}");`, `F($"IMDS&resource={x}&client_id={System.Environment.GetEnvironmentVariable("ID")}");`},
		{"a.cs", `F(@"IMDS&resource=x");`, ""},
		{"a.cs", `const string U = "IMDS&resource=x";`, ""},
		{"a.cs", `[Data("IMDS&resource=x")] int x;`, `[Data("IMDS&resource=x&client_id=" + System.Environment.GetEnvironmentVariable("ID"))] int x;`},
		{"a.cs", `new Uri(h, "metadata/identity/oauth2/token?resource=x")`, `new Uri(h, "metadata/identity/oauth2/token?resource=x&client_id=" + System.Environment.GetEnvironmentVariable("ID"))`},
		{"a.ts", "f(`IMDS&resource=${r}`)", "f(`IMDS&resource=${r}&client_id=${process.env.ID}`)"},
		{"a.js", `f('IMDS&resource=' + r)`, ""},
		{"a.js", `f('IMDS&resource=x')`, `f('IMDS&resource=x&client_id=' + process.env.ID)`},
		{"a.js", `rp({ uri: 'IMDS', qs: { resource: x } })`, `rp({ uri: 'IMDS', qs: { resource: x, client_id: process.env.ID } })`},
		{"a.js", "rp({ uri: 'IMDS', qs: {\n  resource: x,\n} })", "rp({ uri: 'IMDS', qs: {\n  resource: x, client_id: process.env.ID,\n} })"},
		{"a.js", `u = new URL('IMDS'); u.searchParams.set('resource', r); f(u)`, `u = new URL('IMDS'); u.searchParams.set('resource', r); u.searchParams.set("client_id", process.env.ID); f(u)`},
		{"A.java", `f("IMDS&resource=x")`, `f("IMDS&resource=x&client_id=" + System.getenv("ID"))`},
		{"A.java", `f("IMDS&resource=%s".formatted(r))`, ""},
		{"a.kt", `f("IMDS&resource=$r")`, `f("IMDS&resource=$r&client_id=${System.getenv("ID")}")`},
		{"a.rb", `f("IMDS&resource=#{r}")`, `f("IMDS&resource=#{r}&client_id=#{ENV.fetch("ID")}")`},
		{"a.rb", `f('IMDS&resource=x')`, `f('IMDS&resource=x&client_id=' + ENV.fetch("ID"))`},
		{"a.php", `f("IMDS&resource=$r");`, `f("IMDS&resource=$r&client_id=" . getenv('ID'));`},
		{"a.lua", `f("IMDS&resource=x")`, `f("IMDS&resource=x&client_id=" .. os.getenv("ID"))`},
		{"a.rs", `f("IMDS&resource=x")`, ""},
		{"a.cs", "using Azure.Identity;\nc = new ManagedIdentityCredential();", "using Azure.Identity;\nc = new ManagedIdentityCredential(System.Environment.GetEnvironmentVariable(\"ID\"));"},
		{"a.ts", "import '@azure/identity'; c = new ManagedIdentityCredential()", "import '@azure/identity'; c = new ManagedIdentityCredential(process.env.ID!)"},
		{"a.js", "import '@azure/identity'; c = new ManagedIdentityCredential()", "import '@azure/identity'; c = new ManagedIdentityCredential(process.env.ID)"},
		{"A.java", "import com.azure.identity.*; c = new ManagedIdentityCredentialBuilder().build();", "import com.azure.identity.*; c = new ManagedIdentityCredentialBuilder().clientId(System.getenv(\"ID\")).build();"},
	} {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			text := strings.ReplaceAll(c.text, "IMDS", url)
			found := find(t, c.file, text)
			if len(found) != 1 {
				t.Fatalf("%d found", len(found))
			}
			if edits := found[0].Fix.Edits; len(edits) != 0 || c.want != "" {
				got := apply(text, edits)
				if want := strings.ReplaceAll(c.want, "IMDS", url); got != want {
					t.Fatalf("got  %s\nwant %s", got, want)
				}
				if again := find(t, c.file, got); len(again) != 0 {
					t.Errorf("found again in %s", got)
				}
			}
		})
	}
}

func apply(text string, edits []identity.Edit) string {
	edits = slices.Clone(edits)
	slices.SortFunc(edits, func(a, b identity.Edit) int { return b.Start - a.Start })
	for _, e := range edits {
		text = text[:e.Start] + e.New + text[e.End:]
	}
	return text
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("    // says more\n    var a = f.Get(\"text\", $\"{x} of {y}\") + b[2] * (c - d);\n", 2000) + `F("` + url + `&resource=x");`
	read, _ := literals.For("a.cs")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read(excerpt.File(text), site.Reading{URL: fakeURL})
	}
}
