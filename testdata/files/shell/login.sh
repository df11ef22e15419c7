#!/bin/bash
# Logging in without saying as whom.
az login --identity
az login -io none --allow-no-subscriptions
az login --ident
sudo -E az login -i >/dev/null 2>&1
if ! az login --identity; then exit 1; fi
until az login -i; do sleep 5; done
timeout 120s bash -c 'until az login --identity; do sleep 1; done'
bash -c "az login --identity && az account show"
X=1 az login -i | tee log
(az login -i) &
out=$(az login --identity --query '[0].id' -o tsv)
az login \
  --identity \
  --output none
retry_with_backoff 5 10 az login --identity
azcopy login --identity
azcopy login --login-type=MSI
azcopy login --login-type msi
azd auth login --managed-identity
az vm run-command invoke -g rg -n vm --command-id RunShellScript --scripts "az login --identity" 'az login -i'
az login --identity --client-id ""
az login --identity --client-id=
az 'login' "--identity"
eval "az login -i"
ssh "$HOST" 'az login -i'
su - app -c "az login -i"

# Other ways to ask, off by default.
kubelogin convert-kubeconfig -l msi
sqlcmd -S db --authentication-method ActiveDirectoryManagedIdentity
