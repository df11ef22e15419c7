package identity

// A Sink is one line of the table of known APIs: a function of a library that decides the identity.
type Sink struct {
	Package string // import path
	Name    string // function, or Type.Method
	Params  int    // how many parameters the signature has that is meant; another one is another version's, and left alone
	Carrier string // where the ID travels: "0.ID" is field ID of argument 0, "" nowhere
	Rule    string // what an absent ID is
	Type    string // the options type, for a fix that has to write a literal
	Empty   string // what becomes of an ID that is a constant empty string; "" if it is the same as no ID
	Kinds   []Kind // the types that name an identity, the first is the one that every endpoint accepts
}

// A Kind is a string type that says which of an identity's names it holds.
type Kind struct {
	Name string // the type, in the sink's package
	Word string // what a variable's name says of such an ID, lower case
}

const (
	azidentity = "github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

// sinks is the table. Every line is checked against the real library by testdata/apis.
//
// Facts: azidentity@v1.15.0/managed_identity_credential.go (constructor, options, ID kinds; no fallback to the environment),
// azidentity@v1.9.0/CHANGELOG.md (empty IDs are errors), azidentity@v0.11.0/managed_identity_credential.go (the ID was
// argument 0 of two), azidentity@v1.15.0/default_azure_credential.go (no field for the ID, only AZURE_CLIENT_ID).
func sinks() []Sink {
	azidentityKinds := []Kind{{"ClientID", "client"}, {"ResourceID", "resource"}, {"ObjectID", "object"}}
	return []Sink{
		{
			Package: azidentity, Name: "NewManagedIdentityCredential", Params: 1, Carrier: "0.ID", Rule: Credential,
			Type: "ManagedIdentityCredentialOptions", Kinds: azidentityKinds,
			Empty: "azidentity 1.9 and later refuse it, earlier versions send it empty",
		},
		{Package: azidentity, Name: "NewDefaultAzureCredential", Params: 1, Rule: DefaultCredential},
	}
}

// requesters are the packages whose functions send requests; they matter only where a marker stands too.
func requesters() []string {
	return []string{"net/http"}
}

// A Table is the known APIs, indexed. It is read-only.
type Table struct {
	sinks   map[Func]*Sink
	needs   map[string]Need
	kinds   map[Func]bool
	names   map[string]bool
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
		request: &Sink{Rule: IMDSURL},
	}
	for _, path := range requesters() {
		t.needs[path] = NeedMarker
	}
	for _, sink := range sinks() {
		t.sinks[Func{Package: sink.Package, Name: sink.Name}] = &sink
		t.names[sink.Name] = true
		t.needs[sink.Package] = Relevant
		for _, kind := range sink.Kinds {
			t.kinds[Func{Package: sink.Package, Name: kind.Name}] = true
		}
	}
	return t
}

// Sink returns the table's line for a function, or nil.
func (t *Table) Sink(f Func) *Sink { return t.sinks[f] }

// HasName reports whether some function of the table has this name.
func (t *Table) HasName(name string) bool { return t.names[name] }

// Sinks returns every line.
func (t *Table) Sinks() []Sink { return sinks() }

// IsKind reports whether a type names an identity in a sink's argument.
func (t *Table) IsKind(name Func) bool { return t.kinds[name] }

// Request returns the line for a request that the program sends by itself: its URL is the carrier.
func (t *Table) Request() *Sink { return t.request }
