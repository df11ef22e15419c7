// Package config stands for github.com/databricks/databricks-sdk-go/config.
package config

type Config struct {
	Host          string
	AzureUseMSI   bool
	AzureClientID string
	AzureTenantID string
}
