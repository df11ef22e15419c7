package metadata

import "net/http"

// imds answers as the metadata endpoint of a virtual machine does.
//
// The request and the answer: https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
// (MicrosoftDocs/entra-docs@03ffb81c). Which identity it is: the same place, managed-identities-faq (@15730cf6), on the identity
// that IMDS defaults to.
func (h Host) imds(r *http.Request) (answer, bool) {
	query := r.URL.Query()
	resource := query.Get("resource")
	switch {
	case r.Method != http.MethodGet:
		return answer{}, false
	case resource == "":
		// the answer to a probe, which has no header either:
		// Azure/azure-sdk-for-net sdk/identity/Azure.Identity/tests/ImdsManagedIdentityProbeSourceTests.cs
		return refuse("invalid_request", "Required query variable 'resource' is missing")
	case r.Header.Get("Metadata") != "true":
		return refuse("bad_request_102", "Required metadata header not specified")
	case query.Get("api-version") != "2018-02-01":
		return answer{}, false
	}

	named := selectors(query, map[string]func(Identity) string{
		"client_id": clientID, "object_id": objectID, "msi_res_id": resourceID,
		"mi_res_id": resourceID, // not documented, and what azidentity up to 1.5.1 and adal send
	})
	switch {
	case len(named) > 1:
		return answer{}, false
	case len(named) == 0 || named[0].id == "":
		return h.imdsDefault(resource)
	}
	identity, ok := h.find(named[0])
	if !ok {
		return refuse("invalid_request", "Identity not found")
	}
	return issue(identity, resource)
}

// imdsDefault answers a request that names no identity.
//
// An empty ID is none, which is not documented. azidentity 1.8.2 sends it for ClientID(""), which Prometheus up to 3.3
// (prometheus@v0.303.1/discovery/azure/azure.go:293) asked for whenever no client_id was configured: its users got the
// system-assigned identity (prometheus/prometheus#16634) or the only one (prometheus-community/helm-charts#5538).
func (h Host) imdsDefault(resource string) (answer, bool) {
	switch {
	case h.System != nil:
		return issue(*h.System, resource)
	case len(h.Users) == 1:
		return issue(h.Users[0], resource)
	case len(h.Users) == 0:
		return refuse("invalid_request", "Identity not found") // Azure/azure-sdk-for-net#37278
	}
	return refuse("invalid_request", several)
}

// several: the whole answer is in Hexadite/acs-keyvault-agent#43.
const several = "Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request"

func refuse(code, description string) (answer, bool) {
	return answer{http.StatusBadRequest, map[string]any{"error": code, "error_description": description}}, true
}

// issue answers with a token. All members are strings.
func issue(identity Identity, resource string) (answer, bool) {
	in, on, before := times()
	return answer{http.StatusOK, map[string]any{
		"access_token": token(identity, resource), "refresh_token": "", "expires_in": in, "expires_on": on, "not_before": before,
		"resource": resource, "token_type": "Bearer",
	}}, true
}
