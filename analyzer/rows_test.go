package analyzer_test

import (
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whichid/whichid/analyzer"
	"github.com/whichid/whichid/analyzer/identity"
	"github.com/whichid/whichid/analyzer/source"
)

// TestEveryRow writes, for every row of the table, the least code that breaks its rule, and wants a finding there, and a fix that
// leaves none if the row has a cure.
func TestEveryRow(t *testing.T) {
	t.Parallel()
	table, err := identity.NewTable()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range table.Rows() {
		t.Run(strings.ReplaceAll(fmt.Sprintf("%s.%s(%d)", row.Package, row.Name, row.Params), "/", "|"), func(t *testing.T) {
			t.Parallel()
			w := rowWriter{t: t, row: row, lib: outlineOf(t, row)}
			if w.lib == nil {
				t.Fatalf("no outline in analyzer/source/outline declares %s", row.Package)
			}
			gate := table.NewGate()
			gate.Import(row.Package, "")
			if named := w.lib.Name() + "." + row.Func().Name; !gate.Passes([]byte(named + " fedauth")) {
				t.Errorf("the gate does not let %s in", named)
			}
			code := head + "import lib \"" + row.Package + "\"\n\nfunc f() {\n" + w.body() + "}\n"
			findings := findingsIn(t, code)
			want := breaks(row)
			i := slices.IndexFunc(findings, want)
			if i < 0 {
				t.Fatalf("no finding of %s, but %v in\n%s", row.Rule, describe(findings), code)
			}
			if !mended(row) {
				return
			}
			if len(findings[i].Fixes) == 0 {
				t.Fatalf("no fix in\n%s", code)
			}
			after := edited(code, findings[i].Fixes[0])
			if left := findingsIn(t, after); slices.ContainsFunc(left, want) {
				t.Errorf("%v is left in\n%s", describe(left), after)
			}
		})
	}
}

// nameless is a connection string without an ID.
const nameless = "server=s;fedauth=ActiveDirectoryMSI"

// head begins a file that the gate lets in.
const head = "// Package p speaks of fedauth.\npackage p\n\n"

// breaks returns what tells the finding: an ID that is written as "" may be refused, and a connection string may leave the choice
// to the environment.
func breaks(row identity.Sink) func(identity.Finding) bool {
	rules := []string{row.Rule}
	if row.Empty != "" && len(row.Carrier.Fields) == 0 {
		rules = append(rules, identity.IgnoredID)
	}
	if row.Form == identity.FormDSN {
		rules = append(rules, identity.DefaultCredential)
	}
	return func(f identity.Finding) bool { return slices.Contains(rules, f.Rule) }
}

// mended reports whether a row has a cure that a fix can write for a client ID.
func mended(row identity.Sink) bool {
	if row.Rule != identity.Credential || row.NoCure {
		return false
	}
	isClient := func(name string) bool { return identity.WordOf(name) == "client" }
	switch {
	case row.Instead != "":
		return true
	case row.Form != identity.FormID:
		return false
	case len(row.Carrier.Fields) == 0:
		return isClient(row.Name)
	}
	return len(row.Kinds) > 0 || slices.ContainsFunc(row.Carrier.Fields, func(f string) bool { return isClient(f) && !strings.Contains(f, ".") })
}

// findingsIn returns what the command finds in one file, with every rule.
func findingsIn(t *testing.T, code string) []identity.Finding {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module example.com/rows\n", "p.go": code} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	checker := newChecker(t, analyzer.Config{Enable: []string{"all"}, IDs: []string{"env:AZURE_CLIENT_ID"}})
	loaded, err := source.Load(source.Options{Dir: dir, Table: checker.Table()})
	if err != nil || len(loaded.Errors) > 0 {
		t.Fatalf("%v %v in\n%s", err, loaded.Errors, code)
	}
	var out []identity.Finding
	for _, pkg := range loaded.Packages {
		out = append(out, checker.Check(pkg.Package)...)
	}
	return out
}

func edited(code string, fix identity.Fix) string {
	for _, e := range slices.Backward(fix.Edits) {
		code = code[:e.Start] + e.New + code[e.End:]
	}
	return code
}

// outlineOf returns the declarations of a row's library that the command knows, or nil.
func outlineOf(t *testing.T, row identity.Sink) *types.Package {
	t.Helper()
	dir := t.TempDir()
	code := head + "import lib \"" + row.Package + "\"\n\nvar _ lib." + row.Func().Name + "\n"
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte(code), 0o600); err != nil {
		t.Fatal(err)
	}
	loaded, err := source.Load(source.Options{Dir: dir})
	if err != nil || len(loaded.Packages) != 1 {
		t.Fatal(err, loaded)
	}
	for _, imported := range loaded.Packages[0].Types.Imports() {
		if imported.Path() == row.Package {
			return imported
		}
	}
	return nil
}

