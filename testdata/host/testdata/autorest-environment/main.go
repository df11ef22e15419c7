// Nothing in the program can name the identity: the authorizer reads AZURE_CLIENT_ID.
package main

import (
	"fmt"
	"log"
	"net/http"
	"strings"

	"github.com/Azure/go-autorest/autorest"
	"github.com/Azure/go-autorest/autorest/azure/auth"
)

func main() {
	authorizer, err := auth.NewAuthorizerFromEnvironmentWithResource("https://vault.azure.net")
	if err != nil {
		log.Fatal(err)
	}
	request, err := autorest.Prepare(new(http.Request), authorizer.WithAuthorization())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.TrimPrefix(request.Header.Get("Authorization"), "Bearer "))
}
