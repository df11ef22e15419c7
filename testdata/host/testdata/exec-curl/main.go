// The identity is not named in the request that another program makes.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
)

func main() {
	command := exec.Command("curl", "--silent", "--show-error", "--fail-with-body", "--header", "Metadata: true",
		"http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net")
	command.Stderr = os.Stderr
	body, err := command.Output()
	if err != nil {
		log.Fatalf("%v: %s", err, body)
	}
	var answer map[string]string
	if err := json.Unmarshal(body, &answer); err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer["access_token"])
}
