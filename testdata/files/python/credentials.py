#!/usr/bin/env python3
"""ManagedIdentityCredential() in a string is prose."""
from __future__ import annotations

from azure.identity import ManagedIdentityCredential as MI, ChainedTokenCredential, DefaultAzureCredential
from azure.identity import AzureCliCredential
import azure.identity.aio as aio
from msrestazure.azure_active_directory import MSIAuthentication

a = MI()
b = MI(client_id=None)
c = MI(client_id="")
d = MI(client_id=settings.client_id)
e = MI(identity_config={"object_id": oid})
f = MI(**options)
g = aio.ManagedIdentityCredential(logging_enable=True)
h = ChainedTokenCredential(AzureCliCredential(), MI())
i = MSIAuthentication(resource="https://vault.azure.net")
j = MSIAuthentication(client_id=settings.client_id)
k = DefaultAzureCredential()
l = DefaultAzureCredential(managed_identity_client_id=settings.client_id)
m = MI(
    logging_enable=True,  # a comment
)


def credential(client_id=None):
    if client_id:
        return MI(client_id=client_id)
    return MI()


class MI2:
    credential = MI  # not called
