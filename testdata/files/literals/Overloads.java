import com.azure.identity.ManagedIdentityCredentialBuilder;

class Overloads {
    // The caller chooses between these.
    Overloads() {
        this.credential = new ManagedIdentityCredentialBuilder().build();
    }

    Overloads(String clientId) {
        this.credential = new ManagedIdentityCredentialBuilder().clientId(clientId).build();
    }

    Object other() {
        return new ManagedIdentityCredentialBuilder().build();
    }
}
