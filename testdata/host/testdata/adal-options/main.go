// The identity is not named: the options are nil.
package main

import (
	"fmt"
	"log"

	"github.com/Azure/go-autorest/autorest/adal"
)

func main() {
	token, err := adal.NewServicePrincipalTokenFromManagedIdentity("https://vault.azure.net", nil)
	if err != nil {
		log.Fatal(err)
	}
	if err := token.Refresh(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(token.OAuthToken())
}
