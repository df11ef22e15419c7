// Package azure stands for github.com/prometheus/prometheus/discovery/azure.
package azure

type SDConfig struct {
	SubscriptionID       string
	TenantID             string
	ClientID             string
	AuthenticationMethod string
	ResourceGroup        string
}

var DefaultSDConfig SDConfig
