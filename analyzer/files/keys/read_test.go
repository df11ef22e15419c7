package keys_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/keys"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/files/yaml"
	"github.com/whichid/whichid/analyzer/identity"
)

// reading reads YAML within YAML.
func reading(depth int) site.Reading {
	return site.Reading{
		Variable: "AZURE_CLIENT_ID",
		Text: func(l site.Language, t excerpt.Text) []site.Site {
			if depth == 0 || l != site.YAML {
				return nil
			}
			return read(t, depth-1)
		},
	}
}

func read(t excerpt.Text, depth int) []site.Site {
	var out []site.Site
	for _, doc := range yaml.Parse(t) {
		out = append(out, keys.Read(doc, reading(depth))...)
	}
	return out
}

// found lists what is found in a file: the rule, but for manifest, and what is reported.
func found(src string) string {
	var out []string
	for _, s := range read(excerpt.File(src), 3) {
		start, end := s.At.Span()
		line := src[start:end]
		if s.Verdict == identity.Ignored || s.Verdict == identity.Empty {
			s.Rule = identity.IgnoredID
		}
		if s.Rule != "manifest" {
			line = s.Rule + ": " + line
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

// resource writes a resource of Kubernetes.
func resource(kind, api, spec string) string {
	return fmt.Sprintf("apiVersion: %s\nkind: %s\nmetadata:\n  name: a\nspec:\n%s", api, kind, spec)
}

func class(parameters string) string {
	return resource("SecretProviderClass", "secrets-store.csi.x-k8s.io/v1", "  provider: azure\n  parameters:\n"+parameters)
}

func issuer(dns string) string {
	return resource("ClusterIssuer", "cert-manager.io/v1", "  acme:\n    solvers:\n    - dns01:\n        azureDNS:\n          hostedZoneName: a\n"+dns)
}

func store(azurekv string) string {
	return resource("SecretStore", "external-secrets.io/v1", "  provider:\n    azurekv:\n      vaultUrl: a\n"+azurekv)
}

func component(metadata string) string {
	return resource("Component", "dapr.io/v1alpha1", "  type: secretstores.azure.keyvault\n  metadata:\n  - name: vaultName\n    value: a\n"+metadata)
}

func TestReadKubernetes(t *testing.T) {
	t.Parallel()
	const vm = "    useVMManagedIdentity: \"true\"\n"
	for src, want := range map[string]string{
		class(vm): `useVMManagedIdentity: "true"`,
		class(vm + "    userAssignedIdentityID: \"\"\n"):                                                       `useVMManagedIdentity: "true"`,
		class(vm + "    userAssignedIdentityID:\n"):                                                            `useVMManagedIdentity: "true"`,
		class(vm + "    userAssignedIdentityID: x\n"):                                                          "",
		class(vm + "    userAssignedIdentityID: {{ .Values.id }}\n"):                                           "",
		class(vm + "    {{- if .Values.id }}\n    userAssignedIdentityID: {{ .Values.id }}\n    {{- end }}\n"): "",
		class(vm + "    {{- include \"ids\" . | nindent 4 }}\n"):                                               "",
		class(vm + "    clientID: x\n"):                                                                        "ignored-id: clientID: x",
		class(vm + "    clientID: \"\"\n"):                                                                     `useVMManagedIdentity: "true"`,
		class(vm + "    clientID: x\n    userAssignedIdentityID: x\n"):                                         "",
		class(vm + "    userAssignedIdentityId: x\n"):                                                          `useVMManagedIdentity: "true"`, // keys have their letter case
		class(vm + "    usePodIdentity: \"true\"\n"):                                                           "",
		class(vm + "    usePodIdentity: \"false\"\n"):                                                          `useVMManagedIdentity: "true"`,
		class("    useVMManagedIdentity: \"false\"\n"):                                                         "",
		class("    useVMManagedIdentity: {{ .Values.vm }}\n"):                                                  "",
		class("    # useVMManagedIdentity: \"true\"\n    clientID: x\n"):                                       "",
		strings.Replace(class(vm), "kind: SecretProviderClass", "kind: Other", 1):                              "",
		"items:\n- " + strings.ReplaceAll(class(vm), "\n", "\n  "):                                             `useVMManagedIdentity: "true"`,

		issuer(""): "default-credential: azureDNS",
		issuer("          clientID: x\n          clientSecretSecretRef: {}\n"): "",
		issuer("          managedIdentity:\n            clientID: x\n"):        "",
		issuer("          managedIdentity:\n            resourceID: x\n"):      "",
		issuer("          managedIdentity: {}\n"):                              "default-credential: azureDNS",

		store("      authType: ManagedIdentity\n"):                                                                  "authType: ManagedIdentity",
		store("      authType: ManagedIdentity\n      identityId: x\n"):                                             "",
		store("      authType: ManagedIdentity\n      identityId: \"\"\n"):                                          "authType: ManagedIdentity",
		store("      authType: WorkloadIdentity\n"):                                                                 "",
		store("      authType: ManagedIdentity\n      {% if x %}\n      identityId: {{ x }}\n      {% endif %}\n"):  "",
		resource("ACRAccessToken", "generators.external-secrets.io/v1alpha1", "  auth:\n    managedIdentity: {}\n"): "managedIdentity",

		resource("AzureClusterIdentity", "infrastructure.cluster.x-k8s.io/v1beta1", "  type: UserAssignedMSI\n  clientID: \"\"\n"):  "ignored-id: type: UserAssignedMSI",
		resource("AzureClusterIdentity", "infrastructure.cluster.x-k8s.io/v1beta1", "  type: UserAssignedMSI\n  resourceID: x\n"):   "ignored-id: resourceID: x",
		resource("AzureClusterIdentity", "infrastructure.cluster.x-k8s.io/v1beta1", "  type: UserAssignedMSI\n  clientID: ${ID}\n"): "",
		resource("AzureClusterIdentity", "infrastructure.cluster.x-k8s.io/v1beta1", "  type: WorkloadIdentity\n"):                   "",

		component(""): "default-credential: type: secretstores.azure.keyvault",
		component("  - name: azureClientId\n    value: x\n"):                                             "",
		component("  - name: spnclientid\n    value: x\n"):                                               "",
		component("  - name: azureClientSecret\n    secretKeyRef:\n      name: x\n"):                     "",
		component("  - name: azureAuthMethods\n    value: mi\n"):                                         "azureAuthMethods\n    value: mi",
		component("  - name: azureAuthMethods\n    value: wi\n"):                                         "",
		component("  - name: azureAuthMethods\n    value: wi,mi\n"):                                      "",
		component("  - name: azureAuthMethods\n    value: mi\n  - name: azureClientId\n    envRef: X\n"): "",
		component("{{- range .Values.more }}\n  - name: {{ .name }}\n    value: y\n{{- end }}\n"):        "",
	} {
		if got := found(src); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", src, got, want)
		}
	}
}

func TestReadConfiguration(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		`{"useManagedIdentityExtension": true}`:                                                                 `useManagedIdentityExtension": true`,
		`{"useManagedIdentityExtension": true, "userAssignedIdentityID": ""}`:                                   `useManagedIdentityExtension": true`,
		`{"useManagedIdentityExtension": true, "userAssignedIdentityID": "x"}`:                                  "",
		`{"useManagedIdentityExtension": true, "userassignedidentityid": "x"}`:                                  "",
		`{"useManagedIdentityExtension": true, "userAssignedIdentityID": "$ID"}`:                                "",
		`{"useManagedIdentityExtension": true, "aadClientId": "msi", "aadClientSecret": "msi"}`:                 `useManagedIdentityExtension": true`,
		`{"useManagedIdentityExtension": true, "aadClientId": "x", "aadClientSecret": "y"}`:                     "",
		`{"useManagedIdentityExtension": true, "useWorkloadIdentityExtension": true}`:                           "",
		`{"useManagedIdentityExtension": false}`:                                                                "",
		"kind: Secret\nstringData:\n  azure.json: |\n    {\"useManagedIdentityExtension\": true}\n":             `useManagedIdentityExtension": true`,
		"kind: Secret\nstringData:\n  azure.json: '{\"useManagedIdentityExtension\": true}'\n":                  `useManagedIdentityExtension": true`,
		"kind: ConfigMap\ndata:\n  p.yml: |\n    remote_write:\n    - azuread:\n        managed_identity: {}\n": "managed_identity",

		"remote_write:\n- azuread:\n    managed_identity:\n      client_id:\n":          "managed_identity",
		"remote_write:\n- azuread:\n    managed_identity:\n      client_id: x\n":        "",
		"remote_write:\n- azuread:\n    managed_identity:\n      client_id: \"\"\n":     "managed_identity",
		"remote_write:\n- azuread:\n    managed_identity:\n":                            "",
		"remote_write:\n- azuread:\n    oauth:\n      client_id: x\n":                   "",
		"remoteWrite:\n- azureAd:\n    managedIdentity: {}\n":                           "managedIdentity",
		"azure_sd_configs:\n- authentication_method: ManagedIdentity\n":                 "authentication_method: ManagedIdentity",
		"azure_sd_configs:\n- authentication_method: ManagedIdentity\n  client_id: x\n": "",
		"azure_sd_configs:\n- authentication_method: SDK\n":                             "",

		"type: AZURE\nconfig:\n  storage_account: a\n  container: b\n":                                     "default-credential: type: AZURE",
		"type: AZURE\nconfig:\n  storage_account: a\n  storage_account_key: b\n":                           "",
		"type: AZURE\nconfig:\n  storage_account: a\n  user_assigned_id: b\n":                              "",
		"storage:\n  azure:\n    account_name: a\n    container_name: b\n    use_managed_identity: true\n": "use_managed_identity: true",
		"storage:\n  azure:\n    use_managed_identity: true\n    user_assigned_id: ${ID}\n":                "",
		"storage:\n  azure:\n    use_managed_identity: true\n    use_federated_token: true\n":              "",
		"storage:\n  azure:\n    use_managed_identity: false\n":                                            "",
		"extensions:\n  azureauth/one:\n    managed_identity: {}\n":                                        "managed_identity",
		"azstorage:\n  mode: MSI\n":             "mode: MSI",
		"azstorage:\n  mode: msi\n  resid: x\n": "",
		"azstorage:\n  mode: key\n":             "",
		"azureUseManagedIdentityExtension: true\nazureUserAssignedIdentityID: \"\"\n": "azureUseManagedIdentityExtension: true",

		"steps:\n- uses: Azure/login@v2\n  with:\n    auth-type: identity\n":                                   "auth-type: identity",
		"steps:\n- uses: azure/login@v2\n  with:\n    auth-type: IDENTITY\n    client-id: \"\"\n":              "auth-type: IDENTITY",
		"steps:\n- uses: azure/login@v2\n  with:\n    auth-type: IDENTITY\n    client-id: ${{ secrets.ID }}\n": "",
		"steps:\n- uses: azure/login@v2\n  with:\n    client-id: ${{ secrets.ID }}\n":                          "",
		"steps:\n- uses: azure/login@v2\n  with:\n    auth-type: ${{ inputs.type }}\n":                         "",
		"steps:\n- uses: other/login@v2\n  with:\n    auth-type: IDENTITY\n":                                   "",
		"- azure.azcollection.azure_rm_resourcegroup:\n    name: a\n    auth_source: msi\n":                    "auth_source: msi",
		"plugin: azure.azcollection.azure_rm\nauth_source: msi\nclient_id: \"{{ id }}\"\n":                     "",
		"plugin: azure.azcollection.azure_rm\nauth_source: cli\n":                                              "",

		`{"builders": [{"type": "azure-arm", "location": "a"}]}`:                           `type": "azure-arm"`,
		`{"builders": [{"type": "azure-arm", "client_id": "{{user ` + "`id`" + `}}"}]}`:    "",
		`{"builders": [{"type": "azure-arm", "client_secret": "{{user ` + "`s`" + `}}"}]}`: "",
		`{"builders": [{"type": "amazon-ebs"}]}`:                                           "",
		`{"provider": {"azurerm": [{"features": {}, "use_msi": true}]}}`:                   `use_msi": true`,
		`{"terraform": {"backend": {"azurerm": {"use_msi": true, "client_id": "x"}}}}`:     "",

		"db: Server=tcp:a,1433;Authentication=Active Directory Managed Identity\n":              "dsn: Server=tcp:a,1433;Authentication=Active Directory Managed Identity",
		"db: Server=tcp:a;Authentication=Active Directory Managed Identity;User Id={{ .id }}\n": "",
		"db: sqlserver://a?fedauth=ActiveDirectoryMSI&database=app\n":                           "dsn: sqlserver://a?fedauth=ActiveDirectoryMSI&database=app",
		"db: Server=tcp:a;Authentication=Active Directory Default\n":                            "default-credential: Server=tcp:a;Authentication=Active Directory Default",
		"text: set Authentication=Active Directory Managed Identity in the string\n":            "",
	} {
		if got := found(src); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", src, got, want)
		}
	}
}

// A message names what asks, and the key that would name the identity.
func TestMessages(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		class("    useVMManagedIdentity: \"true\"\n"): "SecretProviderClass with useVMManagedIdentity names no identity in userAssignedIdentityID: " +
			"it works while the host has exactly one managed identity",
		class("    useVMManagedIdentity: \"true\"\n    clientID: x\n"): "SecretProviderClass with useVMManagedIdentity does not read clientID: " +
			"userAssignedIdentityID names the identity",
		"env:\n  ARM_USE_MSI: true\n": "ARM_USE_MSI without ARM_CLIENT_ID names no identity: it works while the host has exactly one managed identity",
	} {
		sites := read(excerpt.File(src), 0)
		if len(sites) != 1 || sites[0].Message != want {
			t.Errorf("%s\n%+v", src, sites)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	src := strings.Repeat(class("    useVMManagedIdentity: \"true\"\n    userAssignedIdentityID: x\n")+"---\n", 100)
	docs := yaml.Parse(excerpt.File(src))
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		for _, doc := range docs {
			keys.Read(doc, site.Reading{})
		}
	}
}
