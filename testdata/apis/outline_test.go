package apis

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"testing"

	"github.com/whichid/whichid/analyzer/identity"
)

// The command checks code against outlines, because it has no dependencies at hand. What an outline says must be true of
// the real package, in the newest version; it may say less.
func TestOutlines(t *testing.T) {
	t.Parallel()
	outlined := outlines(t, "[ams]*.txtar")
	compareOutlines(t, outlined, realPackages(t, "", slices.Collect(maps.Keys(outlined))...))
}

// The same for those libraries of which only the declarations are at hand.
func TestLibraryOutlines(t *testing.T) {
	t.Parallel()
	known, outlined := outlines(t, "[ams]*.txtar"), outlines(t, "[amsl]*.txtar")
	maps.DeleteFunc(outlined, func(path string, _ *types.Package) bool { return known[path] != nil })
	real := make(map[string]*types.Package)
	for _, module := range downloaded(t) {
		loader := open(t, module, known)
		for path := range outlined {
			if !loader.Has(path) {
				continue
			}
			pkg, err := loader.Package(path) // of the last version that has it
			if err != nil {
				t.Fatal(err)
			}
			real[path] = pkg
		}
	}
	compareOutlines(t, outlined, real)
}

func compareOutlines(t *testing.T, outlined, real map[string]*types.Package) {
	t.Helper()
	for path, outline := range outlined {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			if real[path] == nil {
				t.Fatal("there is no such package")
			}
			if outline.Name() != real[path].Name() {
				t.Errorf("package %s is called %s", real[path].Name(), outline.Name())
			}
			for _, name := range outline.Scope().Names() {
				if err := sameObject(outline.Scope().Lookup(name), real[path].Scope().Lookup(name)); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
			mine, theirs := assignable(outline.Scope().Names(), outline), assignable(outline.Scope().Names(), real[path])
			if !slices.Equal(mine, theirs) {
				t.Errorf("assignable are %v, not %v", theirs, mine)
			}
		})
	}
}

// What an outline declares is what the rows for it say. What several rows are about, one for each number of parameters, an outline
// need not have.
func TestOutlinesOfRows(t *testing.T) {
	t.Parallel()
	outlined := outlines(t, "*.txtar")
	said := make(map[string]error)
	rows := append(table(t).Rows(), table(t).Makers()...)
	for _, row := range rows {
		name := row.Package + "." + row.Name
		if outlined[row.Package] == nil {
			t.Errorf("%s: there is no outline of the package", name)
			continue
		}
		said[titleOf(row)] = check(row, outlined[row.Package])
		if slices.ContainsFunc(rows, func(other identity.Sink) bool {
			return !row.Struct && other.Package == row.Package && other.Name == row.Name && other.Params != row.Params
		}) {
			delete(said, titleOf(row))
		}
	}
	for name, err := range said {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// assignable lists which of the package's types implement which of its interfaces, and have methods to do so.
func assignable(names []string, pkg *types.Package) []string {
	var out []string
	for _, interfaceName := range names {
		to, ok := pkg.Scope().Lookup(interfaceName).(*types.TypeName)
		if !ok || !types.IsInterface(to.Type()) || to.Type().Underlying().(*types.Interface).NumMethods() == 0 {
			continue
		}
		for _, name := range names {
			if from, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok && !isGeneric(from) {
				for _, typ := range []types.Type{from.Type(), types.NewPointer(from.Type())} {
					if types.AssignableTo(typ, to.Type()) {
						out = append(out, spell(typ)+" to "+interfaceName)
					}
				}
			}
		}
	}
	return out
}

func isGeneric(name *types.TypeName) bool {
	named, ok := name.Type().(*types.Named)
	return ok && named.TypeParams() != nil
}

// sameObject says in what the outline's declaration differs from the real one, other than in what it leaves out.
func sameObject(outline, real types.Object) error {
	if real == nil {
		return fmt.Errorf("is not declared")
	}
	if a, b := fmt.Sprintf("%T", outline), fmt.Sprintf("%T", real); a != b {
		return fmt.Errorf("is %s, not %s", b, a)
	}
	switch outline := outline.(type) {
	case *types.Const:
		if value := real.(*types.Const).Val(); !constant.Compare(outline.Val(), token.EQL, value) {
			return fmt.Errorf("is %s, not %s", value, outline.Val())
		}
	case *types.TypeName:
		return sameType(outline, real.(*types.TypeName))
	}
	return sameSpelling(outline.Type(), real.Type())
}

func sameSpelling(outline, real types.Type) error {
	if a, b := spell(outline), spell(real); a != b {
		return fmt.Errorf("is %s, not %s", b, a)
	}
	return nil
}

func sameType(outline, real *types.TypeName) error {
	if outline.IsAlias() != real.IsAlias() {
		return fmt.Errorf("alias: %t, not %t", real.IsAlias(), outline.IsAlias())
	}
	if outline.IsAlias() {
		return sameSpelling(outline.Type(), real.Type())
	}
	a, b := outline.Type().(*types.Named), real.Type().(*types.Named)
	if p, q := spellParams(a.TypeParams()), spellParams(b.TypeParams()); p != q {
		return fmt.Errorf("has the type parameters %s, not %s", q, p)
	}
	for method := range a.Methods() {
		if err := sameMethod(method, b); err != nil {
			return fmt.Errorf("method %s: %w", method.Name(), err)
		}
	}
	structure, ok := a.Underlying().(*types.Struct)
	if !ok {
		return sameSpelling(a.Underlying(), b.Underlying())
	}
	other, ok := b.Underlying().(*types.Struct)
	if !ok {
		return fmt.Errorf("is no struct")
	}
	for field := range structure.Fields() {
		if err := sameField(field, other); err != nil {
			return fmt.Errorf("field %s: %w", field.Name(), err)
		}
	}
	return nil
}

func sameMethod(method *types.Func, real *types.Named) error {
	for other := range real.Methods() {
		if other.Name() != method.Name() {
			continue
		}
		if err := sameSpelling(method.Signature().Recv().Type(), other.Signature().Recv().Type()); err != nil {
			return fmt.Errorf("receiver: %w", err)
		}
		return sameSpelling(method.Type(), other.Type())
	}
	return fmt.Errorf("is not declared")
}

func sameField(field *types.Var, real *types.Struct) error {
	for other := range real.Fields() {
		if other.Name() != field.Name() {
			continue
		}
		if field.Embedded() != other.Embedded() {
			return fmt.Errorf("embedded: %t, not %t", other.Embedded(), field.Embedded())
		}
		return sameSpelling(field.Type(), other.Type())
	}
	return fmt.Errorf("is not declared")
}
