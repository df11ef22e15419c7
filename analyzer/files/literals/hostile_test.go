package literals_test

import (
	"strings"
	"testing"
)

// TestHostile reads text that is made to take long: twice as much may not take much more than twice the memory. It is not to
// run beside other tests, whose memory would count too.
func TestHostile(t *testing.T) { //nolint:paralleltest // see above
	const begin = "import com.azure.identity Azure.Identity '" + url + " az login'\n"
	for _, c := range hostiles() {
		measure := func(size int) float64 {
			text := begin + strings.Repeat(strings.ReplaceAll(c.piece, "IMDS", url), size/len(c.piece))
			return testing.AllocsPerRun(1, func() { find(t, c.file, text) })
		}
		const size = 1 << 14
		if once, twice := measure(size), measure(2*size); twice > 2.5*once+100 {
			t.Errorf("%s of %q takes %v allocations, and twice as much of it %v", c.file, c.piece, once, twice)
		}
	}
}

// A hostile text repeats a piece.
type hostile struct{ file, piece string }

func hostiles() []hostile {
	return []hostile{
		{"a.ts", "`${"},
		{"a.ts", "`${'"},
		{"a.ts", "\\'"},
		{"a.ts", "/["},
		{"a.ts", "`${`a`"},
		{"a.ts", "(`${a}"},
		{"a.ts", "["},
		{"a.cs", `$"{`},
		{"a.cs", `$"""{`},
		{"a.cs", `@"`},
		{"a.cs", `$@"{"`},
		{"a.cs", "{ class "},
		{"a.cs", `("IMDS&resource=x" + `},
		{"a.cs", `F("IMDS&resource=x", `},
		{"a.cs", `"IMDS&resource=x";`},
		{"a.cs", `x = "IMDS"; f(x + y);`},
		{"a.cs", `new ManagedIdentityCredential();`},
		{"a.cs", `{ F("IMDS&resource=x"); `},
		{"a.cs", `"IMDS&resource=x" + `},
		{"a.java", "new ManagedIdentityCredentialBuilder().x() "},
		{"a.rb", `"#{`},
		{"a.rb", `%q(`},
		{"a.php", `"{$`},
		{"a.kt", `"""${`},
		{"a.xml", "<!--"},
		{"Jenkinsfile", "sh x "},
		{"Jenkinsfile", "sh 'az login -i' "},
		{"Jenkinsfile", "sh 'az login -i'\n"},
		{"Jenkinsfile", "if (a) { sh 'az login -i --client-id a' } else "},
		{"Jenkinsfile", ".sh(a)"},
		{"a.ts", "exec([a, "},
		{"a.ts", "exec(a(b, "},
		{"a.rs", `Command::new("az").arg(`},
		{"a.rs", `Command::new("az").arg("a")`},
		{"a.rb", "`az login #{"},
		{"a.ts", "rp({ uri: 'IMDS', qs: {"},
		{"a.ts", "rp({ uri: 'IMDS', qs: { resource: x } });"},
		{"a.ts", "u = new URL('IMDS'); u.searchParams.set('resource', x);"},
		{"a.bicep", "commandToExecute: a('az login -i'"},
		{"a.bicep", "customData: 'az login'\n"},
		{"a.kt", "val a = \"http://169.254.169.254/\" ; \"$a\" "},
	}
}
