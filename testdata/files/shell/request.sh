#!/bin/sh
curl -s -H Metadata:true "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net"
curl -s -H Metadata:true 'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net' | jq -r .access_token
curl http://169.254.169.254/metadata/identity/oauth2/token/?resource=$RESOURCE -H Metadata:true
curl -G -H Metadata:true --data-urlencode resource=https://vault.azure.net -d api-version=2018-02-01 http://169.254.169.254/metadata/identity/oauth2/token
token=$(curl -H "Metadata: true" "http://169.254.169.254/metadata/identity/oauth2/token?resource=$R&clientid=$ID")
wget -qO- --header=Metadata:true "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=$R"

IMDS=http://169.254.169.254/metadata/identity
curl -H Metadata:true "$IMDS/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net"

url="$IMDS/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net"
curl -H Metadata:true "$url"

curl -H "X-IDENTITY-HEADER: $IDENTITY_HEADER" "$IDENTITY_ENDPOINT?api-version=2019-08-01&resource=https://vault.azure.net"
