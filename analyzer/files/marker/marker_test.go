package marker_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/files/marker"
)

func TestFound(t *testing.T) {
	t.Parallel()
	s := marker.New()
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"", false},
		{"a", false},
		{"http://169.254.169.254/metadata/identity/oauth2/token", true},
		{"http://169.254.169.254/METADATA/IDENTITY/OAuth2/Token", true},
		{`"http:\/\/169.254.169.254\/metadata\/identity\/oauth2\/token"`, true},
		{"https://example.com/oauth2/authorize", false},
		{`"$IDENTITY_ENDPOINT?resource=x"`, true},
		{"az login -i", true},
		{"az \\\n  login \\\n  --identity", true},
		{`["az", "login", "--identity"]`, true},
		{`"set -e\naz login -i\n"`, true},
		{"C:\\az.cmd login", true},
		{"- az\n- login\n- -i", true},
		{"the login form of the bazaar", false},
		{"azcopy login --login-type=msi", true},
		{"docker login", false},
		{"export AZCOPY_AUTO_LOGIN_TYPE=MSI", true},
		{"kubelogin convert-kubeconfig -l msi", true},
		{"sqlcmd --authentication-method ActiveDirectoryManagedIdentity", true},
		{"Connect-AzAccount -Ident", true},
		{"login-azurermaccount -MSI", true},
		{"use_msi = true", true},
		{"msiexec /i setup.msi", false},
		{"useManagedIdentityExtension: true", true},
		{"useVMManagedIdentity: \"true\"", true},
		{"auth-type: IDENTITY", true},
		{"auth-type: basic", false},
		{"azureDNS: {}", true},
		{"identity: {}", false},
		{"storage_account_name = \"x\"", false},
		{"type: AZURE\nconfig:\n  storage_account: x", true},
		{"storage_account: x", false},
		{"DefaultAzureCredential()", true},
		{"MSIAuthentication(resource=x)", true},
		{"Authentication=Active Directory Managed Identity", true},
		{"Authentication=ActiveDirectoryMSI", true},
		{"fedauth=ActiveDirectoryManagedIdentity", true},
		{"# whichid:ignore -- a reason", true},
	} {
		if got := s.Found([]byte(tt.text)); got != tt.want {
			t.Errorf("%q: %v", tt.text, got)
		}
	}
}

// FuzzFound compares the scan with plain searches for a few of the words.
func FuzzFound(f *testing.F) {
	s := marker.New()
	words := regexp.MustCompile(`(?i:oauth2\\?/token|fedauth|use_msi|managed[ _-]?identity|vmmsi)`)
	for _, seed := range []string{"", "oauth2/token", "xxFEDAUTH", "managed identitymanagedidentity", "use_ms use_msi", "vmm vmmsi"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		ascii := bytes.Map(func(r rune) rune { return min(r, 0x7f) }, text) // (?i) folds more than ASCII
		if words.Match(ascii) && !s.Found(ascii) {
			t.Fatalf("%q is not found", ascii)
		}
	})
}

// BenchmarkFound scans a text like those of a repository, in which there is nothing to find.
func BenchmarkFound(b *testing.B) {
	line := "    - name: Set up the login server\n      run: docker login --username ${{ secrets.USER }} && go build -o bin/app ./cmd/app\n" +
		"func main() { return identity(client, \"https://example.com/oauth2/authorize\") } # managed by the deployment\n"
	text := []byte(strings.Repeat(line, 5000))
	s := marker.New()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if s.Found(text) {
			b.Fatal("found")
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		marker.New()
	}
}
