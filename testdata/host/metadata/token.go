package metadata

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// token makes what looks like an access token, and is signed by nobody. It tells whom it is for in the claims of Entra ID.
//
// https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
func token(identity Identity, resource string) string {
	const claims = `{"aud":%q,"appid":%q,"oid":%q,"xms_mirid":%q}`
	body := fmt.Sprintf(claims, resource, identity.ClientID, identity.ObjectID, identity.ResourceID)
	var parts []string
	for _, part := range []string{`{"typ":"JWT","alg":"none"}`, body, "nobody"} {
		parts = append(parts, base64.RawURLEncoding.EncodeToString([]byte(part)))
	}
	return strings.Join(parts, ".")
}

// ClientOf returns the client ID of the identity that a token is for.
func ClientOf(token string) (string, error) {
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return "", fmt.Errorf("%q is no token", token)
	}
	text, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return "", fmt.Errorf("%q is no token: %w", token, err)
	}
	var claims map[string]string
	if err := json.Unmarshal(text, &claims); err != nil {
		return "", fmt.Errorf("%q is no token: %w", token, err)
	}
	return claims["appid"], nil
}

// times are the members of an answer that tell how long a token lives, which is about a day.
func times() (in, on, before string) {
	const lifetime = 24 * time.Hour
	now := time.Now()
	second := func(t time.Time) string { return strconv.FormatInt(t.Unix(), 10) }
	return strconv.Itoa(int(lifetime.Seconds())), second(now.Add(lifetime)), second(now)
}
