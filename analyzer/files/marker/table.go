package marker

// A row is a word that makes a file worth reading.
type row struct {
	word string // in lower case; a file may have it in any case
	key  string // keyLength bytes of the word, the rarer the better: what the scan looks for
	with string // a word of its own that the file must have as well, or empty
	room string // who looks for it
}

// keyLength is the length of the shortest word.
const keyLength = 5

// table lists what the readers of files look for, so that none misses a file. Where the words come from is said where they are read;
// here they are only a reason to read, and one too many costs the time to parse a file. "msi" is too short and too common (it is
// what Windows calls its installers) to stand alone, and so is az.
func table() []row {
	const (
		urls     = "requests"
		commands = "commands"
		env      = "variables of the environment"
		keys     = "keys of configuration"
		code     = "calls in programs"
		dsns     = "connection strings"
	)
	return []row{
		{word: "oauth2/token", key: "2/tok", room: urls},
		{word: `oauth2\/token`, key: `th2\/`, room: urls}, // as JSON and regular expressions may have it
		{word: "oauth2%2ftoken", key: "2%2ft", room: urls},
		{word: "identity_endpoint", key: "y_end", room: urls},
		{word: "msi_endpoint", key: "i_end", room: urls},

		{word: "login", key: "login", with: "az", room: commands},
		{word: "login", key: "login", with: "azcopy", room: commands},
		{word: "kubelogin", key: "ubelo", room: commands}, // and as the plug-in that a kubeconfig names
		{word: "activedirectory", key: "vedir", with: "sqlcmd", room: commands},
		{word: "azaccount", key: "azacc", room: commands}, // Connect-, Login-, Add-; what is there of Azure in PowerShell
		{word: "azurermaccount", key: "rmacc", room: commands},
		{word: "connect-mggraph", key: "t-mgg", room: commands},
		{word: "connect-graph", key: "t-gra", room: commands}, // its alias
		{word: "connect-exchangeonline", key: "geonl", room: commands},
		{word: "connect-pnponline", key: "t-pnp", room: commands},
		{word: "connect-microsoftteams", key: "softt", room: commands},

		{word: "aad_login_method", key: "d_log", room: env},
		{word: "auto_login_type", key: "o_log", room: env},
		{word: "azure_storage_auth_type", key: "h_typ", room: env},
		{word: "use_msi", key: "use_m", room: env}, // ARM_USE_MSI, RCLONE_…_USE_MSI, and as a key

		{word: "managedidentity", key: "diden", room: keys}, // and in most languages
		{word: "managed_identity", key: "d_ide", room: keys},
		{word: "managed-identity", key: "d-ide", room: keys}, // and as a flag
		{word: "managed identity", key: "d ide", room: dsns},
		{word: "managed_service_identity", key: "e_ide", room: code},
		{word: "userassignedidentityid", key: "tityi", room: keys},
		{word: "user_assigned_identity_id", key: "tity_", room: keys},
		{word: "auth-type", key: "th-ty", with: "identity", room: keys}, // of azure/login
		{word: "azuredns", key: "uredn", room: keys},
		{word: "auth_source", key: "h_sou", room: keys},
		{word: "azstorage", key: "azsto", room: keys},
		{word: "azurestorageauthtype", key: "eauth", room: keys},
		{word: "assignedmsi", key: "edmsi", room: keys},
		{word: "azurekeyvault", key: "ekeyv", room: keys},
		{word: "azure-arm", key: "e-arm", room: keys},
		{word: "azure-chroot", key: "e-chr", room: keys},
		{word: "storage_account", key: "e_acc", with: "azure", room: keys}, // of an object store
		{word: "account_name", key: "t_nam", with: "azure", room: keys},
		{word: "dapr.io", key: "dapr.", with: "azure", room: keys},
		{word: "azure_cloud_name", key: "oud_n", room: keys},
		{word: "inputs.sqlserver", key: "s.sql", room: keys},

		{word: "defaultazurecredential", key: "azure", room: code},
		{word: "msiauthentication", key: "msiau", room: code},
		{word: "msicredentials", key: "msicr", room: code},
		{word: "vmmsi", key: "vmmsi", room: code},
		{word: "msivmtoken", key: "msivm", room: code},
		{word: "azureservicetokenprovider", key: "rvice", room: code},

		{word: "fedauth", key: "edaut", room: dsns},
		{word: "directorymsi", key: "rymsi", room: dsns},
		{word: "directory msi", key: "y msi", room: dsns},
		{word: "activedirectorydefault", key: "rydef", room: dsns},
		{word: "active directory default", key: "y def", room: dsns},

		{word: "whichid", key: "hichi", room: "directives"},
	}
}
