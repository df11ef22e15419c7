package identity

import (
	"slices"
	"strings"
)

// A tool is one line of the table of commands that can ask for a managed identity. Flags stand in lists with spaces. A flag
// that no list names may be a new one that names the identity, so its command is not judged.
type tool struct {
	name      string // the program and its subcommands
	ask       string // flags that ask for a managed identity, those with a value as --flag=value
	byDefault string // the same for a default chain of credentials
	ids       string // flags that name the identity, each with which of its names it takes
	refuses   string // flags that look as if they named it, and are refused
	excludes  string // flags that choose another way to log in, those with a value as --flag=
	values    string // other flags with a value
	switches  string // other flags without

	prefixes    bool   // a beginning of a long flag that fits one is that flag
	foldsValues bool   // values are compared without regard to letter case
	env         string // the variables of the environment that name the identity where no flag does, the usual one first
}

// tools is the table.
//
// az: Azure/azure-cli src/azure-cli/azure/cli/command_modules/profile/custom.py and __init__.py at 2.91 (login: --username
// with --identity is an error since 2.73, so are --password, --service-principal and --tenant), core/_profile.py (parse_ids takes
// an empty ID for none), argparse for prefixes.
//
// azcopy: Azure/azure-storage-azcopy@595529da, the files login.go and root.go of cmd.
//
// kubelogin: Azure/kubelogin@04e00a93 pkg/internal/token/options.go (UpdateFromEnv reads AZURE_CLIENT_ID).
//
// azd: Azure/azure-dev@01246447 cli/azd/cmd/auth_login.go (without --client-id the system-assigned identity).
//
// sqlcmd: microsoft/go-sqlcmd@a9e3ab59 cmd/sqlcmd/sqlcmd.go:432-519,760 (the flags; without -U the user name is SQLCMDUSER, unless
// -X is given), pkg/sqlcmd/connect.go:129 (for a managed identity the user name goes into the connection string, for the chain it
// does not). -N, -r, -k, -L and -X may stand without their value: where that is what follows, the command is not judged.
func tools() []tool {
	return []tool{
		{
			name: "az login", ask: "-i --identity", prefixes: true,
			ids:     "client:--client-id resource:--resource-id object:--object-id",
			refuses: "-u --username", excludes: "-p= --password= --service-principal -t= --tenant= --use-device-code -h --help",
			values:   "-o --output --query --scope --claims-challenge --certificate --federated-token",
			switches: "--allow-no-subscriptions --use-cert-sn-issuer --debug --verbose --only-show-errors",
		},
		{
			name: "azcopy login", ask: "--identity --login-type=MSI", foldsValues: true,
			ids:      "client:--identity-client-id resource:--identity-resource-id object:--identity-object-id",
			excludes: "--service-principal -h --help", values: "--tenant-id --aad-endpoint --application-id --certificate-path " +
				"--cap-mbps --output-type --output-level --log-level --trusted-microsoft-suffixes",
			switches: "--skip-version-check --check-version",
		},
		kubelogin("convert-kubeconfig"),
		kubelogin("get-token"),
		{
			name: "azd auth login", ask: "--managed-identity", ids: "client:--client-id",
			excludes: "--check-status --client-secret= --client-certificate= --federated-credential-provider= -h --help",
			values:   "--tenant-id --scope --redirect-port -C --cwd -e --environment", switches: "--debug --no-prompt --browser",
		},
		{
			name: "sqlcmd", env: "SQLCMDUSER", ids: "client:-U client:--user-name",
			excludes:  "-P= --password= -G --use-aad -E --use-trusted-connection -? --help",
			ask:       "--authentication-method=ActiveDirectoryManagedIdentity --authentication-method=ActiveDirectoryMSI",
			byDefault: "--authentication-method=ActiveDirectoryDefault",
			values: "-S --server -d --database-name -Q --query -q --initial-query -i --input-file -o --output-file -v --variables -l " +
				"--login-timeOut -t --query-timeout -h --headers -s --column-separator -w --screen-width -a --packet-size " +
				"-N --encrypt-connection -F --host-name-in-certificate -J --server-certificate -H --workstation-name",
			switches: "-b --exit-on-error -C --trust-server-certificate -I --enable-quoted-identifiers -W --trim-spaces " +
				"-e --echo-input -x --disable-variable-substitution",
		},
	}
}

// kubelogin has the same flags for both of its subcommands.
func kubelogin(subcommand string) tool {
	return tool{
		name: "kubelogin " + subcommand, ask: "-l=msi --login=msi", env: clientIDVariable + " AAD_SERVICE_PRINCIPAL_CLIENT_ID",
		ids: "client:--client-id resource:--identity-resource-id",
		values: "--server-id -t --tenant-id -e --environment --token-cache-dir --authority-host --kubeconfig --context " +
			"--azure-config-dir --timeout --pop-claims -v --v",
		switches: "--legacy --use-azurerm-env-vars --pop-enabled",
	}
}

// ToolVariables lists the variables of the environment that name the identity for a tool where no flag does. Its name may be that
// of the program, or what [Command] calls it.
func ToolVariables(name string) (out []string) {
	program, _, _ := strings.Cut(name, " ")
	for _, t := range tools() {
		if known, _, _ := strings.Cut(t.name, " "); known == program {
			out = strings.Fields(t.env)
			if t.byDefault != "" {
				out = append(out, clientIDVariable)
			}
		}
	}
	return out
}

// takesValue reports whether a flag is followed by a value.
func (t tool) takesValue(flag string) bool {
	if isIn(t.values+" "+t.refuses, flag) {
		return true
	}
	for item := range strings.FieldsSeq(t.ask + " " + t.byDefault + " " + t.excludes) {
		if name, _, ok := strings.Cut(item, "="); ok && name == flag {
			return true
		}
	}
	return t.isID(flag)
}

func (t tool) isID(flag string) bool {
	for item := range strings.FieldsSeq(t.ids) {
		if _, name, _ := strings.Cut(item, ":"); name == flag {
			return true
		}
	}
	return false
}

// all lists every flag of the line.
func (t tool) all() []string {
	var out []string
	for item := range strings.FieldsSeq(strings.Join([]string{t.ask, t.byDefault, t.refuses, t.excludes, t.values, t.switches}, " ")) {
		name, _, _ := strings.Cut(item, "=")
		out = append(out, name)
	}
	for item := range strings.FieldsSeq(t.ids) {
		_, name, _ := strings.Cut(item, ":")
		out = append(out, name)
	}
	return out
}

// isIn reports whether a list with spaces has a flag.
func isIn(list, flag string) bool { return slices.Contains(strings.Fields(list), flag) }
