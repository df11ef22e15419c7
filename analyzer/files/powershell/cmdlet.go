package powershell

import (
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A cmdlet is one line of the table of commands of PowerShell that can ask for a managed identity. Parameters stand in lists with
// spaces, each with its aliases behind |. A parameter that no list names may be a new one that names the identity, so its command is
// not judged.
type cmdlet struct {
	name     string
	aliases  string
	asks     string // the switch that asks for a managed identity
	ids      string // parameters that name the identity; the first takes a client ID
	excludes string // parameters of other ways to log in
	values   string // other parameters with a value
	switches string // other switches
	unset    string // what an ID that is empty at run time means
}

// cmdlets is the table. No variable of the environment names the identity for any of them.
//
// Connect-AzAccount: Azure/azure-powershell@415f91a8 src/Accounts/Accounts/Account/ConnectAzureRmAccount.cs. AccountId is a client ID,
// and must not be empty. -DefaultProfile and -Scope are those of all commands that change the context.
// Connect-AzureRmAccount is the same command of the modules before Az, which are retired.
//
// Connect-MgGraph: microsoftgraph/msgraph-sdk-powershell src/Authentication/Authentication/Cmdlets/ConnectMgGraph.cs. An empty ClientId
// goes on to Azure.Identity, for which it is none.
//
// Connect-ExchangeOnline: MicrosoftDocs/office-docs-powershell exchange/exchange-ps/ExchangePowerShell/Connect-ExchangeOnline.md.
//
// Connect-PnPOnline: pnp/powershell@736deb1d src/Commands/Base/ConnectOnline.cs. The parameters for the ID are mandatory in their sets,
// so that an empty one is refused; -ClientId belongs to the other ways to log in.
//
// Connect-MicrosoftTeams is not here: its documentation has no managed identity
// (https://learn.microsoft.com/powershell/module/teams/connect-microsoftteams).
func cmdlets() []cmdlet {
	az := cmdlet{
		name: "Connect-AzAccount", aliases: "Login-AzAccount Add-AzAccount", asks: "Identity|MSI|ManagedService", ids: "AccountId",
		excludes: "Credential CertificateThumbprint ApplicationId ServicePrincipal AccessToken GraphAccessToken " +
			"MicrosoftGraphAccessToken KeyVaultAccessToken SkipValidation UseDeviceAuthentication|DeviceCode|DeviceAuth|Device " +
			"SendCertificateChain CertificatePath CertificatePassword FederatedToken|ClientAssertion",
		values: "Environment|EnvironmentName Tenant|TenantId|Domain Subscription|SubscriptionName|SubscriptionId " +
			"AuthScope|AuthScopeTypeName ContextName MaxContextPopulation " +
			"DefaultProfile|AzContext|AzureRmContext|AzureCredential Scope ManagedServicePort " +
			"ManagedServiceHostName ManagedServiceSecret",
		switches: "SkipContextPopulation Force", unset: "Connect-AzAccount refuses an empty one",
	}
	rm := az
	rm.name, rm.aliases = "Connect-AzureRmAccount", "Login-AzureRmAccount Add-AzureRmAccount"
	rm.unset = "Connect-AzureRmAccount refuses an empty one"
	return []cmdlet{
		az, rm,
		{
			name: "Connect-MgGraph", aliases: "Connect-Graph", asks: "Identity|ManagedIdentity|ManagedServiceIdentity|MSI",
			ids: "ClientId|AppId|ApplicationId",
			excludes: "Scopes CertificateSubjectName|CertificateSubject|CertificateName CertificateThumbprint Certificate " +
				"ClientSecretCredential|SecretCredential|Credential AccessToken " +
				"UseDeviceCode|UseDeviceAuthentication|DeviceCode|DeviceAuth|Device EnvironmentVariable SendCertificateChain",
			values:   "TenantId|Audience|Tenant ContextScope Environment|EnvironmentName|NationalCloud ClientTimeout",
			switches: "NoWelcome Break", unset: identity.UnsetIsNone,
		},
		{
			name: "Connect-ExchangeOnline", asks: "ManagedIdentity", ids: "ManagedIdentityAccountId",
			excludes: "AccessToken AppId Certificate CertificateFilePath CertificatePassword CertificateThumbprint Credential Device " +
				"InlineCredential UserPrincipalName",
			values: "ConnectionUri AzureADAuthorizationEndpointUri ExchangeEnvironmentName PSSessionOption " +
				"DelegatedOrganization Prefix " +
				"CommandName FormatTypeName EXOModuleBasePath LogDirectoryPath LogLevel Organization PageSize ShowProgress " +
				"SigningCertificate TrackPerformance UseMultithreading ConnectionId",
			switches: "BypassMailboxAnchoring DisableWAM EnableErrorReporting LoadCmdletHelp ShowBanner SkipLoadingCmdletHelp " +
				"SkipLoadingFormatData UseRPSSession",
			unset: "set it wherever this runs",
		},
		{
			name: "Connect-PnPOnline", asks: "ManagedIdentity",
			ids: "UserAssignedManagedIdentityClientId UserAssignedManagedIdentityObjectId|UserAssignedManagedIdentityPrincipalId " +
				"UserAssignedManagedIdentityAzureResourceId",
			excludes: "Connection Credentials CurrentCredentials Realm ClientSecret CreateDrive DriveName DeviceLogin " +
				"ClientId|ApplicationId " +
				"RedirectUri Tenant CertificatePath CertificateBase64Encoded X509KeyStorageFlags CertificatePassword Thumbprint " +
				"TenantAdminUrl FederatedIdentity TransformationOnPrem ForceAuthentication Interactive AccessToken " +
				"EnvironmentVariable AzureADWorkloadIdentity OSLogin PersistLogin",
			values: "Url AzureEnvironment MicrosoftGraphEndPoint AzureADLoginEndPoint", switches: "ReturnConnection ValidateConnection",
			unset: "Connect-PnPOnline refuses an empty one",
		},
	}
}

// Parameters that every command has.
//
// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_commonparameters
const (
	commonValues = "ErrorAction|ea WarningAction|wa InformationAction|infa ProgressAction|proga ErrorVariable|ev WarningVariable|wv " +
		"InformationVariable|iv OutVariable|ov OutBuffer|ob PipelineVariable|pv"
	commonSwitches = "Verbose|vb Debug|db WhatIf|wi Confirm|cf"
)

// cmdletOf returns the line of a command.
func cmdletOf(name string) (cmdlet, bool) {
	if verb, _, _ := strings.Cut(name, "-"); !hasFold([]string{"connect", "login", "add"}, verb) {
		return cmdlet{}, false
	}
	for _, c := range cmdlets() {
		if strings.EqualFold(c.name, name) || hasFold(strings.Fields(c.aliases), name) {
			return c, true
		}
	}
	return cmdlet{}, false
}

func hasFold(list []string, name string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, name) })
}

// resolve returns the full name of a parameter that is written as one of its names, or as the beginning of those of one parameter only.
//
// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parameters
func resolve(name string, lists ...string) string {
	found := ""
	for _, item := range lists {
		for names := range strings.FieldsSeq(item) {
			all := strings.Split(names, "|")
			if hasFold(all, name) {
				return all[0]
			}
			begins := func(s string) bool { return len(s) > len(name) && strings.EqualFold(s[:len(name)], name) }
			switch {
			case name == "" || !slices.ContainsFunc(all, begins):
			case found == "":
				found = all[0]
			default:
				found = "?" // one of several, unless another is it exactly
			}
		}
	}
	if found == "?" {
		return ""
	}
	return found
}

// isIn reports whether a list has a parameter of a full name.
func isIn(list, name string) bool {
	for names := range strings.FieldsSeq(list) {
		if first, _, _ := strings.Cut(names, "|"); first == name {
			return true
		}
	}
	return false
}
