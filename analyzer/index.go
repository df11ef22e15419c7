package analyzer

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Have: x[i], f[T]
func (f *frame) index(e *ast.IndexExpr) value {
	if obj, ok := f.object(e.X).(*types.Func); ok {
		return f.functionValue(e, obj)
	}
	x := f.eval(e.X)
	var out value
	for _, key := range f.keys(e.Index) {
		if key == unknownKey {
			return f.anyElement(x)
		}
		out = join(out, f.read(x, path("").key(key)))
	}
	return out
}

// anyElement joins the elements of a list or a map, or is unknown.
func (f *frame) anyElement(x value) value {
	var out value
	for _, a := range x {
		r, ok := a.(ref)
		listed := f.mem.listed(r.base)
		if !ok || listed == nil || r.path != "" {
			return value{opaque{origin{fromField, ""}}}
		}
		if _, isList := listed[lengthPart]; !isList {
			out = join(out, f.mem.load(cell{r.base, path("").key(unknownKey)}))
		}
		for _, p := range slices.Sorted(maps.Keys(listed)) {
			if strings.HasPrefix(string(p), keyMark) && len(p.steps()) == 1 {
				out = join(out, f.mem.load(cell{r.base, p}))
			}
		}
	}
	return out
}

// Have: x[:], x[i:j]
func (f *frame) slice(e *ast.SliceExpr) value {
	x := f.eval(e.X)
	if e.Low == nil && e.High == nil {
		return x
	}
	list, isList := f.list(x)
	low, lowKnown := f.bound(e.Low, 0)
	high, highKnown := f.bound(e.High, len(list))
	if isList && lowKnown && highKnown && low <= high && high <= len(list) {
		return f.newList(e, list[low:high])
	}
	return unknown()
}

// bound returns a bound of a slice, if it is a constant.
func (f *frame) bound(e ast.Expr, missing int) (int, bool) {
	if e == nil {
		return missing, true
	}
	v, ok := f.constant(e)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(v[0].(number).s)
	return n, err == nil && n >= 0
}
