package analyzer

import "github.com/whichid/whichid/analyzer/identity"

// suggest returns the fixes of a finding.
func (v *visit) suggest(s *site, rule string, url *text) []identity.Fix { return nil }
