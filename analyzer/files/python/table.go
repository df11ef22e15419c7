package python

import (
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A row is one line of the table: a class or a function of a library that asks for a managed identity.
type row struct {
	rule      string // what an absent ID is
	module    string // it or one below it
	callee    string
	ids       string // keywords that name the identity; the first takes a client ID, for fixes
	places    string // the parameters that may be given without their names, in order
	config    string // the keyword of a dictionary that may name the identity
	keys      string // its keys that do
	excludes  string // keywords that leave the managed identity out, if they are true
	empty     string // what is wrong where the ID is given and empty, if the words of the rule do not do
	unfixable bool
}

// rows is the table. No row has an ID that is an empty string break ignored-id: each of these libraries takes one for none, as
// it does None.
//
// azure.identity: Azure/azure-sdk-for-python sdk/identity/azure-identity/azure/identity/_credentials/managed_identity.py and
// default.py at 1.13.0b2 and 1.26.0b3, and the same in aio. The parameters have to be named. AZURE_CLIENT_ID is read by the
// default credential, where no keyword is given, and by the workload identity branch of the other one, never for the metadata
// endpoint (https://github.com/Azure/azure-sdk-for-python/issues/36365).
//
// msrestazure: msrestazure 0.6.4 azure_active_directory.py: MSIAuthentication(port=50342, **kwargs), _ImdsTokenProvider sends an ID
// only if it is not empty.
//
// azure.kusto.data: Azure/azure-kusto-python@028236fb azure-kusto-data/azure/kusto/data/kcsb.py. object_id and msi_res_id
// are refused with an error.
//
// msal: AzureAD/microsoft-authentication-library-for-python@00539ca8 msal/managed_identity.py. UserAssignedManagedIdentity
// refuses to name none.
func rows() []row {
	return []row{
		{
			rule: identity.Credential, module: "azure.identity", callee: "ManagedIdentityCredential", ids: "client_id",
			config: "identity_config", keys: "client_id object_id resource_id msi_res_id mi_res_id principal_id clientid",
		},
		{
			rule: identity.DefaultCredential, module: "azure.identity", callee: "DefaultAzureCredential",
			ids: "managed_identity_client_id", config: "identity_config", keys: "client_id object_id resource_id",
			excludes: "exclude_managed_identity_credential", unfixable: true, // it has to work where there is no identity, too
			empty: "DefaultAzureCredential is given an empty managed_identity_client_id, which names no identity and keeps it from " +
				"reading AZURE_CLIENT_ID",
		},
		{
			rule: identity.Credential, module: "msrestazure", callee: "MSIAuthentication",
			ids: "client_id object_id msi_res_id", places: "port",
		},
		{
			rule: identity.Credential, module: "azure.kusto.data",
			callee: "KustoConnectionStringBuilder.with_aad_managed_service_identity_authentication", ids: "client_id",
			places: "connection_string client_id object_id msi_res_id timeout",
		},
		{rule: identity.SystemAssigned, module: "msal", callee: "SystemAssignedManagedIdentity", unfixable: true},
	}
}

// title is how messages call what the row is about.
func (r row) title() string { return r.callee[strings.LastIndexByte(r.callee, '.')+1:] }

// matches reports whether the path of what is called is that of the row.
func (r row) matches(path string) bool {
	rest, ok := strings.CutPrefix(path, r.module+".")
	return ok && (rest == r.callee || strings.HasSuffix(rest, "."+r.callee))
}

// place returns the name of the parameter that argument n is given to without a name, or "" if that is not known.
func (r row) place(n int) string {
	if names := strings.Fields(r.places); n < len(names) {
		return names[n]
	}
	return ""
}

// isIn reports whether a list with spaces has a word.
func isIn(list, word string) bool { return word != "" && strings.Contains(" "+list+" ", " "+word+" ") }
