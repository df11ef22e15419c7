"""The identity is not named: the query is encoded from a dictionary without it."""

import json
import sys
import urllib.error
import urllib.parse
import urllib.request

ENDPOINT = "http://169.254.169.254/metadata/identity/oauth2/token"


def token(resource):
    query = urllib.parse.urlencode({"api-version": "2018-02-01", "resource": resource})
    request = urllib.request.Request(ENDPOINT + "?" + query, headers={"Metadata": "true"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["access_token"]


try:
    print(token("https://vault.azure.net"))
except urllib.error.HTTPError as error:
    sys.exit(f"{error}: {error.read().decode()}")