// A rowWriter writes code that breaks the rule of a row.
type rowWriter struct {
	t      *testing.T
	row    identity.Sink
	lib    *types.Package
	before strings.Builder // statements that the last one needs
}

func (w *rowWriter) body() string {
	last := w.last()
	return w.before.String() + "\t" + last + "\n"
}

func (w *rowWriter) last() string {
	if w.row.Struct {
		fields := w.row.When
		if w.row.Form == identity.FormDSN {
			fields = append(slices.Clip(fields), identity.Condition{Place: w.row.Carrier, Value: nameless})
		}
		return "lib.Use(" + w.value(w.lookup(w.row.Name).Type(), fields) + ")"
	}
	name := w.row.Func()
	if name.Receiver == "" {
		return "lib." + name.Name + "(" + w.arguments(w.signature(w.lookup(name.Name))) + ")"
	}
	recv := w.lookup(name.Receiver)
	w.before.WriteString("\tvar recv lib." + name.Receiver + "\n")
	if recv == nil {
		return "recv." + name.Name + "(" + w.arguments(nil) + ")"
	}
	method, _, _ := types.LookupFieldOrMethod(recv.Type(), true, w.lib, name.Name)
	return "recv." + name.Name + "(" + w.arguments(w.signature(method)) + ")"
}

func (w *rowWriter) lookup(name string) types.Object { return w.lib.Scope().Lookup(name) }

// signature returns the signature that the row means, or nil if the outline has none or another one.
func (w *rowWriter) signature(obj types.Object) *types.Signature {
	if obj == nil {
		return nil
	}
	sig, ok := obj.Type().(*types.Signature)
	if !ok || w.row.Params != identity.AnyParams && sig.Params().Len() != w.row.Params {
		return nil
	}
	return sig
}

func (w *rowWriter) arguments(sig *types.Signature) string {
	count := max(w.row.Params, 0)
	if sig != nil {
		count = sig.Params().Len()
		if sig.Variadic() {
			count--
		}
	}
	var args []string
	for i := range count {
		var conditions []identity.Condition
		for _, c := range w.row.When {
			if c.Argument == i {
				conditions = append(conditions, c)
			}
		}
		var t types.Type = types.Typ[types.UntypedNil]
		if sig != nil {
			t = sig.Params().At(i).Type()
		} else if w.row.Carrier.Argument == i && len(w.row.Carrier.Fields) == 0 {
			t = types.Typ[types.String]
		}
		switch {
		case w.row.Form == identity.FormDSN && w.row.Carrier.Argument == i:
			args = append(args, `"`+nameless+`"`)
		default:
			args = append(args, w.value(t, conditions))
		}
	}
	return strings.Join(args, ", ")
}

// value writes a value of a type that meets the conditions, and is empty otherwise.
func (w *rowWriter) value(t types.Type, conditions []identity.Condition) string {
	if len(conditions) == 1 && len(conditions[0].Fields) == 0 && conditions[0].Value != "" {
		return constant(t, conditions[0].Value)
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return `""`
		case u.Info()&types.IsBoolean != 0:
			return "false"
		case u.Info()&types.IsNumeric != 0:
			return "0"
		}
	case *types.Struct:
		return w.literal(t, u, conditions)
	case *types.Pointer:
		if s, ok := u.Elem().Underlying().(*types.Struct); ok && len(conditions) > 0 {
			return "&" + w.literal(u.Elem(), s, conditions)
		}
	}
	return "nil"
}

func (w *rowWriter) literal(t types.Type, s *types.Struct, conditions []identity.Condition) string {
	name := types.TypeString(t, func(pkg *types.Package) string {
		if pkg == w.lib {
			return "lib"
		}
		return pkg.Name()
	})
	var fields []string
	for _, c := range conditions {
		if c.Value == "" {
			continue
		}
		field, rest, _ := strings.Cut(c.Fields[0], ".")
		for f := range s.Fields() {
			if f.Name() == field {
				fields = append(fields, field+": "+w.field(f.Type(), rest, c.Value))
			}
		}
	}
	return name + "{" + strings.Join(fields, ", ") + "}"
}

// field writes what a field has to hold: a constant, a pointer to one, or a map with one.
func (w *rowWriter) field(t types.Type, key, want string) string {
	switch u := t.Underlying().(type) {
	case *types.Map:
		return fmt.Sprintf("map[string]string{%q: %q}", key, want)
	case *types.Pointer:
		fmt.Fprintf(&w.before, "\tvar pointed %s = %s\n", types.TypeString(u.Elem(), func(*types.Package) string { return "lib" }), constant(u.Elem(), want))
		return "&pointed"
	}
	return constant(t, want)
}

func constant(t types.Type, want string) string {
	if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
		return fmt.Sprintf("%q", want)
	}
	return want
}
