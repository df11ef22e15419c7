package marker

import "slices"

// A row is a word that makes a file worth reading.
type row struct {
	word string // in lower case; a file may have it in any case
	key  string // keyLength bytes of the word, the rarer the better: what the scan looks for
	with string // a word of its own that the file must have as well, or empty
	room Room   // who looks for it
}

// A Room is what readers look for.
type Room string

// The rooms.
const (
	Requests   Room = "requests"
	Commands   Room = "commands"
	Variables  Room = "variables of the environment"
	Keys       Room = "keys of configuration"
	Code       Room = "calls in programs"
	Strings    Room = "connection strings"
	Directives Room = "directives"
)

// keyLength is the length of the shortest word.
const keyLength = 5

// table lists what the readers of files look for, so that none misses a file. Where the words come from is said where they are read;
// here they are only a reason to read, and one too many costs the time to parse a file. "msi" is too short and too common (it is
// what Windows calls its installers) to stand alone, and so is az.
func table() []row {
	return []row{
		{word: "oauth2/token", key: "2/tok", room: Requests},
		{word: `oauth2\/token`, key: `th2\/`, room: Requests}, // as JSON and regular expressions may have it
		{word: "oauth2%2ftoken", key: "2%2ft", room: Requests},
		{word: "identity_endpoint", key: "y_end", room: Requests},
		{word: "msi_endpoint", key: "i_end", room: Requests},

		{word: "login", key: "login", with: "az", room: Commands},
		{word: "login", key: "login", with: "azcopy", room: Commands},
		{word: "kubelogin", key: "ubelo", room: Commands}, // and as the plug-in that a kubeconfig names
		{word: "activedirectory", key: "vedir", with: "sqlcmd", room: Commands},
		{word: "azaccount", key: "azacc", room: Commands}, // Connect-, Login-, Add-; what is there of Azure in PowerShell
		{word: "azurermaccount", key: "rmacc", room: Commands},
		{word: "connect-mggraph", key: "t-mgg", room: Commands},
		{word: "connect-graph", key: "t-gra", room: Commands}, // its alias
		{word: "connect-exchangeonline", key: "geonl", room: Commands},
		{word: "connect-pnponline", key: "t-pnp", room: Commands},
		{word: "connect-microsoftteams", key: "softt", room: Commands},

		{word: "aad_login_method", key: "d_log", room: Variables},
		{word: "auto_login_type", key: "o_log", room: Variables},
		{word: "azure_storage_auth_type", key: "h_typ", room: Variables},
		{word: "use_msi", key: "use_m", room: Variables}, // ARM_USE_MSI, RCLONE_…_USE_MSI, and as a key

		{word: "managedidentity", key: "diden", room: Keys}, // and in most languages
		{word: "managed_identity", key: "d_ide", room: Keys},
		{word: "managed-identity", key: "d-ide", room: Keys}, // and as a flag
		{word: "managed identity", key: "d ide", room: Strings},
		{word: "managed_service_identity", key: "e_ide", room: Code},
		{word: "userassignedidentityid", key: "tityi", room: Keys},
		{word: "user_assigned_identity_id", key: "tity_", room: Keys},
		{word: "auth-type", key: "th-ty", with: "identity", room: Keys}, // of azure/login
		{word: "azuredns", key: "uredn", room: Keys},
		{word: "auth_source", key: "h_sou", room: Keys},
		{word: "azstorage", key: "azsto", room: Keys},
		{word: "azurestorageauthtype", key: "eauth", room: Keys},
		{word: "assignedmsi", key: "edmsi", room: Keys},
		{word: "azurekeyvault", key: "ekeyv", room: Keys},
		{word: "azure-arm", key: "e-arm", room: Keys},
		{word: "azure-chroot", key: "e-chr", room: Keys},
		{word: "storage_account", key: "e_acc", with: "azure", room: Keys}, // of an object store
		{word: "account_name", key: "t_nam", with: "azure", room: Keys},
		{word: "dapr.io", key: "dapr.", with: "azure", room: Keys},
		{word: "azure_cloud_name", key: "oud_n", room: Keys},
		{word: "inputs.sqlserver", key: "s.sql", room: Keys},

		{word: "managedidentitycredential", key: "ycred", room: Code},
		{word: "defaultazurecredential", key: "azure", room: Code},
		{word: "msiauthentication", key: "msiau", room: Code},
		{word: "msicredentials", key: "msicr", room: Code},
		{word: "vmmsi", key: "vmmsi", room: Code},
		{word: "msivmtoken", key: "msivm", room: Code},
		{word: "azureservicetokenprovider", key: "rvice", room: Code},

		{word: "fedauth", key: "edaut", room: Strings},
		{word: "directorymsi", key: "rymsi", room: Strings},
		{word: "directory msi", key: "y msi", room: Strings},
		{word: "activedirectorydefault", key: "rydef", room: Strings},
		{word: "active directory default", key: "y def", room: Strings},

		{word: "whichid", key: "hichi", room: Directives},
	}
}

// Words lists the words of all rooms, in lower case.
func Words() []string {
	var words []string
	for _, r := range table() {
		words = append(words, r.word)
	}
	slices.Sort(words)
	return slices.Compact(words)
}
