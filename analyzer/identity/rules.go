package identity

// Names of the rules.
const (
	Credential        = "credential"
	IMDSURL           = "imds-url"
	DSNRule           = "dsn"
	CommandRule       = "command"
	IgnoredID         = "ignored-id"
	ConditionalID     = "conditional-id"
	DefaultCredential = "default-credential"
	SystemAssigned    = "system-assigned"
	NoSelector        = "no-selector"
	HardcodedID       = "hardcoded-id"
	Manifest          = "manifest"
	DirectiveRule     = "directive"
)

// A Rule is one kind of mistake. The texts are what `whichid help` and the README show.
type Rule struct {
	Name    string
	Default bool   // reported unless disabled
	Reports string // one line: what is reported
	Why     string // what goes wrong
	Bad     string // an example that is reported
	Good    string // its cure
	Fix     string // what a fix does, or nothing if there is none
	NoFix   string // where there is none, or why
	Meant   string // how to say that the code is meant as it is
}

const meant = "//whichid:system-assigned -- REASON, on the line or above the statement"

// Rules returns every rule, in the order of the documentation.
func Rules() []Rule {
	return []Rule{
		{
			Name:    Credential,
			Default: true,
			Reports: "an SDK credential built with no identity ID on any path",
			Why: "The host picks the identity. The code works while the host has exactly one managed identity; once an add-on or a " +
				"policy attaches a second one, token requests fail with \"Multiple user assigned identities exist\" or " +
				"\"Identity not found\", up to a day later, when the cached token ends. If a system-assigned identity is switched on " +
				"instead, nothing fails and the code silently becomes another principal.",
			Bad:   `cred, err := azidentity.NewManagedIdentityCredential(nil)`,
			Good:  `cred, err := azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(os.Getenv("AZURE_CLIENT_ID"))})`,
			Fix:   "reads the ID from configuration (see -id), and imports what that needs",
			NoFix: "where the library's options have no field for an ID",
			Meant: meant,
		},
		{
			Name:    IMDSURL,
			Default: true,
			Reports: "a token request to the metadata endpoint with none of `client_id`, `object_id`, `principal_id`, `msi_res_id`, `mi_res_id`",
			Why: "The metadata endpoint answers for the system-assigned identity if there is one, else for the only user-assigned one, " +
				"else with status 400. Adding an identity to the host changes or breaks the answer.",
			Bad:   `http.NewRequest("GET", "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net", nil)`,
			Good:  `http.NewRequest("GET", "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net&client_id="+os.Getenv("AZURE_CLIENT_ID"), nil)`,
			Fix:   "adds the client ID to the query, read from configuration (see -id)",
			NoFix: "where the query is put together in more than one place",
			Meant: meant,
		},
		{
			Name:    DSNRule,
			Default: true,
			Reports: "a connection string for SQL Server with managed identity and no ID key that the driver reads",
			Why: "go-mssqldb takes the ID from `user id` (or `resource id`). Without one the host picks the identity, with all that " +
				"follows from it: see credential.",
			Bad:   `sql.Open("azuresql", "server=db.example.com;database=app;fedauth=ActiveDirectoryManagedIdentity")`,
			Good:  `sql.Open("azuresql", "server=db.example.com;database=app;fedauth=ActiveDirectoryManagedIdentity;user id="+os.Getenv("AZURE_CLIENT_ID"))`,
			Fix:   "adds the ID to the connection string under the key that the driver reads (see -id)",
			NoFix: "where the string has no certain end",
			Meant: meant,
		},
		{
			Name:    CommandRule,
			Default: true,
			Reports: "a command that logs in with a managed identity and names none: `az login --identity`, `azcopy login --identity`, …",
			Why: "The tool asks the host for whatever identity it has, with all that follows from it: see credential. No variable of the " +
				"environment names the identity for az, azcopy and azd.",
			Bad:   `exec.Command("az", "login", "--identity")`,
			Good:  `exec.Command("az", "login", "--identity", "--client-id", os.Getenv("AZURE_CLIENT_ID"))`,
			Fix:   "adds the flag of the tool with the ID, read from configuration (see -id)",
			NoFix: "where the tool takes no ID, or the words of the command are put together elsewhere",
			Meant: meant,
		},
		{
			Name:    Manifest,
			Default: true,
			Reports: "configuration that turns managed identity on and names none: `useVMManagedIdentity`, `use_msi`, `auth-type: IDENTITY`, …",
			Why: "The component asks the host for whatever identity it has, with all that follows from it: see credential. An AKS add-on is " +
				"enough to break every one of them.",
			Bad:   "parameters:\n  useVMManagedIdentity: \"true\"",
			Good:  "parameters:\n  useVMManagedIdentity: \"true\"\n  userAssignedIdentityID: 4e0b7a4c-3c1e-4e0b-9c55-1f0a6d3e2b11",
			Fix:   "writes the key of the ID, where the format has a value that is safe for it",
			NoFix: "where it has none: an ID of yours cannot be guessed, so the message names the key",
			Meant: "#whichid:system-assigned -- REASON, on the line or above the key",
		},
		{
			Name:    IgnoredID,
			Default: true,
			Reports: "an ID that the library or tool ignores or refuses: a constant empty ID, `clientid` on the metadata endpoint, " +
				"a key of a connection string that is not read, `az login --identity --username`",
			Why: "The code looks as if it named an identity and does not. azidentity 1.9 and later refuse an empty ID when the " +
				"credential is built; earlier versions send it, empty, to the endpoint. The metadata endpoint reads client_id, not clientid. " +
				"go-mssqldb reads the ID from the key `user id` only, and drops it where fedauth is ActiveDirectoryDefault or in another letter " +
				"case. az refuses --username with --identity since 2.73.",
			Bad:   `opts.ID = azidentity.ClientID("")`,
			Good:  `opts.ID = azidentity.ClientID(os.Getenv("AZURE_CLIENT_ID"))`,
			Fix:   "gives the ID in the way that is read, or reads it from configuration (see -id) where it is empty",
			NoFix: "where the ID that is given is not certain",
			Meant: "//whichid:ignore ignored-id -- REASON",
		},
		{
			Name:    ConditionalID,
			Reports: "an ID that is set on some paths only, or not given in the branch for an empty setting",
			Why: "Where the setting is empty, the host picks the identity, with all that follows from it. Off by default: the code does " +
				"offer the choice, the deployment has to make it.",
			Bad:   "opts := &azidentity.ManagedIdentityCredentialOptions{}\nif id != \"\" {\n\topts.ID = azidentity.ClientID(id)\n}\ncred, err := azidentity.NewManagedIdentityCredential(opts)",
			Good:  "opts := &azidentity.ManagedIdentityCredentialOptions{ID: azidentity.ClientID(id)}\ncred, err := azidentity.NewManagedIdentityCredential(opts)",
			NoFix: "the deployment has to choose",
			Meant: meant,
		},
		{
			Name:    DefaultCredential,
			Reports: "a default chain of credentials: only `AZURE_CLIENT_ID` in the environment can name the identity",
			Why: "The chain may end in a managed identity, and its options have no field for the ID. Unless the deployment sets " +
				"AZURE_CLIENT_ID, the host picks the identity.",
			Bad:   `cred, err := azidentity.NewDefaultAzureCredential(nil)`,
			Good:  "set AZURE_CLIENT_ID in every deployment, or build the credential that is meant: azidentity.NewManagedIdentityCredential with an ID",
			Fix:   "gives the client ID to a library or tool that takes one for its chain",
			NoFix: "where it takes none, as azidentity's options",
			Meant: "//whichid:ignore default-credential -- REASON",
		},
		{
			Name:    SystemAssigned,
			Reports: "a choice of the system-assigned identity spelled out in code",
			Why: "The request is the same as one that names nothing. It is right as long as the host has a system-assigned identity; " +
				"where it has none, the code gets the only user-assigned one, and fails at the second.",
			Bad:   "func systemAssignedCredential() (azcore.TokenCredential, error) {\n\treturn azidentity.NewManagedIdentityCredential(nil)\n}",
			Good:  "name a user-assigned identity, or write down that the system-assigned one is meant",
			NoFix: "only you know which identity is meant",
			Meant: meant,
		},
		{
			Name:    NoSelector,
			Reports: "a request by a library that offers no way to name an identity",
			Why: "The call asks for a token of whichever identity the host picks, and no option, field or variable of the environment " +
				"changes that. It is right as long as the host has one identity, or the system-assigned one is meant.",
			Bad:   `method, err := azure.NewAzureAuth("app-role")`,
			Good:  "keep the host to one identity, or take the token yourself and hand it to the library",
			NoFix: "the library offers no way",
			Meant: "//whichid:ignore no-selector -- REASON",
		},
		{
			Name:    HardcodedID,
			Reports: "an ID that is a literal GUID or resource ID in code instead of configuration",
			Why:     "The same code then asks for the same identity in every environment, and a new identity needs a new release.",
			Bad:     `opts.ID = azidentity.ClientID("4e0b7a4c-3c1e-4e0b-9c55-1f0a6d3e2b11")`,
			Good:    `opts.ID = azidentity.ClientID(os.Getenv("AZURE_CLIENT_ID"))`,
			NoFix:   "only you know what sets the ID",
			Meant:   "//whichid:ignore hardcoded-id -- REASON",
		},
		{
			Name:    DirectiveRule,
			Default: true,
			Reports: "a whichid directive without a reason, with an unknown word, or one that silences nothing",
			Why:     "A directive that does not work looks like one that does, and one that is no longer needed hides the next mistake.",
			Bad:     `//whichid:system-asigned`,
			Good:    `//whichid:system-assigned -- the VM has one and no other identity has access to the vault`,
			NoFix:   "only you know the reason",
			Meant:   "remove or correct the directive",
		},
	}
}
