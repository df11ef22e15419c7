// Package other speaks of the endpoint, or asks others: silence.
package other

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"
)

// http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net in a comment.
const address = "http://169.254.169.254/metadata/identity/oauth2/token"

var errToken = errors.New("no token at http://169.254.169.254/metadata/identity/oauth2/token")

func instance() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/instance?api-version=2021-02-01")
}

func identityInfo() (*http.Response, error) {
	return http.Get("http://169.254.169.254/metadata/identity/info?api-version=2018-02-01")
}

func aws() (*http.Response, error) {
	return http.Get("http://169.254.169.254/latest/meta-data/iam/security-credentials/")
}

func google() (*http.Response, error) {
	return http.Get("http://169.254.169.254/computeMetadata/v1/instance/service-accounts/default/token")
}

func arc() (*http.Response, error) {
	return http.Get("http://localhost:40342/metadata/identity/oauth2/token?api-version=2020-06-01&resource=https://vault.azure.net")
}

func arcAddress() (*http.Response, error) {
	return http.Get("http://127.0.0.1:40342/metadata/identity/oauth2/token?resource=https://vault.azure.net")
}

func cloudShell() (*http.Response, error) {
	return http.Get("http://localhost:50342/oauth2/token?resource=https://vault.azure.net")
}

func entra(tenant string) (*http.Response, error) {
	return http.Post("https://login.microsoftonline.com/"+tenant+"/oauth2/token", "application/x-www-form-urlencoded", strings.NewReader("grant_type=client_credentials"))
}

func logged() error {
	log.Printf("asking %s", "http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net")
	return fmt.Errorf("no answer from http://169.254.169.254/metadata/identity/oauth2/token?resource=%s: %w", "x", errToken)
}

func serve(mux *http.ServeMux, handler http.Handler) {
	http.HandleFunc("/metadata/identity/oauth2/token", func(http.ResponseWriter, *http.Request) {})
	mux.Handle("GET /metadata/identity/oauth2/token", handler)
}

func compare(req *http.Request) bool {
	if req.URL.Path == "/metadata/identity/oauth2/token" {
		return true
	}
	switch req.URL.String() {
	case "http://169.254.169.254/metadata/identity/oauth2/token":
		return true
	}
	return strings.Contains(req.URL.Path, "/metadata/identity/oauth2/token") || strings.HasPrefix(req.URL.String(), address)
}

func table() map[string]string {
	return map[string]string{"token": "http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net"}
}

func returned() string {
	return "http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net"
}

func handed(ask func(url string) error) error {
	return ask("http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net")
}
