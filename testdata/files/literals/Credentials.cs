using Azure.Identity;

/// <summary>new ManagedIdentityCredential() in a comment</summary>
class Credentials
{
    static TokenCredential None() => new ManagedIdentityCredential();
    static TokenCredential Null() => new ManagedIdentityCredential(null);
    static TokenCredential NamedNull() => new ManagedIdentityCredential(clientId: null);
    static TokenCredential Given(string clientId) => new ManagedIdentityCredential(clientId);
    static TokenCredential Options() => new ManagedIdentityCredential(options);
    static TokenCredential System() => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
    static TokenCredential Chain() => new ChainedTokenCredential(new ManagedIdentityCredential(), new AzureCliCredential());
    static TokenCredential Default() => new DefaultAzureCredential();
    static TokenCredential DefaultGiven() => new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = id });
    static void Log() => Console.WriteLine("new ManagedIdentityCredential()");
    static TokenCredential Meant() => new ManagedIdentityCredential(); // whichid:system-assigned -- one machine
}
