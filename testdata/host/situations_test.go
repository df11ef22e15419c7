package host_test

// A situation is a program with the mistake in it, in folder testdata, and what is known of it.
type situation struct {
	program string
	modules string   // the versions that it is built with, in folder versions; "" for the standard library alone
	needs   []string // the commands that it runs
	imports string   // the module that it imports, in Python
	on      platform
	fails   string // the error where two user-assigned identities are and none is named
	rule    string // what whichid reports
	cure    cure
	unset   unset
}

// name tells a situation from all others.
func (s situation) name() string {
	name := s.program
	if s.modules != "" {
		name += "_with_" + s.modules
	}
	if s.on == appService {
		name += "_on_App_Service"
	}
	return name
}

// platform is where a program runs.
type platform int

const (
	machine platform = iota
	appService
)

// cure is how a program comes to name its identity.
type cure int

const (
	mended      cure = iota // by whichid -fix, and AZURE_CLIENT_ID set
	environment             // by AZURE_CLIENT_ID alone: there is nothing in it to mend
	byHand                  // whichid reports it and writes nothing, and AZURE_CLIENT_ID alone does not help
)

// unset is what becomes of a mended program if AZURE_CLIENT_ID is not set.
type unset struct {
	promise string // what the message of the fix says of it
	fails   string // the error, before anything is asked; "" if it asks for no identity by name, as it did before
}

var (
	none    = unset{promise: "an empty one names none"}
	sent    = unset{promise: "azidentity 1.9 and later refuse an empty one when the credential is built"} // these are earlier
	refused = unset{sent.promise, "empty managedidentity.UserAssignedClientID"}
	adal    = unset{"adal refuses an empty one when the token is made", "parameter 'userAssignedID' cannot be empty"}
	keyed   = unset{"an unset one is a KeyError", "KeyError: 'AZURE_CLIENT_ID'"}
	ends    = unset{"the command fails if that is not set", "AZURE_CLIENT_ID: set it to the client ID of the managed identity"}
)

// The errors of the field.
const (
	// How azidentity up to 1.3 and azure-identity for Python, in a chain, say it in their own words.
	noneHere   = "default identity is assigned to this resource"
	unassigned = "The requested identity has not been assigned to this resource"

	several  = "Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request"
	unloaded = "Unable to load the proper Managed Identity."
)

var situations = []situation{
	{program: "azidentity-two", modules: "azidentity-0.11.0", fails: noneHere, rule: "default-credential", cure: environment},
	{program: "azidentity", modules: "azidentity-1.0.0", fails: noneHere, rule: "credential", unset: sent},
	{program: "azidentity", modules: "azidentity-1.8.2", fails: several, rule: "credential", unset: sent},
	{program: "azidentity", modules: "azidentity-1.9.0", fails: several, rule: "credential", unset: refused},
	{program: "azidentity", modules: "azidentity-1.15.0", fails: several, rule: "credential", unset: refused},
	{program: "azidentity", modules: "azidentity-1.0.0", on: appService, fails: unloaded, rule: "credential", unset: sent},
	{program: "azidentity", modules: "azidentity-1.15.0", on: appService, fails: unloaded, rule: "credential", unset: refused},
	{program: "azidentity-options", modules: "azidentity-1.15.0", fails: several, rule: "credential", unset: refused},
	{program: "azidentity-default", modules: "azidentity-1.0.0", fails: noneHere, rule: "default-credential", cure: environment},
	{program: "azidentity-default", modules: "azidentity-1.15.0", fails: several, rule: "default-credential", cure: environment},

	{program: "msal", modules: "msal-1.4.2", fails: several, rule: "system-assigned", cure: byHand},
	{program: "msal", modules: "msal-1.10.1", fails: several, rule: "system-assigned", cure: byHand},

	{program: "adal", modules: "adal-0.1.0", fails: several, rule: "credential", unset: adal},
	{program: "adal", modules: "adal-0.9.24", fails: several, rule: "credential", unset: adal},
	{program: "adal-options", modules: "adal-0.9.24", fails: several, rule: "credential", unset: none},
	{program: "autorest", modules: "auth-0.1.0", fails: several, rule: "credential", unset: none},
	{program: "autorest", modules: "auth-0.5.13", fails: several, rule: "credential", unset: none},
	{program: "autorest-environment", modules: "auth-0.5.13", fails: several, rule: "default-credential", cure: environment},

	{program: "http", fails: several, rule: "imds-url", unset: none},
	{program: "http-values", fails: several, rule: "imds-url", unset: none},
	{program: "http-appservice", on: appService, fails: unloaded, rule: "imds-url", unset: none},
	{program: "exec-curl", needs: []string{"curl"}, fails: several, rule: "command", unset: none},

	{program: "curl", needs: []string{"curl"}, fails: several, rule: "imds-url", unset: ends},
	{program: "curl-data", needs: []string{"bash", "curl"}, fails: several, rule: "imds-url", unset: ends},
	{program: "curl-nested", needs: []string{"bash", "curl"}, fails: several, rule: "imds-url", unset: ends},
	{program: "curl-appservice", needs: []string{"curl"}, on: appService, fails: unloaded, rule: "imds-url", unset: ends},
	{program: "make", needs: []string{"make", "curl"}, fails: several, rule: "imds-url", unset: ends},
	{program: "wget", needs: []string{"wget"}, fails: several, rule: "imds-url", unset: ends},

	{program: "python-azure-identity", imports: "azure.identity", fails: several, rule: "credential", unset: keyed},
	{program: "python-default", imports: "azure.identity", fails: unassigned, rule: "default-credential", cure: environment},
	{program: "python-requests", imports: "requests", fails: several, rule: "imds-url", unset: keyed},
	{program: "python-urllib", imports: "urllib", fails: several, rule: "imds-url", unset: keyed},
}
