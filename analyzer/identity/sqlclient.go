package identity

import "strings"

// A sqlForm is a way to write a connection string for SQL Server outside Go. Keys and values have no letter case.
type sqlForm struct {
	prefix  string   // what the string begins with
	anyOf   []string // keys of which one is there, or the string is for something else
	managed []string // values of authentication for a managed identity, without blanks
	chain   string   // the one for the default chain
	ids     []string // keys that name the identity; the first is the one that a fix writes
}

// sqlForms is the table.
//
// JDBC: microsoft/mssql-jdbc@0031e3d0 SQLServerDriver.java (SqlAuthentication.valueOfString, the property names) and
// https://learn.microsoft.com/sql/connect/jdbc/connecting-using-azure-active-directory-authentication: user since 12.2, msiClientId
// since 8.3 and still.
//
// ADO.NET and ODBC share keys: https://learn.microsoft.com/sql/connect/ado-net/sql/azure-active-directory-authentication (User Id),
// https://learn.microsoft.com/sql/connect/odbc/using-azure-active-directory (UID; ActiveDirectoryMsi).
func sqlForms() []sqlForm {
	managed := []string{"activedirectorymanagedidentity", "activedirectorymsi"}
	const chain = "activedirectorydefault"
	return []sqlForm{
		{prefix: "jdbc:sqlserver:", managed: managed, chain: chain, ids: []string{"msiClientId", "user", "userName"}},
		{anyOf: []string{"driver", "dsn"}, managed: managed, chain: chain, ids: []string{"UID", "User", "User Id"}},
		{
			anyOf:   []string{"server", "data source", "datasource", "addr", "address", "network address"},
			managed: managed, chain: chain, ids: []string{"User Id", "UID", "User", "UserId"},
		},
	}
}

// MayBeSQL reports whether text may be a connection string that says how to log in.
func MayBeSQL(text string) bool {
	if strings.Contains(text, "fedauth") {
		return true
	}
	for _, word := range []string{"Directory", "directory", "DIRECTORY"} {
		if strings.Contains(text, word) {
			text = strings.ToLower(text)
			return strings.Contains(text, "fedauth=") || strings.Contains(text, "authentication")
		}
	}
	return false
}

// ReadSQL tells what a connection string for SQL Server asks for, whichever driver it is for: ADO.NET, ODBC, JDBC, or go-mssqldb,
// whose strings have fedauth where others have authentication.
func ReadSQL(word Word) DSN {
	text := string(word)
	if strings.Contains(strings.ToLower(text), "fedauth=") {
		return ReadDSN(word, Driver{ResourceID: true})
	}
	if strings.ContainsAny(text, "\r\n") {
		return DSN{} // a text with a connection string in it, maybe
	}
	for _, form := range sqlForms() {
		rest, ok := cutPrefixFold(text, form.prefix)
		if !ok {
			continue
		}
		pairs := sqlPairs(rest)
		if len(form.anyOf) == 0 || pairs.hasAny(form.anyOf) {
			return form.read(text, pairs)
		}
	}
	return DSN{}
}

func (form sqlForm) read(text string, pairs dsnPairs) DSN {
	authentication := strings.ToLower(strings.ReplaceAll(pairs.values["authentication"], " ", ""))
	switch {
	case pairs.broken:
		return DSN{}
	case pairs.open != "":
		return DSN{Verdict: unsureOf(pairs.open)}
	case hasHole(authentication):
		return DSN{Verdict: unsureOf(authentication)}
	}
	chain := authentication == form.chain
	if !chain && authentication != form.managed[0] && authentication != form.managed[1] {
		return DSN{Verdict: None}
	}
	out := DSN{Verdict: Absent, Chain: chain, Env: chain}
	for _, key := range form.ids {
		value, ok := pairs.values[strings.ToLower(key)]
		if v := given(value); ok && v != Empty {
			out.Verdict, out.ID = v, Word(value)
			return out
		}
		if ok {
			out.Verdict = Empty
		}
	}
	if out.Verdict == Absent && !chain && !strings.ContainsAny(text, "\"'{}") {
		out.Append = form.ids[0] + "="
		if !strings.HasSuffix(strings.TrimRight(text, " "), ";") {
			out.Append = ";" + out.Append
		}
	}
	return out
}

// hasAny reports whether one of some keys is there.
func (p dsnPairs) hasAny(keys []string) bool {
	for _, key := range keys {
		if _, ok := p.values[key]; ok {
			return true
		}
	}
	return false
}

// sqlPairs reads key=value; of which a value may stand in quotes or braces and then hold semicolons.
//
// Have: Server=tcp:host,1433;Authentication="Active Directory MSI"; Driver={ODBC Driver 18};UID=id
func sqlPairs(text string) dsnPairs {
	p := dsnPairs{values: make(map[string]string)}
	for text != "" {
		part, rest, ok := cutPart(text)
		if !ok {
			p.broken = true
			return p
		}
		text = rest
		key, value, _ := strings.Cut(part, "=")
		key = strings.ToLower(strings.TrimSpace(key))
		value = strings.TrimSpace(value)
		for _, quotes := range []string{`""`, "''", "{}"} {
			if len(value) > 1 && value[0] == quotes[0] && value[len(value)-1] == quotes[1] {
				value = value[1 : len(value)-1]
			}
		}
		switch {
		case hasHole(key):
			p.open += key
		case key != "":
			p.add(key, value, rest == "")
		}
	}
	return p
}

// cutPart cuts text behind its first part, unless what quotes that has no end.
func cutPart(text string) (part, rest string, ok bool) {
	part, rest, _ = strings.Cut(text, ";")
	equals := strings.IndexByte(part, '=')
	if equals < 0 {
		return part, rest, true
	}
	value := strings.TrimLeft(text[equals+1:], " ")
	if value == "" || value[0] != '"' && value[0] != '\'' && value[0] != '{' {
		return part, rest, true
	}
	start := len(text) - len(value)
	closing := value[0]
	if closing == '{' {
		closing = '}'
	}
	end := strings.IndexByte(value[1:], closing)
	if end < 0 {
		return "", "", false
	}
	end += start + 2
	behind, rest, _ := strings.Cut(text[end:], ";")
	return text[:end], rest, strings.TrimSpace(behind) == ""
}

// cutPrefixFold is strings.CutPrefix without regard to letter case.
func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
