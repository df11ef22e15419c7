package keys_test

import (
	"testing"

	"github.com/whichid/whichid/analyzer/files/excerpt"
)

// A fix is one line, once, and nothing is found after it.
func TestFixes(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"steps:\n- uses: azure/login@v2\n  with:\n    auth-type: IDENTITY # vm\n    tenant-id: x\n": "steps:\n- uses: azure/login@v2\n  with:\n" +
			"    auth-type: IDENTITY # vm\n    client-id: ${{ secrets.AZURE_CLIENT_ID }}\n    tenant-id: x\n",
		"steps:\n- uses: azure/login@v2\n  with:\n    tenant-id: x\n    auth-type: IDENTITY\n": "steps:\n- uses: azure/login@v2\n  with:\n" +
			"    tenant-id: x\n    client-id: ${{ secrets.AZURE_CLIENT_ID }}\n    auth-type: IDENTITY\n",
		"steps:\n- uses: azure/login@v2\n  with: {auth-type: IDENTITY}\n": "steps:\n- uses: azure/login@v2\n" +
			"  with: {client-id: \"${{ secrets.AZURE_CLIENT_ID }}\", auth-type: IDENTITY}\n",
		"steps:\n- uses: azure/login@v2\n  with:\n    auth-type: IDENTITY\n":                      "",
		"steps:\n- uses: azure/login@v2\n  with:\n    auth-type: IDENTITY\n    client-id: \"\"\n": "",
		"a: |\n  steps:\n  - uses: azure/login@v2\n    with:\n      auth-type: IDENTITY\n      tenant-id: x\n": "a: |\n  steps:\n  - uses: azure/login@v2\n    with:\n" +
			"      auth-type: IDENTITY\n      client-id: ${{ secrets.AZURE_CLIENT_ID }}\n      tenant-id: x\n",
		"- azure_rm_x:\n    name: a\n    auth_source: msi\n": "- azure_rm_x:\n    name: a\n" +
			"    client_id: \"{{ lookup('env', 'AZURE_CLIENT_ID') }}\"\n    auth_source: msi\n",
		`{"useManagedIdentityExtension": true}`: "",
	} {
		sites := read(excerpt.File(src), 3)
		if len(sites) != 1 {
			t.Errorf("%s\n%d sites", src, len(sites))
			continue
		}
		got := ""
		for _, e := range sites[0].Fix.Edits {
			got = src[:e.Start] + e.New + src[e.End:]
		}
		if got != want {
			t.Errorf("%s\ngot  %s\nwant %s", src, got, want)
		}
		if again := found(got); got != "" && again != "" {
			t.Errorf("%s\nagain %s", got, again)
		}
	}
}
