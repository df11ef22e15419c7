package fetch

import (
	"net/http"

	"wrapped/urls"
)

func fetch(id string) {
	http.Get(urls.Unnamed("x")) // want `token request names no identity`
	http.Get(urls.Named("x", id))
	urls.Fetch("resource=x") // want `^urls.Fetch calls token request and names no identity`
	urls.Fetch("resource=x&client_id=" + id)
	urls.Fetch(id)
}
