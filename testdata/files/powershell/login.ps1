#Requires -Modules Az.Accounts
<#
.EXAMPLE
Connect-AzAccount -Identity
#>
param([string]$ClientId)
# Connect-AzAccount -Identity
Connect-AzAccount -Identity
Connect-AzAccount -Identity -AccountId $ClientId
Connect-AzAccount -Identity | Out-Null
$context = (Connect-AzAccount -Identity).Context
Login-AzAccount -MSI -Subscription 'a' -ErrorAction Stop
connect-azaccount `
    -Identity `
    -Subscription $sub
Connect-AzAccount -Identity:$false
Connect-AzAccount -Identity @more
$params = @{ Identity = $true }
Connect-AzAccount @params
$named = @{ Identity = $true; AccountId = $ClientId }
Connect-AzAccount @named
Connect-MgGraph -Identity
Connect-MgGraph -Identity -ClientId $ClientId
az login --identity
az login --identity --client-id $ClientId
Write-Output "Connect-AzAccount -Identity"
Connect-AzAccount -Identity # whichid:ignore -- one identity only
if ($ClientId) { Connect-AzAccount -Identity -AccountId $ClientId } else { Connect-AzAccount -Identity }
try { Connect-AzAccount -Identity } catch { throw }
