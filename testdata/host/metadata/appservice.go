package metadata

import "net/http"

// header is the value of IDENTITY_HEADER, which the platform makes up.
const header = "853b9a84-5bfa-4b22-a3f3-0b9a43d9ad8a"

// appService answers as the token endpoint of App Service, Functions and Container Apps does. A request that names no identity
// means the system-assigned one, which may not exist: nothing else is looked for.
//
// https://learn.microsoft.com/azure/app-service/overview-managed-identity on the REST endpoint (MicrosoftDocs/azure-docs@02512778).
func (h Host) appService(r *http.Request) (answer, bool) {
	query := r.URL.Query()
	resource, version := query.Get("resource"), query.Get("api-version")
	if r.Method != http.MethodGet || resource == "" || version != "2019-08-01" || r.Header.Get("X-Identity-Header") != header {
		return answer{}, false
	}
	named := selectors(query, map[string]func(Identity) string{
		"client_id": clientID, "principal_id": objectID, "object_id": objectID, "mi_res_id": resourceID,
	})
	switch {
	case len(named) > 1 || len(named) == 1 && named[0].id == "":
		return answer{}, false
	case len(named) == 1:
		identity, ok := h.find(named[0])
		if !ok {
			return unload("No Managed Identity found for specified ClientId/ResourceId/PrincipalId.") // dotnet/SqlClient#815
		}
		return grant(identity, resource)
	case h.System == nil:
		return unload("Unable to load the proper Managed Identity.") // Azure/azure-sdk-for-net#43691, microsoft/azure-container-apps#442
	}
	return grant(*h.System, resource)
}

func unload(message string) (answer, bool) {
	return answer{http.StatusBadRequest, map[string]any{
		"statusCode": http.StatusBadRequest, "message": message, "correlationId": "bf68136a-73f7-4ca4-9903-9ee8af3ab2ee",
	}}, true
}

func grant(identity Identity, resource string) (answer, bool) {
	_, on, _ := times()
	return answer{http.StatusOK, map[string]any{
		"access_token": token(identity, resource), "expires_on": on, "resource": resource, "token_type": "Bearer",
		"client_id": identity.ClientID,
	}}, true
}
