#!/bin/bash
# az login --identity
az login --identity --client-id "$CLIENT_ID"
az login --identity --client-id "${CLIENT_ID:?}"
az login --identity --resource-id /subscriptions/$SUB/resourceGroups/rg
az login --identity $EXTRA
az login --identity "${args[@]}"
az login --identity ${CLIENT_ID:+--client-id $CLIENT_ID}
az login --service-principal -u x -p y --tenant z
az login
az vm identity assign --identities [system]
echo az login --identity
echo "az login --identity"
printf 'run az login -i first\n'
cat <<X
az login -i
X
cat > login.txt <<'X'
curl "http://169.254.169.254/metadata/identity/oauth2/token?resource=x"
X
grep 'az login --identity' *.sh
args=(--identity)
[ -n "$CLIENT_ID" ] && args+=(--client-id "$CLIENT_ID")
az login "${args[@]}"
id=""
az login --identity --client-id "$id"
curl -H Metadata:true "http://169.254.169.254/metadata/instance?api-version=2021-02-01"
curl -H Metadata:true "http://169.254.169.254/metadata/identity/oauth2/token?resource=$R&client_id=$ID"
curl -H Metadata:true "http://169.254.169.254/metadata/identity/oauth2/token?resource=$R$MORE"
curl -H Metadata:true "http://169.254.169.254/metadata/identity/oauth2/token?$QUERY"
curl -G -d "$DATA" http://169.254.169.254/metadata/identity/oauth2/token
curl "http://localhost:40342/metadata/identity/oauth2/token?resource=$R"
curl "$IDENTITY_ENDPOINT?api-version=2020-06-01&resource=$R"
IMDS="http://169.254.169.254/metadata/identity/oauth2/token"
azcopy login --identity --identity-client-id "$ID"
azd auth login --managed-identity --client-id "$ID"
docker run -e AZURE_CLIENT_ID="$ID" "$IMAGE" kubelogin get-token -l msi
docker run --env=AZURE_CLIENT_ID "$IMAGE" kubelogin get-token -l msi
docker exec "$CONTAINER" az login --identity --client-id "$ID"
USAGE="Run this first:
az login --identity
"
