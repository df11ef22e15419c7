package identity

import "strings"

// A Sink is one line of the table of known APIs: a function of a library that decides the identity.
type Sink struct {
	Package string // import path
	Name    string // function, or Type.Method
	Params  int    // how many parameters the signature has that is meant; another one is another version's, and left alone
	// Carrier is where the ID travels: "2" is argument 2, "0.ID" field ID of argument 0, "recv.ClientID" field ClientID of the
	// receiver, "1.ClientID|ResourceID" either of two fields, "" nowhere.
	Carrier string
	Rule    string // what an absent ID is
	Type    string // the options type, for a fix that has to write a literal
	Empty   string // what becomes of an ID that is a constant empty string; "" if it is the same as no ID
	Kinds   []Kind // the types that name an identity, the first is the one that every endpoint accepts
	Unset   string // what an ID that turns out empty at run time means, for the message of a fix
	// Instead is the function of the package that takes the client ID as its argument InsteadArgument, for a fix.
	Instead         string
	InsteadArgument int
}

// A Kind is a string type that says which of an identity's names it holds.
type Kind struct {
	Name string // the type, in the sink's package
	Word string // what a variable's name says of such an ID, lower case
}

const (
	azidentity   = "github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	msal         = "github.com/AzureAD/microsoft-authentication-library-for-go/apps/managedidentity"
	adal         = "github.com/Azure/go-autorest/autorest/adal"
	autorestAuth = "github.com/Azure/go-autorest/autorest/azure/auth"
)

const emptyIsNone = "an empty one names none: set it wherever this runs"

// sinks is the table. Every line is checked against the real library by testdata/apis.
//
// azidentity: azidentity@v1.15.0/managed_identity_credential.go (constructor, options, ID kinds; no fallback to the
// environment), azidentity@v1.9.0/CHANGELOG.md (empty IDs are errors), azidentity@v0.11.0/managed_identity_credential.go (the
// ID was argument 0 of two), azidentity@v1.15.0/default_azure_credential.go (no field for the ID, only AZURE_CLIENT_ID).
//
// MSAL: microsoft-authentication-library-for-go@v1.10.1/apps/managedidentity/managedidentity.go (the API asks for a choice).
//
// adal: autorest/adal@v0.9.24/token.go (FromMSI takes no ID; WithUserAssignedID and WithIdentityResourceID refuse an empty
// one; FromManagedIdentity takes none for no ID).
//
// auth: autorest/azure/auth@v0.5.13/auth.go (MSIConfig reads no environment, the authorizers only AZURE_CLIENT_ID).
func sinks() []Sink {
	azidentityKinds := []Kind{{"ClientID", "client"}, {"ResourceID", "resource"}, {"ObjectID", "object"}}
	return []Sink{
		{
			Package: azidentity, Name: "NewManagedIdentityCredential", Params: 1, Carrier: "0.ID", Rule: Credential,
			Type: "ManagedIdentityCredentialOptions", Kinds: azidentityKinds,
			Empty: "azidentity 1.9 and later refuse it, earlier versions send it empty",
			Unset: "azidentity 1.9 and later refuse an empty one when the credential is built",
		},
		{Package: azidentity, Name: "NewDefaultAzureCredential", Params: 1, Rule: DefaultCredential},

		{Package: msal, Name: "SystemAssigned", Params: 0, Rule: SystemAssigned},

		{
			Package: adal, Name: "NewServicePrincipalTokenFromMSI", Params: 3, Rule: Credential,
			Instead: "NewServicePrincipalTokenFromMSIWithUserAssignedID", InsteadArgument: 2,
			Unset: "adal refuses an empty one when the token is made",
		},
		{
			Package: adal, Name: "NewServicePrincipalTokenFromMSIWithUserAssignedID", Params: 4, Carrier: "2", Rule: Credential,
			Empty: "adal refuses it", Unset: "adal refuses an empty one when the token is made",
		},
		{
			Package: adal, Name: "NewServicePrincipalTokenFromMSIWithIdentityResourceID", Params: 4, Carrier: "2", Rule: Credential,
			Empty: "adal refuses it", Unset: "adal refuses an empty one when the token is made",
		},
		{
			Package: adal, Name: "NewServicePrincipalTokenFromManagedIdentity", Params: 3, Carrier: "1.ClientID|IdentityResourceID",
			Rule: Credential, Type: "ManagedIdentityOptions", Unset: emptyIsNone,
		},

		{Package: autorestAuth, Name: "MSIConfig.Authorizer", Params: 0, Carrier: "recv.ClientID", Rule: Credential, Unset: emptyIsNone},
		{Package: autorestAuth, Name: "MSIConfig.ServicePrincipalToken", Params: 0, Carrier: "recv.ClientID", Rule: Credential, Unset: emptyIsNone},
		{Package: autorestAuth, Name: "NewAuthorizerFromEnvironment", Params: 0, Rule: DefaultCredential},
		{Package: autorestAuth, Name: "NewAuthorizerFromEnvironmentWithResource", Params: 1, Rule: DefaultCredential},
		{Package: autorestAuth, Name: "EnvironmentSettings.GetAuthorizer", Params: 0, Rule: DefaultCredential},
	}
}

