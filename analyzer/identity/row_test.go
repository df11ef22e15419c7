package identity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

func TestParseSink(t *testing.T) {
	t.Parallel()
	const pkg = "example.com/app/token"
	function := func(change func(*identity.Sink)) identity.Sink {
		s := identity.Sink{
			Rule: identity.Credential, Package: pkg, Name: "New", Params: identity.AnyParams, Env: "AZURE_CLIENT_ID",
			Marker: identity.Relevant, Carrier: identity.Place{Argument: identity.Receiver},
		}
		change(&s)
		return s
	}
	for row, want := range map[string]identity.Sink{
		"credential example.com/app/token.New":    function(func(*identity.Sink) {}),
		"credential example.com/app/token.New(2)": function(func(s *identity.Sink) { s.Params = 2 }),
		"credential  example.com/app/token.New \t id=1": function(func(s *identity.Sink) {
			s.Form, s.Carrier.Argument = identity.FormID, 1
		}),
		"dsn example.com/app/token.New dsn=0": function(func(s *identity.Sink) {
			s.Rule, s.Form, s.Carrier.Argument = identity.DSNRule, identity.FormDSN, 0
		}),
		"credential example.com/app/token.Client.Token(0) id=recv.ClientID|Azure.ResourceID": function(func(s *identity.Sink) {
			s.Name, s.Params, s.Form, s.Carrier.Fields = "Client.Token", 0, identity.FormID, []string{"ClientID", "Azure.ResourceID"}
		}),
		"credential example.com/app/token.v3.New(1)": function(func(s *identity.Sink) { s.Package, s.Params = pkg+".v3", 1 }),
		"credential token.New":                       function(func(s *identity.Sink) { s.Package = "token" }),
		"credential example.com/app/token.Config{Use:true,Key:} id=ClientID": function(func(s *identity.Sink) {
			s.Name, s.Struct, s.Form, s.Carrier.Fields = "Config", true, identity.FormID, []string{"ClientID"}
			s.When = []identity.Condition{
				{Place: identity.Place{Argument: identity.Receiver, Fields: []string{"Use"}}, Value: "true"},
				{Place: identity.Place{Argument: identity.Receiver, Fields: []string{"Key"}}},
			}
		}),
		"no-selector example.com/app/token.Config{}": function(func(s *identity.Sink) {
			s.Rule, s.Name, s.Struct = identity.NoSelector, "Config", true
		}),
		`credential example.com/app/token.New id=0.ID when=1:on unless=0.Off:true options=Options kinds=ClientID,ResourceID empty="it fails, now" unset=later ` +
			`env=APP_ID marker=command instead=NewNamed:2 cure=none`: function(func(s *identity.Sink) {
			s.Form, s.Carrier = identity.FormID, identity.Place{Fields: []string{"ID"}}
			s.When = []identity.Condition{{Place: identity.Place{Argument: 1}, Value: "on"}}
			s.Unless = []identity.Condition{{Place: identity.Place{Argument: 0, Fields: []string{"Off"}}, Value: "true"}}
			s.Kinds = []identity.Kind{{Name: "ClientID", Word: "client"}, {Name: "ResourceID", Word: "resource"}}
			s.Options, s.Empty, s.Unset, s.Env, s.Marker = "Options", "it fails, now", "later", "APP_ID", identity.NeedCommand
			s.Instead, s.InsteadArgument, s.NoCure = "NewNamed", 2, true
		}),
	} {
		t.Run(row, func(t *testing.T) {
			t.Parallel()
			got, err := identity.ParseSink(row)
			if err != nil {
				t.Fatal(err)
			}
			if g, w := fmt.Sprintf("%#v", got), fmt.Sprintf("%#v", want); g != w {
				t.Errorf("got  %s\nwant %s", g, w)
			}
		})
	}
}

