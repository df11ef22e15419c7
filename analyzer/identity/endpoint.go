package identity

import (
	"bytes"
	"slices"
	"strings"
)

// TokenPath is the path of the metadata endpoint's token requests. It is compared without regard to case, as the service
// does (Azure/azure-workload-identity, pkg/proxy/proxy.go).
//
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
const TokenPath = "/metadata/identity/oauth2/token"

// An Endpoint is what answers token requests: the query parameters that it reads, in lower case.
type Endpoint struct {
	Client, Object, Resource string   // the one for each of an identity's names, or "" if it reads none
	Others                   []string // further ones that may name the identity
	Ignored                  string   // the one that looks as if it did, and is not read
	Nameless                 string   // what a request without an ID comes to, for messages
}

// Metadata is the metadata endpoint of a virtual machine. It reads client_id, object_id and msi_res_id; earlier SDKs send
// mi_res_id, too. It does not read clientid (https://github.com/Azure/aad-pod-identity/issues/427).
//
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#get-a-token-using-http
func Metadata() *Endpoint {
	return &Endpoint{
		Client: "client_id", Object: "object_id", Resource: "msi_res_id", Others: []string{"principal_id", "mi_res_id"},
		Ignored: "clientid", Nameless: "it works while the host has exactly one managed identity",
	}
}

// AppService returns the endpoint of App Service, Functions and Container Apps for a version of its protocol, or nil for any
// other version: Azure Arc and Service Fabric have versions of their own (managedidentity.go of
// microsoft-authentication-library-for-go@v1.10.1/apps/managedidentity), and the host decides there. Version 2017-09-01 reads
// clientid only; autorest/adal@v0.9.24/token.go sends it mi_res_id, too.
//
// https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
func AppService(version string) *Endpoint {
	const nameless = "App Service looks for a system-assigned identity, whatever else there is"
	switch version {
	case "2019-08-01":
		return &Endpoint{
			Client: "client_id", Object: "object_id", Resource: "mi_res_id",
			Others: []string{"principal_id", "msi_res_id", "clientid"}, Nameless: nameless,
		}
	case "2017-09-01":
		return &Endpoint{
			Client: "clientid", Others: []string{"object_id", "principal_id", "mi_res_id", "msi_res_id"},
			Ignored: "client_id", Nameless: nameless,
		}
	}
	return nil
}

// Names reports whether a query parameter names the identity.
func (e *Endpoint) Names(key string) bool {
	key = strings.ToLower(key)
	return key != "" && (slices.Contains([]string{e.Client, e.Object, e.Resource}, key) || slices.Contains(e.Others, key))
}

// Ignores reports whether a query parameter looks as if it named the identity, and is not read.
func (e *Endpoint) Ignores(key string) bool { return key != "" && strings.EqualFold(key, e.Ignored) }

// Keys lists the parameters that a request should have one of, for messages.
func (e *Endpoint) Keys() string {
	if e.Object == "" {
		return e.Client
	}
	return e.Client + ", " + e.Object + " or " + e.Resource
}

// IsIDKey reports whether a query parameter names an identity to some endpoint, or looks as if it did.
func IsIDKey(key string) bool { return Metadata().Names(key) || Metadata().Ignores(key) }

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
func IsPlatformEndpoint(name string) bool { return slices.Contains(platformVariables(), name) }

func platformVariables() []string {
	return []string{"IDENTITY_ENDPOINT", "MSI_ENDPOINT", "IMDS_ENDPOINT"}
}

// IsAppServiceEndpoint reports whether a variable of the environment holds App Service's endpoint, there.
func IsAppServiceEndpoint(name string) bool {
	return name == "IDENTITY_ENDPOINT" || name == "MSI_ENDPOINT"
}

// MentionsOther reports whether text speaks of a platform where the host decides, and an ID can be refused: Azure Arc,
// Service Fabric, Cloud Shell.
//
// azidentity@v1.8.0/CHANGELOG.md: an ID on a platform that does not take one is an error.
func MentionsOther(text []byte) bool {
	for _, word := range []string{"himds", "40342", "50342", "IDENTITY_SERVER_THUMBPRINT", "IMDS_ENDPOINT"} {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	return false
}
