// Package environments stands for github.com/hashicorp/go-azure-sdk/sdk/environments.
package environments

type Api interface{ Name() string }
