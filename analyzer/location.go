package analyzer

import (
	"go/ast"
	"go/types"
	"strings"
)

// fieldPath names the fields that x.f passes through: an embedded field is passed without being written.
func (f *frame) fieldPath(e *ast.SelectorExpr) []string {
	selection := f.pkg.Info.Selections[e]
	if selection == nil || selection.Kind() != types.FieldVal {
		return []string{e.Sel.Name}
	}
	return fieldNames(selection.Recv(), selection.Index())
}

// fieldNames names the fields that an index leads through, see [types.Selection.Index].
func fieldNames(t types.Type, index []int) []string {
	var names []string
	for _, i := range index {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			return names
		}
		names = append(names, s.Field(i).Name())
		t = s.Field(i).Type()
	}
	return names
}

// readFields returns a field of a value, or a field of a field: Managed.ClientID. Of a map that is known it is what has this key.
func (f *frame) readFields(v value, fields string) value {
	for name := range strings.SplitSeq(fields, ".") {
		v = v.each(func(a atom) value {
			if r, ok := a.(ref); ok && f.isMapCell(r.cell) {
				return f.read(value{a}, path("").key(name))
			}
			return f.read(value{a}, path("").field(name))
		})
	}
	return v
}

// Have: map[string]string{"ENVIRONMENT": "azure"}
func (f *frame) isMapCell(c cell) bool {
	lit, ok := c.base.(*ast.CompositeLit)
	return ok && c.path == "" && f.isMap(lit)
}

// read returns a part of a value, through pointers.
func (f *frame) read(v value, p path) value {
	return v.each(func(a atom) value {
		switch a := a.(type) {
		case ref:
			return f.mem.load(cell{a.base, a.path + p})
		case parameter:
			return f.mem.load(cell{a, p})
		}
		return part(value{a}, p)
	})
}

// deref returns the cells that a pointer may lead to.
func deref(v value) []cell {
	var out []cell
	for _, a := range v {
		switch a := a.(type) {
		case ref:
			out = append(out, a.cell)
		case parameter:
			out = append(out, cell{base: a})
		}
	}
	return out
}

func (f *frame) loadAll(cells []cell) value {
	if len(cells) == 0 {
		return unknown()
	}
	var out value
	for _, c := range cells {
		out = join(out, f.mem.load(c))
	}
	return out
}

// location returns the cells that an assignment to e writes: none where that is not known.
func (f *frame) location(e ast.Expr) []cell {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if obj, ok := f.pkg.Info.ObjectOf(e).(*types.Var); ok {
			f.variable(obj)
			return []cell{{base: f.base(obj)}}
		}
	case *ast.StarExpr:
		return deref(f.eval(e.X))
	case *ast.SelectorExpr:
		obj, isVar := f.pkg.Info.ObjectOf(e.Sel).(*types.Var)
		if isVar && isGlobal(obj) {
			return []cell{{base: obj}}
		}
		targets := f.pointees(e.X)
		for _, name := range f.fieldPath(e) {
			targets = f.fields(targets, name)
		}
		return targets
	case *ast.IndexExpr:
		var out []cell
		for _, c := range f.pointees(e.X) {
			for _, key := range f.keys(e.Index) {
				out = append(out, cell{c.base, c.path.key(key)})
			}
		}
		return out
	}
	return nil
}

// pointees returns the structs, maps or lists that x.f or x[i] is a part of: what x points to, or x itself.
func (f *frame) pointees(x ast.Expr) []cell {
	if is[*types.Struct](f.visit, x) {
		return f.location(x)
	}
	if cells := deref(f.eval(x)); len(cells) > 0 {
		return cells
	}
	return f.location(x)
}

// fields returns the cells of a field; a field on the way that is a pointer is followed by the next call.
func (f *frame) fields(of []cell, name string) []cell {
	var out []cell
	for _, c := range of {
		if inner := deref(f.mem.load(c)); len(inner) > 0 && c.path != "" {
			for _, target := range inner {
				out = append(out, cell{target.base, target.path.field(name)})
			}
			continue
		}
		out = append(out, cell{c.base, c.path.field(name)})
	}
	return out
}

// keys lists what a map's or a list's key may be, or unknownKey if that is not known.
func (f *frame) keys(e ast.Expr) []string {
	var out []string
	for _, a := range f.eval(e) {
		switch a := a.(type) {
		case text:
			if s, ok := constantText(a.s); ok {
				out = append(out, s)
				continue
			}
		case number:
			out = append(out, a.s)
			continue
		}
		return []string{unknownKey}
	}
	if len(out) == 0 {
		return []string{unknownKey}
	}
	return out
}

// key returns the one text of a map's or a list's key, or unknownKey.
func (f *frame) key(e ast.Expr) string {
	if keys := f.keys(e); len(keys) == 1 {
		return keys[0]
	}
	return unknownKey
}

// unknownKey is the key of what was stored under a key that is not known.
const unknownKey = "?"

// storeTo assigns v to e.
func (f *frame) storeTo(e ast.Expr, v value) {
	targets := f.location(e)
	for _, c := range targets {
		if obj, ok := c.base.(types.Object); ok && isGlobal(obj) || !ok || c.path != "" {
			f.escape(v)
		}
	}
	f.storeParts(targets, v)
	f.markAssigned(e, targets)
}

// storeParts writes v to one of targets. Under a key that is not known, it may have replaced any other.
func (f *frame) storeParts(targets []cell, v value) {
	for i, c := range targets {
		if strings.HasSuffix(string(c.path), keyMark+unknownKey) {
			targets[i], v = cell{c.base, c.path.parent()}, unknown()
		}
	}
	f.mem.storeAny(targets, v)
}
