// Package auth stands for github.com/Azure/secrets-store-csi-driver-provider-azure/pkg/auth.
package auth

type IdentityMode int

const (
	IdentityModeNone IdentityMode = iota
	IdentityModePodIdentity
	IdentityModeVMManagedIdentity
)

type Config struct {
	IdentityMode           IdentityMode
	UserAssignedIdentityID string
	AADClientID            string
}

func NewConfig(
	mode IdentityMode, userAssignedIdentityID, workloadIdentityClientID, serviceAccountToken string, secrets map[string]string,
) (Config, error) {
	return Config{}, nil
}
