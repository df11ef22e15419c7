export async function token(resource: string) {
  const url = `http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${resource}`;
  return fetch(url, { headers: { Metadata: "true" } });
}
const vault = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net";
console.log("http://169.254.169.254/metadata/identity/oauth2/token?resource=x");
