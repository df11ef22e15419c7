package wire

import (
	"go/version"
	"net/http"
	"reflect"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// A Case is a row: a way to ask for a token, and what goes over the wire.
type Case struct {
	Name   string
	Env    map[string]string
	Since  string // the first version that it is true of, "" for all; a prefix such as 1.9 will do
	Before string // the first version that it is no longer true of, "" for none
	Ask    Ask
	Want   string // the identity keys of the request, as a query
	Error  string // what the error says instead, if it is one
}

// An Ask builds a credential and gets a token. The client is for those who take one; the others come through the proxy.
type Ask func(client *http.Client) error

// Run looks at every case that holds for the version of the module that declares function. It does not run in parallel:
// environment and proxy are the process's.
func Run(t *testing.T, function any, cases []Case) {
	t.Helper()
	have := versionOf(t, function)
	for _, c := range cases {
		early := c.Since != "" && version.Compare(have, "go"+c.Since) < 0
		late := c.Before != "" && version.Compare(have, "go"+c.Before) >= 0
		if early || late {
			continue
		}
		t.Run(c.Name, func(t *testing.T) {
			for name, value := range c.Env {
				t.Setenv(name, value)
			}
			recorder := new(Recorder)
			current.Lock()
			current.recorder = recorder
			current.Unlock()
			err := c.Ask(recorder.Client())
			ids := recorder.IDs()
			switch {
			case c.Error != "":
				if err == nil || !strings.Contains(err.Error(), c.Error) || len(ids) > 0 {
					t.Errorf("error %v after the requests %q, want the error %q and none", err, ids, c.Error)
				}
			case err != nil:
				t.Error(err)
			case len(ids) != 1 || ids[0] != c.Want:
				t.Errorf("requests with the IDs %q, want one with %q", ids, c.Want)
			}
		})
	}
}

// versionOf returns the version of the module that declares a function, in the form of go/version. The information that
// the linker leaves in a program would say it too, but a test has none.
func versionOf(t *testing.T, function any) string {
	t.Helper()
	file, _ := runtime.FuncForPC(reflect.ValueOf(function).Pointer()).FileLine(0)
	found := regexp.MustCompile(`@v([0-9.]+)`).FindStringSubmatch(file)
	if found == nil {
		t.Fatalf("%s is in no module's folder", file)
	}
	return "go" + found[1]
}
