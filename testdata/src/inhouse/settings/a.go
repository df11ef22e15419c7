// Package settings has structs of settings, which other code reads.
package settings

import (
	"encoding/json"

	"example.com/app/cloud"
)

func literal() error {
	return cloud.Start(&cloud.AuthConfig{UseManagedIdentity: true}) // want "cloud.AuthConfig names no identity"
}

func variable() error {
	cfg := cloud.AuthConfig{ // want "cloud.AuthConfig names no identity"
		UseManagedIdentity: true,
		Tenant:             "common",
	}
	return cloud.Start(&cfg)
}

func assigned() error {
	var cfg cloud.AuthConfig
	cfg.UseManagedIdentity = true // want "cloud.AuthConfig names no identity"
	return cloud.Start(&cfg)
}

func nested() error {
	return cloud.StartAll(cloud.Config{
		Location:   "westeurope",
		AuthConfig: cloud.AuthConfig{UseManagedIdentity: true}, // want "cloud.AuthConfig names no identity"
	})
}

func list() []cloud.Config {
	var all []cloud.Config
	all = append(all, cloud.Config{AuthConfig: cloud.AuthConfig{UseManagedIdentity: true}}) // want "cloud.AuthConfig names no identity"
	return all
}

// Exported says nothing of its callers.
func Exported() *cloud.AuthConfig {
	return &cloud.AuthConfig{UseManagedIdentity: true} // want "cloud.AuthConfig names no identity"
}

func emptyID() error {
	return cloud.Start(&cloud.AuthConfig{UseManagedIdentity: true, ClientID: ""}) // want "cloud.AuthConfig names no identity"
}

// Nothing below is a finding.

func named(id string) error {
	return cloud.Start(&cloud.AuthConfig{UseManagedIdentity: true, ClientID: id})
}

func byResource(id string) error {
	return cloud.Start(&cloud.AuthConfig{UseManagedIdentity: true, ResourceID: id})
}

func namedLater(id string) error {
	cfg := cloud.AuthConfig{UseManagedIdentity: true}
	cfg.ClientID = id
	return cloud.Start(&cfg)
}

func off() error {
	return cloud.Start(&cloud.AuthConfig{Tenant: "common"})
}

func configured(use bool) error {
	return cloud.Start(&cloud.AuthConfig{UseManagedIdentity: use})
}

func loaded() error {
	cfg := &cloud.AuthConfig{UseManagedIdentity: true}
	if err := cloud.Load(cfg); err != nil {
		return err
	}
	return cloud.Start(cfg)
}

func decoded(text []byte) error {
	cfg := &cloud.AuthConfig{UseManagedIdentity: true}
	if err := json.Unmarshal(text, cfg); err != nil {
		return err
	}
	return cloud.Start(cfg)
}

func completed(id string) error {
	cfg := base()
	cfg.ClientID = id
	return cloud.Start(cfg)
}

// base is completed by its callers.
func base() *cloud.AuthConfig {
	return &cloud.AuthConfig{UseManagedIdentity: true}
}

var global = cloud.AuthConfig{UseManagedIdentity: true}

func init() {
	global.ClientID = "from elsewhere"
}
