package settings

import "example.com/app/cloud"

var constant = cloud.AuthConfig{UseManagedIdentity: true} // want "cloud.AuthConfig names no identity"

// Two callers, and one of them gives the ID.
func bare() *cloud.AuthConfig {
	return &cloud.AuthConfig{UseManagedIdentity: true} // want "on some paths only"
}

func completes(id string) error {
	cfg := bare()
	cfg.ClientID = id
	return cloud.Start(cfg)
}

func leaves() error {
	return cloud.Start(bare())
}

// Every caller leaves it as it is.
func plain() *cloud.AuthConfig {
	return &cloud.AuthConfig{UseManagedIdentity: true} // want "cloud.AuthConfig names no identity"
}

func one() error { return cloud.Start(plain()) }

func two() error {
	cfg := plain()
	return cloud.Start(cfg)
}
