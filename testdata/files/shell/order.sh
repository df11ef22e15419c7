#!/bin/bash
# The query is in two variables; what comes last in it is written first.
resource=https://vault.azure.net/
endpoint="http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource="
curl -s -H Metadata:true $endpoint$resource
curl -s -H Metadata:true "$endpoint$resource"
