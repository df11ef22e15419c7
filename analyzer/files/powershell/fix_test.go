package powershell_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/powershell"
	"github.com/whichid/whichid/analyzer/identity"
)

// Every fix is the smallest edit; a second time it changes nothing, and nothing is left to report.
func TestFixes(t *testing.T) {
	t.Parallel()
	for script, want := range map[string]string{
		`Connect-AzAccount -Identity | Out-Null`:      `Connect-AzAccount -Identity -AccountId $env:AZURE_CLIENT_ID | Out-Null`,
		`Connect-AzAccount -MSI:$true -Force`:         `Connect-AzAccount -MSI:$true -AccountId $env:AZURE_CLIENT_ID -Force`,
		`Connect-AzAccount -Identity -AccountId ''`:   `Connect-AzAccount -Identity -AccountId $env:AZURE_CLIENT_ID`,
		`Connect-MgGraph -NoWelcome -Identity`:        `Connect-MgGraph -NoWelcome -Identity -ClientId $env:AZURE_CLIENT_ID`,
		"Connect-PnPOnline u `\n  -ManagedIdentity\n": "",
		`Connect-PnPOnline -Url u -ManagedIdentity`: `Connect-PnPOnline -Url u -ManagedIdentity ` +
			`-UserAssignedManagedIdentityClientId $env:AZURE_CLIENT_ID`,
		`Connect-ExchangeOnline -ManagedIdentity -Organization o`: `Connect-ExchangeOnline -ManagedIdentity ` +
			`-ManagedIdentityAccountId $env:AZURE_CLIENT_ID -Organization o`,
		"$p = @{\r\n    Identity = $true\r\n    Force = $true\r\n}\r\nConnect-AzAccount @p": "$p = @{\r\n    Identity = $true\r\n" +
			"    AccountId = $env:AZURE_CLIENT_ID\r\n    Force = $true\r\n}\r\nConnect-AzAccount @p",
		"$p = @{ Identity = $true; Force = $true }\nConnect-AzAccount @p": "$p = @{ Identity = $true; AccountId = $env:AZURE_CLIENT_ID; " +
			"Force = $true }\nConnect-AzAccount @p",
		"az login --identity -o none": "az login --identity --client-id $env:AZURE_CLIENT_ID -o none",
		"$a = 'login', '--identity', '-o', 'none'\naz @a": "$a = 'login', '--identity', '--client-id', $env:AZURE_CLIENT_ID, " +
			"'-o', 'none'\naz @a",
		`iex "az login --identity"`:                 "iex \"az login --identity --client-id `$env:AZURE_CLIENT_ID\"",
		`iex 'az login --identity'`:                 `iex 'az login --identity --client-id $env:AZURE_CLIENT_ID'`,
		"iex @\"\naz login -i\n\"@":                 "iex @\"\naz login -i --client-id `$env:AZURE_CLIENT_ID\n\"@",
		`irm "` + url + `"`:                         `irm "` + url + `&client_id=$env:AZURE_CLIENT_ID"`,
		`irm '` + url + `'`:                         `irm ('` + url + `&client_id=' + $env:AZURE_CLIENT_ID)`,
		`irm ('` + url + `=' + $r)`:                 `irm ('` + url + `=' + $r + "&client_id=$env:AZURE_CLIENT_ID")`,
		`irm "` + url + `=$r"`:                      `irm "` + url + `=$r&client_id=$env:AZURE_CLIENT_ID"`,
		"$u = '" + url + "'\nirm -Uri $u":           "$u = ('" + url + "&client_id=' + $env:AZURE_CLIENT_ID)\nirm -Uri $u",
		`irm $u -Body @{ resource = 'r' } # ` + url: "",
		"$u = '" + strings.TrimSuffix(url, "&resource=r") + "'\nirm $u -Body @{ resource = 'r' }": "$u = '" +
			strings.TrimSuffix(url, "&resource=r") + "'\nirm $u -Body @{ resource = 'r'; client_id = $env:AZURE_CLIENT_ID }",
		`irm ("` + url + `={0}" -f $r)`: "",
	} {
		got := mend(t, script)
		if want == "" {
			want = script
		} else if left := read(got); len(left) > 0 {
			t.Errorf("%s:\nleft %q", got, left)
		}
		if got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", script, got, want)
		}
		if again := mend(t, got); again != got {
			t.Errorf("%s:\nagain %s", got, again)
		}
	}
}

// A script in other text is mended as that text wants it.
func TestWithin(t *testing.T) {
	t.Parallel()
	const file = `script: "Connect-AzAccount -Identity"`
	from := strings.Index(file, "Connect")
	script := excerpt.File(file).Slice(from, len(file)-1).Within(func(s string) (string, bool) { return strings.ToUpper(s), true })
	sites := powershell.Read(script, reading(0))
	if len(sites) != 1 || len(sites[0].Fix.Edits) != 1 {
		t.Fatalf("got %d sites", len(sites))
	}
	want := identity.Edit{Start: len(file) - 1, End: len(file) - 1, New: " -ACCOUNTID $ENV:AZURE_CLIENT_ID"}
	if got := sites[0].Fix.Edits[0]; got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func BenchmarkRead(b *testing.B) {
	script := strings.Repeat("$r = Invoke-RestMethod -Uri \"https://example.com/$($x.Name)\" -Headers @{ a = 'b' }\nif ($r) { Write-Host 'x' }\n", 5000)
	script += "Connect-AzAccount -Identity\n"
	b.SetBytes(int64(len(script)))
	for b.Loop() {
		powershell.Read(excerpt.File(script), reading(0))
	}
}

// Hostile text takes no more than linear time, or the test does not end.
func TestHostile(t *testing.T) {
	t.Parallel()
	for _, unit := range []string{
		"(", "{", "\"$(", "@{a=", "[", "$x = ", "az login \"", "if (1) { exit }\n", "'", "@'\n", "<#", "`", "a,", "-not ", "!", "$a+", ".x(", "| ",
		"foo -a:", "function f{", "switch(1){", "$x[", "\"`", "@\"\n$(", "param(", "a && ", "1,", "-f ", "{{", "}}", ")", "$a.b.", "::",
		"$x = \"$x$x\"\n", "else ", "$a = @('login', '--identity'); az @a\n",
	} {
		script := "Connect-AzAccount " + strings.Repeat(unit, 300_000/len(unit))
		powershell.Read(excerpt.File(script), reading(0))
	}
}
