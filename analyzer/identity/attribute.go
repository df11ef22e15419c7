package identity

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// An Attribute is a word that a row can have behind its target.
type Attribute struct {
	Name string // what stands before the =
	Form string // an example
	Says string // what it says

	read func(*Sink, string) error
}

// Attributes returns every attribute of a row, in the order of the documentation.
func Attributes() []Attribute {
	return []Attribute{
		{
			"id", "id=0.ClientID", "where the ID travels: argument 2 (`2`), a field of it (`2.ID`, `2.Managed.ID`), either of " +
				"two (`2.A|B`), a field of the receiver (`recv.ID`); for a struct just the field. Without it nothing can name an identity",
			readCarrier(FormID),
		},
		{"dsn", "dsn=1", "the argument that is a SQL connection string of go-mssqldb", readCarrier(FormDSN)},
		{
			"when", "when=0.Method:msi", "the row matters only if an operand, or a field of it, certainly is this constant; " +
				"nothing behind the colon means that it is empty or left out",
			readCondition(func(s *Sink) *[]Condition { return &s.When }),
		},
		{
			"unless", "unless=0.Off:true", "the row does not matter if this is certain",
			readCondition(func(s *Sink) *[]Condition { return &s.Unless }),
		},
		{
			"options", "options=Options", "the struct that the field of the ID belongs to, for a fix that writes one",
			readText(func(s *Sink) *string { return &s.Options }),
		},
		{
			"kinds", "kinds=ClientID,ResourceID", "the string types that an ID is converted to; the first is for client IDs",
			(*Sink).readKinds,
		},
		{
			"instead", "instead=NewNamed:2", "the function that takes the client ID as its argument 2, all else the same, for a fix",
			(*Sink).readInstead,
		},
		{
			"empty", `empty="it is refused"`, "what becomes of an ID that is a constant empty string (rule `ignored-id`); " +
				"without it that is no ID",
			readText(func(s *Sink) *string { return &s.Empty }),
		},
		{
			"unset", `unset="it is refused"`, "what an ID that is empty at run time means, for the message of the fix",
			readText(func(s *Sink) *string { return &s.Unset }),
		},
		{
			"env", "env=APP_CLIENT_ID", "the variable that names the identity of a chain (rule `default-credential`), " +
				"`AZURE_CLIENT_ID` if it is not given",
			readText(func(s *Sink) *string { return &s.Env }),
		},
		{
			"marker", "marker=dsn", "the row matters only in packages that hold a connection string (`dsn`), a token URL (`token`) " +
				"or a login command (`command`)",
			(*Sink).readMarker,
		},
		{"cure", "cure=none", "no fix is possible", (*Sink).readCure},
	}
}

func attribute(name string) (Attribute, error) {
	var names []string
	for _, a := range Attributes() {
		if a.Name == name {
			return a, nil
		}
		names = append(names, a.Name+"=")
	}
	return Attribute{}, fmt.Errorf("unknown attribute: use %s", strings.Join(names, ", "))
}

func readText(field func(*Sink) *string) func(*Sink, string) error {
	return func(s *Sink, val string) error {
		if val == "" {
			return errors.New("no value")
		}
		*field(s) = val
		return nil
	}
}

func readCarrier(form Form) func(*Sink, string) error {
	return func(s *Sink, val string) (err error) {
		s.Form = form
		if s.Struct || s.Rule == Unset {
			val = "recv." + val
		}
		s.Carrier, err = parsePlace(val)
		return err
	}
}

func readCondition(list func(*Sink) *[]Condition) func(*Sink, string) error {
	return func(s *Sink, val string) error {
		at, want, ok := strings.Cut(val, ":")
		if !ok {
			return errors.New("use 0:value or 0.Field:value")
		}
		place, err := parsePlace(at)
		if err == nil && len(place.Fields) > 1 {
			err = errors.New("a condition has one field")
		}
		*list(s) = append(*list(s), Condition{place, want})
		return err
	}
}

func (s *Sink) readCure(val string) error {
	s.NoCure = true
	if val != "none" {
		return errors.New("use cure=none")
	}
	return nil
}

// parsePlace reads 2, 0.Field, 0.Field|Field or recv.Field.
func parsePlace(text string) (Place, error) {
	operand, fields, hasFields := strings.Cut(text, ".")
	p := Place{Argument: Receiver}
	if operand != "recv" {
		n, err := strconv.Atoi(operand)
		if err != nil || n < 0 {
			return p, fmt.Errorf("%q is no place of an ID: use 2, 0.Field, 0.Field|Field or recv.Field, and just Field for a struct", text)
		}
		p.Argument = n
	}
	if !hasFields {
		return p, nil
	}
	p.Fields = strings.Split(fields, "|")
	for _, field := range p.Fields {
		if !areNames(strings.Split(field, ".")) {
			return p, fmt.Errorf("%q is not the name of a field", field)
		}
	}
	return p, nil
}

func (s *Sink) readMarker(val string) error {
	known := map[string]Need{"token": NeedToken, "command": NeedCommand, "dsn": NeedDSN}
	need, ok := known[val]
	if !ok {
		return errors.New("use marker=token, marker=command or marker=dsn")
	}
	s.Marker = need
	return nil
}

func (s *Sink) readKinds(val string) error {
	for name := range strings.SplitSeq(val, ",") {
		if !areNames([]string{name}) {
			return fmt.Errorf("%q is not the name of a type", name)
		}
		s.Kinds = append(s.Kinds, Kind{Name: name, Word: WordOf(name)})
	}
	return nil
}

func (s *Sink) readInstead(val string) error {
	name, argument, _ := strings.Cut(val, ":")
	n, err := strconv.Atoi(argument)
	if err != nil || n < 0 || !areNames([]string{name}) {
		return errors.New("use instead=Func:2")
	}
	s.Instead, s.InsteadArgument = name, n
	return nil
}
