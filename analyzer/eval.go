package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// evalAll returns the values of a list of expressions that stands for n values: f() may give several.
func (f *frame) evalAll(exprs []ast.Expr, n int) []value {
	var out []value
	if call, ok := single(exprs).(*ast.CallExpr); ok && n != 1 {
		out = f.call(call)
	} else {
		for _, e := range exprs {
			out = append(out, f.eval(e))
		}
	}
	for len(out) < n { // v, ok := m[k]; and calls that are not understood
		out = append(out, unknown())
	}
	return out
}

func single(exprs []ast.Expr) ast.Expr {
	if len(exprs) != 1 {
		return nil
	}
	return ast.Unparen(exprs[0])
}

// eval returns the value of an expression. A string's zero value is the empty text.
func (f *frame) eval(e ast.Expr) value {
	if v, ok := f.constant(e); ok {
		return v
	}
	v := f.evalSyntax(e)
	if slices.Contains(v, atom(zero{})) && isString(f.typeOf(e)) {
		return v.each(func(a atom) value {
			if a == (zero{}) {
				return value{text{at: e.Pos()}}
			}
			return value{a}
		})
	}
	return v
}

// evalSyntax has one function for each syntax.
func (f *frame) evalSyntax(e ast.Expr) value {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.eval(e.X)
	case *ast.Ident:
		return f.ident(e)
	case *ast.SelectorExpr:
		return f.selector(e)
	case *ast.CallExpr:
		if results := f.call(e); len(results) > 0 {
			return results[0]
		}
		return unknown()
	case *ast.CompositeLit:
		return f.composite(e)
	case *ast.FuncLit:
		return value{closure{e}}
	case *ast.UnaryExpr:
		return f.unary(e)
	case *ast.StarExpr:
		return f.loadAll(deref(f.eval(e.X)))
	case *ast.BinaryExpr:
		return f.binary(e)
	case *ast.IndexExpr:
		return f.index(e)
	case *ast.TypeAssertExpr:
		return f.eval(e.X)
	case *ast.SliceExpr:
		return f.slice(e)
	case *ast.IndexListExpr:
		return f.eval(e.X)
	}
	return unknown()
}

// Have: an expression that the type checker folded
func (f *frame) constant(e ast.Expr) (value, bool) {
	tv, ok := f.pkg.Info.Types[e]
	if !ok || tv.Value == nil {
		return nil, false
	}
	if tv.Value.Kind() == constant.String {
		return literal(constant.StringVal(tv.Value), e.Pos()), true
	}
	return value{number{tv.Value.ExactString()}}, true
}

// Have: x
func (f *frame) ident(e *ast.Ident) value {
	switch obj := f.pkg.Info.ObjectOf(e).(type) {
	case *types.Nil:
		return value{null{}}
	case *types.Var:
		return f.variable(obj)
	case *types.Func:
		return f.functionValue(obj)
	}
	return unknown()
}

func (f *frame) variable(obj *types.Var) value {
	if _, known := f.mem.cells[obj]; !known && isGlobal(obj) {
		f.mem.store(cell{base: obj}, f.global(obj))
	}
	return f.mem.load(cell{base: obj})
}

func isGlobal(obj types.Object) bool { return obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() }

func (f *frame) functionValue(obj *types.Func) value {
	obj = obj.Origin()
	if f.decls[obj] != nil {
		return value{function{obj}}
	}
	return value{api{funcOf(obj)}}
}

// Have: x.f, pkg.F, x.Method
func (f *frame) selector(e *ast.SelectorExpr) value {
	switch obj := f.pkg.Info.ObjectOf(e.Sel).(type) {
	case *types.Func:
		if obj.Signature().Recv() != nil {
			f.escape(f.eval(e.X))
			return value{opaque{origin{fromCall, obj.Name()}}} // a method value
		}
		return f.functionValue(obj)
	case *types.Var:
		if isGlobal(obj) {
			if obj.Pkg() == f.pkg.Types {
				return f.variable(obj)
			}
			return value{opaque{origin{fromField, obj.Name()}}}
		}
		v := f.eval(e.X)
		for _, name := range f.fieldPath(e) {
			v = f.read(v, path("").field(name))
		}
		return v
	}
	if name, ok := f.unresolved(e); ok {
		return value{api{name}}
	}
	return f.read(f.eval(e.X), path("").field(e.Sel.Name))
}

// fieldPath names the fields that x.f passes through: an embedded field is passed without being written.
func (f *frame) fieldPath(e *ast.SelectorExpr) []string {
	selection := f.pkg.Info.Selections[e]
	if selection == nil || selection.Kind() != types.FieldVal {
		return []string{e.Sel.Name}
	}
	var names []string
	t := selection.Recv()
	for _, i := range selection.Index() {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			return []string{e.Sel.Name}
		}
		names = append(names, s.Field(i).Name())
		t = s.Field(i).Type()
	}
	return names
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
			return []cell{{base: obj}}
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
			out = append(out, cell{c.base, c.path.key(f.key(e.Index))})
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

