// Package calls has functions of a library of one's own.
package calls

import (
	"os"

	"example.com/app/cloud"
)

func provider() (*cloud.Provider, error) {
	return cloud.NewProvider("vault", &cloud.Options{Method: cloud.MSI}) // want "cloud.NewProvider names no identity"
}

func wrongKind() (*cloud.Provider, error) {
	return cloud.NewProvider("vault", &cloud.Options{Method: cloud.Secret})
}

func byVariable(method cloud.Method) (*cloud.Provider, error) {
	return cloud.NewProvider("vault", &cloud.Options{Method: method})
}

func named() (*cloud.Provider, error) {
	return cloud.NewProvider("vault", &cloud.Options{Method: cloud.MSI, ClientID: os.Getenv("APP_ID")})
}

func made() (*cloud.Provider, error) {
	o := cloud.NewOptions()
	return cloud.NewProvider("vault", &o)
}

func fields() *cloud.Provider {
	return cloud.NewNested(cloud.Options{Managed: &cloud.Managed{}}) // want "cloud.NewNested names no identity"
}

func fieldsNamed(id string) *cloud.Provider {
	return cloud.NewNested(cloud.Options{Managed: &cloud.Managed{ClientID: id}})
}

func fetch() (string, error) {
	return cloud.Fetch("https://vault.azure.net") // want "cloud.Fetch can name no identity"
}

func method(p *cloud.Provider) {
	_, _ = p.Token("https://vault.azure.net", "") // want "cloud.Provider.Token names no identity"
	_, _ = p.Token("https://vault.azure.net", os.Getenv("APP_ID"))
}
