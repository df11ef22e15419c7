package files

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// url reads a string that may be the URL of a token request. A fix adds the parameter at the end of the string.
func (c *Checker) url(url excerpt.Text, addPair func(i int, pair string) []identity.Edit) []site.Site {
	r := identity.ReadRequest(url.Word(), identity.VariableOf)
	if r.Endpoint == nil || !r.Verdict.IsFault() && r.Verdict != identity.Present {
		return nil
	}
	out := site.Site{Rule: identity.IMDSURL, Verdict: r.Verdict, Name: "token request", ID: r.ID, At: url}
	switch r.Verdict {
	case identity.Ignored:
		out.Message = r.Message(identity.IgnoredID, out.Name)
	case identity.Absent:
		out.Message = r.Message(identity.IMDSURL, out.Name)
		if text := url.String(); addPair != nil && strings.Contains(text, "resource=") && !strings.Contains(text, "#") {
			out.Fix = identity.Fix{
				Message: identity.FixMessage(c.variable, identity.UnsetIsNone),
				Edits:   addPair(len(text), "&"+r.Endpoint.Client+"="),
			}
		}
	case identity.Unsure, identity.None, identity.Empty, identity.Present, identity.Asked:
	}
	return []site.Site{out}
}
