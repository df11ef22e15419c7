// The identity is not named: the query is built key by key, and that key is not among them.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
)

func main() {
	token, err := tokenFor(context.Background(), "https://vault.azure.net")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token)
}

func tokenFor(ctx context.Context, resource string) (string, error) {
	endpoint, err := url.Parse("http://169.254.169.254/metadata/identity/oauth2/token")
	if err != nil {
		return "", err
	}
	query := endpoint.Query()
	query.Set("api-version", "2018-02-01")
	query.Set("resource", resource)
	endpoint.RawQuery = query.Encode()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, endpoint.String(), nil)
	if err != nil {
		return "", err
	}
	request.Header.Set("Metadata", "true")
	response, err := new(http.Client).Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return "", err
	}
	if response.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", response.Status, body)
	}
	var answer map[string]string
	if err := json.Unmarshal(body, &answer); err != nil {
		return "", err
	}
	return answer["access_token"], nil
}
