"""The identity is not named: the chain has no arguments."""

from azure.identity import DefaultAzureCredential

credential = DefaultAzureCredential()
print(credential.get_token("https://vault.azure.net/.default").token)
