// Package signature calls the constructors of azidentity 0.11 and older, which read AZURE_CLIENT_ID.
package signature

import "github.com/Azure/azure-sdk-for-go/sdk/azidentity"

func none() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential("", nil) // want "only AZURE_CLIENT_ID in the environment names"
}

func empty() (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential("", &azidentity.ManagedIdentityCredentialOptions{}) // want "only AZURE_CLIENT_ID"
}

func given(id string) (*azidentity.ManagedIdentityCredential, error) {
	return azidentity.NewManagedIdentityCredential(id, &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ResourceID})
}

func value() (*azidentity.ManagedIdentityCredential, error) {
	f := azidentity.NewManagedIdentityCredential
	return f("", nil) // want "only AZURE_CLIENT_ID"
}

func chain() (*azidentity.ChainedTokenCredential, error) {
	return azidentity.NewDefaultAzureCredential(&azidentity.DefaultAzureCredentialOptions{}) // want "only AZURE_CLIENT_ID"
}

func chainOfOthers() (*azidentity.ChainedTokenCredential, error) {
	return azidentity.NewDefaultAzureCredential(&azidentity.DefaultAzureCredentialOptions{ExcludeMSICredential: true})
}

func chainOfWhatIsGiven(options *azidentity.DefaultAzureCredentialOptions) (*azidentity.ChainedTokenCredential, error) {
	return azidentity.NewDefaultAzureCredential(options) // want "only AZURE_CLIENT_ID"
}
