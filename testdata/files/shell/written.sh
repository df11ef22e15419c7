#!/bin/bash
cat > /opt/run.sh <<'EOF'
#!/bin/bash
az login --identity
az acr login --name app
EOF
cat <<EOF | sudo tee -a /usr/local/bin/refresh.sh
az login --identity
az acr login --name $ACR
EOF
sudo tee /opt/token.py > /dev/null <<'EOF'
from azure.identity import ManagedIdentityCredential
credential = ManagedIdentityCredential()
EOF
cat >> login.ps1 <<EOF
Connect-AzAccount -Identity
EOF
cat <<EOF > /usr/local/bin/renew
#!/bin/sh
az login --identity --client-id $ID
azcopy login --identity
EOF
cat <<'EOF' | sudo bash -s
az login --identity
EOF
cat <<EOF > notes.txt
az login --identity
EOF
cat <<EOF > /etc/kubernetes/azure.json
{
  "tenantId": "$TENANT",
  "useManagedIdentityExtension": true
}
EOF
cat <<EOF > azure.json
{
  "tenantId": "$TENANT",
  "useManagedIdentityExtension": true,
  "userAssignedIdentityID": "$ID"
}
EOF
cat <<EOF > azure.json
{
  "useManagedIdentityExtension": true,
  $MORE
}
EOF
cat <<EOF | kubectl apply --namespace app -f -
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
spec:
  provider: azure
  parameters:
    useVMManagedIdentity: "true"
    keyvaultName: $VAULT
EOF
kubectl apply -f - <<EOF
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
spec:
  provider: azure
  parameters:
    useVMManagedIdentity: "true"
    userAssignedIdentityID: $ID
EOF
cat > provider.tf <<EOF
provider "azurerm" {
  features {}
  subscription_id = "$SUBSCRIPTION"
  use_msi         = true
}
EOF
kubectl --namespace dns create secret generic azure-config-file \
  --from-literal=azure.json="{
    \"subscriptionId\": \"$SUBSCRIPTION\",
    \"useManagedIdentityExtension\": true
  }"
kubectl create secret generic azure-config-file --from-literal=azure.json="{\"useManagedIdentityExtension\": true, \"userAssignedIdentityID\": \"$ID\"}"
