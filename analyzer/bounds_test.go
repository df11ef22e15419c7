package analyzer_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer"
)

// A generator writes the declarations of a package that grows with n.
type generator func(n int) string

// generators are shapes of code that could make the trace slow: all that could meet in pairs, and all that could double.
var generators = map[string]generator{
	"branches that set fields": func(n int) string {
		return function(repeat(n, `if os.Getenv("%[1]d") != "" { o.ClientOptions.Telemetry.ApplicationID = "%[1]d" }`) + create)
	},
	"branches that set the ID": func(n int) string {
		return function(repeat(n, `if id := os.Getenv("%[1]d"); id != "" { o.ID = azidentity.ClientID(id) }`) + create)
	},
	"variables": func(n int) string {
		return function(repeat(n, `v%[1]d := &options{}
			if os.Getenv("%[1]d") != "" { v%[1]d.ID = azidentity.ClientID("x") }
			azidentity.NewManagedIdentityCredential(v%[1]d)`))
	},
	"cases without an ID": func(n int) string {
		return function("switch os.Args[0] {\n" + repeat(n, `case "%[1]d":
			azidentity.NewManagedIdentityCredential(nil)`) + `
			case "id": azidentity.NewManagedIdentityCredential(&options{ID: azidentity.ClientID(os.Getenv("ID"))})
			}`)
	},
	"else if": func(n int) string {
		return function(strings.TrimSuffix(repeat(n, `if os.Getenv("%[1]d") != "" { o.ID = azidentity.ClientID("%[1]d") } else `), "\n") +
			"{ o = &options{} }\n" + create)
	},
	"nested branches": func(n int) string {
		n = n/8 + 1
		return function(repeat(n, `if os.Getenv("%[1]d") != "" { o.ClientOptions.Telemetry.Disabled = true`) + strings.Repeat("}\n", n) + create)
	},
	"nested loops": func(n int) string {
		n = n/8 + 1
		return function(repeat(n, `for range os.Args { o.ClientOptions.Telemetry.Disabled = true`) + create + strings.Repeat("}\n", n))
	},
	"jumps": func(n int) string {
		return function(repeat(n, `l%[1]d: o = &options{}
			if os.Getenv("%[1]d") != "" { goto l%[1]d }
			if os.Getenv("x%[1]d") != "" { goto l0 }`) + create)
	},
	"closures in a row": func(n int) string {
		return function("g := func() { o.ID = nil }\n" + strings.ReplaceAll(repeat(n, `f%[1]d := func() { f%[2]d(); f%[2]d() }
			f%[1]d()`), "f-1()", "g()") + create)
	},
	"closures that call all before": func(n int) string {
		n = n/4 + 1
		var b strings.Builder
		b.WriteString("f0 := func() { o.ID = nil }\nf0()\n")
		for i := 1; i < n; i++ {
			fmt.Fprintf(&b, "f%d := func() {", i)
			for j := range i {
				fmt.Fprintf(&b, "f%d();", j)
			}
			fmt.Fprintf(&b, "}\nf%d()\n", i)
		}
		return function(b.String() + create)
	},
	"closures that are handed on": func(n int) string {
		return "func hand(func()) {}\n" + function(repeat(n, "hand(func() { o.ID = nil; println(o) })")+create)
	},
	"goroutines": func(n int) string {
		return function(repeat(n, "go func() { azidentity.NewManagedIdentityCredential(o) }()"))
	},
	"deferred results": func(n int) string {
		return "func f() (o *options, err error) {\n" + repeat(n, `defer func() { err = nil }()
			if os.Getenv("%[1]d") != "" { return &options{}, err }`) + create + "return\n}"
	},
	"a chain of wrappers": func(n int) string {
		return "func f(id azidentity.ManagedIDKind) { azidentity.NewManagedIdentityCredential(&options{ID: id}) }\nfunc w0(id azidentity.ManagedIDKind) { f(id) }\n" +
			strings.ReplaceAll(repeat(n, `func w%[1]d(id azidentity.ManagedIDKind) { w%[2]d(id); w%[2]d(id) }`), "func w0(id azidentity.ManagedIDKind) { w-1(id); w-1(id) }\n", "") +
			fmt.Sprintf("func last() { w%d(nil) }", n-1)
	},
	"a cycle of wrappers": func(n int) string {
		return repeat(n, `func w%[1]d(id azidentity.ManagedIDKind) {
			azidentity.NewManagedIdentityCredential(&options{ID: id})
			w%[3]d(id); w%[3]d(nil) }`) + fmt.Sprintf("func w%d(id azidentity.ManagedIDKind) { w0(id) }", n)
	},
	"a wrapper that all call": func(n int) string {
		return "func f(id azidentity.ManagedIDKind) { azidentity.NewManagedIdentityCredential(&options{ID: id}) }\n" +
			repeat(n, `func w%[1]d() { f(nil) }`)
	},
	"a function that calls all wrappers": func(n int) string {
		return repeat(n, `func w%[1]d(id azidentity.ManagedIDKind) { azidentity.NewManagedIdentityCredential(&options{ID: id}) }`) +
			function(repeat(n, `w%[1]d(nil)`))
	},
	"a tree of allocations": func(n int) string {
		n = n/8 + 1
		return "type node struct { a, b *node; o *options }\nfunc t0() *node { return &node{o: &options{}} }\n" +
			strings.ReplaceAll(repeat(n, `func t%[1]d() *node { return &node{t%[2]d(), t%[2]d(), &options{}} }`), "func t0() *node { return &node{t-1(), t-1(), &options{}} }\n", "") +
			function(fmt.Sprintf("o = t%d().a.o\n", n-1)+create)
	},
	"functional options": func(n int) string {
		return `type option func(*options)
			func with(s string) option { return func(o *options) { o.ClientOptions.Telemetry.ApplicationID = s } }
			func build(all ...option) { o := &options{}; for _, f := range all { f(o) }; azidentity.NewManagedIdentityCredential(o) }
			` + function(repeat(n, `build(with("%[1]d"), with("x"))`))
	},
	"options of options": func(n int) string {
		n = n/8 + 1
		return "func b0(f func(*options)) { o := &options{}; f(o); azidentity.NewManagedIdentityCredential(o) }\n" +
			strings.ReplaceAll(repeat(n, `func b%[1]d(f func(*options)) { b%[2]d(f); b%[2]d(func(o *options) { f(o) }) }`), "func b0(f func(*options)) { b-1(f); b-1(func(o *options) { f(o) }) }\n", "") +
			fmt.Sprintf("func last() { b%d(func(o *options) {}) }", n-1)
	},
	"functions to choose from": func(n int) string {
		return repeat(n, `func c%[1]d(o *options) { o.ClientOptions.Telemetry.ApplicationID = "%[1]d" }`) + function("c := c0\n"+
			repeat(n, `if os.Getenv("%[1]d") != "" { c = c%[1]d }
				c(o)`)+create)
	},
	"a long list": func(n int) string {
		return function("all := []*options{\n" + repeat(n, "{},") + "}\nfor _, o := range all {\n" + create + "}")
	},
	"a long map": func(n int) string {
		return function("all := map[string]options{\n" + repeat(n, `"%[1]d": {},`) + "}\n*o = all[os.Args[0]]\n" + create)
	},
	"a long list of a package": func(n int) string {
		return "var all = []*options{\n" + repeat(n, "{},") + "}\n" + repeat(n, "func f%[1]d() { azidentity.NewManagedIdentityCredential(all[%[1]d]) }")
	},
	"appends": func(n int) string {
		return function("var all []*options\n" + repeat(n, "all = append(all, o)") + create)
	},
	"a sum": func(n int) string {
		return function(`s := os.Args[0]
			s = s` + strings.Repeat(` + "x" + s`, n) + `
			o.ID = azidentity.ClientID(s)
			` + create)
	},
	"sums of alternatives": func(n int) string {
		return function("s := \"\"\n" + repeat(n, `if os.Getenv("%[1]d") != "" { s += "%[1]d" }`) + "o.ID = azidentity.ClientID(s)\n" + create)
	},
	"nested formats": func(n int) string {
		n = n/8 + 1
		return function("s := " + strings.Repeat(`fmt.Sprintf("%s-%s", os.Args[0], `, n) + `""` + strings.Repeat(")", n) +
			"\no.ID = azidentity.ClientID(s)\n" + create)
	},
	"wide structs": func(n int) string {
		return "type wide struct {\n" + repeat(n, "f%[1]d string") + "opts options }\n" + function("var w, v wide\nfor range os.Args {\n"+
			repeat(n, `w.f%[1]d = "x"`)+"v = w\n }\no = &v.opts\n"+create)
	},
	"structs in structs": func(n int) string {
		n = n/8 + 1
		return "var look func(any)\ntype s0 struct { o *options }\n" +
			strings.ReplaceAll(repeat(n, `type s%[1]d struct { a s%[2]d; b *s%[2]d }`), "type s0 struct { a s-1; b *s-1 }\n", "") +
			function("var v0 s0\nv0.o = o\n"+
				strings.ReplaceAll(repeat(n, "var v%[1]d s%[1]d\nv%[1]d.a, v%[1]d.b = v%[2]d, &v%[2]d\nlook(v%[1]d)"), "var v0 s0\nv0.a, v0.b = v-1, &v-1\n", "")+create)
	},
	"package-level variables": func(n int) string {
		return repeat(n, "var g%[1]d = &options{}\nfunc s%[1]d() { g%[1]d.ID = nil }") +
			function(repeat(n, "g%[1]d = o\nprintln(os.Args[0])\nazidentity.NewManagedIdentityCredential(g%[1]d)"))
	},
	"calls of promoted methods": func(n int) string {
		n = n/8 + 1
		return `type inner struct{ o options }
			func (i *inner) set() outer { return outer{} }
			type outer struct{ *inner }
			` + function("x := outer{}\nx = x"+strings.Repeat(".set()", n)+"\no = &x.o\n"+create)
	},
}

