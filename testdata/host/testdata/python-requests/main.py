"""The identity is not named: the parameters are a dictionary without it."""

import sys

import requests

answer = requests.get(
    "http://169.254.169.254/metadata/identity/oauth2/token",
    params={"api-version": "2018-02-01", "resource": "https://vault.azure.net"},
    headers={"Metadata": "true"},
    timeout=10,
)
if not answer.ok:
    sys.exit(f"{answer.status_code}: {answer.text}")
print(answer.json()["access_token"])
