$headers = @{ Metadata = 'true' }
Invoke-RestMethod -Uri 'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net' -Headers $headers
Invoke-RestMethod -Uri "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=$resource" -Headers $headers
Invoke-RestMethod -Uri "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=$resource&client_id=$id" -Headers $headers
Invoke-WebRequest -Uri 'http://169.254.169.254/metadata/identity/oauth2/token' -Headers $headers -Body @{ resource = 'a'; 'api-version' = '2018-02-01' }
Invoke-WebRequest -Uri 'http://169.254.169.254/metadata/identity/oauth2/token' -Headers $headers -Body @{
    resource      = 'a'
    'api-version' = '2018-02-01'
}
Invoke-WebRequest -Uri 'http://169.254.169.254/metadata/identity/oauth2/token' -Headers $headers -Body @{ resource = 'a'; client_id = $id }
$endpoint = 'http://169.254.169.254/metadata/identity/oauth2/token'
$uri = $endpoint + '?api-version=2018-02-01&resource=' + $resource
Invoke-RestMethod $uri -Headers $headers
Invoke-RestMethod "$env:IDENTITY_ENDPOINT?resource=$resource" -Headers $headers
Invoke-RestMethod -Uri "${env:IDENTITY_ENDPOINT}?resource=$resource&api-version=2019-08-01" -Headers $headers
Invoke-RestMethod -Uri $($env:identity_endpoint + "?resource=https://vault.azure.net&api-version=2019-08-01") -Headers $headers
$at = $env:MSI_ENDPOINT
$from = "$($at)?api-version=2017-09-01&resource=$resource"
Invoke-RestMethod -Method Get -Uri $from -Headers $headers
Invoke-RestMethod -Uri "$($at)?api-version=2017-09-01&resource=$resource&clientid=$id" -Headers $headers
Invoke-RestMethod -Uri "$($env:IDENTITY_ENDPOINT)?api-version=2020-06-01&resource=$resource" -Headers $headers
$vault = 'https://vault.azure.net'
Invoke-RestMethod -Uri "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=$vault" -Headers $headers
Invoke-RestMethod -Uri ($endpoint + '?api-version=2018-02-01&resource=' + $vault) -Headers $headers
$none = ""
$last = "$($at)?api-version=2017-09-01&resource=$none"
Invoke-RestMethod -Uri $last -Headers $headers
