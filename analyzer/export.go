package analyzer

import (
	"cmp"
	"encoding/json"
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// This room decides what a package tells the packages that import it: the exported functions that pass an ID on, those whose
// results or parameters hold what carries one, and those that return the URL of a token endpoint. All others stay unknown to
// importers, as every function of another package once was.

// summarizeExported returns what importers may know, or nil if that is nothing.
func (v *visit) summarizeExported() *Summaries {
	path := importPath(v.pkg.Types)
	if v.pkg.Types.Name() == "main" || v.checker.table.Import(path) == identity.Relevant { // the table says it better
		return nil
	}
	out := portablePackage{Version: portableVersion}
	exported := v.exported()
	carriers := v.carriers(exported)
	for _, d := range exported {
		s := v.summaries[d.obj]
		told := v.hasCarrier(d, carriers)
		if s == nil && (told || v.marked&identity.NeedToken != 0 && returnsString(d)) {
			s = v.summarize(d.obj)
		}
		if s == nil || !told && !s.travels() {
			continue
		}
		if packed, ok := pack(funcOf(d.obj.(*types.Func)), s); ok {
			out.Functions = append(out.Functions, packed)
		}
	}
	for _, carrier := range sortedFuncs(carriers) {
		if carrier.Package == path {
			out.Carriers = append(out.Carriers, portableName(carrier))
		}
	}
	if data, err := json.Marshal(out); err == nil {
		return v.checker.Decode(path, data)
	}
	return nil
}

// exported lists the exported functions and methods by name.
func (v *visit) exported() []*declaration {
	var out []*declaration
	for obj, d := range v.decls {
		if v.isExported(obj) {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b *declaration) int {
		x, y := funcOf(a.obj.(*types.Func)), funcOf(b.obj.(*types.Func))
		return cmp.Or(cmp.Compare(x.Receiver, y.Receiver), cmp.Compare(x.Name, y.Name), cmp.Compare(a.syntax.Pos(), b.syntax.Pos()))
	})
	return slices.CompactFunc(out, func(a, b *declaration) bool {
		return funcOf(a.obj.(*types.Func)) == funcOf(b.obj.(*types.Func))
	})
}

// isExported reports whether importers can call a function by its name.
func (v *visit) isExported(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	if !ok || !fn.Exported() || v.pkg.Types.Name() == "main" {
		return false
	}
	receiver := funcOf(fn).Receiver
	return receiver == "" || ast.IsExported(receiver)
}

// carriers are the types that bring an ID to a sink: those of the table, and the structs that wrappers here and in imported
// packages read the ID from.
func (v *visit) carriers(exported []*declaration) map[identity.Func]bool {
	out := v.checker.table.Carriers()
	for _, s := range v.pkg.Summaries {
		if s != nil {
			maps.Copy(out, s.carriers)
		}
	}
	for _, d := range exported {
		s := v.summaries[d.obj]
		if s == nil {
			continue
		}
		params := parameterTypes(d.obj.(*types.Func).Signature())
		for _, site := range s.wrapped {
			for _, p := range parametersOf(site.id) {
				if p.path != "" && p.index < len(params) {
					out[typeName(params[p.index])] = true
				}
			}
		}
	}
	delete(out, identity.Func{})
	return out
}

// parametersOf lists the parameters that a value depends on.
func parametersOf(v value) []parameter {
	out := as[parameter](v)
	for _, t := range as[text](v) {
		for _, piece := range pieces(t.s) {
			if p, ok := piece.hole.(parameter); ok {
				out = append(out, p)
			}
		}
	}
	return out
}

// parameterTypes lists the types of the receiver and the parameters.
func parameterTypes(sig *types.Signature) []types.Type {
	var out []types.Type
	if sig.Recv() != nil {
		out = append(out, sig.Recv().Type())
	}
	for p := range sig.Params().Variables() {
		out = append(out, p.Type())
	}
	return out
}

// hasCarrier reports whether a function has a carrier in its hands.
func (v *visit) hasCarrier(d *declaration, carriers map[identity.Func]bool) bool {
	sig := d.obj.(*types.Func).Signature()
	seen := parameterTypes(sig)
	for r := range sig.Results().Variables() {
		seen = append(seen, r.Type())
	}
	return slices.ContainsFunc(seen, func(t types.Type) bool { return v.hasInside(t, carriers, 0) })
}

func returnsString(d *declaration) bool {
	results := d.obj.(*types.Func).Signature().Results()
	return results.Len() > 0 && isString(results.At(0).Type())
}

// hasInside reports whether a value of type t is a carrier, points to one, or has one inside. It does not look into the structs of
// other packages: how much is known of them depends on the driver.
func (v *visit) hasInside(t types.Type, carriers map[identity.Func]bool, depth int) bool {
	const maxDepth = 4
	if depth > maxDepth {
		return false
	}
	if carriers[typeName(t)] {
		return true
	}
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != v.pkg.Types {
		return false
	}
	switch t := t.Underlying().(type) {
	case *types.Pointer:
		return v.hasInside(t.Elem(), carriers, depth+1)
	case *types.Struct:
		for f := range t.Fields() {
			if v.hasInside(f.Type(), carriers, depth+1) {
				return true
			}
		}
	}
	return false
}

func sortedFuncs(set map[identity.Func]bool) []identity.Func {
	return slices.SortedFunc(maps.Keys(set), func(a, b identity.Func) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Receiver, b.Receiver), cmp.Compare(a.Name, b.Name))
	})
}
