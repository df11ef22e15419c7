import subprocess, os
from urllib.request import Request
import requests

TOKEN = "http://169.254.169.254/metadata/identity/oauth2/token"
HEADERS = {"Metadata": "true"}

requests.get("http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net", headers=HEADERS)
requests.get(TOKEN, params={"api-version": "2018-02-01", "resource": "https://vault.azure.net"}, headers=HEADERS)
requests.get(TOKEN, params={"api-version": "2018-02-01", "resource": "https://vault.azure.net", "client_id": client}, headers=HEADERS)
query = {"resource": "https://vault.azure.net"}
requests.get(TOKEN, params=query)
Request(f"{TOKEN}?api-version=2018-02-01&resource={resource}", headers=HEADERS)
Request(f"{TOKEN}?api-version=2018-02-01&resource={resource}&{more}", headers=HEADERS)
Request("http://169.254.169.254/metadata/identity/oauth2/token"
        "?api-version=2018-02-01"
        "&resource=" + resource)
requests.get("http://169.254.169.254/metadata/instance?api-version=2021-02-01")
print("http://169.254.169.254/metadata/identity/oauth2/token?resource=x")

subprocess.run(["az", "login", "--identity"], check=True)
subprocess.run(["az", "login", "--identity", "--client-id", client], check=True)
subprocess.run("az login --identity", shell=True)
os.system("az login --identity && az group list")
subprocess.check_call("az login --identity".split())
command = ["az", "login", "--identity"]
if client:
    command += ["--client-id", client]
subprocess.run(command)

endpoint = os.getenv("IDENTITY_ENDPOINT")
requests.get(endpoint, params={"api-version": "2019-08-01", "resource": resource}, headers={"X-IDENTITY-HEADER": secret})
requests.get(endpoint, params={"api-version": "2019-08-01", "resource": resource, "client_id": client}, headers=HEADERS)
requests.get(endpoint, params={"api-version": "2020-06-01", "resource": resource}, headers=HEADERS)
requests.get(endpoint, params={"resource": resource}, headers=HEADERS)


def app_service():
    url = os.environ["MSI_ENDPOINT"]
    params = {"api-version": "2017-09-01", "resource": "https://vault.azure.net"}
    return requests.get(url, params=params, headers={"secret": os.environ["MSI_SECRET"]})


Request(os.environ["IDENTITY_ENDPOINT"] + "?resource=https://vault.azure.net&api-version=2019-08-01", headers=HEADERS)
Request(f'{os.environ.get("IDENTITY_ENDPOINT")}?resource={resource}&api-version=2019-08-01', headers=HEADERS)
Request("%s?resource=%s&api-version=2019-08-01&client_id=%s" % (endpoint, resource, client), headers=HEADERS)
