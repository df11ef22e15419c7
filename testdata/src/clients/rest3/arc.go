package rest3

import "resty.dev/v3"

func otherBase(resource string) (*resty.Response, error) {
	client := resty.New().SetBaseURL("http://localhost:40342")
	return client.R().SetQueryParam("resource", resource).Get("/metadata/identity/oauth2/token")
}

func post() (*resty.Response, error) {
	return resty.New().R().SetBody("resource=https://vault.azure.net").Post("http://localhost:50342/oauth2/token")
}
