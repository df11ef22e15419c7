package identity_test

import (
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

const mssql = "github.com/microsoft/go-mssqldb/azuread"

// What strings without holes mean is proved in testdata/apis/mssql, against the drivers. Here _ is a hole, ? one that the caller
// fills.
func TestReadDSNHoles(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]identity.Verdict{
		"server=_;fedauth=ActiveDirectoryMSI":                          identity.Absent,
		"server=tcp:_,1433;database=_;fedauth=ActiveDirectoryMSI":      identity.Absent,
		"fedauth=ActiveDirectoryMSI;database=_":                        identity.Absent,
		"fedauth=ActiveDirectoryMSI;database=app_":                     identity.Unsure,
		"fedauth=ActiveDirectoryMSI;database=app?":                     identity.Asked,
		"fedauth=ActiveDirectoryMSI;database=__":                       identity.Unsure,
		"fedauth=ActiveDirectoryMSI;_":                                 identity.Unsure,
		"fedauth=ActiveDirectoryMSI?":                                  identity.Asked,
		"fedauth=_;server=s":                                           identity.Unsure,
		"_;fedauth=ActiveDirectoryMSI":                                 identity.Unsure,
		"?;fedauth=ActiveDirectoryMSI":                                 identity.Asked,
		"?":                                                            identity.Asked,
		"server=s;user id=_;fedauth=ActiveDirectoryMSI":                identity.Present,
		"server=s;user id=?;fedauth=ActiveDirectoryMSI":                identity.Asked,
		"server=s;user id=?@t;fedauth=ActiveDirectoryMSI":              identity.Present,
		"server=s;user id=_;password=_;fedauth=ActiveDirectoryDefault": identity.Absent,
		"server=s;user id=_;fedauth=ActiveDirectoryDefault":            identity.Ignored,
		"server=s;client id=_;fedauth=ActiveDirectoryMSI":              identity.Ignored,
		"server=\"a;b\";fedauth=ActiveDirectoryMSI":                    identity.Unsure,
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			if got := identity.ReadDSN(dsn(text), identity.DriverOf(mssql)).Verdict; got != want {
				t.Errorf("verdict %d, want %d", got, want)
			}
		})
	}
	for text, want := range map[string]identity.Verdict{
		"sqlserver://_:_*fedauth=ActiveDirectoryMSI":              identity.Absent,
		"sqlserver://_*database=_&fedauth=ActiveDirectoryMSI":     identity.Absent,
		"sqlserver://_@_*fedauth=ActiveDirectoryMSI":              identity.Present,
		"sqlserver://?@s*fedauth=ActiveDirectoryMSI":              identity.Asked,
		"_*fedauth=ActiveDirectoryMSI":                            identity.Unsure,
		"_://s*fedauth=ActiveDirectoryMSI":                        identity.Unsure,
		"sqlserver://_":                                           identity.Unsure,
		"sqlserver://_:_@_:1433":                                  identity.None,
		"sqlserver://s*_&fedauth=ActiveDirectoryMSI":              identity.Unsure,
		"sqlserver://s*fedauth=ActiveDirectoryMSI&_":              identity.Unsure,
		"sqlserver://s*fedauth=ActiveDirectoryMSI&database=_&a=b": identity.Absent,
		"sqlserver://s*fedauth=ActiveDirectoryMSI&user_id=x":      identity.Ignored,
		"sqlserver://s*fedauth=ActiveDirectoryMSI&a=%zz":          identity.Unsure,
		"sqlserver://s*fedauth=ActiveDirectoryMSI&a=b;c":          identity.Unsure,
	} {
		query := strings.ReplaceAll(text, "user_id", "user%5fid")
		query = strings.ReplaceAll(string(dsn(query)), "*", "?")
		if got := identity.ReadDSN(identity.Word(query), identity.DriverOf(mssql)).Verdict; got != want {
			t.Errorf("%s: verdict %d, want %d", text, got, want)
		}
	}
}

func dsn(text string) identity.Word {
	text = strings.ReplaceAll(text, "_", string(identity.Hole(1)))
	return identity.Word(strings.ReplaceAll(text, "?", string(identity.AskedHole(2))))
}

// What an ID is appended to names it, and a string that has a key is not given a second one.
func TestReadDSNAppend(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"server=s;fedauth=ActiveDirectoryMSI":             ";user id=",
		"server=s;fedauth=ActiveDirectoryMSI;":            "user id=",
		"odbc:server=s;fedauth=ActiveDirectoryMSI":        ";user id=",
		"odbc:server={s};fedauth=ActiveDirectoryMSI":      "",
		"sqlserver://s?fedauth=ActiveDirectoryMSI":        "&user+id=",
		"sqlserver://s?fedauth=ActiveDirectoryMSI&":       "user+id=",
		"sqlserver://s?fedauth=ActiveDirectoryMSI#x":      "",
		"sqlserver://@s?fedauth=ActiveDirectoryMSI":       "",
		"server=s;fedauth=ActiveDirectoryMSI;user id=":    "",
		"server=s;fedauth=ActiveDirectoryMSI;client id=x": "",
		"server=s;fedauth=ActiveDirectoryMSI;user id=x":   "",
	} {
		read := identity.ReadDSN(identity.Text(text), identity.DriverOf(mssql))
		if read.Append != want {
			t.Errorf("%s: appends %q, want %q", text, read.Append, want)
		}
		if want != "" {
			again := identity.ReadDSN(identity.Text(text+read.Append+"x"), identity.DriverOf(mssql))
			if again.Verdict != identity.Present || again.ID != "x" {
				t.Errorf("%s: an ID makes it %+v", text, again)
			}
		}
	}
}
