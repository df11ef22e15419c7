// Package azure stands for github.com/libdns/azure.
package azure

type Provider struct {
	SubscriptionId    string
	ResourceGroupName string
	TenantId          string
	ClientId          string
	ClientSecret      string
}
