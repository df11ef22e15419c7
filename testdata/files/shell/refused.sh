# An ID that az refuses.
az login --identity -u 4e0b7a4c-3c1e-4e0b-9c55-1f0a6d3e2b11
az login --identity --username "$CLIENT_ID"
az login -i -u "/subscriptions/$SUB/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/app"
az login -i -u $RESOURCE_ID
az login -i -u $OBJECT_ID
az login -i -u $IDENTITY
az login -i --username=$CLIENT_ID
az login -iu $CLIENT_ID
