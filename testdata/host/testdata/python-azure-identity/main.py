"""The identity is not named: the credential has no arguments."""

from azure.identity import ManagedIdentityCredential

credential = ManagedIdentityCredential()
print(credential.get_token("https://vault.azure.net/.default").token)
