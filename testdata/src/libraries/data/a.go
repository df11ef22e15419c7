// Package data opens stores of data.
package data

import (
	"github.com/Azure/azure-kusto-go/azkustodata"
	"github.com/databricks/databricks-sdk-go/config"
	"github.com/redis/go-redis-entraid/identity"
)

const cluster = "https://help.kusto.windows.net"

func emptyClientID() *azkustodata.ConnectionStringBuilder {
	return azkustodata.NewConnectionStringBuilder(cluster).WithUserAssignedIdentityClientId("") // want "names no identity"
}

func emptyResourceID() *azkustodata.ConnectionStringBuilder {
	return azkustodata.NewConnectionStringBuilder(cluster).WithUserAssignedIdentityResourceId("") // want "names no identity"
}

func systemAssigned() *azkustodata.ConnectionStringBuilder {
	return azkustodata.NewConnectionStringBuilder(cluster).WithSystemManagedIdentity() // want "chooses the system-assigned identity"
}

func chain() *azkustodata.ConnectionStringBuilder {
	return azkustodata.NewConnectionStringBuilder(cluster).WithDefaultAzureCredential() // want "only AZURE_CLIENT_ID in the environment names"
}

func field() *azkustodata.ConnectionStringBuilder {
	return &azkustodata.ConnectionStringBuilder{DataSource: cluster, MsiAuthentication: true} // want "azkustodata.ConnectionStringBuilder names no identity"
}

func databricks() *config.Config {
	return &config.Config{Host: "https://adb.azuredatabricks.net", AzureUseMSI: true} // want "only ARM_CLIENT_ID in the environment names"
}

func redis() (*identity.ManagedIdentityProvider, error) {
	return identity.NewManagedIdentityProvider(identity.ManagedIdentityProviderOptions{ // want "chooses the system-assigned identity"
		ManagedIdentityType: identity.SystemAssignedIdentity,
	})
}

// Nothing below is a finding.

func named(id string) *azkustodata.ConnectionStringBuilder {
	return azkustodata.NewConnectionStringBuilder(cluster).WithUserAssignedIdentityClientId(id)
}

func workload(id string) *azkustodata.ConnectionStringBuilder {
	return azkustodata.NewConnectionStringBuilder(cluster).WithKubernetesWorkloadIdentity(id, "/token", "common")
}

func namedField(id string) *azkustodata.ConnectionStringBuilder {
	return &azkustodata.ConnectionStringBuilder{
		DataSource: cluster, MsiAuthentication: true, ManagedServiceIdentityResourceId: id,
	}
}

func namedDatabricks(id string) *config.Config {
	return &config.Config{AzureUseMSI: true, AzureClientID: id}
}

func namedRedis(id string) (*identity.ManagedIdentityProvider, error) {
	return identity.NewManagedIdentityProvider(identity.ManagedIdentityProviderOptions{
		ManagedIdentityType: identity.UserAssignedObjectID, UserAssignedObjectID: id,
	})
}
