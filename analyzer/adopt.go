package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
)

// An adoption takes the memory that a function has left into that of its caller. What the function allocated gets a name of its
// own for each call.
type adoption struct {
	*frame
	call ast.Node
	from ast.Node // the function
}

func (a *adoption) adopt(left *memory, results []value) []value {
	old := a.mem
	a.mem = a.newMemory()
	var take func(base any)
	takeValue := func(v value) {
		for _, base := range leads(v, a.captureBases) {
			take(base)
		}
	}
	known := make(map[any]bool)
	take = func(base any) {
		held := left.at(base)
		if known[base] || held == nil {
			return
		}
		known[base] = true
		if held == old.at(base) {
			a.mem.set(base, held)
			return
		}
		cells := make(map[path]value, len(held.cells))
		for p, v := range held.cells {
			cells[p] = a.rename(v, old)
			takeValue(v)
		}
		a.mem.set(a.renameBase(base, old), &contents{cells})
	}
	old.each(func(base any, _ *contents) { take(base) })
	out := make([]value, 0, len(results))
	for _, v := range results {
		takeValue(v)
		out = append(out, a.rename(v, old))
	}
	return out
}

// renameBase tells an allocation of the function apart by the call.
func (a *adoption) renameBase(base any, old *memory) any {
	if old.at(base) != nil {
		return base
	}
	if _, ok := base.(parameter); ok {
		return base
	}
	if obj, ok := base.(types.Object); ok && isGlobal(obj) {
		return base
	}
	return instance{a.call, base}
}

func (a *adoption) rename(v value, old *memory) value {
	return v.each(func(x atom) value {
		switch x := x.(type) {
		case ref:
			return value{ref{cell{a.renameBase(x.base, old), x.path}}}
		case method:
			return value{method{x.obj, cell{a.renameBase(x.recv.base, old), x.recv.path}}}
		case closure:
			if a.isOurs(x) {
				return value{closure{x.lit, instance{a.call, x.env}}}
			}
		case structure:
			cells := make(map[path]value, len(x.cells))
			for p, inner := range x.cells {
				cells[p] = a.rename(inner, old)
			}
			return value{structure{&fields{cells}}}
		}
		return value{x}
	})
}

// isOurs reports whether a closure was made in the function, or came out of a call in it.
func (a *adoption) isOurs(fn closure) bool {
	if i, ok := fn.env.(instance); ok {
		return isWithin(i.call.Pos(), a.from)
	}
	return isWithin(fn.lit.Pos(), a.from)
}

func isWithin(at token.Pos, n ast.Node) bool { return n.Pos() <= at && at < n.End() }
