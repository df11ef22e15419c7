#!/bin/bash
python3 - <<'X'
from azure.identity import ManagedIdentityCredential
cred = ManagedIdentityCredential()
X
python3 -c "from azure.identity import ManagedIdentityCredential; ManagedIdentityCredential()"
pwsh -Command "Connect-AzAccount -Identity"
pwsh -NoProfile -Command 'Connect-AzAccount -Identity; Get-AzVM'
python3 - <<X
from azure.identity import ManagedIdentityCredential
cred = ManagedIdentityCredential(client_id="$CLIENT_ID")
X
