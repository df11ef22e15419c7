package powershell_test

import (
	"slices"
	"testing"
)

const url = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=r"

// Have: what names an identity, or asks for none.
func TestSilent(t *testing.T) {
	t.Parallel()
	for _, script := range []string{
		`Connect-AzAccount`,
		`Connect-AzAccount -Identity -AccountId $id`,
		`Connect-AzAccount -Ident -Acc $id`,
		`Connect-AzAccount -Identity:$false`,
		`Connect-AzAccount -Identity:$useIdentity`,
		`Connect-AzAccount -Identity $context`,
		`Connect-AzAccount -Identity @more`,
		`Connect-AzAccount -Identity -NewIdentitySelector x`,
		`Connect-AzAccount -I`,
		`Connect-AzAccount -ServicePrincipal -Identity`,
		`# Connect-AzAccount -Identity`,
		"<#\n.EXAMPLE\nConnect-AzAccount -Identity\n#>",
		`Write-Host "run Connect-AzAccount -Identity first"`,
		`throw 'Connect-AzAccount -Identity failed'`,
		"$help = @'\nConnect-AzAccount -Identity\n'@",
		"$help = @\"\nConnect-AzAccount -Identity $x\n\"@",
		`Mock Connect-AzAccount { }`,
		`Should -Invoke Connect-AzAccount -ParameterFilter { $Identity }`,
		`Get-Command Connect-AzAccount -Syntax`,
		"$p = @{ Identity = $true; AccountId = $id }\nConnect-AzAccount @p",
		"$p = @{ Identity = $true }\n$p.AccountId = $id\nConnect-AzAccount @p",
		"$p = @{ Identity = $true }\nif ($id) { $p['AccountId'] = $id }\nConnect-AzAccount @p",
		"$p = @{ Identity = $true }\n$p.Add('AccountId', $id)\nConnect-AzAccount @p",
		"$p = @{ Identity = $true }\n$p += @{ AccountId = $id }\nConnect-AzAccount @p",
		"$p = @{ Identity = $true }\n$p[$key] = $id\nConnect-AzAccount @p",
		"$p = @{ Identity = $useIdentity }\nConnect-AzAccount @p",
		"$p = @{ Identity = $true }\n$p = Get-More $p\nConnect-AzAccount @p",
		"param($p = @{ Identity = $true })\nConnect-AzAccount @p",
		"function F { param($p) Connect-AzAccount @p }\n$p = @{ Identity = $true }",
		"$p = @{ Identity = $true; AccountId = Get-AutomationVariable -Name id }\nConnect-AzAccount @p",
		`Connect-MgGraph -ClientId $id -TenantId $t -CertificateThumbprint $c`,
		`Connect-MgGraph -Identity -ClientId $id -NoWelcome`,
		`Connect-ExchangeOnline -ManagedIdentity -Organization o -ManagedIdentityAccountId $id`,
		`Connect-PnPOnline u -ManagedIdentity -UserAssignedManagedIdentityObjectId $id`,
		`Connect-MicrosoftTeams -Identity`,
		`az login --identity --client-id $id`,
		`az login --identity --client-id "$($env:ID)"`,
		`az login --service-principal -u $u -p $p`,
		`az account show --query "login --identity"`,
		`$hint = "az login --identity"`,
		`Invoke-Expression $command # login`,
		`pwsh -File login.ps1 -Identity`,
		`if ($u -like "*` + url + `*") { }`,
		`Write-Verbose "` + url + `"`,
		`$endpoint = "` + url + `"`,
		`Invoke-RestMethod "` + url + `&client_id=$id"`,
		`Invoke-RestMethod -Uri ('` + url + `' + '&client_id=' + $id)`,
		`Invoke-RestMethod -Uri "` + url + `" -Body @{ client_id = $id }`,
		`Invoke-RestMethod -Uri "` + url + `" -Body $body`,
		`Invoke-RestMethod -Uri "` + url + `" @more`,
		"$u = '" + url + "'\nif ($id) { $u += \"&client_id=$id\" }\nInvoke-RestMethod $u",
		`curl.exe --url x; irm http://169.254.169.254/metadata/instance # oauth2/token`,
	} {
		if got := read(script); len(got) > 0 {
			t.Errorf("%s:\ngot %q", script, got)
		}
	}
}

