package host_test

import (
	"bytes"
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/testdata/host/metadata"
)

// A result is what came of running a program once.
type result struct {
	t           *testing.T
	on          string
	err         error
	token, said string
	requests    int
}

// run runs a program on a host, with AZURE_CLIENT_ID if that is not empty. Whatever else it wants to reach than the host fails
// the test.
func (p *program) run(host metadata.Host, clientID string) result {
	p.t.Helper()
	server := metadata.Start(host)
	defer server.Close()
	command := exec.CommandContext(p.t.Context(), p.command[0], p.command[1:]...)
	command.Dir = p.folder
	command.Env = slices.Concat(p.path, server.Environment(p.on == appService))
	if clientID != "" {
		command.Env = append(command.Env, "AZURE_CLIENT_ID="+clientID)
	}
	var out, said bytes.Buffer
	command.Stdout, command.Stderr = &out, &said
	err := command.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	if strays := server.Strays(); len(strays) > 0 {
		p.t.Errorf("requests that the host has no answer to: %q", strays)
	}
	return result{p.t, host.String() + ", AZURE_CLIENT_ID=" + clientID, err, strings.TrimSpace(out.String()), said.String(), server.Requests()}
}

// gets is what a run must end with: the token of an identity.
func (r result) gets(want metadata.Identity) {
	r.t.Helper()
	if r.err != nil {
		r.t.Fatalf("%s: %v\n%s", r.on, r.err, r.said)
	}
	got, err := metadata.ClientOf(r.token)
	if err != nil || got != want.ClientID || r.requests == 0 {
		r.t.Fatalf("%s: the token of %s after %d requests, %v, want that of %s", r.on, got, r.requests, err, want.ClientID)
	}
}

// fails is what a run must end with: an error that says a text.
func (r result) fails(want string) {
	r.t.Helper()
	said := strings.ReplaceAll(r.said, `\"`, `"`)
	if r.err == nil || r.token != "" || !strings.Contains(said, want) {
		r.t.Fatalf("%s: %v and the token %q, want an error that says %q\n%s", r.on, r.err, r.token, want, r.said)
	}
}
