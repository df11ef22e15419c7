package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// Some structs of settings are read by code that is not seen: azclient.AzureAuthConfig{UseManagedIdentityExtension: true}. A
// value of such a type has a hidden field that says where it was made, wherever it is copied to. It is judged where it leaves
// the function: when all that can be written to it here has been written.

// settingPart is the hidden field.
const settingPart = path(fieldMark + "setting")

// rowsFor returns the rows for the type of an expression, or of what it points to. There are none in the library itself, which copies
// and completes what its callers set.
func (v *visit) rowsFor(e ast.Expr) []*identity.Sink {
	var name identity.Func
	if t := v.typeOf(e); t != nil {
		name = typeName(t)
	} else if lit, ok := e.(*ast.CompositeLit); ok {
		name, _ = v.unresolved(lit.Type)
	}
	return slices.DeleteFunc(slices.Clone(v.checker.table.Sinks(name)), func(s *identity.Sink) bool {
		return !s.Struct || v.pkg.Types != nil && importPath(v.pkg.Types) == s.Package
	})
}

// Have: T{…}, of a type of the table
func (f *frame) markLiteral(e *ast.CompositeLit, made *fields) {
	if len(f.rowsFor(e)) > 0 {
		made.cells[settingPart] = value{setting{e}}
	}
}

// Have: x.UseManagedIdentity = true
func (f *frame) markAssigned(e ast.Expr, targets []cell) {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return
	}
	isCondition := func(c identity.Condition) bool { return c.Fields[0] == sel.Sel.Name && c.Value != "" }
	decides := func(s *identity.Sink) bool { return slices.ContainsFunc(s.When, isCondition) }
	if !slices.ContainsFunc(f.rowsFor(sel.X), decides) {
		return
	}
	for _, c := range targets {
		at := cell{c.base, c.path.parent() + settingPart}
		if len(as[setting](f.mem.load(at))) == 0 {
			f.mem.store(at, value{setting{sel}})
		}
	}
}

// settingsLeft judges the settings at the end of a function. What it returns is judged where callers in this package are
// done with it, if there are any.
func (f *frame) settingsLeft(results []value) {
	if f.literal != nil || !f.recording {
		return
	}
	var returned []atom
	if f.decl.obj != nil && len(f.mentioned[f.decl.obj]) > 0 {
		returned = f.settingsIn(results)
	} else {
		for _, v := range results {
			f.eachSetting(v, f.judgeSettings)
		}
	}
	f.mem.each(func(base any, _ *contents) {
		if obj, ok := base.(types.Object); ok && f.globals[obj] != nil && f.globals[obj].written {
			return
		}
		f.eachSetting(value{ref{cell{base: base}}}, func(marks, settings value) {
			f.judgeSettings(marks.only(func(a atom) bool { return !slices.Contains(returned, a) }), settings)
		})
	})
}

// returnsSettings reports whether results hold settings, which callers may complete.
func (f *frame) returnsSettings(mem *memory, results []value) bool {
	f.mem = mem
	return mem != nil && len(f.settingsIn(results)) > 0
}

// settingsIn lists the marks in values.
func (f *frame) settingsIn(values []value) []atom {
	var out []atom
	for _, v := range values {
		f.eachSetting(v, func(marks, _ value) { out = append(out, marks...) })
	}
	return out
}

// eachSetting visits the settings in a struct, or in what a pointer leads to, in the order of their paths.
func (f *frame) eachSetting(v value, visit func(marks, settings value)) {
	for _, a := range v {
		switch a := a.(type) {
		case structure:
			for _, p := range settingPaths(a.cells) {
				visit(a.cells[p], part(value{a}, p.parent()))
			}
		case ref:
			cells := f.mem.listed(a.base)
			for _, p := range settingPaths(cells) {
				if p.below(a.path) {
					visit(cells[p], value{ref{cell{a.base, p.parent()}}})
				}
			}
		}
	}
}

// settingPaths lists the hidden fields among cells.
func settingPaths(cells map[path]value) []path {
	var out []path
	for p := range cells {
		if strings.HasSuffix(string(p), string(settingPart)) {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// judgeSettings notes a site for each row that the settings meet.
func (f *frame) judgeSettings(marks, settings value) {
	for _, mark := range as[setting](marks) {
		typed := mark.at
		if sel, ok := typed.(*ast.SelectorExpr); ok {
			typed = sel.X
		}
		for _, sink := range f.rowsFor(typed) {
			if f.holds(sink, func(int) value { return settings }) {
				f.noteSink(sink, mark.at, settings)
			}
		}
	}
}

// handOver judges the settings in the operands of a call that is not understood. A pointer that is used again later may be one
// that the call fills in, and so may a receiver that the call returns.
func (f *frame) handOver(c *call) {
	if !f.recording {
		return
	}
	// Have: Builder{…}.Build()
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && !f.isUsedAfter(sel.X, c.CallExpr) && !f.returnsItself(c, sel.X) {
		f.eachSetting(c.recv, f.judgeSettings)
	}
	for i, v := range c.args {
		if i >= len(c.Args) || len(deref(v)) == 0 || !f.isUsedAfter(c.Args[i], c.CallExpr) {
			f.settingsBehind(v, make(map[any]bool))
		}
	}
}

// settingsBehind judges the settings in a value and behind the pointers in it.
func (f *frame) settingsBehind(v value, seen map[any]bool) {
	f.eachSetting(v, f.judgeSettings)
	for _, base := range leads(v, func(closure) []any { return nil }) {
		if seen[base] {
			continue
		}
		seen[base] = true
		for _, p := range slices.Sorted(maps.Keys(f.mem.listed(base))) {
			if inner := f.mem.listed(base)[p]; len(as[ref](inner)) > 0 {
				f.settingsBehind(inner, seen)
			}
		}
	}
}

// returnsItself reports whether a method returns a value of its receiver's type, as setters do that are chained.
func (f *frame) returnsItself(c *call, recv ast.Expr) bool {
	result, receiver := f.typeOf(c.CallExpr), f.typeOf(recv)
	return result == nil || receiver == nil || typeName(result) == typeName(receiver)
}

// isUsedAfter reports whether the variable that an argument is or points to is named behind a call.
func (f *frame) isUsedAfter(arg ast.Expr, call *ast.CallExpr) bool {
	if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok {
		arg = u.X
	}
	id := qualifier(ast.Unparen(arg))
	if id == nil {
		return false
	}
	return f.lastUses(f.decl)[f.pkg.Info.ObjectOf(id)] >= call.End()
}

// lastUses tells where each variable is named last in a declaration.
func (v *visit) lastUses(d *declaration) map[types.Object]token.Pos {
	if d.lastUses == nil {
		d.lastUses = make(map[types.Object]token.Pos)
		ast.Inspect(d.node(), func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if obj, ok := v.pkg.Info.Uses[id].(*types.Var); ok {
					d.lastUses[obj] = id.Pos() // in the order of the text
				}
			}
			return true
		})
	}
	return d.lastUses
}
