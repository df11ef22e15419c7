// Package mssql holds what the analyzer reads in connection strings against what the drivers ask for: every string that can be
// made of the parts below is given to both.
package mssql

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/testdata/apis/wire"
)

func TestMain(m *testing.M) { wire.Main(m) }

// values of fedauth.
var fedauths = []string{
	"ActiveDirectoryMSI", "ActiveDirectoryManagedIdentity", "activedirectorymsi", "ACTIVEDIRECTORYMANAGEDIDENTITY",
	"ActiveDirectoryDefault", "activeDirectoryDefault", "ActiveDirectoryIntegrated", "ActiveDirectoryWorkloadIdentity",
	"ActiveDirectoryEnvironment", "ActiveDirectoryServicePrincipal", "",
}

// pairs that may stand beside it. The ID is x, or /subscriptions/x for what could be a resource ID.
var pairs = [][]string{
	{}, {"user id", "x"}, {"User Id", "x"}, {"user", "x"}, {"uid", "x"}, {"userid", "x"}, {"user_id", "x"}, {"client id", "x"},
	{"clientid", "x"}, {"client_id", "x"}, {"msi id", "x"}, {"msi_id", "x"}, {"msiclientid", "x"}, {"identity", "x"},
	{"resource id", "/subscriptions/x"}, {"Resource ID", "/subscriptions/x"}, {"user id", ""}, {"resource id", ""},
	{"user id", "x@tenant"}, {"user id", "x", "resource id", "/subscriptions/x"}, {"user id", "", "resource id", "/subscriptions/x"},
	{"user id", "x", "resource id", ""}, {"user id", " x "}, {"user id", "x", "user id", "y"}, {"uid", "x", "client id", "y"},
}

// dsns writes fedauth and pairs in every form.
func dsns(fedauth string, pairs []string) []string {
	ado, odbc, braces, query := "server=s;", "odbc:server=s;", "odbc:server={s};", ""
	for i := 0; i < len(pairs); i += 2 {
		key, value := pairs[i], pairs[i+1]
		ado += key + "=" + value + ";"
		odbc += key + "=" + value + ";"
		braces += key + " = {" + value + "} ; "
		query += "&" + strings.ReplaceAll(key, " ", "+") + "=" + strings.NewReplacer("/", "%2F", " ", "+", "@", "%40").Replace(value)
	}
	out := []string{
		ado + "fedauth=" + fedauth, "FedAuth = " + fedauth + " ;" + ado, odbc + "fedauth=" + fedauth, braces + "fedauth={" + fedauth + "}",
		"sqlserver://s?fedauth=" + fedauth + query, "sqlserver://s:1433/i?database=d" + strings.ReplaceAll(query, "+", "%20") + "&FEDAUTH=" + fedauth,
	}
	if len(pairs) == 0 {
		out = append(out,
			"sqlserver://x@s?fedauth="+fedauth, "sqlserver://x:@s?fedauth="+fedauth, "sqlserver://@s?fedauth="+fedauth,
			"sqlserver://s/x@y?fedauth="+fedauth, "azuresql://x@s?fedauth="+fedauth, "SQLServer://x@s?fedauth="+fedauth,
			"server=s;Authentication=Active Directory MSI;fedauth="+fedauth,
		)
	}
	return out
}

// The request of a driver is the one that the reader says.
func TestReader(t *testing.T) {
	resource := resourceKey(t)
	verdicts := make(map[identity.Verdict]int)
	var cases []wire.Case
	for _, fedauth := range fedauths {
		for _, pairs := range pairs {
			for _, dsn := range dsns(fedauth, pairs) {
				read := identity.ReadDSN(identity.Text(dsn), identity.DriverOf(path))
				verdicts[read.Verdict]++
				if read.Verdict == identity.Unsure {
					continue // refused, or other versions read it in another way
				}
				cases = append(cases, casesOf(dsn, read, resource)...)
			}
		}
	}
	for _, verdict := range []identity.Verdict{identity.None, identity.Absent, identity.Empty, identity.Present, identity.Ignored} {
		if verdicts[verdict] == 0 {
			t.Errorf("no string has the verdict %d", verdict)
		}
	}
	t.Logf("%d cases, verdicts %v", len(cases), verdicts)
	wire.Run(t, version, cases)
}

// casesOf says what goes over the wire for a string, without and with a variable of the environment that may name an identity.
func casesOf(dsn string, read identity.DSN, resource string) []wire.Case {
	named := map[string]string{"AZURE_CLIENT_ID": "env"}
	without, with := "", ""
	if read.Env {
		with = "client_id=env"
	}
	switch read.Verdict {
	case identity.None:
		return []wire.Case{{Name: dsn, Ask: func(*http.Client) error { ask(dsn); return errNone }, Error: errNone.Error()}}
	case identity.Present:
		id, _, _ := strings.Cut(string(read.ID), "@")
		key := "client_id"
		if strings.HasPrefix(id, "/") {
			key = resource
		}
		without = url.Values{key: {id}}.Encode()
		with = without
	}
	run := func(*http.Client) error { return ask(dsn) }
	return []wire.Case{{Name: dsn, Ask: run, Want: without}, {Name: dsn + " with the variable", Ask: run, Want: with, Env: named}}
}

var errNone = errors.New("no managed identity is asked for")

// ask gets a token as the driver does for a server that wants one. What the driver calls then is a field of its connector.
func ask(dsn string) error {
	connector, err := newConnector(dsn)
	if err != nil {
		return err
	}
	for _, name := range []string{"fedAuthADALTokenProvider", "adalTokenProvider"} {
		field := reflect.ValueOf(connector).Elem().FieldByName(name)
		if !field.IsValid() {
			continue
		}
		field = reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem()
		if field.IsNil() {
			return errNone
		}
		results := field.Call([]reflect.Value{
			reflect.ValueOf(context.Background()), reflect.ValueOf("https://database.windows.net/"),
			reflect.ValueOf("https://login.microsoftonline.com/tenant"),
		})
		err, _ := results[1].Interface().(error)
		return err
	}
	return errors.New("the connector has another field")
}
