package host_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/testdata/host/metadata"
)

// The identities: ours, another that something added to the host, and the system-assigned one.
var (
	ours   = identity("1", "app")
	added  = identity("2", "policy")
	system = metadata.Identity{
		ClientID: "33333333-aaaa-4bbb-8ccc-dddddddddddd", ObjectID: "33333333-eeee-4fff-8000-111111111111",
		ResourceID: "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm",
	}
)

func identity(digit, name string) metadata.Identity {
	return metadata.Identity{
		ClientID:   strings.Repeat(digit, 8) + "-aaaa-4bbb-8ccc-dddddddddddd",
		ObjectID:   strings.Repeat(digit, 8) + "-eeee-4fff-8000-111111111111",
		ResourceID: "/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/" + name,
	}
}

// The hosts. The identity that the program was written for is the second, so that the first is no lucky guess.
var (
	alone    = metadata.Host{Users: []metadata.Identity{ours}}
	two      = metadata.Host{Users: []metadata.Identity{added, ours}}
	switched = metadata.Host{System: &system, Users: []metadata.Identity{ours}} // a system-assigned identity was switched on
	itself   = metadata.Host{System: &system}
)

func TestSituations(t *testing.T) {
	t.Parallel()
	for _, s := range situations {
		t.Run(s.name(), func(t *testing.T) {
			t.Parallel()
			p := prepare(t, s)
			before(t, p)
			finding := p.report()
			if s.cure != mended {
				if len(finding.Fixes) > 0 {
					t.Errorf("a fix that was not expected: %+v", finding.Fixes)
				}
				return
			}
			if len(finding.Fixes) == 0 || !strings.Contains(finding.Fixes[0].Message, s.unset.promise) {
				t.Fatalf("fixes %+v, want one that says %q", finding.Fixes, s.unset.promise)
			}
			p.mend()
			after(t, p)
			unnamed(t, p)
		})
	}
}

// before is the life of a program as it was written: it works until its host gets another identity.
func before(t *testing.T, p *program) {
	t.Helper()
	if p.on == appService { // takes the system-assigned identity or none
		p.run(itself, "").gets(system)
		p.run(alone, "").fails(p.fails)
	} else {
		p.run(alone, "").gets(ours)
	}
	p.run(two, "").fails(p.fails)
	p.run(switched, "").gets(system) // which is another principal, and no error
	if p.cure == environment {
		p.run(two, ours.ClientID).gets(ours)
		p.run(switched, ours.ClientID).gets(ours)
	} else {
		p.run(two, ours.ClientID).fails(p.fails)
		p.run(switched, ours.ClientID).gets(system)
	}
}

// after is the life of the same program with whichid's fix and the variable set: on every host it is the identity that the variable
// names, and one that the host does not have is an error.
func after(t *testing.T, p *program) {
	t.Helper()
	for _, host := range []metadata.Host{alone, two, switched} {
		p.run(host, ours.ClientID).gets(ours)
	}
	p.run(two, added.ClientID).gets(added)
	p.run(alone, added.ClientID).fails("")
}

// unnamed is what becomes of it without the variable.
func unnamed(t *testing.T, p *program) {
	t.Helper()
	switch {
	case p.unset.fails == "" && p.on == appService: // what it answers to an empty ID is not written down
		return
	case p.unset.fails == "":
		p.run(two, "").fails(several)
		p.run(switched, "").gets(system)
		return
	}
	for _, host := range []metadata.Host{alone, two, switched} {
		r := p.run(host, "")
		r.fails(p.unset.fails)
		if r.requests > 0 {
			t.Errorf("%d requests before the error, want none", r.requests)
		}
	}
}
