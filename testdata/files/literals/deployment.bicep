// http://169.254.169.254/metadata/identity/oauth2/token?resource=x
var url = 'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${resource}'
resource extension 'Microsoft.Compute/virtualMachines/extensions@2024-03-01' = {
  properties: {
    publisher: 'Microsoft.Azure.Extensions'
    type: 'CustomScript'
    settings: {
      script: base64('''
#!/bin/bash
set -e
az login --identity
az acr login --name app
''')
    }
  }
}
