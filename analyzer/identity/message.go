package identity

import "strings"

const works = ": " + worksWhile

const worksWhile = "it works while the host has exactly one managed identity"

// Message says how what has a name breaks a rule, in the words that all readers use. Of an ID that is ignored, each says more.
func Message(rule, name string) string {
	switch rule {
	case ConditionalID:
		return name + " names an identity on some paths only: on the others the host picks one"
	case SystemAssigned:
		return name + " chooses the system-assigned identity: a host without one gives another identity, or an error"
	case NoSelector:
		return name + " can name no identity" + works
	case HardcodedID:
		return name + " names a hard-coded identity: every environment needs its own"
	case IgnoredID:
		return name + " gets an ID that is always empty"
	case DSNRule:
		return name + " gets a connection string that names no identity" + works + " (add user id)"
	}
	return name + " names no identity" + works
}

// UnlessMessage says of what names no identity which variable of the environment may.
func UnlessMessage(name, variable string) string {
	return name + " names no identity: unless " + variable + " is set, " + worksWhile
}

// ChainMessage says of a default chain of credentials which variable of the environment names the identity.
func ChainMessage(name, variable string) string {
	return name + " can end in a managed identity that only " + variable + " in the environment names"
}

// FixMessage says what a fix does that reads the ID from a variable of the environment, and what becomes of one that is not set.
func FixMessage(variable, unset string) string {
	return "name the identity by the client ID in " + variable + " (" + unset + ")"
}

// UnsetIsNone is what becomes of a variable that is not set where an empty ID is none, as in a token request: Prometheus up to 3.3
// sent client_id= wherever its configuration named none, and got the system-assigned identity (prometheus/prometheus#16634,
// prometheus@v0.303.1/discovery/azure/azure.go:293 with azidentity@v1.8.2/managed_identity_client.go:362).
const UnsetIsNone = "an empty one names none: set it wherever this runs"

// RefusedFlag says behind the name of a command what is wrong with a flag that az does not take with --identity.
//
// Azure/azure-cli src/azure-cli/azure/cli/command_modules/profile/custom.py at 2.91.
func RefusedFlag(flag string) string {
	flag, _, _ = strings.Cut(flag, "=")
	return " gets the ID with " + flag + ", which is an error since Azure CLI 2.73: use --client-id, --object-id or --resource-id"
}
