package analyzer

import (
	"go/token"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

// seedTemplates are before, the name in a hole, and behind.
func seedTemplates(f *testing.F) {
	f.Helper()
	for _, seed := range [][3]string{
		{"http://169.254.169.254/metadata/identity/oauth2/token?resource=", "c.resource", "&client_id=x"},
		{"http://169.254.169.254/Metadata/Identity/OAuth2/Token/?", "?&=#", "&resource=a"},
		{"", "IDENTITY_ENDPOINT", "?api-version=2019-08-01&resource=https://vault.azure.net#top"},
		{"%s://%[2]s/%*d%%?resource=%v&%s=%s", "MSI_ENDPOINT", "%[x]s%"},
		{"://?#&=%", "\x01field\x02key", "ſK\xff/metadata/identity/oauth2/token"},
	} {
		f.Add(seed[0], seed[1], seed[2])
	}
}

// template makes one with a hole from any text.
func template(before, name, behind string) string {
	holes := []atom{
		opaque{origin{fromEnv, name}},
		parameter{index: len(name) % 3, path: path(escapePath(name))},
		opaque{},
	}
	return escape(before) + hole(holes[len(behind)%len(holes)]) + escape(behind)
}

// isTemplate fails for a template whose holes are cut.
func isTemplate(t *testing.T, s string) {
	t.Helper()
	if strings.Count(s, holeMark)%2 != 0 {
		t.Errorf("%q has half a hole", s)
	}
	for _, p := range pieces(s) {
		if p.hole != nil && parseHole(strings.Trim(hole(p.hole), holeMark)) != p.hole {
			t.Errorf("%q has a hole that does not come back", s)
		}
	}
}

func FuzzTokenRequest(f *testing.F) {
	seedTemplates(f)
	f.Fuzz(func(t *testing.T, before, name, behind string) {
		s := template(before, name, behind)
		r := readRequest(s)
		switch p := tokenRequest(s); {
		case p < unsure || p > foreign:
			t.Errorf("%q is %d", s, p)
		case (p == absent || p == empty || p == present) && r.Endpoint == nil:
			t.Errorf("%q is %d without an endpoint", s, p)
		case p == absent && !strings.Contains(strings.ToLower(s), "resource="):
			t.Errorf("%q asks for nothing", s)
		case p != present && strings.Contains(s, "?client_id=x"):
			if strings.HasSuffix(s, tokenPath+"?client_id=x") && r.Endpoint != nil {
				t.Errorf("%q names an identity", s)
			}
		}
		r.Message(identity.IMDSURL, "token request")
	})
}

func FuzzFormatted(f *testing.F) {
	seedTemplates(f)
	f.Fuzz(func(t *testing.T, layout, name, argument string) {
		args := []value{{text{s: template("", name, argument)}}, {null{}}, {number{"1"}}, unknown(), {parameter{}}}
		for n := range args {
			for _, out := range as[text](formatted(value{text{s: template(layout, name, argument)}}, args[:n], token.NoPos)) {
				isTemplate(t, out.s)
				if len(out.s) > maxText {
					t.Errorf("%q and %d arguments give %d bytes", layout, n, len(out.s))
				}
			}
		}
	})
}

func FuzzSplitURL(f *testing.F) {
	seedTemplates(f)
	f.Fuzz(func(t *testing.T, before, name, behind string) {
		s := template(before, name, behind)
		u := splitURL(s)
		whole := u.host + u.path
		if u.scheme != "" {
			whole = u.scheme + "://" + whole
		}
		if u.query != "" {
			whole += "?" + u.query
		}
		for _, part := range []string{u.scheme, u.host, u.path, u.query} {
			isTemplate(t, part)
		}
		sent, _, _ := strings.Cut(s, "#")
		if strings.TrimSuffix(sent, "?") != strings.TrimSuffix(whole, "?") && !strings.HasPrefix(sent, "://") {
			t.Errorf("%q becomes %q", s, whole)
		}
		for _, out := range as[text](resolve(value{text{s: s}}, value{text{s: escape(behind)}})) {
			isTemplate(t, out.s)
		}
		isTemplate(t, text{s: s}.mapLiterals(text{}, func(l string) string { return strings.ReplaceAll(l, "a", hole(opaque{})) }).s)
	})
}
