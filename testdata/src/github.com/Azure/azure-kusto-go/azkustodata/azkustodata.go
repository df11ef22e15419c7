// Package azkustodata stands for github.com/Azure/azure-kusto-go/azkustodata.
package azkustodata

type ConnectionStringBuilder struct {
	DataSource                       string
	MsiAuthentication                bool
	ManagedServiceIdentityClientId   string
	ManagedServiceIdentityResourceId string
}

func NewConnectionStringBuilder(connStr string) *ConnectionStringBuilder { return nil }

func (kcsb *ConnectionStringBuilder) WithUserAssignedIdentityClientId(clientID string) *ConnectionStringBuilder {
	return kcsb
}

func (kcsb *ConnectionStringBuilder) WithUserAssignedIdentityResourceId(resourceID string) *ConnectionStringBuilder {
	return kcsb
}

func (kcsb *ConnectionStringBuilder) WithSystemManagedIdentity() *ConnectionStringBuilder {
	return kcsb
}

func (kcsb *ConnectionStringBuilder) WithDefaultAzureCredential() *ConnectionStringBuilder {
	return kcsb
}

func (kcsb *ConnectionStringBuilder) WithKubernetesWorkloadIdentity(appId, tokenFilePath, authorityID string) *ConnectionStringBuilder {
	return kcsb
}
