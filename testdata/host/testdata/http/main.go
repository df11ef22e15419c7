// The identity is not named: the URL is a literal without it.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
)

const tokenURL = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net"

func main() {
	request, err := http.NewRequest(http.MethodGet, tokenURL, nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Metadata", "true")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		log.Fatalf("%s: %s", response.Status, body)
	}
	var answer struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer.AccessToken)
}
