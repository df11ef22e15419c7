package keys

import (
	"cmp"
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// connection reads a value that is a connection string for SQL Server.
func connection(value excerpt.Text) (site.Site, bool) {
	const shortest = len("server=a;fedauth=ActiveDirectoryMSI")
	if value.Len() < shortest || !identity.MayBeSQL(value.String()) {
		return site.Site{}, false
	}
	dsn := identity.ReadSQL(value.Word())
	s := site.Site{Rule: identity.DSNRule, Verdict: dsn.Verdict, Name: "a connection string", At: value}
	if dsn.Chain {
		s.Rule = identity.DefaultCredential
	}
	switch {
	case dsn.Verdict == identity.Empty:
		s.Verdict = identity.Absent // no driver takes an empty user for an ID
	case dsn.Verdict != identity.Absent && dsn.Verdict != identity.Ignored:
		return site.Site{}, false
	}
	if s.Verdict == identity.Absent && !dsn.Chain {
		key := cmp.Or(strings.Trim(dsn.Append, ";="), "the user ID")
		s.Message = "a connection string names no identity: " + nameless + " (add " + key + ")"
	}
	if dsn.Verdict == identity.Ignored && dsn.Wrong != "" {
		s.Message = "a connection string names its identity in " + dsn.Wrong + ", which is not read"
		if dsn.Right != "" {
			s.Message += ": use " + dsn.Right
		}
	}
	return s, true
}
