package building

import (
	"net/http"
	"net/url"
)

func resolvedElsewhere(base *url.URL) (*http.Response, error) {
	u, err := base.Parse("http://localhost:40342/metadata/identity/oauth2/token?resource=https://vault.azure.net")
	if err != nil {
		return nil, err
	}
	return http.Get(u.String())
}
