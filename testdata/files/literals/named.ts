// An ID may be added: whoever speaks of one is left alone.
export async function token(resource: string, clientId?: string) {
  let url = `http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${resource}`;
  if (clientId) url += `&client_id=${clientId}`;
  return fetch(url, { headers: { Metadata: "true" } });
}
