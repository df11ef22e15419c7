package analyzer

import "github.com/whichid/whichid/analyzer/identity"

func (v *visit) suppress(findings []identity.Finding) []identity.Finding { return findings }
