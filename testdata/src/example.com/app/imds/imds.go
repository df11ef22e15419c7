// Package imds keeps the address of the metadata endpoint.
package imds

// TokenURL is where tokens are asked for. Nothing asks here: silence.
const TokenURL = "http://169.254.169.254/metadata/identity/oauth2/token"
