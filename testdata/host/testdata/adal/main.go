// The identity is not named: this constructor has no argument for it.
package main

import (
	"fmt"
	"log"

	"github.com/Azure/go-autorest/autorest/adal"
)

const endpoint = "http://169.254.169.254/metadata/identity/oauth2/token"

func main() {
	token, err := adal.NewServicePrincipalTokenFromMSI(endpoint, "https://vault.azure.net")
	if err != nil {
		log.Fatal(err)
	}
	if err := token.Refresh(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(token.OAuthToken())
}
