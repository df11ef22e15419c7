package analyzer

import (
	"errors"
	"flag"
	"fmt"
	"strconv"
	"strings"
)

// A Setting is something that can be set, under the name that it has everywhere: as a flag, as a key of a file of settings, and in
// the settings of golangci-lint.
type Setting struct {
	Name    string
	Kind    Kind
	Default string // in YAML
	Usage   string // as in package flag: what stands in back quotes is the word for a value

	// Switch is what a setting of that kind turns on and off.
	Switch *bool
	// Add takes one value of the other kinds. Its error says what is wrong, and what would be accepted.
	Add func(value string) error
}

// A Kind is what a setting takes, in words.
type Kind string

// The kinds of settings. As a flag, a list is given one value at a time, and Names with commas between them, too.
const (
	Switch       Kind = "true or false"
	Text         Kind = "a string"
	List         Kind = "a list of strings"
	Names        Kind = "a list of names"
	ListOrSwitch Kind = "a list of strings, or false"
)

// Set sets the setting to a value, or adds the value to its list. The error says what is wrong, and what would be accepted.
func (s Setting) Set(value string) error {
	if s.Switch == nil {
		return s.Add(value)
	}
	return switchFlag{s.Switch}.Set(value)
}

// Register adds the setting to flags.
func (s Setting) Register(flags *flag.FlagSet) {
	switch s.Kind {
	case Switch:
		flags.Var(switchFlag{s.Switch}, s.Name, s.Usage)
	case Text:
		flags.Func(s.Name, s.Usage, s.Add)
	case Names:
		flags.Func(s.Name, "comma-separated "+s.Usage, s.addAll)
	case List, ListOrSwitch:
		usage := s.Usage + "; repeat it for more"
		if defaults := strings.Trim(s.Default, "[]"); defaults != "" {
			usage += " (default " + strings.ReplaceAll(defaults, ", ", ", then ") + ")"
		}
		flags.Func(s.Name, usage, s.Add)
	}
}

// addAll adds the values between commas. If there are several, the error says which one is wrong.
func (s Setting) addAll(values string) error {
	for value := range strings.SplitSeq(values, ",") {
		err := s.Add(value)
		if err != nil && value != values {
			err = fmt.Errorf("%q: %w", value, err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// A switchFlag is a flag that needs no value.
type switchFlag struct{ on *bool }

// IsBoolFlag says so to package flag.
func (switchFlag) IsBoolFlag() bool { return true }

// String returns the value. Package flag asks the zero value, too.
func (f switchFlag) String() string { return strconv.FormatBool(f.on != nil && *f.on) }

// Set sets the value.
func (f switchFlag) Set(text string) error {
	on, err := strconv.ParseBool(text)
	if err != nil {
		return errors.New("use true or false")
	}
	*f.on = on
	return nil
}
