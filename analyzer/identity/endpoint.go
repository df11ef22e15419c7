package identity

import (
	"slices"
	"strings"
)

// TokenPath is the path of the metadata endpoint's token requests. It is compared without regard to case, as the service
// does (Azure/azure-workload-identity, pkg/proxy/proxy.go).
//
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
const TokenPath = "/metadata/identity/oauth2/token"

// IDKeys are the query parameters of a token request that name the identity. The virtual machine's endpoint reads
// client_id, object_id and msi_res_id, App Service's client_id, principal_id, object_id and mi_res_id; earlier SDKs send
// mi_res_id to both.
//
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#get-a-token-using-http
// https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
func IDKeys() []string {
	return []string{"client_id", "object_id", "principal_id", "msi_res_id", "mi_res_id"}
}

// IsIDKey reports whether a query parameter names the identity.
func IsIDKey(key string) bool { return slices.Contains(IDKeys(), strings.ToLower(key)) }

// IsIgnoredIDKey reports whether a query parameter looks as if it named the identity, and the metadata endpoint does not
// read it: clientid is what App Service's endpoint of 2017 reads (https://github.com/Azure/aad-pod-identity/issues/427).
func IsIgnoredIDKey(key string) bool { return strings.EqualFold(key, "clientid") }

// IsOtherHost reports whether a host is not the metadata endpoint of a virtual machine, though it may have the same path:
// Azure Arc (port 40342), Cloud Shell (port 50342), and whatever listens on this machine.
//
// https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
// https://learn.microsoft.com/azure/cloud-shell/msi-authorization
func IsOtherHost(host string) bool {
	for _, other := range []string{":40342", ":50342", "localhost", "127.0.0.1"} {
		if strings.Contains(host, other) {
			return true
		}
	}
	return false
}

// IsPlatformEndpoint reports whether a variable of the environment holds a platform's own endpoint: Azure Arc, Service
// Fabric, Cloud Shell and App Service set them (azidentity@v1.15.0/managed_identity_client.go).
func IsPlatformEndpoint(name string) bool {
	return slices.Contains([]string{"IDENTITY_ENDPOINT", "IMDS_ENDPOINT", "MSI_ENDPOINT"}, name)
}