// A Maker is a function of a library that returns a struct whose ID is not set.
type Maker struct {
	Func
	ID string // the field
}

// makers lists the constructors of options. autorest/azure/auth@v0.5.13/auth.go: NewMSIConfig sets the resource only.
func makers() []Maker {
	return []Maker{{Func{Package: autorestAuth, Name: "NewMSIConfig"}, "ClientID"}}
}

// requesters are the packages whose functions send requests; they matter only where a marker stands too.
func requesters() []string {
	return []string{
		"net/http",
		"github.com/go-resty/resty/v2",
		"resty.dev/v3",
		"github.com/hashicorp/go-retryablehttp",
		"github.com/hashicorp/go-cleanhttp",
		"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime",
		"github.com/Azure/go-autorest/autorest",
	}
}

// A Table is the known APIs, indexed. It is read-only.
type Table struct {
	sinks   map[Func]*Sink
	needs   map[string]Need
	kinds   map[Func]bool
	names   map[string]bool
	makers  map[Func]string
	request *Sink
}

// A Func names a function or a method: the import path, the receiver's type or "", and the name.
type Func struct{ Package, Receiver, Name string }

// NewTable returns the table of known APIs.
func NewTable() *Table {
	t := &Table{
		sinks:   make(map[Func]*Sink),
		needs:   make(map[string]Need),
		kinds:   make(map[Func]bool),
		names:   make(map[string]bool),
		makers:  make(map[Func]string),
		request: &Sink{Rule: IMDSURL, Unset: "the endpoint refuses an ID that the host does not have"},
	}
	for _, path := range requesters() {
		t.needs[path] = NeedMarker
	}
	for _, sink := range sinks() {
		name := sink.Func()
		t.sinks[name] = &sink
		t.names[name.Name] = true
		t.needs[sink.Package] = Relevant
		for _, kind := range sink.Kinds {
			t.kinds[Func{Package: sink.Package, Name: kind.Name}] = true
		}
	}
	for _, maker := range makers() {
		t.makers[maker.Func] = maker.ID
	}
	return t
}

// Func returns the name of the sink's function.
func (s *Sink) Func() Func {
	if receiver, method, ok := strings.Cut(s.Name, "."); ok {
		return Func{Package: s.Package, Receiver: receiver, Name: method}
	}
	return Func{Package: s.Package, Name: s.Name}
}

// Maker returns the ID's field in what a function returns, if the function is known to leave it empty.
func (t *Table) Maker(f Func) (field string, ok bool) {
	field, ok = t.makers[f]
	return field, ok
}

// Sink returns the table's line for a function, or nil.
func (t *Table) Sink(f Func) *Sink { return t.sinks[f] }

// HasName reports whether some function of the table has this name.
func (t *Table) HasName(name string) bool { return t.names[name] }

// Makers returns the constructors of options that leave the ID empty.
func (t *Table) Makers() []Maker { return makers() }

// Sinks returns every line.
func (t *Table) Sinks() []Sink { return sinks() }

// IsKind reports whether a type names an identity in a sink's argument.
func (t *Table) IsKind(name Func) bool { return t.kinds[name] }

// Request returns the line for a request that the program sends by itself: its URL is the carrier.
func (t *Table) Request() *Sink { return t.request }
