package analyzer

import (
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// dsnModels are the functions that matter to connection strings only.
func dsnModels() map[string][]modelRow {
	return map[string][]modelRow{"net/url": {{urlUserinfo, "User UserPassword"}}}
}

// dsn reads a connection string of the site.
func (s *site) dsn(t text) identity.DSN {
	return identity.ReadDSN(toWord(t.s), identity.DriverOf(s.sink.Package))
}

// whyIgnoredDSN says why the driver does not use the ID in a connection string.
func whyIgnoredDSN(dsn identity.DSN) string {
	switch {
	case !dsn.Chain:
		return " gets an ID in the key " + dsn.Wrong + ", which the driver does not read: it wants " + dsn.Right
	case dsn.Right != "":
		return " gets an ID that the driver drops: fedauth=" + dsn.Wrong + " is not spelled " + dsn.Right +
			", so the default chain of credentials is used"
	}
	return " gets an ID that the driver drops: with fedauth=" + strings.TrimSpace(dsn.Wrong) +
		" only AZURE_CLIENT_ID in the environment can name the identity"
}
