package analyzer

// flagModels are the functions of flag and pflag that make a string flag.
//
// https://pkg.go.dev/flag#String, https://pkg.go.dev/github.com/spf13/pflag@v1.0.6#StringP
func flagModels() map[string][]modelRow {
	return map[string][]modelRow{
		"flag": {
			{newFlag, "String FlagSet.String"},
			{bindFlag, "StringVar FlagSet.StringVar"},
		},
		"github.com/spf13/pflag": {
			{newFlag, "String StringP FlagSet.String FlagSet.StringP"},
			{bindFlag, "StringVar StringVarP FlagSet.StringVar FlagSet.StringVarP"},
		},
		"": {
			{bindFlag, anyType + ".StringVar " + anyType + ".StringVarP"},
		},
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
