package analyzer

import (
	"fmt"
	"go/token"
	"net/url"
	"regexp"
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
		{"%[x%s]%%s", "", "["},
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
		holdPrinted(t, escape(layout), escape(name), escape(argument))
	})
}

// holdPrinted holds a format of known strings to what fmt makes of it.
func holdPrinted(t *testing.T, layout, a, b string) {
	t.Helper()
	want := fmt.Sprintf(layout, a, b)
	if strings.Contains(want, "%!") { // the format is wrong
		return
	}
	for _, out := range as[text](formatted(value{text{s: layout}}, []value{{text{s: a}}, {text{s: b}}}, token.NoPos)) {
		if !fits(want, out.s) {
			t.Errorf("%q of %q and %q is %q, want %q", layout, a, b, out.s, want)
		}
	}
}

// fits reports whether a text can be what a template stands for.
func fits(s, template string) bool {
	var pattern strings.Builder
	for _, p := range pieces(template) {
		if p.hole != nil {
			pattern.WriteString(".*")
		} else {
			pattern.WriteString(regexp.QuoteMeta(p.literal))
		}
	}
	return strings.ToValidUTF8(s, "") != s || regexp.MustCompile("(?s)^"+pattern.String()+"$").MatchString(s)
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
		holdURL(t, escape(before)+escape(behind))
		isTemplate(t, text{s: s}.mapLiterals(text{}, func(l string) string { return strings.ReplaceAll(l, "a", hole(opaque{})) }).s)
	})
}

// holdURL holds the parts of a URL without holes to what net/url makes of it.
func holdURL(t *testing.T, s string) {
	t.Helper()
	want, err := url.Parse(s)
	if err != nil || want.Scheme == "" || want.Host == "" {
		return
	}
	got := splitURL(s)
	path, err := url.PathUnescape(got.path)
	host := got.host[strings.LastIndexByte(got.host, '@')+1:]
	if escaped, bad := url.PathUnescape(host); bad == nil {
		host = escaped
	}
	if err != nil || !strings.EqualFold(got.scheme, want.Scheme) || host != want.Host || path != want.Path || got.query != want.RawQuery {
		t.Errorf("%q is %+v, want %+v", s, got, want)
	}
}
