// Package options stands for go.mongodb.org/mongo-driver/v2/mongo/options.
package options

type Credential struct {
	AuthMechanism           string
	AuthMechanismProperties map[string]string
	Username                string
}

type ClientOptions struct{}

func Client() *ClientOptions { return nil }

func (c *ClientOptions) SetAuth(auth Credential) *ClientOptions { return c }
