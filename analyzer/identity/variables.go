package identity

import (
	"slices"
	"strings"
)

// An EnvVar is a variable of an environment.
type EnvVar struct {
	Name  string
	Value Word
	// Given is set where there is a value that is not seen: a secret, a reference, what the environment around passes on.
	Given bool
}

// A Login is what the variables of one environment make a program do.
type Login struct {
	Verdict Verdict
	Tool    string // the program, as messages call it
	Asks    int    // the variable that asks for a managed identity
	ID      Word   // the ID that is given, if there is one
	// Names are the variables that name the identity; the first takes a client ID.
	Names []string
}

// A setting is one line of the table of variables that can ask for a managed identity.
type setting struct {
	tool   string
	asks   string // the variable that asks, as NAME=value, with the values in any letter case, or NAME for what is true
	ids    string // the variables that name the identity
	others string // variables that choose another way to log in, NAME for those that are not empty, NAME=true for those that are true
}

// settings is the table.
//
// ARM_USE_MSI: hashicorp/terraform-provider-azurerm@69697b7f internal/provider/provider.go:189,196,284 and framework/config.go:89,115;
// hashicorp/terraform@883c7221 internal/backend/remote-state/azure/backend.go:234,238,294; Azure/terraform-provider-azapi@c43c57bb
// internal/provider/provider.go:367-379 (AZURE_CLIENT_ID, too); databricks/databricks-sdk-go@1ff3c785 config/config.go:155,157. With
// a secret or a token the ID is there as well, or nothing works.
//
// AZCOPY_AUTO_LOGIN_TYPE: Azure/azure-storage-azcopy@595529da common/oauthTokenManager.go:270-307. No flag names the identity
// there.
//
// ARM_USE_MANAGED_IDENTITY_EXTENSION: kubernetes/autoscaler@55c37cd5 cluster-autoscaler/cloudprovider/azure/azure_config.go:247-256 and
// azure_client.go:83-95.
//
// AAD_LOGIN_METHOD: Azure/kubelogin@04e00a93 pkg/internal/token/options.go:210-215,251 and pkg/internal/env/variables.go.
//
// ANSIBLE_AZURE_AUTH_SOURCE: ansible-collections/azure@8810ad4f plugins/module_utils/azure_rm_common.py:1609 (not at 0118380d).
//
// AZURE_STORAGE_AUTH_TYPE: Azure/azure-storage-fuse@74098e3d component/azstorage/config.go:136-145,232 and azauthmsi.go:53-71.
//
// RCLONE_AZUREBLOB_USE_MSI: rclone/rclone@64ab1ac3 MANUAL.html, managed identity of the backend azureblob (options use_msi, msi_client_id,
// msi_object_id, msi_mi_res_id; a variable is RCLONE_AZUREBLOB_ and the option in capitals).
func settings() []setting {
	return []setting{
		{
			tool: "ARM_USE_MSI", asks: "ARM_USE_MSI", ids: "ARM_CLIENT_ID ARM_CLIENT_ID_FILE_PATH AZURE_CLIENT_ID",
			others: "ARM_CLIENT_SECRET ARM_CLIENT_SECRET_FILE_PATH ARM_CLIENT_CERTIFICATE ARM_CLIENT_CERTIFICATE_PATH ARM_OIDC_TOKEN " +
				"ARM_OIDC_TOKEN_FILE_PATH ARM_MSI_ENDPOINT ARM_USE_AKS_WORKLOAD_IDENTITY=true ARM_USE_OIDC=true",
		},
		{
			tool: "azcopy", asks: "AZCOPY_AUTO_LOGIN_TYPE=MSI",
			ids: "AZCOPY_MSI_CLIENT_ID AZCOPY_MSI_RESOURCE_STRING AZCOPY_MSI_OBJECT_ID",
		},
		{
			tool: "cluster-autoscaler", asks: "ARM_USE_MANAGED_IDENTITY_EXTENSION", ids: "ARM_USER_ASSIGNED_IDENTITY_ID",
			others: "ARM_USE_WORKLOAD_IDENTITY_EXTENSION=true ARM_USE_FEDERATED_WORKLOAD_IDENTITY_EXTENSION=true",
		},
		{tool: "kubelogin", asks: "AAD_LOGIN_METHOD=msi", ids: "AZURE_CLIENT_ID AAD_SERVICE_PRINCIPAL_CLIENT_ID ARM_CLIENT_ID"},
		{tool: "ansible", asks: "ANSIBLE_AZURE_AUTH_SOURCE=msi", ids: clientIDVariable},
		{
			tool: "blobfuse", asks: "AZURE_STORAGE_AUTH_TYPE=msi",
			ids: "AZURE_STORAGE_IDENTITY_CLIENT_ID AZURE_STORAGE_IDENTITY_RESOURCE_ID AZURE_STORAGE_IDENTITY_OBJECT_ID",
		},
		{
			tool: "rclone", asks: "RCLONE_AZUREBLOB_USE_MSI",
			ids: "RCLONE_AZUREBLOB_MSI_CLIENT_ID RCLONE_AZUREBLOB_MSI_OBJECT_ID RCLONE_AZUREBLOB_MSI_MI_RES_ID",
		},
	}
}

