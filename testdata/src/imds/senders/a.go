// Package senders gives requests to code that is not seen.
package senders

import (
	"context"
	"net/http"
)

type fetcher interface {
	Fetch(ctx context.Context, req *http.Request) (*http.Response, error)
}

type changer interface {
	Change(req *http.Request) (*http.Request, error)
}

type service struct {
	fetcher fetcher
	changer changer
	send    func(*http.Request) (*http.Response, error)
}

func (s *service) token(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, "http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net", nil) // want "token request names no identity"
	if err != nil {
		return nil, err
	}
	for range 3 {
		if resp, err := s.fetcher.Fetch(ctx, req); err == nil {
			return resp, nil
		}
	}
	return s.send(req)
}

func (s *service) tokenOf(ctx context.Context, id string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, "http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&client_id="+id, nil)
	if err != nil {
		return nil, err
	}
	return s.fetcher.Fetch(ctx, req)
}

func (s *service) changed() error {
	req, err := http.NewRequest(http.MethodGet, "http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net", nil)
	if err != nil {
		return err
	}
	req, err = s.changer.Change(req)
	if err != nil {
		return err
	}
	_, err = s.send(req)
	return err
}

// One closure for several addresses.

func (s *service) both() error {
	get := func(path string) error {
		resp, err := http.Get("http://169.254.169.254" + path)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}
	if err := get("/metadata/instance?api-version=2021-02-01"); err != nil {
		return err
	}
	return get("/metadata/identity/oauth2/token?resource=https://vault.azure.net") // want "token request names no identity"
}

func each() error {
	for _, u := range []string{
		"http://169.254.169.254/latest/meta-data/",
		"http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net", // want "token request names no identity"
	} {
		if _, err := http.Get(u); err != nil {
			return err
		}
	}
	return nil
}

func eachNamed(id string) error {
	for _, u := range []string{
		"http://169.254.169.254/metadata/instance",
		"http://169.254.169.254/metadata/identity/oauth2/token?resource=https://vault.azure.net&client_id=" + id,
	} {
		if _, err := http.Get(u); err != nil {
			return err
		}
	}
	return nil
}
