// The system-assigned identity is asked for, which is what MSAL calls naming none.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/AzureAD/microsoft-authentication-library-for-go/apps/managedidentity"
)

func main() {
	client, err := managedidentity.New(managedidentity.SystemAssigned())
	if err != nil {
		log.Fatal(err)
	}
	token, err := client.AcquireToken(context.Background(), "https://vault.azure.net")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token.AccessToken)
}
