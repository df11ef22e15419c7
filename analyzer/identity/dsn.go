package identity

import (
	"slices"
	"strings"
)

// A DSN is what a connection string of go-mssqldb means for package azuread.
type DSN struct {
	Verdict Verdict
	ID      Word // the ID that the driver reads, if it is present
	// Chain is set where the driver takes the default chain of credentials, and Env where AZURE_CLIENT_ID may name the identity:
	// there, and where the driver reads it by itself.
	Chain, Env bool
	// Wrong is what is not read, as it is written but for its escapes: the name of a key, or the value of fedauth. Right is what
	// would be read in its place, or "".
	Wrong, Right string
	// Append is what, with an ID behind it, names the identity when it is appended to the string; "" if that is not safe. URL
	// says that the ID must be escaped for a query.
	Append string
	URL    bool
}

// Keys that all forms know.
const (
	userID     = "user id"
	resourceID = "resource id"
	password   = "password"
	urlScheme  = "sqlserver://"
)

// A Driver is one of the drivers that share the connection string, and differ in what they make of it.
type Driver struct {
	ResourceID bool // the key resource id is read
	Env        bool // without an ID, AZURE_CLIENT_ID is read
}

// DriverOf returns the driver of an import path.
//
// denisenkom/go-mssqldb@v0.12.3/azuread/configuration.go: no resource id, and azidentity 0.11, whose managed identity reads
// AZURE_CLIENT_ID if no ID is given. microsoft/go-mssqldb@v0.17.0 and v1.11.2/azuread/configuration.go: the key is read, the
// variable is not.
func DriverOf(path string) Driver {
	if strings.HasPrefix(path, "github.com/denisenkom/") {
		return Driver{Env: true}
	}
	return Driver{ResourceID: true}
}

// A workflow is a value of fedauth, as the driver spells it: it accepts any letter case, and then takes the default chain for
// all that is not spelled so (go-mssqldb@v1.11.2/azuread/configuration.go, validateParameters and
// provideActiveDirectoryToken).
type workflow struct {
	name  string
	chain bool
}

func workflows() []workflow {
	return []workflow{
		{"ActiveDirectoryManagedIdentity", false},
		{"ActiveDirectoryMSI", false},
		{"ActiveDirectoryDefault", true},
		{"ActiveDirectoryIntegrated", true},
	}
}

// A dsnForm is a way to write the pairs of a connection string, and what its keys mean. Keys have no letter case.
//
// go-mssqldb@v1.11.2/msdsn/conn_str.go: only the form with semicolons has synonyms.
type dsnForm struct {
	prefix  string
	pairs   func(string) dsnPairs
	ignored []string // keys that look as if they named the identity
	right   string   // how the key of a client ID is written
}

func dsnForms() []dsnForm {
	wrong := []string{"client id", "clientid", "client_id", "msi id", "msi_id", "msiclientid", "user_id", "userid", "identity"}
	return []dsnForm{
		{urlScheme, urlPairs, append(wrong, "user", "uid"), "user+id"},
		{"odbc:", odbcPairs, append(wrong, "user", "uid"), userID},
		{"", adoPairs, wrong, userID},
	}
}

// ReadDSN tells what a connection string asks for.
func ReadDSN(word Word, driver Driver) DSN {
	dsn := string(word)
	if before, _, ok := strings.Cut(dsn, "://"); hasHole(before) && (ok || strings.IndexFunc(dsn, isHole) == 0) {
		return DSN{Verdict: unsureOf(before)} // a hole at the beginning may choose the form
	}
	for _, form := range dsnForms() {
		if rest, ok := strings.CutPrefix(dsn, form.prefix); ok {
			return form.read(form.pairs(rest), dsn, driver)
		}
	}
	return DSN{}
}

func (form dsnForm) read(pairs dsnPairs, dsn string, driver Driver) DSN {
	if pairs.broken {
		return DSN{}
	}
	fedauth := pairs.values["fedauth"]
	if hasHole(fedauth) {
		return DSN{Verdict: unsureOf(fedauth)}
	}
	index := slices.IndexFunc(workflows(), func(w workflow) bool { return strings.EqualFold(w.name, fedauth) })
	switch {
	case pairs.open != "":
		return DSN{Verdict: unsureOf(pairs.open)}
	case index < 0:
		return DSN{Verdict: None}
	}
	flow := workflows()[index]
	id := pairs.id(driver)
	if flow.chain || flow.name != fedauth {
		return form.chain(pairs, flow, id)
	}
	out := DSN{Verdict: id, ID: pairs.given(driver), URL: form.prefix == urlScheme, Env: driver.Env && (id == Absent || id == Empty)}
	if id == Absent {
		out.Append = form.append(pairs, dsn)
		if key := form.ignoredKey(pairs, driver); key != "" {
			out = DSN{Verdict: Ignored, Wrong: key, Right: form.right, URL: out.URL, Env: driver.Env}
		}
	}
	return out
}

// id judges the keys that the driver reads. A resource ID wins over a client ID.
func (p dsnPairs) id(driver Driver) Verdict {
	out := Absent
	for _, key := range []string{resourceID, userID} {
		value, ok := p.values[key]
		if !ok || key == resourceID && !driver.ResourceID {
			continue
		}
		if out = given(value); out != Empty {
			return out
		}
	}
	return out
}

// given returns the ID that the driver reads.
func (p dsnPairs) given(driver Driver) Word {
	if id := p.values[resourceID]; id != "" && driver.ResourceID {
		return Word(id)
	}
	return Word(p.values[userID])
}

// chain judges a string whose credential is the default chain: an ID in it is dropped.
func (form dsnForm) chain(pairs dsnPairs, flow workflow, id Verdict) DSN {
	_, ofDatabase := pairs.values[password] // then the user is one of the database
	if id != Present && id != Asked || ofDatabase {
		return DSN{Verdict: Absent, Chain: true, Env: true}
	}
	out := DSN{Verdict: Ignored, Chain: true, Env: true, Wrong: pairs.values["fedauth"]}
	if !flow.chain {
		out.Right = flow.name
	}
	return out
}

// ignoredKey returns the first key with a value that the driver does not read, though it looks like an ID's.
func (form dsnForm) ignoredKey(pairs dsnPairs, driver Driver) string {
	keys := form.ignored
	if !driver.ResourceID {
		keys = append(slices.Clone(keys), resourceID)
	}
	for _, key := range keys {
		if pairs.values[key] != "" {
			return key
		}
	}
	return ""
}

func (form dsnForm) append(pairs dsnPairs, dsn string) string {
	separator := ";"
	if form.prefix == urlScheme {
		separator = "&"
	}
	switch {
	case strings.ContainsAny(dsn, "\"'{}#"), pairs.values[resourceID] != "":
		return ""
	case strings.HasSuffix(dsn, separator):
		separator = ""
	}
	return separator + form.right + "="
}

// IsDSNKey reports whether a key, in any letter case, says something of the identity in the URL form of a connection string.
func IsDSNKey(key string) bool {
	key = strings.ToLower(key)
	return slices.Contains([]string{"fedauth", password, resourceID, userID}, key) ||
		slices.Contains(dsnForms()[0].ignored, key)
}
