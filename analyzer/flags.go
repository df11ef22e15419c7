package analyzer

import "github.com/whichid/whichid/analyzer/identity"

// flagModels are the functions of flag and pflag that make a string flag.
//
// https://pkg.go.dev/flag#String, https://pkg.go.dev/github.com/spf13/pflag@v1.0.6#StringP
func flagModels(table map[identity.Func]model) {
	const pflag = "github.com/spf13/pflag"
	for _, pkg := range []string{"flag", pflag} {
		for _, receiver := range []string{"", "FlagSet"} {
			for _, name := range []string{"String", "StringP"} {
				table[identity.Func{Package: pkg, Receiver: receiver, Name: name}] = newFlag
			}
			for _, name := range []string{"StringVar", "StringVarP"} {
				table[identity.Func{Package: pkg, Receiver: receiver, Name: name}] = bindFlag
			}
		}
	}
	for _, name := range []string{"StringVar", "StringVarP"} { // of a type that is not known
		table[identity.Func{Receiver: anyType, Name: name}] = bindFlag
	}
}

// flagValue is what a flag holds once the command line was read.
func flagValue(name value) value {
	for _, t := range as[text](name) {
		if s, ok := constantText(t.s); ok {
			return value{opaque{origin{fromFlag, s}}}
		}
	}
	return value{opaque{origin{kind: fromFlag}}}
}

// Have: flag.String("client-id", "", "usage")
func newFlag(f *frame, c *call) []value {
	at := cell{base: c.CallExpr}
	f.mem.store(at, flagValue(c.arg(0)))
	return []value{{ref{at}}}
}

// Have: flag.StringVar(&id, "client-id", "", "usage")
func bindFlag(f *frame, c *call) []value {
	targets := deref(c.arg(0))
	if len(targets) == 0 {
		return f.unknownCall(c)
	}
	f.mem.storeAny(targets, flagValue(c.arg(1)))
	return nil
}
