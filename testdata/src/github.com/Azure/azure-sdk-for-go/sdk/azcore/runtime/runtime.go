// Package runtime is a stub of the real one.
package runtime

import (
	"context"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/internal/exported"
)

// Pipeline sends requests.
type Pipeline = exported.Pipeline

// NewRequest returns a request.
func NewRequest(ctx context.Context, httpMethod string, endpoint string) (*exported.Request, error) {
	return nil, nil
}

// JoinPaths joins paths.
func JoinPaths(root string, paths ...string) string { return root }