// HasLogin reports whether text may hold a variable that asks for a managed identity.
func HasLogin(text string) bool {
	for _, s := range settings() {
		name, _, _ := strings.Cut(s.asks, "=")
		if strings.Contains(text, name) {
			return true
		}
	}
	return false
}

// LoginVariables lists the variables that say something of how a program of the table logs in.
func LoginVariables() []string {
	var out []string
	for _, s := range settings() {
		for field := range strings.FieldsSeq(s.asks + " " + s.ids + " " + s.others) {
			name, _, _ := strings.Cut(field, "=")
			out = append(out, name)
		}
	}
	return out
}

// ReadVariables tells what variables ask for that a program sees together: those of a step with those of the job around it, say. Of
// two of one name the last counts. What may bring further variables, the caller has to judge.
func ReadVariables(variables []EnvVar) []Login {
	var out []Login
	for _, s := range settings() {
		if login := s.read(variables); login.Verdict != None {
			out = append(out, login)
		}
	}
	return out
}

func (s setting) read(variables []EnvVar) Login {
	name, wanted, ok := strings.Cut(s.asks, "=")
	at := lastOf(variables, name)
	out := Login{Verdict: None, Tool: s.tool, Asks: at, Names: strings.Fields(s.ids)}
	if at < 0 || variables[at].Given {
		return out
	}
	value := string(variables[at].Value)
	if hasHole(value) || ok && !strings.EqualFold(value, wanted) || !ok && !IsTrue(value) {
		return out
	}
	if s.hasOther(variables) {
		return out
	}
	out.Verdict = Absent
	for _, id := range out.Names {
		i := lastOf(variables, id)
		switch {
		case i < 0:
		case variables[i].Given:
			out.Verdict = Present
			return out
		default:
			if v := given(string(variables[i].Value)); v != Empty {
				out.Verdict, out.ID = v, variables[i].Value
				return out
			}
		}
	}
	return out
}

// hasOther reports whether the variables may choose another way to log in.
func (s setting) hasOther(variables []EnvVar) bool {
	for field := range strings.FieldsSeq(s.others) {
		name, _, mustBeTrue := strings.Cut(field, "=")
		i := lastOf(variables, name)
		if i < 0 {
			continue
		}
		v := variables[i]
		value := string(v.Value)
		if v.Given || hasHole(value) || IsTrue(value) || !mustBeTrue && value != "" {
			return true
		}
	}
	return false
}

// lastOf returns the index of the last variable with a name, or -1.
func lastOf(variables []EnvVar, name string) int {
	for i, v := range slices.Backward(variables) {
		if v.Name == name {
			return i
		}
	}
	return -1
}

// IsTrue reports whether text is what strconv.ParseBool and its like take for true.
func IsTrue(text string) bool {
	return slices.Contains([]string{"1", "t", "T", "true", "True", "TRUE"}, text)
}
