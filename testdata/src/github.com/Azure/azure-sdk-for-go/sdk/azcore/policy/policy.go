// Package policy is a stub of the real one, without the Transport, which would bring net/http to every situation.
package policy

import (
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/cloud"
)

// ClientOptions are the options of every client.
type ClientOptions struct {
	APIVersion                      string
	Cloud                           cloud.Configuration
	InsecureAllowCredentialWithHTTP bool
	Retry                           RetryOptions
	Telemetry                       TelemetryOptions
}

// RetryOptions say how often to ask.
type RetryOptions struct {
	MaxRetries int32
	TryTimeout time.Duration
}

// TelemetryOptions name the application.
type TelemetryOptions struct {
	ApplicationID string
	Disabled      bool
}

// TokenRequestOptions say what a token is for.
type TokenRequestOptions struct {
	Claims   string
	Scopes   []string
	TenantID string
}
