package identity

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// dsnPairs are the pairs of a connection string by their key in lower case.
type dsnPairs struct {
	values map[string]string
	open   string // the holes that may bring further pairs
	broken bool   // the driver refuses the string, or its versions read it in different ways
}

// add notes a pair. Last says that nothing stands behind it.
func (p *dsnPairs) add(key, value string, last bool) {
	p.values[key] = value
	if mayGoOn(value, last) {
		p.open += value
	}
}

// mayGoOn reports whether a hole in a value may hold further pairs: one behind another, or one that ends the string behind what
// looks complete.
//
// Have: "database=" + name + options, "database=master" + options
func mayGoOn(value string, last bool) bool {
	wasHole, holes := false, false
	for _, r := range value {
		if isHole(r) && wasHole {
			return true
		}
		wasHole = isHole(r)
		holes = holes || wasHole
	}
	first, _ := utf8.DecodeRuneInString(value)
	return last && holes && wasHole && !isHole(first)
}

// adoPairs reads server=host;fedauth=ActiveDirectoryMSI (go-mssqldb@v1.11.2/msdsn/conn_str.go, splitConnectionString). Earlier
// versions know no quotes.
func adoPairs(dsn string) dsnPairs {
	p := dsnPairs{values: make(map[string]string), broken: strings.Contains(dsn, `"`)}
	parts := strings.Split(dsn, ";")
	for i, part := range parts {
		key, value, _ := strings.Cut(part, "=")
		key = strings.ToLower(strings.TrimSpace(key))
		switch {
		case hasHole(key):
			p.open += key
		case key != "":
			p.add(adoSynonym(key), strings.TrimSpace(value), i == len(parts)-1)
		}
	}
	return p
}

func adoSynonym(key string) string {
	switch key {
	case "user", "uid":
		return userID
	case "pwd": // since v1.11
		return password
	}
	return key
}

// odbcPairs reads odbc:server=host;user id={id} (go-mssqldb@v1.11.2/msdsn/conn_str.go, splitConnectionStringOdbc). A value in
// braces may hold semicolons; }} in it is a brace.
func odbcPairs(dsn string) dsnPairs {
	p := dsnPairs{values: make(map[string]string)}
	for dsn != "" {
		var part string
		equals := strings.IndexByte(dsn, '=')
		if equals >= 0 && strings.HasPrefix(strings.TrimSpace(dsn[equals+1:]), "{") && !strings.Contains(dsn[:equals], ";") {
			end := strings.IndexByte(dsn[equals:], '}')
			if end < 0 || strings.HasPrefix(dsn[equals+end+1:], "}") {
				p.broken = true
				return p
			}
			part = dsn[:equals+end+1]
			rest := strings.TrimSpace(dsn[len(part):])
			if rest != "" && rest[0] != ';' {
				p.broken = true
				return p
			}
			dsn = strings.TrimPrefix(rest, ";")
		} else {
			part, dsn, _ = strings.Cut(dsn, ";")
		}
		key, value, _ := strings.Cut(part, "=")
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		value = strings.TrimSuffix(strings.TrimPrefix(value, "{"), "}")
		switch {
		case hasHole(key):
			p.open += key
		case key == "" && value != "":
			p.broken = true
		case key != "":
			p.add(key, value, dsn == "")
		}
	}
	return p
}

// urlPairs reads sqlserver://user:password@host?key=value behind its scheme (go-mssqldb@v1.11.2/msdsn/conn_str.go,
// splitConnectionStringURL). A key that is given twice is an error in some versions, and the last one wins in others.
func urlPairs(rest string) dsnPairs {
	p := dsnPairs{values: make(map[string]string)}
	rest, _, _ = strings.Cut(rest, "#")
	before, query, hasQuery := strings.Cut(rest, "?")
	authority, _, _ := strings.Cut(before, "/")
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		name, _, hasPassword := strings.Cut(authority[:at], ":")
		p.values[userID] = name
		if hasPassword {
			p.values[password] = ""
		}
	}
	if !hasQuery && hasHole(before) && !strings.ContainsAny(before, "@:/") { // all that stands behind the scheme
		p.open = before
	}
	if strings.Contains(query, ";") {
		p.broken = true
		return p
	}
	parts := strings.Split(query, "&")
	for i, part := range parts {
		name, value, _ := strings.Cut(part, "=")
		key, okKey := unescape(name)
		value, okValue := unescape(value)
		key = strings.ToLower(key)
		_, twice := p.values[key]
		switch {
		case part == "":
		case hasHole(key):
			p.open += key
		case !okKey || !okValue || twice && key != password:
			p.broken = true
		default:
			p.add(key, value, i == len(parts)-1)
		}
	}
	return p
}

// unescape decodes a part of a query.
func unescape(s string) (string, bool) {
	s = strings.ReplaceAll(s, "+", " ")
	if !strings.Contains(s, "%") {
		return s, true
	}
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			out = append(out, s[i])
			continue
		}
		if i+2 >= len(s) {
			return "", false
		}
		code, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
		if err != nil {
			return "", false
		}
		out = append(out, byte(code))
		i += 2
	}
	return string(out), true
}
