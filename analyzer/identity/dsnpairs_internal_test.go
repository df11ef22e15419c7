package identity

import (
	"net/url"
	"strings"
	"testing"
)

// FuzzURLPairs holds the pairs of a connection string in the form of a URL to what net/url reads, which is what the driver reads them
// with. Text is refused if net/url refuses it, or has a key twice.
func FuzzURLPairs(f *testing.F) {
	for _, seed := range []string{"a:b@c/d?fedauth=x&user+id=%5f", "c?A=b&a=c", "c?a=%", "c?a=%zz&=b&&c", "c?a;b", "a%40b@c:1?x=y#z"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, rest string) {
		whole, err := url.Parse(urlScheme + rest)
		if err != nil || hasHole(rest) {
			return
		}
		got := urlPairs(rest)
		want, taken := parsedPairs(whole)
		if !taken && !got.broken {
			t.Errorf("%q is taken: %+v", rest, got)
		}
		if got.broken || !taken {
			if taken {
				t.Errorf("%q is not taken", rest)
			}
			return
		}
		for key, value := range want {
			if now, ok := got.values[key]; !ok || now != value && (key != userID || !strings.Contains(rest, "%")) {
				t.Errorf("%q: %s is %q, want %q", rest, key, now, value)
			}
		}
		if len(got.values) != len(want) {
			t.Errorf("%q: %q, want %q", rest, got.values, want)
		}
	})
}

// parsedPairs returns the pairs that net/url reads, and whether the driver takes them.
func parsedPairs(whole *url.URL) (pairs map[string]string, taken bool) {
	query, err := url.ParseQuery(whole.RawQuery)
	pairs, taken = make(map[string]string), err == nil
	if whole.User != nil {
		pairs[userID] = whole.User.Username()
	}
	if _, ok := whole.User.Password(); ok {
		pairs[password] = ""
	}
	for key, values := range query {
		key = strings.ToLower(key)
		_, twice := pairs[key]
		taken = taken && len(values) == 1 && (!twice || key == password)
		pairs[key] = values[0]
	}
	return pairs, taken
}