// key returns the text of a map's or a list's key, or unknownKey.
func (f *frame) key(e ast.Expr) string {
	for _, a := range f.eval(e) {
		switch a := a.(type) {
		case text:
			if s, ok := constantText(a.s); ok {
				return s
			}
		case number:
			return a.s
		}
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

// Have: T{...}. A slice or a map lives in a cell of its own.
func (f *frame) composite(e *ast.CompositeLit) value {
	if f.isList(e) || f.isMap(e) {
		at := cell{base: e}
		f.mem.store(at, value{zero{}})
		next := 0
		for _, element := range e.Elts {
			key := strconv.Itoa(next)
			if kv, ok := element.(*ast.KeyValueExpr); ok {
				key, element = f.key(kv.Key), kv.Value
			}
			f.storeParts([]cell{{e, path("").key(key)}}, f.element(element))
			next++
		}
		if f.isList(e) {
			f.mem.store(cell{e, lengthPart}, value{number{strconv.Itoa(next)}})
		}
		return value{ref{at}}
	}
	return value{structure{f.structFields(e)}}
}

// lengthPart holds the length of a list.
const lengthPart = path(fieldMark + "len")

func (f *frame) isMap(e *ast.CompositeLit) bool {
	_, syntax := e.Type.(*ast.MapType)
	return syntax || is[*types.Map](f.visit, e)
}

func (f *frame) isList(e *ast.CompositeLit) bool {
	_, syntax := e.Type.(*ast.ArrayType)
	return syntax || is[*types.Slice](f.visit, e) || is[*types.Array](f.visit, e)
}

// element evaluates an element, whose type and & may be left out: []*T{{...}}
func (f *frame) element(e ast.Expr) value {
	v := f.eval(e)
	f.escape(v)
	if lit, ok := e.(*ast.CompositeLit); ok && lit.Type == nil && is[*types.Pointer](f.visit, lit) {
		return f.address(lit, v)
	}
	return v
}

func (f *frame) structFields(e *ast.CompositeLit) *fields {
	out := &fields{cells: map[path]value{"": {zero{}}}}
	for i, element := range e.Elts {
		name := f.fieldName(e, i)
		if kv, ok := element.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				name = id.Name
			}
			element = kv.Value
		}
		at := path("").field(name)
		v := f.element(element)
		out.cells[at] = v
		for _, s := range as[structure](v) {
			for p, inner := range s.cells {
				out.cells[at+p] = inner
			}
		}
	}
	return out
}

// fieldName names the i-th field of a literal without keys.
func (f *frame) fieldName(e *ast.CompositeLit, i int) string {
	if t := f.typeOf(e); t != nil {
		if s, ok := t.Underlying().(*types.Struct); ok && i < s.NumFields() {
			return s.Field(i).Name()
		}
	}
	return unknownKey
}

// Have: &x, &T{...}, -x
func (f *frame) unary(e *ast.UnaryExpr) value {
	if e.Op != token.AND {
		f.eval(e.X)
		return unknown()
	}
	if lit, ok := ast.Unparen(e.X).(*ast.CompositeLit); ok {
		return f.address(lit, f.eval(lit))
	}
	var out value
	for _, c := range f.location(e.X) {
		out = join(out, value{ref{c}})
	}
	if out == nil {
		return unknown()
	}
	return out
}

// address puts the value of an expression into a cell of its own.
func (f *frame) address(e ast.Expr, v value) value {
	at := cell{base: ast.Node(e)}
	if r := as[ref](v); len(r) == 1 && r[0].cell == at { // a list or a map has its cell already
		return v
	}
	f.mem.store(at, v)
	return value{ref{at}}
}

// Have: a + b
func (f *frame) binary(e *ast.BinaryExpr) value {
	a, b := f.eval(e.X), f.eval(e.Y)
	if e.Op == token.ADD && f.isText(e, a, b) {
		return concat(asText(a, e.X.Pos()), asText(b, e.Y.Pos()))
	}
	return unknown()
}

// isText reports whether a sum is one of strings: its type is, or an operand plainly.
func (f *frame) isText(sum ast.Expr, a, b value) bool {
	return isString(f.typeOf(sum)) || len(as[text](a)) > 0 || len(as[text](b)) > 0
}

// Have: x[i], f[T]
func (f *frame) index(e *ast.IndexExpr) value {
	if obj, ok := f.object(e.X).(*types.Func); ok {
		return f.functionValue(obj)
	}
	x := f.eval(e.X)
	key := f.key(e.Index)
	if key == unknownKey {
		return value{opaque{origin{fromField, ""}}}
	}
	return f.read(x, path("").key(key))
}

// Have: x[:], x[i:j]
func (f *frame) slice(e *ast.SliceExpr) value {
	x := f.eval(e.X)
	if e.Low == nil && e.High == nil {
		return x
	}
	return unknown()
}

// list returns the elements of a slice, if all are known.
func (f *frame) list(v value) ([]value, bool) {
	refs := as[ref](v)
	if len(refs) != 1 || len(v) != 1 {
		if len(v) == 1 && (v[0] == null{} || v[0] == zero{}) {
			return nil, true
		}
		return nil, false
	}
	at := refs[0].cell
	lengths := as[number](f.mem.load(cell{at.base, at.path + lengthPart}))
	if len(lengths) != 1 {
		return nil, false
	}
	n, err := strconv.Atoi(lengths[0].s)
	if err != nil {
		return nil, false
	}
	var out []value
	for i := range n {
		out = append(out, f.mem.load(cell{at.base, at.path.key(strconv.Itoa(i))}))
	}
	return out, true
}

// newList makes a slice, at the call that makes it.
func (f *frame) newList(at ast.Node, elements []value) value {
	f.mem.store(cell{base: at}, value{zero{}})
	for i, v := range elements {
		f.mem.store(cell{at, path("").key(strconv.Itoa(i))}, v)
	}
	f.mem.store(cell{at, lengthPart}, value{number{strconv.Itoa(len(elements))}})
	return value{ref{cell{base: at}}}
}
