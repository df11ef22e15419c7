// Package metadata is a host in Azure, as far as its managed identities go: the token endpoints of a virtual machine (IMDS) and of
// App Service, on loopback. What the real ones answer is cited where it is written down; what nobody has written down is not
// answered at all, and told by [Server.Strays].
package metadata

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// A Host has identities: one that is system-assigned, or nil, and any number of user-assigned ones.
type Host struct {
	System *Identity
	Users  []Identity
}

// An Identity is what a token is for. The resource ID of a system-assigned one is its host's.
type Identity struct{ ClientID, ObjectID, ResourceID string }

// String tells a host by its identities.
func (h Host) String() string {
	if h.System == nil {
		return fmt.Sprintf("a host with %d user-assigned identities", len(h.Users))
	}
	return fmt.Sprintf("a host with %d user-assigned and a system-assigned identity", len(h.Users))
}

// find returns the identity that a request names.
func (h Host) find(named selector) (Identity, bool) {
	all := slices.Clip(h.Users)
	if h.System != nil {
		all = append(all, *h.System) // it has a client ID too, which is taken: prometheus/prometheus#16634
	}
	for _, identity := range all {
		if strings.EqualFold(named.field(identity), named.id) {
			return identity, true
		}
	}
	return Identity{}, false
}

func clientID(i Identity) string   { return i.ClientID }
func objectID(i Identity) string   { return i.ObjectID }
func resourceID(i Identity) string { return i.ResourceID }

// A selector is the parameter of a request that names an identity.
type selector struct {
	field func(Identity) string
	id    string
}

// selectors returns the parameters of a request that name an identity, of those that an endpoint knows.
func selectors(query url.Values, known map[string]func(Identity) string) []selector {
	var out []selector
	for key, values := range query {
		if field := known[key]; field != nil {
			for _, id := range values {
				out = append(out, selector{field, id})
			}
		}
	}
	return out
}
