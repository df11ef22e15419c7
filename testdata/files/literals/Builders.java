import com.azure.identity.*;

class Builders {
    Object none() {
        return new ManagedIdentityCredentialBuilder().build();
    }

    Object lines() {
        return new ManagedIdentityCredentialBuilder()
            .maxRetry(3)
            .build();
    }

    Object given() {
        return new ManagedIdentityCredentialBuilder()
            .clientId(System.getenv("CLIENT_ID"))
            .build();
    }

    Object byDefault() {
        return new DefaultAzureCredentialBuilder().build();
    }
}
