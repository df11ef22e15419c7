// Package lists adds the ID to a list on some paths only.
package lists

import (
	"net/http"
	"os/exec"
	"strings"
)

func az(words ...string) error { return exec.Command("az", words...).Run() }

func login(id string) error {
	words := []string{"login", "--identity"}
	if id != "" {
		words = append(words, "--client-id", id)
	}
	return az(words...) // want "az calls az login and names an identity on some paths only"
}

func parameters(id string) (*http.Response, error) {
	all := []string{"api-version=2018-02-01", "resource=https://vault.azure.net"}
	if id != "" {
		all = append(all, "client_id="+id)
	}
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + strings.Join(all, "&")) // want "token request names an identity on some paths only"
}

func always(id string, more bool) (*http.Response, error) {
	all := []string{"resource=https://vault.azure.net", "client_id=" + id}
	if more {
		all = append(all, "api-version=2018-02-01")
	}
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + strings.Join(all, "&"))
}

func request(all map[string]string) (*http.Response, error) {
	query := make([]string, 0, len(all))
	for name, param := range all {
		query = append(query, name+"="+param)
	}
	return http.Get("http://169.254.169.254/metadata/identity/oauth2/token?" + strings.Join(query, "&"))
}

func requestAll() (*http.Response, error) {
	return request(map[string]string{"resource": "https://vault.azure.net"})
}
