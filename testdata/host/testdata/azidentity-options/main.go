// The identity is not named: the options come from a function that sets everything else, and go into a chain.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func main() {
	credential, err := chain()
	if err != nil {
		log.Fatal(err)
	}
	token, err := credential.GetToken(context.Background(), policy.TokenRequestOptions{Scopes: []string{"https://vault.azure.net/.default"}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token.Token)
}

func chain() (azcore.TokenCredential, error) {
	options := managedIdentity("vault")
	managed, err := azidentity.NewManagedIdentityCredential(&options)
	if err != nil {
		return nil, err
	}
	return azidentity.NewChainedTokenCredential([]azcore.TokenCredential{managed}, nil)
}

func managedIdentity(application string) azidentity.ManagedIdentityCredentialOptions {
	options := azidentity.ManagedIdentityCredentialOptions{}
	options.Telemetry.ApplicationID = application
	return options
}
