package identity

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// rowAttributes are the readers of KEY=VALUE.
func rowAttributes() map[string]func(*Sink, string) error {
	text := func(field func(*Sink) *string) func(*Sink, string) error {
		return func(s *Sink, val string) error {
			if val == "" {
				return errors.New("no value")
			}
			*field(s) = val
			return nil
		}
	}
	return map[string]func(*Sink, string) error{
		"id":      func(s *Sink, val string) error { return s.parseCarrier(FormID, val) },
		"dsn":     func(s *Sink, val string) error { return s.parseCarrier(FormDSN, val) },
		"when":    func(s *Sink, val string) error { return parseCondition(&s.When, val) },
		"unless":  func(s *Sink, val string) error { return parseCondition(&s.Unless, val) },
		"kinds":   (*Sink).parseKinds,
		"instead": (*Sink).parseInstead,
		"options": text(func(s *Sink) *string { return &s.Options }),
		"empty":   text(func(s *Sink) *string { return &s.Empty }),
		"unset":   text(func(s *Sink) *string { return &s.Unset }),
		"env":     text(func(s *Sink) *string { return &s.Env }),
		"marker":  (*Sink).parseMarker,
		"cure": func(s *Sink, val string) error {
			s.NoCure = true
			if val != "none" {
				return errors.New("use cure=none")
			}
			return nil
		},
	}
}

func attributeNames() []string {
	var names []string
	for name := range rowAttributes() {
		names = append(names, name+"=")
	}
	slices.Sort(names)
	return names
}

func (s *Sink) parseCarrier(form Form, val string) error {
	s.Form = form
	if s.Struct || s.Rule == Unset {
		val = "recv." + val
	}
	var err error
	s.Carrier, err = parsePlace(val)
	return err
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

func parseCondition(list *[]Condition, val string) error {
	at, want, ok := strings.Cut(val, ":")
	if !ok {
		return errors.New("use 0:value or 0.Field:value")
	}
	place, err := parsePlace(at)
	if err == nil && len(place.Fields) > 1 {
		err = errors.New("a condition has one field")
	}
	*list = append(*list, Condition{place, want})
	return err
}

func (s *Sink) parseMarker(val string) error {
	known := map[string]Need{"token": NeedToken, "command": NeedCommand, "dsn": NeedDSN}
	need, ok := known[val]
	if !ok {
		return errors.New("use marker=token, marker=command or marker=dsn")
	}
	s.Marker = need
	return nil
}

func (s *Sink) parseKinds(val string) error {
	for name := range strings.SplitSeq(val, ",") {
		if !areNames([]string{name}) {
			return fmt.Errorf("%q is not the name of a type", name)
		}
		s.Kinds = append(s.Kinds, Kind{Name: name, Word: WordOf(name)})
	}
	return nil
}

func (s *Sink) parseInstead(val string) error {
	name, argument, _ := strings.Cut(val, ":")
	n, err := strconv.Atoi(argument)
	if err != nil || n < 0 || !areNames([]string{name}) {
		return errors.New("use instead=Func:2")
	}
	s.Instead, s.InsteadArgument = name, n
	return nil
}
