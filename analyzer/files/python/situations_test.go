package python_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/python"
	"github.com/whichid/whichid/analyzer/identity"
)

// A situation is a program and what is found in it: each finding as line:rule, with ? behind it for a choice, ! for the
// system-assigned identity, and + for an ID that is given.
type situation struct {
	name, src, want string
}

const azure = "from azure.identity import ManagedIdentityCredential\n"

var situations = []situation{
	// Credentials.
	{"no argument", azure + "c = ManagedIdentityCredential()\n", "2:credential"},
	{"client ID", azure + "c = ManagedIdentityCredential(client_id=settings.ID)\n", ""},
	{"literal ID", azure + "c = ManagedIdentityCredential(client_id='4e0b7a4c')\n", "2:credential+"},
	{"None", azure + "c = ManagedIdentityCredential(client_id=None)\n", "2:credential"},
	{"empty string", azure + "c = ManagedIdentityCredential(client_id=\"\")\n", "2:credential"},
	{"constant that is None", azure + "ID = None\ndef f():\n    return ManagedIdentityCredential(client_id=ID)\n", "4:credential"},
	{"set elsewhere", azure + "ID = None\ndef g(x):\n    global ID, other\n    ID = x\ndef f():\n    return ManagedIdentityCredential(client_id=ID)\n", ""},
	{"set twice", azure + "ID = None\nif x:\n    ID = x\nc = ManagedIdentityCredential(client_id=ID)\n", ""},
	{"None just before", azure + "ID = f()\nID = None\nc = ManagedIdentityCredential(client_id=ID)\n", "4:credential"},
	{"None before a loop", azure + "ID = None\nfor a in b:\n    c = ManagedIdentityCredential(client_id=ID)\n    ID = c\n", ""},
	{"None before a function", azure + "ID = f()\nID = None\ndef g():\n    c = ManagedIdentityCredential(client_id=ID)\n", ""},
	{"local of the same name", azure + "ID = None\ndef f():\n    ID = g()\n    return ManagedIdentityCredential(client_id=ID)\n", ""},
	{"class attribute is not seen in a method", azure + "ID = g()\nclass A:\n    ID = None\n    def f(self):\n        return ManagedIdentityCredential(client_id=ID)\n", ""},
	{"environment", azure + "c = ManagedIdentityCredential(client_id=os.environ.get('X'))\n", ""},
	{"environment with a default", azure + "c = ManagedIdentityCredential(client_id=os.environ.get('X', ''))\n", ""},
	{"parameter with a default", azure + "def f(client_id=None):\n    return ManagedIdentityCredential(client_id=client_id)\n", ""},
	{"attribute", azure + "class A:\n    client_id = None\n    def f(self):\n        return ManagedIdentityCredential(client_id=self.client_id)\n", ""},
	{"attribute that is set", azure + "class A:\n    client_id = None\n    def g(self, c):\n        self.client_id = c\n    def f(self):\n        return ManagedIdentityCredential(client_id=self.client_id)\n", ""},
	{"attribute of something else", azure + "class A:\n    client_id = None\nc = ManagedIdentityCredential(client_id=cfg.client_id)\n", ""},
	{"conditional expression", azure + "c = ManagedIdentityCredential(client_id=x if x else None)\n", ""},
	{"or None", azure + "c = ManagedIdentityCredential(client_id=x or None)\n", ""},
	{"wrong keyword", azure + "c = ManagedIdentityCredential(client_config=x)\n", "2:credential"},
	{"other keywords", azure + "c = ManagedIdentityCredential(authority=a, logging_enable=True)\n", "2:credential"},
	{"keywords from elsewhere", azure + "c = ManagedIdentityCredential(**kw)\n", ""},
	{"arguments from elsewhere", azure + "c = ManagedIdentityCredential(*a)\n", ""},
	{"positional", azure + "c = ManagedIdentityCredential(x)\n", ""},
	{"config", azure + "c = ManagedIdentityCredential(identity_config={'resource_id': r})\n", ""},
	{"empty config", azure + "c = ManagedIdentityCredential(identity_config={})\n", "2:credential"},
	{"config without an ID", azure + "c = ManagedIdentityCredential(identity_config={'object_id': None})\n", "2:credential"},
	{"config from elsewhere", azure + "c = ManagedIdentityCredential(identity_config=cfg)\n", ""},
	{"config by name", azure + "cfg = {}\nc = ManagedIdentityCredential(identity_config=cfg)\n", "3:credential"},
	{"config that is filled", azure + "cfg = {}\ncfg['client_id'] = x\nc = ManagedIdentityCredential(identity_config=cfg)\n", ""},
	{"config that is handed on", azure + "cfg = {}\nfill(cfg)\nc = ManagedIdentityCredential(identity_config=cfg)\n", ""},
	{"config that is updated", azure + "cfg = dict()\ncfg.update(x)\nc = ManagedIdentityCredential(identity_config=cfg)\n", ""},
	{"config with unknown keys", azure + "c = ManagedIdentityCredential(identity_config={k: v})\n", ""},
	{"config with unknown key", azure + "c = ManagedIdentityCredential(identity_config={'tenant': v})\n", ""},
	{"in a chain", "from azure.identity import ChainedTokenCredential, ManagedIdentityCredential, AzureCliCredential\nc = ChainedTokenCredential(ManagedIdentityCredential(), AzureCliCredential())\n", "2:credential"},
	{"in a string with fields", azure + "print(f'{ManagedIdentityCredential()}')\n", "2:credential"},
	{"in parentheses", azure + "c = (ManagedIdentityCredential)()\nd = (ManagedIdentityCredential or x)()\n", "2:credential"},
	{"in a decorator", azure + "@use(ManagedIdentityCredential())\ndef f(): pass\n", "2:credential"},
	{"comment and docstring", azure + "'''\nc = ManagedIdentityCredential()\n'''\n# ManagedIdentityCredential()\n", ""},
	{"mock", azure + "patch('azure.identity.ManagedIdentityCredential')\n", ""},
	{"only named", azure + "x = ManagedIdentityCredential\n", ""},

	// Imports.
	{"aio", "from azure.identity.aio import ManagedIdentityCredential as A\nc = A()\n", "2:credential"},
	{"module", "import azure.identity\nc = azure.identity.ManagedIdentityCredential()\n", "2:credential"},
	{"module under another name", "import azure.identity.aio as x, os\nc = x.ManagedIdentityCredential()\n", "2:credential"},
	{"from azure", "from azure import identity\nc = identity.aio.ManagedIdentityCredential()\n", "2:credential"},
	{"private module", "from azure.identity import _credentials\nc = _credentials.managed_identity.ManagedIdentityCredential()\n", "2:credential"},
	{"several lines", "from azure.identity import (\n    DefaultAzureCredential,\n    ManagedIdentityCredential as M,  # why\n)\nc = M()\n", "5:credential"},
	{"joined lines", "from azure.identity import \\\n    ManagedIdentityCredential\nc = ManagedIdentityCredential()\n", "3:credential"},
	{"star", "from azure.identity import *\nc = ManagedIdentityCredential()\n", "2:credential"},
	{"star and a class of that name", "from azure.identity import *\nclass ManagedIdentityCredential: pass\nc = ManagedIdentityCredential()\n", ""},
	{"in a function", "def f():\n    from azure.identity import ManagedIdentityCredential\n    return ManagedIdentityCredential()\n", "3:credential"},
	{"in another function", "def f():\n    from azure.identity import ManagedIdentityCredential\ndef g():\n    return ManagedIdentityCredential()\n", ""},
	{"tried", "try:\n    from azure.identity import ManagedIdentityCredential\nexcept ImportError:\n    ManagedIdentityCredential = None\nc = ManagedIdentityCredential()\n", "5:credential"},
	{"tried, with another class", "try:\n    from azure.identity import ManagedIdentityCredential\nexcept ImportError:\n    class ManagedIdentityCredential: pass\nc = ManagedIdentityCredential()\n", ""},
	{"tried, with another package", "try:\n    from azure.identity import ManagedIdentityCredential\nexcept ImportError:\n    from ours import ManagedIdentityCredential\nc = ManagedIdentityCredential()\n", ""},
	{"either package", "if a:\n    from azure.identity.aio import ManagedIdentityCredential\nelse:\n    from azure.identity import ManagedIdentityCredential\nc = ManagedIdentityCredential()\n", "5:credential"},
	{"another package", "from ours.identity import ManagedIdentityCredential\nc = ManagedIdentityCredential()\n", ""},
	{"relative", "from .identity import ManagedIdentityCredential\nc = ManagedIdentityCredential()\n", ""},
	{"similar name", "from azure.identityx import ManagedIdentityCredential\nc = ManagedIdentityCredential()\n", ""},
	{"assigned again", azure + "ManagedIdentityCredential = mock()\nc = ManagedIdentityCredential()\n", ""},
	{"alias", azure + "M = ManagedIdentityCredential\nc = M()\n", "3:credential"},
	{"parameter of that name", azure + "def f(ManagedIdentityCredential):\n    ManagedIdentityCredential()\n", ""},
	{"target of a loop", azure + "for ManagedIdentityCredential in x:\n    ManagedIdentityCredential()\n", ""},
	{"not imported", "c = ManagedIdentityCredential()\n", ""},

	// Other rows.
	{"default", "from azure.identity import DefaultAzureCredential\nc = DefaultAzureCredential()\n", "2:default-credential"},
	{"default with an ID", "from azure.identity import DefaultAzureCredential\nc = DefaultAzureCredential(managed_identity_client_id=x)\n", ""},
	{"default without the identity", "from azure.identity import DefaultAzureCredential\nc = DefaultAzureCredential(exclude_managed_identity_credential=True)\n", ""},
	{"default perhaps without it", "from azure.identity import DefaultAzureCredential\nc = DefaultAzureCredential(exclude_managed_identity_credential=x)\n", ""},
	{"default without others", "from azure.identity import DefaultAzureCredential\nc = DefaultAzureCredential(exclude_cli_credential=True, exclude_managed_identity_credential=False)\n", "2:default-credential"},
	{"default, client_id is no keyword of it", "from azure.identity import DefaultAzureCredential\nc = DefaultAzureCredential(client_id=x)\n", "2:default-credential"},
	{"msrestazure", "from msrestazure.azure_active_directory import MSIAuthentication\nc = MSIAuthentication(resource='x')\nd = MSIAuthentication(50342)\ne = MSIAuthentication(msi_res_id=r)\n", "2:credential 3:credential"},
	{"kusto", "from azure.kusto.data import KustoConnectionStringBuilder\nK = KustoConnectionStringBuilder.with_aad_managed_service_identity_authentication(c)\nL = KustoConnectionStringBuilder.with_aad_managed_service_identity_authentication(c, id)\nM = KustoConnectionStringBuilder.with_aad_managed_service_identity_authentication(c, timeout=3)\n", "2:credential 4:credential"},
	{"msal", "import msal\nc = msal.ManagedIdentityClient(msal.SystemAssignedManagedIdentity(), http_client=s)\nd = msal.UserAssignedManagedIdentity(client_id=x)\n", "2:system-assigned"},

	// What the code around says.
	{"else", azure + "if c:\n    x = ManagedIdentityCredential(client_id=c)\nelse:\n    x = ManagedIdentityCredential()\n", "5:credential?"},
	{"elif", azure + "if a:\n    x = ManagedIdentityCredential(client_id=c)\nelif b:\n    x = f()\nelse:\n    x = ManagedIdentityCredential()\n", "7:credential?"},
	{"negated", azure + "if not c:\n    x = ManagedIdentityCredential()\nelse:\n    x = ManagedIdentityCredential(client_id=c)\n", "3:credential?"},
	{"returns before", azure + "def f(c):\n    if c:\n        return ManagedIdentityCredential(client_id=c)\n    return ManagedIdentityCredential()\n", "5:credential?"},
	{"returns before, the other way round", azure + "def f(c):\n    if not c:\n        return ManagedIdentityCredential()\n    return ManagedIdentityCredential(client_id=c)\n", "4:credential?"},
	{"conditional", azure + "x = ManagedIdentityCredential(client_id=c) if c else ManagedIdentityCredential()\n", "2:credential?"},
	{"other function", azure + "def f(c):\n    if c:\n        return ManagedIdentityCredential(client_id=c)\ndef g():\n    return ManagedIdentityCredential()\n", "6:credential"},
	{"another condition", azure + "if c:\n    x = ManagedIdentityCredential(client_id=c)\nif d:\n    x = ManagedIdentityCredential()\n", "5:credential"},
	{"match", azure + "match kind:\n    case 'user':\n        x = ManagedIdentityCredential(client_id=c)\n    case _:\n        x = ManagedIdentityCredential()\n", "6:credential?"},
	{"exception", azure + "try:\n    x = ManagedIdentityCredential(client_id=c)\nexcept E:\n    x = ManagedIdentityCredential()\n", "5:credential"},
	{"system-assigned in a name", azure + "def system_assigned():\n    return ManagedIdentityCredential()\n", "3:credential!"},
	{"system-assigned in a condition", azure + "if kind == 'SystemAssigned':\n    c = ManagedIdentityCredential()\n", "3:credential!"},
	{"not system-assigned", azure + "if kind != 'SystemAssigned':\n    c = ManagedIdentityCredential()\n", "3:credential"},
	{"else of system-assigned", azure + "if system_assigned:\n    pass\nelse:\n    c = ManagedIdentityCredential()\n", "5:credential"},
	{"system-assigned in a case", azure + "match kind:\n    case Kind.SYSTEM_ASSIGNED:\n        c = ManagedIdentityCredential()\n", "4:credential!"},

	// Token requests.
	{"URL", "get('http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=x')\n", "1:imds-url"},
	{"URL with an ID", "get('http://169.254.169.254/metadata/identity/oauth2/token?resource=x&client_id=' + c)\n", ""},
	{"letter case", "get('http://169.254.169.254/Metadata/Identity/OAuth2/Token?resource=x')\n", "1:imds-url"},
	{"endpoint only", "U = 'http://169.254.169.254/metadata/identity/oauth2/token'\n", ""},
	{"strings beside one another", "u = ('http://169.254.169.254'\n     '/metadata/identity/oauth2/token'\n     '?resource=x')\nget(u)\n", "1:imds-url"},
	{"sum of names", "H = 'http://169.254.169.254'\nP = H + '/metadata/identity/oauth2/token'\nget(P + '?resource=' + r)\n", "3:imds-url"},
	{"fields", "get(f'http://169.254.169.254/metadata/identity/oauth2/token?resource={r}')\nget(f'http://169.254.169.254/metadata/identity/oauth2/token?resource={r}&client_id={c}')\nget(f'http://169.254.169.254/metadata/identity/oauth2/token?{q}')\n", "1:imds-url"},
	{"field of a name", "P = '/metadata/identity/oauth2/token'\nget(f'{H}{P}?resource={r}')\n", "2:imds-url"},
	{"percent", "get('http://169.254.169.254/metadata/identity/oauth2/token?resource=%s' % r)\nget('http://169.254.169.254/metadata/identity/oauth2/token?resource=%s&client_id=%s' % (r, c))\n", "1:imds-url"},
	{"format", "get('http://169.254.169.254/metadata/identity/oauth2/token?resource={}'.format(r))\n", "1:imds-url"},
	{"name that is formatted", "U = 'http://169.254.169.254/metadata/identity/oauth2/token?resource={}&client_id={}'\nget(U.format(r, c))\n", ""},
	{"added later", "u = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\nif c:\n    u += '&client_id=' + c\nget(u)\n", ""},
	{"added later, assigned", "u = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\nif c:\n    u = u + '&client_id=' + c\nget(u)\n", ""},
	{"added in the call", "u = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\nget(u + '&client_id=' + c)\n", ""},
	{"added in a field", "u = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\nget(f'{u}&client_id={c}')\n", ""},
	{"handed on with an ID", "u = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\nget(u, client_id=c)\n", ""},
	{"params", "get('http://169.254.169.254/metadata/identity/oauth2/token', params={'api-version': v, 'resource': r})\n", "1:imds-url"},
	{"params with an ID", "get('http://169.254.169.254/metadata/identity/oauth2/token', params={'resource': r, 'client_id': c})\n", ""},
	{"params with None", "get('http://169.254.169.254/metadata/identity/oauth2/token', params={'resource': r, 'client_id': None})\n", "1:imds-url"},
	{"params by name", "U = 'http://169.254.169.254/metadata/identity/oauth2/token'\nP = {\n    'resource': 'x',\n}\ndef f():\n    get(U, headers=h, params=P)\n    get(U, headers=h, params=P)\n", "2:imds-url"},
	{"params that are filled", "U = 'http://169.254.169.254/metadata/identity/oauth2/token'\ndef f(c):\n    p = {'resource': 'x'}\n    if c:\n        p['client_id'] = c\n    get(U, params=p)\n", ""},
	{"params that get the resource", "U = 'http://169.254.169.254/metadata/identity/oauth2/token'\ndef f(c):\n    p = dict(v=1)\n    p['resource'] = c\n    get(U, params=p)\n", "3:imds-url"},
	{"params from elsewhere", "U = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\nget(U, params=p)\n", ""},
	{"params beside a query", "get('http://169.254.169.254/metadata/identity/oauth2/token?api-version=1', params={'resource': r})\n", "1:imds-url"},
	{"params without a name", "requests.get('http://169.254.169.254/metadata/identity/oauth2/token', {'resource': r}, headers={'Metadata': 'true'})\n", "1:imds-url"},
	{"headers without a name", "get('http://169.254.169.254/metadata/identity/oauth2/token?resource=x', headers)\n", "1:imds-url"},
	{"list of pairs", "get('http://169.254.169.254/metadata/identity/oauth2/token', params=[('resource', r), ('api-version', v)])\n", "1:imds-url"},
	{"request with a method", "s.request('GET', url='http://169.254.169.254/metadata/identity/oauth2/token', params=dict(resource=r))\n", "1:imds-url"},
	{"urlencode", "u = 'http://169.254.169.254/metadata/identity/oauth2/token?' + urlencode({'resource': r})\nurlopen(u)\n", "1:imds-url"},
	{"urlencode with an ID", "urlopen('http://169.254.169.254/metadata/identity/oauth2/token?' + urllib.parse.urlencode({'resource': r, 'object_id': c}))\n", ""},
	{"attribute", "class A:\n    U = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\n    def f(self):\n        get(self.U)\n", "2:imds-url"},
	{"attribute that is added to", "class A:\n    U = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\n    def f(self):\n        get(self.U + q)\n", ""},
	{"attribute and params", "class A:\n    def __init__(self):\n        self.u = 'http://169.254.169.254/metadata/identity/oauth2/token'\n    def f(self):\n        get(self.u, params={'resource': r})\n", "5:imds-url"},
	{"returned", "def f():\n    return 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\n", "2:imds-url"},
	{"docstring", "def f():\n    '''http://169.254.169.254/metadata/identity/oauth2/token?resource=x'''\n", ""},
	{"comparison", "if u == 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x': pass\n", ""},
	{"membership", "if '/metadata/identity/oauth2/token?resource=x' in u: pass\n", ""},
	{"assertion", "assert f('http://169.254.169.254/metadata/identity/oauth2/token?resource=x')\n", ""},
	{"log", "log.info('http://169.254.169.254/metadata/identity/oauth2/token?resource=x')\nprint(f'GET http://169.254.169.254/metadata/identity/oauth2/token?resource={x}')\nraise E('http://169.254.169.254/metadata/identity/oauth2/token?resource=x')\n", ""},
	{"pattern", "re.compile(r'/metadata/identity/oauth2/token\\?resource=x')\n", ""},
	{"help", "p.add('--x', help='http://169.254.169.254/metadata/identity/oauth2/token?resource=x')\n", ""},
	{"another path", "get('http://169.254.169.254/metadata/instance?resource=x')\n", ""},
	{"another host", "get('http://localhost:40342/metadata/identity/oauth2/token?resource=x')\n", ""},
	{"in a list", "U = ['http://169.254.169.254/metadata/identity/oauth2/token?resource=x']\n", "1:imds-url"},

	{"assigned to two names", "a = b = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\nget(a)\nget(b + c)\n", ""},
	{"assigned with a type", "a: str = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\nget(a)\n", "1:imds-url"},
	{"assigned to nothing", "='http://169.254.169.254/metadata/identity/oauth2/token'", ""},
	{"assigned and not used", "a = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\n", ""},

	{"URL in branches", "if c:\n    get('http://169.254.169.254/metadata/identity/oauth2/token?resource=x&client_id=' + c)\nelse:\n    get('http://169.254.169.254/metadata/identity/oauth2/token?resource=x')\n", "4:imds-url?"},
	{"URL by name in branches", "if c:\n    u = f'http://169.254.169.254/metadata/identity/oauth2/token?resource=x&client_id={c}'\nelse:\n    u = 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'\nget(u)\n", "4:imds-url?"},
	{"URL in a case", "match u:\n    case 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x': pass\n", ""},

	{"query in branches", "if a:\n    q = urlencode({'resource': r, 'x': y})\n    u = f'{E}?{q}'\nelse:\n    q = urlencode({'resource': r})\n    u = f'http://169.254.169.254/metadata/identity/oauth2/token?{q}'\nget(u)\n", "6:imds-url"},
	{"query from before", "q = 'resource=x'\nfor a in b:\n    get('http://169.254.169.254/metadata/identity/oauth2/token?' + q)\n    q = q2\n", ""},
	{"query of either branch", "if a:\n    q = 'resource=x'\nelse:\n    q = f()\nget('http://169.254.169.254/metadata/identity/oauth2/token?' + q)\n", ""},
	{"part that is added to", "q = f'?resource={r}'\nif c:\n    q += f'&client_id={c}'\nget(f'http://169.254.169.254/metadata/identity/oauth2/token{q}')\n", ""},

	{"Arc", "u = arc_endpoint + '/metadata/identity/oauth2/token?resource=' + r\nget(u)\nget(f'{self.arcHost}/metadata/identity/oauth2/token', params={'resource': r})\n", ""},
	{"Arc in a function", "def get_arc_token():\n    get(f'{E}/metadata/identity/oauth2/token?resource=x')\n", ""},
	{"another host that is not known", "get(f'{search_endpoint}/metadata/identity/oauth2/token?resource=x')\n", "1:imds-url"},

	// Commands.
	{"words", "import subprocess\nsubprocess.run(['az', 'login', '--identity'])\n", "2:command"},
	{"words with an ID", "import subprocess\nsubprocess.run(['az', 'login', '--identity', '--client-id', c])\n", ""},
	{"words that are not known", "import subprocess\nsubprocess.run(['az', 'login', '--identity', *more])\nsubprocess.run(['az', 'login', '--identity'] + more)\n", ""},
	{"words by name", "from subprocess import check_call as cc\ncmd = ('az', 'login', '-i')\ncc(cmd)\n", "2:command"},
	{"words that are added to", "from subprocess import check_call\ncmd = ['az', 'login', '-i']\nif c:\n    cmd += ['--client-id', c]\ncheck_call(cmd)\n", ""},
	{"words that are extended", "from subprocess import check_call\ncmd = ['az', 'login', '-i']\nif c:\n    cmd.extend(['--client-id', c])\ncheck_call(cmd)\n", ""},
	{"words of a function of ours", "run_cmd(['az', 'login', '--identity'])\n", "1:command"},
	{"asserted words", "m.assert_called_with(['az', 'login', '--identity'])\n", ""},
	{"line", "import os\nos.system('az login -i')\n", "2:command"},
	{"line for a shell", "import subprocess as sp\nsp.check_output(f'az login --identity --allow-no-subscriptions -o {o}', shell=True)\n", "2:command"},
	{"line with an ID", "import os\nos.system('az login -i --client-id ' + c)\n", ""},
	{"line by name", "import os\nCMD = 'az login -i'\nos.system(CMD)\n", "2:command"},
	{"line that is split", "import subprocess, shlex\nsubprocess.run(shlex.split('az login --identity'))\nsubprocess.run('az login --identity'.split())\n", "2:command 3:command"},
	{"script", "import subprocess\nsubprocess.run(['bash', '-c', 'az login -i'])\n", "2:command"},
	{"asyncio", "import asyncio\nawait asyncio.create_subprocess_exec('az', 'login', '-i', stdout=p)\nawait asyncio.create_subprocess_shell('az login -i')\n", "2:command 3:command"},
	{"line of a function of ours", "self.run('az login --identity')\nself.say('az login --identity')\nraise CommandError('az login --identity')\n", "1:command"},
	{"spoken of", "print('run az login --identity')\nlog.error(['az', 'login', '--identity'])\n", ""},
	{"another login", "import os\nos.system('az login')\n", ""},

	{"words in branches", "if c:\n    run(['az', 'login', '--identity', '--client-id', c])\nelse:\n    run(['az', 'login', '--identity'])\n", "4:command?"},
	{"line in branches", "import os\nif c:\n    os.system('az login -i --client-id ' + c)\nelse:\n    os.system('az login -i')\n", "5:command?"},
	{"words that are spread", "import asyncio\ncmd = ['az', 'login', '-i']\np = asyncio.create_subprocess_exec(*cmd, stdout=p)\n", "2:command"},
	{"words that are spread in a list", "cmd = ['az', 'login', '-i']\nrun([*cmd, '--client-id', c])\n", ""},
	{"one word for a shell", "import subprocess\nsubprocess.run(['az login -i'], shell=True)\n", "2:command"},

	{"one of two lists", "if a:\n    cmd: tuple = ('az', 'login', '--username', u, '--password', p)\nelse:\n    cmd: tuple = ('az', 'login', '--identity')\nrun(cmd)\n", "4:command"},
	{"one of two lists with an ID", "if a:\n    cmd = ['az', 'login', '--identity', '--client-id', c]\nelse:\n    cmd = ['az', 'login', '--identity']\nrun(cmd)\n", "4:command?"},
	{"one of two lists, and more", "cmd = ['az', 'login', '-i']\nrun(cmd)\ncmd = ['az', 'x']\nrun(cmd + y)\n", ""},
	{"name that is used again", "cmd = ['az', 'login', '-i']\nrun(cmd)\ncmd = ['az', 'x']\nrun(cmd)\n", "1:command"},

	{"command with a URL", "import os\nC = \"curl -s -H Metadata:true 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x' -o f\"\nprint(C)\n", ""},

	// Notebooks.
	{"line of a notebook", "x = 1\n!az login -i\n", "2:command"},
	{"assigned line of a notebook", "x = !az login -i\n", "1:command"},
	{"line with a field", "!az login -i --client-id {c}\n", ""},
	{"dropped line", "%pip install az login -i\n", ""},
	{"bash", "\n%%bash\naz login -i\n", "3:command"},
	{"script of a cell", "%%script bash --out x\naz login -i\n", "2:command"},
	{"text of a cell", "%%writefile x.sh\naz login -i\n", ""},
	{"timed", "%%time\n" + azure + "ManagedIdentityCredential()\n", "3:credential"},

	// Syntax.
	{"template", azure + "{% if x %}\nc = ManagedIdentityCredential()\n{% endif %}\n", "3:credential"},
	{"template for an ID", azure + "c = ManagedIdentityCredential(client_id={{ id }})\n", ""},
	{"template in a string", azure + "c = ManagedIdentityCredential(client_id='{{ id }}')\n", "2:credential+"},
	{"half a call", azure + "c = ManagedIdentityCredential(\n", ""},
	{"brackets that are not closed", azure + "x = foo(a, [b\ndef f():\n    return ManagedIdentityCredential()\n", "4:credential"},
	{"Python 2", azure + "print 'x'\nexec 'y' in z\ntry:\n    pass\nexcept E, e:\n    raise E, 'x'\nc = ManagedIdentityCredential()\n", "8:credential"},
	{"quotes in fields", azure + "x = f'{a['b']}' f\"{b!r:>{w}}\"\nc = ManagedIdentityCredential()\n", "3:credential"},
	{"field that is not closed", azure + "x = f'{a'\ny = f'''{b'''\nc = ManagedIdentityCredential()\n", "4:credential"},
	{"string that is not closed", azure + "x = 'it\nc = ManagedIdentityCredential()\n", "3:credential"},
	{"on one line", azure + "if a: x = 1; c = ManagedIdentityCredential()\n", "2:credential"},
	{"tabs and returns", "from azure.identity import ManagedIdentityCredential\r\nif a:\r\n\tc = ManagedIdentityCredential()\r\n", "3:credential"},
	{"walrus, lambda, star", azure + "f(*a, **b, c=lambda x, y=1: (z := ManagedIdentityCredential()))\n", "2:credential"},
	{"type parameters", azure + "def f[T](x: T) -> T:\n    type A[T] = list[T]\n    return ManagedIdentityCredential()\n", "4:credential"},
}

func TestSituations(t *testing.T) {
	t.Parallel()
	for _, s := range situations {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			if got := found(s.src); got != s.want {
				t.Errorf("found %q, want %q in\n%s", got, s.want, s.src)
			}
		})
	}
}

// found tells what is found in a program.
func found(src string) string {
	var out []string
	for _, s := range python.Read(excerpt.File(src), reading()) {
		start, _ := s.At.Span()
		mark := ""
		if s.Choice {
			mark += "?"
		}
		if s.System {
			mark += "!"
		}
		if s.Verdict == identity.Present {
			mark += "+"
		}
		out = append(out, fmt.Sprintf("%03d:%s%s", 1+strings.Count(src[:start], "\n"), s.Rule, mark))
	}
	slices.Sort(out)
	for i := range out {
		out[i] = strings.TrimLeft(out[i], "0")
	}
	return strings.Join(out, " ")
}
