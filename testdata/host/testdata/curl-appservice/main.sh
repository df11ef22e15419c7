#!/bin/sh
# The identity is not named, where App Service never takes the only one that there is.
set -eu

answer=$(curl --silent --show-error --fail-with-body -H "X-IDENTITY-HEADER: $IDENTITY_HEADER" \
	"$IDENTITY_ENDPOINT?api-version=2019-08-01&resource=https://vault.azure.net") || {
	echo "$answer" >&2
	exit 1
}
echo "$answer" | sed 's/.*"access_token":"\([^"]*\)".*/\1/'
