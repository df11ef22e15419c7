import { ChainedTokenCredential, DefaultAzureCredential, ManagedIdentityCredential } from "@azure/identity";

export const none = () => new ManagedIdentityCredential();
export const options = () => new ManagedIdentityCredential({ loggingOptions: {} });
export const object = () => new ManagedIdentityCredential({ clientId });
export const text = () => new ManagedIdentityCredential(process.env.CLIENT_ID);
export const chain = () => new ChainedTokenCredential(new ManagedIdentityCredential());
export const first = () => new DefaultAzureCredential();
export const second = () => new DefaultAzureCredential({ managedIdentityClientId: id });
/* new ManagedIdentityCredential() */