// Have: what names none, with what of it is reported.
func TestReported(t *testing.T) {
	t.Parallel()
	for script, want := range map[string][]string{
		`Connect-AzAccount -Identity`:                                        {"absent: Connect-AzAccount -Identity"},
		`  login-azaccount -IDENT -Subscription $s # yes`:                    {"absent: login-azaccount -IDENT -Subscription $s"},
		`Az.Accounts\Connect-AzAccount -MSI | Out-Null`:                      {`absent: Az.Accounts\Connect-AzAccount -MSI`},
		"Add-AzureRmAccount `\n  -Identity:$true":                            {"absent: Add-AzureRmAccount `\n  -Identity:$true"},
		`$c = (Connect-AzAccount -Identity).Context`:                         {"absent: Connect-AzAccount -Identity"},
		`return Connect-AzAccount -Identity -ErrorAction Stop`:               {"absent: Connect-AzAccount -Identity -ErrorAction Stop"},
		`try { $null = Connect-AzAccount -Identity } catch { }`:              {"absent: Connect-AzAccount -Identity"},
		`Write-Host "as $((Connect-AzAccount -Identity).Context)"`:           {"absent: Connect-AzAccount -Identity"},
		`Connect-AzAccount -Identity -AccountId ""`:                          {`empty: Connect-AzAccount -Identity -AccountId ""`},
		`Connect-AzAccount -Identity -AccountId $null`:                       {`empty: Connect-AzAccount -Identity -AccountId $null`},
		`& Connect-AzAccount -Identity 2>&1 > $log`:                          {"absent: & Connect-AzAccount -Identity"},
		`Connect-MgGraph -Identity -NoWelcome`:                               {"absent: Connect-MgGraph -Identity -NoWelcome"},
		`Connect-ExchangeOnline -ManagedIdentity -Organization o`:            {"absent: Connect-ExchangeOnline -ManagedIdentity -Organization o"},
		`Connect-PnPOnline -Url $u -ManagedIdentity`:                         {"absent: Connect-PnPOnline -Url $u -ManagedIdentity"},
		"$p = @{\n  Identity = $true\n}\nConnect-AzAccount @p":               {"absent: Identity = $true"},
		"$p = @{ Force = $true }\n$p.Identity = $true\nConnect-AzAccount @p": {"absent: Connect-AzAccount @p"},
		`$x = "broken` + "\nConnect-AzAccount -Identity":                     {"absent: Connect-AzAccount -Identity"},
		"if ($x) {\n foo (\n}\nConnect-AzAccount -Identity":                  {"absent: Connect-AzAccount -Identity"},
		"}\n) ]\nConnect-AzAccount -Identity":                                {"absent: Connect-AzAccount -Identity"},
		"$m = @'\nno end\nConnect-AzAccount -Identity":                       {"absent: Connect-AzAccount -Identity"},
		`az login --identity`:                                                {"absent: az login --identity"},
		`$out = & az.cmd login -i --only-show-errors 2>$null`:                {"absent: az.cmd login -i --only-show-errors"},
		"$az = 'az'\n& $az login --identity":                                 {"absent: $az login --identity"},
		"$a = @('login', '--identity')\naz @a":                               {"absent: az @a"},
		`azcopy --% login --identity`:                                        {"absent: azcopy --% login --identity"},
		`Invoke-Expression "az login --identity"`:                            {"absent: az login --identity"},
		`powershell.exe -NoProfile -Command 'Connect-AzAccount -Identity'`:   {"absent: Connect-AzAccount -Identity"},
		`pwsh -c { Connect-AzAccount -Identity }`:                            {"absent: Connect-AzAccount -Identity"},
		`Invoke-RestMethod -Uri "` + url + `"`:                               {"absent: " + url},
		`iwr '` + url + `' -UseBasicParsing`:                                 {"absent: " + url},
		`curl -Uri '` + url + `' -UseBasicParsing`:                           {"absent: " + url},
		"$u = \"" + url + "\"\nirm $u":                                       {"absent: " + url},
		`[System.Net.WebRequest]::Create("` + url + `")`:                     {"absent: " + url},
		`(New-Object Net.WebClient).DownloadString('` + url + `')`:           {"absent: " + url},
	} {
		if got := read(script); !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %q\nwant %q", script, got, want)
		}
	}
}

// Have: conditions of which a branch names an identity, and names that say system-assigned.
func TestChoice(t *testing.T) {
	t.Parallel()
	const with, without = "Connect-AzAccount -Identity -AccountId $id", "Connect-AzAccount -Identity"
	for script, want := range map[string]string{
		"if ($id) { " + with + " }\nelse { " + without + " }":                    "absent choice: ",
		"if (!$id) { " + without + " } else { " + with + " }":                    "absent choice: ",
		"$c = if ($id) { " + with + " } else { " + without + " }":                "absent choice: ",
		"if ($id) { " + with + "; return }\n" + without:                          "absent choice: ",
		"if (!$id) { " + without + "; exit 0 }\n" + with:                         "absent choice: ",
		"switch ($kind) { 'user' { " + with + " } default { " + without + " } }": "absent choice: ",
		"switch ($kind) { 'SystemAssigned' { " + without + " } }":                "absent system: ",
		"if ($kind -eq 'SystemAssigned') { " + without + " }":                    "absent system: ",
		"if ($kind -ne 'SystemAssigned') { " + without + " }":                    "absent: ",
		"function Connect-SystemAssigned { " + without + " }":                    "absent system: ",
		"if ($x) { " + without + " } else { Write-Host }":                        "absent: ",
		with + "\n" + without: "absent: ",
	} {
		if got := read(script); !slices.Equal(got, []string{want + without}) {
			t.Errorf("%s:\ngot  %q\nwant %q", script, got, want)
		}
	}
}
