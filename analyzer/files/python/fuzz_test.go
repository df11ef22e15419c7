package python_test

import (
	"strings"
	"testing"
	"time"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/python"
)

// No text takes long: one that is eight times as long takes not much more than eight times as long.
func TestLongTextIsReadInTime(t *testing.T) {
	t.Parallel()
	const url = "'http://169.254.169.254/metadata/identity/oauth2/token?resource='"
	head := azure + "import os\nU = " + url + "\n# az login\n"
	for _, part := range []string{
		"(", "[", "{", ")", "f'{", "f'''{", "f\"{f'{", "f'{x:{", "'''", "'", "\\", "\\\n", "for ", "lambda ", "as (", "a = ", "a += ", "a.", "a()", "a()()",
		"a[0]", "'a' ", "'a' + ", "U + ", "U % ", "f'{U}' ", "if a:\n", "if a:", "case ", "case a(", "match (a):\n case ", "(U, ", "get(U, ", "get(U, params={'resource': ",
		"get(U, params=U)\n", "x = {'a': 1}\nx['b'] = 2\n", "ManagedIdentityCredential(", "ManagedIdentityCredential()\n", "ManagedIdentityCredential(client_id=c)\n",
		"M = ManagedIdentityCredential\n", "os.system('az login -i')\n", "run(['az', 'login'])\n", "run(['az', 'login'] + ", "!az login -i\n", "from a import (", "import a.",
		"global U\n", "def f(", "def f():\n ", "@", "U = U + U\n", "x = (U)\n", "((U)) + ", "a if b else ", "{a: b for ", "**a, ", "elif a:\n pass\n", "get(U)\n",
		"'%s' % ('%s' % ", "'{}'.format(", "urlencode(", "u = " + url + "\n", "cls.U ", "class A:\n U = " + url + "\n",
	} {
		of := func(size int) time.Duration { return timed(head + strings.Repeat(part, size/len(part))) }
		short, long := of(32<<10), of(256<<10)
		for range 3 { // the machine may have been busy
			if long > time.Second && long > 30*short {
				short, long = of(32<<10), min(long, of(256<<10))
			}
		}
		if long > time.Second && long > 30*short {
			t.Errorf("eight times as much of %q takes %v, and not %v", part, long, 8*short)
		}
	}
}

// timed returns the time that it takes to read a text.
func timed(src string) time.Duration {
	begun := time.Now()
	python.Read(excerpt.File(src), reading())
	return time.Since(begun)
}