const create = "azidentity.NewManagedIdentityCredential(o)\n"

func function(body string) string { return "func f1() {\n o := &options{}\n" + body + "\n_ = o\n}\n" }

// repeat writes a format n times, with the numbers i, i-1 and i+1.
func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		line := strings.NewReplacer("%[1]d", strconv.Itoa(i), "%[2]d", strconv.Itoa(i-1), "%[3]d", strconv.Itoa(i+1)).Replace(format)
		b.WriteString(line + "\n")
	}
	return b.String()
}

// TestBounds holds the work of a visit to grow no faster than the code, or to stay below a bound.
func TestBounds(t *testing.T) {
	checker, err := analyzer.NewChecker(analyzer.Config{Enable: []string{"all"}})
	if err != nil {
		t.Fatal(err)
	}
	const small, large, factor, bounded = 100, 400, 5, 500_000
	for name, generate := range generators {
		t.Run(name, func(t *testing.T) {
			measure := func(n int) int {
				source := text{"a.go": []byte("package a\nimport (\n\"fmt\"\n\"os\"\n\"github.com/Azure/azure-sdk-for-go/sdk/azidentity\"\n)\nvar _ = fmt.Sprint(os.Args)\n" +
					"type options = azidentity.ManagedIdentityCredentialOptions\n" + generate(n))}
				pkg, errs := load("bounds", source, completeTypes(testdata))
				for _, err := range errs {
					if !strings.Contains(err.Error(), "declared and not used") && !strings.Contains(err.Error(), "jumps over") {
						t.Fatal(err)
					}
				}
				work, _ := analyzer.Work(checker, pkg)
				return work
			}
			a, b := measure(small), measure(large)
			t.Logf("%d for %d, %d for %d: %.1f times", a, small, b, large, float64(b)/float64(a))
			if b > factor*a && b > bounded {
				t.Errorf("the work grows from %d to %d", a, b)
			}
		})
	}
}
