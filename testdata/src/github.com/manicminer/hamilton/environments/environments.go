// Package environments stands for github.com/manicminer/hamilton/environments.
package environments

type Api struct{ Endpoint string }

type Environment struct{}
