// Package nothing has nothing to do with Azure.
package nothing

import (
	"fmt"
	"net/http"
)

func get() {
	fmt.Println(http.Get("http://169.254.169.254/latest/meta-data/"))
}
