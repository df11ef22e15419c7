// The identity is not named: only the resource is configured.
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
	config := auth.NewMSIConfig()
	config.Resource = "https://vault.azure.net"
	authorizer, err := config.Authorizer()
	if err != nil {
		log.Fatal(err)
	}
	request, err := autorest.Prepare(new(http.Request), authorizer.WithAuthorization())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.TrimPrefix(request.Header.Get("Authorization"), "Bearer "))
}
