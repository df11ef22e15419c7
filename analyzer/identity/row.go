package identity

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// clientIDVariable is the variable that the default chains of credentials read.
const clientIDVariable = "AZURE_CLIENT_ID"

// Targets are the forms of what a row is about.
const Targets = "PACKAGE.Func(PARAMS), PACKAGE.Type.Method(PARAMS) or PACKAGE.Type{Field:value,Other:}"

// ParseSink reads one row of the table of known APIs: a rule of [SinkRules], one of [Targets], and [Attributes].
//
//	credential example.com/app/token.New(2) id=1.ClientID options=Options
//	credential example.com/app/token.Config{UseManagedIdentity:true} id=ClientID|ResourceID
//
// PARAMS is how many parameters the function has (a variadic one counts as one); without (PARAMS) every signature is meant. A
// row for a struct is about every value of the type whose fields are as it says, "" standing for what is not set. The error
// says what is wrong, and what would be accepted.
func ParseSink(row string) (Sink, error) {
	words, err := splitRow(row)
	if err == nil && len(words) < 2 {
		err = fmt.Errorf("a row has a rule and a target: use RULE %s", Targets)
	}
	if err != nil {
		return Sink{}, err
	}
	s := Sink{Rule: words[0], Params: AnyParams, Env: clientIDVariable, Marker: Relevant, Carrier: Place{Argument: Receiver}}
	if err := checkSinkRule(s.Rule); err != nil {
		return Sink{}, err
	}
	if err := s.parseTarget(words[1]); err != nil {
		return Sink{}, fmt.Errorf("%q: %w: use %s", words[1], err, Targets)
	}
	for _, word := range words[2:] {
		key, val, _ := strings.Cut(word, "=")
		a, err := attribute(key)
		if err == nil {
			err = a.read(&s, val)
		}
		if err != nil {
			return Sink{}, fmt.Errorf("%q: %w", word, err)
		}
	}
	return s, s.check()
}

// check says what does not fit together.
func (s *Sink) check() error {
	switch {
	case s.Struct && len(s.Unless) > 0:
		return errors.New("a row for a struct has its conditions in the braces")
	case s.Struct && s.Carrier.Argument != Receiver:
		return errors.New("a row for a struct has id=Field or dsn=Field, or none")
	case s.Struct && s.Form == FormDSN && len(s.Carrier.Fields) != 1:
		return errors.New("a row for a struct has a dsn= with one field")
	case len(s.Kinds) > 0 && len(s.Carrier.Fields) != 1:
		return errors.New("kinds=: the row needs an id= with one field")
	case s.Rule == NoSelector && s.Form != FormNone:
		return fmt.Errorf("a row for %s has no id= or dsn=", NoSelector)
	case s.Rule == Unset && len(s.Carrier.Fields) != 1:
		return fmt.Errorf("a row for %s has an id= with the field that is not set", Unset)
	case s.Rule == DSNRule && s.Form != FormDSN:
		return fmt.Errorf("a row for %s has a dsn=", DSNRule)
	}
	return nil
}

func checkSinkRule(rule string) error {
	if known := SinkRules(); !slices.Contains(known, rule) {
		return fmt.Errorf("unknown rule %q of a row: use %s", rule, strings.Join(known, ", "))
	}
	return nil
}

// Unset is the word of a row for a function that returns a struct whose ID is not set, instead of a rule.
const Unset = "unset"

// SinkRules are the rules that a row can have, and Unset.
func SinkRules() []string {
	return []string{Credential, DSNRule, DefaultCredential, SystemAssigned, NoSelector, Unset}
}

// parseTarget reads PACKAGE.Func(PARAMS), PACKAGE.Type.Method(PARAMS) or PACKAGE.Type{Field:value}.
func (s *Sink) parseTarget(text string) error {
	path, name, err := cutImportPath(text)
	if err != nil {
		return err
	}
	s.Package = path
	name, conditions, isStruct := strings.Cut(name, "{")
	name, params, isFunc := strings.Cut(name, "(")
	s.Name = name
	switch parts := strings.Split(name, "."); {
	case len(parts) > 2 || isStruct && len(parts) > 1 || !areNames(parts):
		return fmt.Errorf("%q is not the name of a function, a method or a type", name)
	case isStruct:
		s.Struct = true
		return s.parseConditions(conditions)
	case isFunc:
		n, err := strconv.Atoi(strings.TrimSuffix(params, ")"))
		if err != nil || n < 0 || !strings.HasSuffix(params, ")") {
			return fmt.Errorf("(%s is not a number of parameters", params)
		}
		s.Params = n
	}
	return nil
}

// cutImportPath splits text behind the import path, whose last element may end in a version such as .v3.
func cutImportPath(text string) (path, name string, err error) {
	body, _, _ := strings.Cut(text, "(")
	body, _, _ = strings.Cut(body, "{")
	element, name, ok := strings.Cut(body[strings.LastIndex(body, "/")+1:], ".")
	if version, after, more := strings.Cut(name, "."); more && len(version) > 1 && version[0] == 'v' && isNumber(version[1:]) {
		name = after
	}
	if !ok || element == "" || name == "" {
		return "", "", errors.New("no PACKAGE.Name")
	}
	at := len(body) - len(name)
	return text[:at-1], text[at:], nil
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// parseConditions reads what stands between the braces of a struct row.
func (s *Sink) parseConditions(text string) error {
	list, ok := strings.CutSuffix(text, "}")
	if !ok {
		return errors.New("no } at the end")
	}
	for condition := range strings.SplitSeq(list, ",") {
		if condition == "" && list == "" {
			break
		}
		field, val, ok := strings.Cut(condition, ":")
		if !ok || !areNames(strings.Split(field, ".")) {
			return fmt.Errorf("%q is not Field:value", condition)
		}
		s.When = append(s.When, Condition{Place{Receiver, []string{field}}, val})
	}
	return nil
}

// areNames reports whether all words are identifiers.
func areNames(words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool {
		return word == "" || word[0] >= '0' && word[0] <= '9' ||
			strings.ContainsFunc(word, func(r rune) bool { return r < 0x80 && r != '_' && !isLetterOrDigit(r) })
	})
}

func isLetterOrDigit(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// splitRow splits at spaces outside of double quotes, which it drops.
func splitRow(row string) ([]string, error) {
	var words []string
	var word strings.Builder
	quoted, inWord := false, false
	for _, r := range row + " " {
		switch {
		case r == '"':
			quoted, inWord = !quoted, true
		case (r == ' ' || r == '\t') && !quoted:
			if inWord {
				words = append(words, word.String())
			}
			word.Reset()
			inWord = false
		default:
			word.WriteRune(r)
			inWord = true
		}
	}
	if quoted {
		return nil, fmt.Errorf("a quote without its end: %s", row)
	}
	return words, nil
}
