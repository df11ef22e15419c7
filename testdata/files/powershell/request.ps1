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
