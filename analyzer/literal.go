package analyzer

import (
	"go/ast"
	"go/types"
	"strconv"
)

// Have: T{...}. A slice or a map lives in a cell of its own.
func (f *frame) composite(e *ast.CompositeLit) value {
	if f.isList(e) || f.isMap(e) {
		f.mem.hold(e, f.elements(e))
		return value{ref{cell{base: e}}}
	}
	return value{structure{f.structFields(e)}}
}

// elements evaluates the elements of a list or a map. With a key that is not known, any may be anywhere.
func (f *frame) elements(e *ast.CompositeLit) map[path]value {
	cells := map[path]value{"": {zero{}}}
	known := true
	next := 0
	for _, element := range e.Elts {
		key := strconv.Itoa(next)
		if kv, ok := element.(*ast.KeyValueExpr); ok {
			key, element = f.key(kv.Key), kv.Value
		}
		v := f.element(element)
		if known = known && key != unknownKey && len(cells) <= maxCells; known {
			fill(cells, path("").key(key), v)
		}
		next++
	}
	if !known {
		return map[path]value{"": unknown()}
	}
	if f.isList(e) {
		cells[lengthPart] = value{number{strconv.Itoa(next)}}
	}
	return cells
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

// element evaluates an element, whose type and & may be left out.
//
// Have: []*T{{...}}
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
	if f.typeOf(e) == nil {
		out.cells[""] = unknown() // it may embed what other names reach
	}
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
		out.cells[at] = surface(v)
		for _, s := range as[structure](v) {
			for p, inner := range s.cells {
				out.cells[at+p] = inner
			}
		}
	}
	f.markLiteral(e, out)
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

// address puts the value of an expression into a cell of its own.
func (f *frame) address(e ast.Expr, v value) value {
	at := cell{base: ast.Node(e)}
	if r := as[ref](v); len(r) == 1 && r[0].cell == at { // a list or a map has its cell already
		return v
	}
	f.mem.store(at, v)
	return value{ref{at}}
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
	if err != nil || n > maxCells {
		return nil, false
	}
	var out []value
	for i := range n {
		out = append(out, f.mem.load(cell{at.base, at.path.key(strconv.Itoa(i))}))
	}
	return out, true
}

// newList makes a slice, at the call that makes it.
func (f *frame) newList(at any, elements []value) value {
	cells := map[path]value{"": {zero{}}, lengthPart: {number{strconv.Itoa(len(elements))}}}
	for i, v := range elements {
		fill(cells, path("").key(strconv.Itoa(i)), v)
	}
	f.mem.hold(at, cells)
	return value{ref{cell{base: at}}}
}
