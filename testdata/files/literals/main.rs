use azure_identity::{ManagedIdentityCredential, ManagedIdentityCredentialOptions};

/// ManagedIdentityCredential::new(None)
fn none() {
    let credential = ManagedIdentityCredential::new(None)?;
}

fn given() {
    let credential = ManagedIdentityCredential::new(Some(ManagedIdentityCredentialOptions {
        user_assigned_id: Some(id),
        ..Default::default()
    }))?;
}

fn request() {
    let url = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net";
}