func TestParseSinkRefuses(t *testing.T) {
	t.Parallel()
	const target = "credential example.com/app/token.New "
	for row, want := range map[string]string{
		"":                                    "a row has a rule and a target",
		"credential":                          "a row has a rule and a target",
		"nonsense example.com/a.New":          `unknown rule "nonsense" of a row: use credential, dsn, default-credential, system-assigned, no-selector, unset`,
		"imds-url example.com/a.New":          `unknown rule "imds-url"`,
		"credential example.com/a":            "no PACKAGE.Name",
		"credential New":                      "no PACKAGE.Name",
		"credential a.New(x)":                 "(x) is not a number of parameters",
		"credential a.New(-1)":                "is not a number of parameters",
		"credential a.New(1":                  "is not a number of parameters",
		"credential a.B.C.D":                  `"B.C.D" is not the name of a function, a method or a type`,
		"credential a.B.C{}":                  `"B.C" is not the name`,
		"credential a.1x":                     `"1x" is not the name`,
		"credential a.B{":                     "no } at the end",
		"credential a.B{Use}":                 `"Use" is not Field:value`,
		"credential a.B{:true}":               `":true" is not Field:value`,
		"credential a.B{X:1} id=0.ID":         `"0.ID" is not the name of a field`,
		"dsn a.B{X:1} dsn=D|E":                "a row for a struct has a dsn= with one field",
		target + "id=x":                       `"x" is no place of an ID: use 2, 0.Field`,
		target + "id=0.":                      `"" is not the name of a field`,
		target + "id=":                        `"" is no place of an ID`,
		target + "who=0":                      `"who=0": unknown attribute: use id=, dsn=, when=`,
		target + "when=0":                     "use 0:value or 0.Field:value",
		target + "when=0.A|B:x":               "a condition has one field",
		"credential a.B{X:1} unless=recv.Y:1": "a row for a struct has its conditions in the braces",
		target + "kinds=":                     `"" is not the name of a type`,
		target + "kinds=A id=0":               "kinds=: the row needs an id= with one field",
		target + "instead=Other":              "use instead=Func:2",
		target + "instead=:1":                 "use instead=Func:2",
		target + "cure=all":                   "use cure=none",
		target + "env=":                       "no value",
		target + `empty="open`:                "a quote without its end",
		"no-selector a.New id=0":              "a row for no-selector has no id= or dsn=",
		"unset a.New":                         "a row for unset has an id= with the field that is not set",
		"dsn a.New id=0":                      "a row for dsn has a dsn=",
		"credential example.com/a b.New":      "no PACKAGE.Name",
	} {
		t.Run(row, func(t *testing.T) {
			t.Parallel()
			got, err := identity.ParseSink(row)
			if err == nil {
				t.Fatalf("no error, but %+v", got)
			}
			if !strings.Contains(err.Error(), want) {
				t.Errorf("the error %q does not say %q", err, want)
			}
		})
	}
}

// Every attribute's example can be read.
func TestAttributes(t *testing.T) {
	t.Parallel()
	for _, a := range identity.Attributes() {
		row := "credential example.com/app/token.New " + a.Form
		if a.Name == "kinds" {
			row += " id=0.ID"
		}
		if _, err := identity.ParseSink(row); err != nil || !strings.HasPrefix(a.Form, a.Name+"=") {
			t.Errorf("%s: %v", row, err)
		}
	}
}

func TestTable(t *testing.T) {
	t.Parallel()
	const row = "default-credential example.com/app/token.New(1) env=APP_ID"
	table, err := identity.NewTable(row)
	if err != nil {
		t.Fatal(err)
	}
	own := identity.Func{Package: "example.com/app/token", Name: "New"}
	if rows := table.Sinks(own); len(rows) != 1 || rows[0].Env != "APP_ID" || table.Import(own.Package) != identity.Relevant {
		t.Errorf("the row of a user is %+v", rows)
	}
	if _, err := identity.NewTable("credential nonsense"); err == nil || !strings.Contains(err.Error(), "nonsense") {
		t.Errorf("a bad row: error %v", err)
	}
}
