package literals_test

import (
	"strings"
	"testing"
	"time"
)

// TestHostile reads text that is made to take long: twice as much may not take much more than twice as long.
func TestHostile(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, piece string }{
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
		{"a.kt", "val a = \"http://169.254.169.254/\" ; \"$a\" "},
	} {
		const size = 1 << 17
		text := "import com.azure.identity Azure.Identity '" + url + "'\n" + strings.Repeat(strings.ReplaceAll(c.piece, "IMDS", url), size/len(c.piece))
		start := time.Now()
		find(t, c.file, text)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s of %q takes %v", c.file, c.piece, took)
		} else {
			t.Logf("%s %q: %v", c.file, c.piece, took)
		}
	}
}
