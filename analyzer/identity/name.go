package identity

import "regexp"

// The names of an identity.
const (
	ClientName   = "client"
	ResourceName = "resource"
	ObjectName   = "object"
)

// SystemWord is how names say "system-assigned identity", as a regular expression.
const SystemWord = `(?i)system[-_ ]?(assigned|managed|msi|identity|auth)`

const (
	guid       = `[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}`
	resource   = `(?i)^/subscriptions/[^/]+/.+$`
	saysClient = `(?i)(client|app(lication)?)[-_ ]?id`
	saysTarget = `(?i)res(ource)?[-_ ]?id`
	saysObject = `(?i)(object|principal)[-_ ]?id`
)

// IsHardcoded reports whether an ID is the literal form of one of an identity's names.
//
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
func IsHardcoded(id Word) bool {
	form := regexp.MustCompile("^" + guid + "$|" + resource)
	return form.MatchString(string(id)) && !hasHole(string(id))
}

// NameOf tells which of its names an identity is given by: from the text of the ID, or else from how that is written, which
// has the name of a variable. It returns "" where neither tells.
func NameOf(id Word, written string) string {
	switch {
	case regexp.MustCompile("^" + guid + "$").MatchString(string(id)):
		return ClientName
	case regexp.MustCompile(resource).MatchString(string(id)):
		return ResourceName
	}
	out := ""
	for name, says := range map[string]string{ClientName: saysClient, ResourceName: saysTarget, ObjectName: saysObject} {
		if regexp.MustCompile(says).MatchString(written) {
			if out != "" {
				return ""
			}
			out = name
		}
	}
	return out
}
