package identity_test

import (
	"slices"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/internal/fuzzing"
)

// FuzzReadCommand holds the reader to an answer, always the same one, for words of any kind. The places are those of the words, and the
// flag of a fix names the identity.
func FuzzReadCommand(f *testing.F) {
	seeds := []string{
		"az login -i -o _", "AZ -0\x9a", "sudo -E timeout 5 bash -c x", "curl -G -d @x --data-urlencode a=b http://169.254.169.254/metadata/identity/oauth2/token",
		"azcopy login --identity --identity-client-id x", "azcopy login --login-type=MSI", "kubelogin get-token -l msi --client-id ?", "az login -iu x --username= -- y",
		"az login --identity --client-id '' --resource-id x --object-id y --allow-no-subscriptions --tenant t", "env A=b nice -n 5 xargs az login -i",
		"http http://169.254.169.254/metadata/identity/oauth2/token resource==x", "wget -qO- --post-data=a=b $IDENTITY_ENDPOINT",
	}
	known := fuzzing.Seed(f, seeds)
	f.Fuzz(func(t *testing.T, line string) {
		argv := words(known.Expand(line))
		for _, words := range [][]identity.Word{argv, identity.Unwrap(argv).Words} {
			a, b := identity.ReadCommand(words), identity.ReadCommand(words)
			if a != b {
				t.Errorf("%+v and %+v", a, b)
			}
			for _, at := range []int{a.AskedAt, a.WrongAt, a.GivenAt, a.URLAt, a.QueryAt} {
				if at < 0 || at > 0 && at >= len(words) {
					t.Fatalf("word %d of %d: %+v", at, len(words), a)
				}
			}
			if flag := a.Flag(identity.ClientName); a.Verdict == identity.Absent && flag != "" {
				named := slices.Insert(slices.Clone(words), a.AskedAt+1, identity.Word(flag), "x")
				if c := identity.ReadCommand(named); c.ID != "x" || c.Verdict != identity.Present && c.Verdict != identity.Unsure {
					t.Errorf("%q: with an ID it is %+v", named, c)
				}
			}
		}
	})
}

// FuzzParseSink holds a row that is taken to a target, and to the table, which takes it too.
func FuzzParseSink(f *testing.F) {
	seeds := []string{
		`credential example.com/app/token.Config{Use:true,Key:} id=ClientID|A.B unset="an empty one" cure=none`,
		"dsn database/sql.Open(2) when=0:azuresql dsn=1 marker=fedauth", "unset example.com/a.New(0) id=ClientID",
		"no-selector example.com/a.v3.Client.Fetch(1)", "credential example.com/a.New(2) when=1.Method:msi id=1.ClientID options=Options",
	}
	known := fuzzing.Seed(f, seeds)
	f.Fuzz(func(t *testing.T, row string) {
		row = known.Expand(row)
		sink, err := identity.ParseSink(row)
		if err != nil {
			if err.Error() == "" {
				t.Errorf("%q: an error without words", row)
			}
			return
		}
		if sink.Package == "" || sink.Name == "" || !slices.Contains(identity.SinkRules(), sink.Rule) {
			t.Errorf("%q: accepted: %+v", row, sink)
		}
		if _, err := identity.NewTable(row); err != nil {
			t.Errorf("%q: the table says %v", row, err)
		}
	})
}

// FuzzReadDSN holds the reader to an answer, always the same one, and what it appends to a name.
func FuzzReadDSN(f *testing.F) {
	seeds := []string{
		"server=_;fedauth=ActiveDirectoryMSI;user id=x", "odbc:server={a}}b};fedauth={ActiveDirectoryMSI};resource id=?;uid=",
		"sqlserver://a:b@c/d?fedauth=ActiveDirectoryMSI&user+id=%5f#e", "server=\"a;b\";fedauth=activedirectorydefault;client id=x;pwd=y",
	}
	known := fuzzing.Seed(f, seeds)
	f.Fuzz(func(t *testing.T, text string) {
		text = known.Expand(text)
		for _, word := range []identity.Word{dsn(text), identity.Text(text)} {
			for _, driver := range []identity.Driver{{}, {ResourceID: true}} {
				a, b := identity.ReadDSN(word, driver), identity.ReadDSN(word, driver)
				if a != b {
					t.Errorf("%+v and %+v", a, b)
				}
				if a.Append == "" {
					continue
				}
				if c := identity.ReadDSN(word+identity.Word(a.Append)+"x", driver); c.Verdict != identity.Present || c.ID != "x" {
					t.Errorf("%q with %q: %+v", word, a.Append, c)
				}
			}
		}
	})
}

// FuzzReadSQL holds the reader to an answer, and what it appends to a name.
func FuzzReadSQL(f *testing.F) {
	seeds := []string{
		"Driver={a;b};Server=db;Authentication=ActiveDirectoryMsi;UID=x", "jdbc:sqlserver://db:1433;authentication=ActiveDirectoryMSI;msiClientId=_;",
		"Data Source='a;b';Authentication=Active Directory Managed Identity;User Id=?", "Server=a;Authentication=\"Active Directory Default\"",
	}
	known := fuzzing.Seed(f, seeds)
	f.Fuzz(func(t *testing.T, text string) {
		text = known.Expand(text)
		for _, word := range []identity.Word{dsn(text), identity.Text(text)} {
			read := identity.ReadSQL(word)
			if read.Append == "" || read.URL {
				continue
			}
			if again := identity.ReadSQL(word + identity.Word(read.Append) + "x"); again.Verdict != identity.Present || again.ID != "x" {
				t.Errorf("%q with %q: %+v", word, read.Append, again)
			}
		}
	})
}

// FuzzReadVariables holds the reader to what it says: an ID makes every finding go away.
func FuzzReadVariables(f *testing.F) {
	seeds := []string{"ARM_USE_MSI=true ARM_CLIENT_ID=_", "AZCOPY_AUTO_LOGIN_TYPE=MSI AZCOPY_MSI_CLIENT_ID", "AZURE_CLIENT_ID=? ARM_USE_MSI=_ ARM_CLIENT_ID="}
	known := fuzzing.Seed(f, seeds)
	f.Fuzz(func(t *testing.T, text string) {
		text = known.Expand(text)
		for _, login := range identity.ReadVariables(variables(text)) {
			if login.Verdict != identity.Absent {
				continue
			}
			for _, again := range identity.ReadVariables(variables(text + " " + login.Names[0] + "=x")) {
				if again.Tool == login.Tool && again.Verdict != identity.Present {
					t.Errorf("%q: %+v with an ID", text, again)
				}
			}
		}
	})
}
