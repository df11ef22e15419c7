package analyzer

import (
	"cmp"
	"go/types"
	"maps"
	"slices"

	"github.com/whichid/whichid/analyzer/identity"
)

// This room turns summaries into plain data, for packages that import this one: syntax and types of this package mean nothing
// there. Allocations get numbers, in the order in which the results lead to them; closures, functions and package-level
// variables become unknown. The same data is what the command keeps in memory and what facts carry, so that every driver knows
// the same.

type (
	portablePackage struct {
		Version   int
		Functions []portableFunction `json:",omitempty"` // by receiver and name
		Carriers  []identity.Func    `json:",omitempty"` // the structs that bring an ID to these functions
	}
	portableFunction struct {
		Receiver string `json:",omitempty"`
		Name     string
		Params   int             `json:",omitempty"` // with the receiver
		Variadic bool            `json:",omitempty"`
		Sites    []portableSite  `json:",omitempty"`
		Results  []portableValue `json:",omitempty"`
		Returns  bool            `json:",omitempty"`
		Memory   []portableCells `json:",omitempty"`
	}
	portableSite struct {
		Sink    *identity.Func `json:",omitempty"` // nil for a request
		Params  int            `json:",omitempty"` // of the sink: another version of the table may mean another signature
		ID      portableValue
		Options portableValue `json:",omitempty"`
		Guarded bool          `json:",omitempty"`
	}
	portableValue []portableAtom
	portableAtom  struct {
		Kind   string
		Text   string          `json:",omitempty"` // a template, a number, the name of an origin, a path
		Number int             `json:",omitempty"` // the kind of an origin, the index of a parameter
		Base   *portableBase   `json:",omitempty"` // of a ref
		Fields []portableField `json:",omitempty"` // of a structure
	}
	portableBase struct {
		Allocation int    `json:",omitempty"` // from 1; 0 for what a parameter points to
		Parameter  int    `json:",omitempty"`
		Path       string `json:",omitempty"` // of the parameter
	}
	portableCells struct {
		Base   portableBase
		Fields []portableField
	}
	portableField struct {
		Path  string `json:",omitempty"`
		Value portableValue
	}
)

// The kinds of portable atoms.
const (
	kindOpaque    = "?"
	kindNull      = "nil"
	kindZero      = "zero"
	kindText      = "text"
	kindNumber    = "number"
	kindRef       = "ref"
	kindParameter = "parameter"
	kindStructure = "struct"
)

// The bounds of what is told. A function that needs more is unknown to importers, and so is all of a package that does.
const (
	maxPortableAtoms = 400       // of a function
	maxPortableBytes = 256 << 10 // of a package, encoded
)

// pack returns the portable form of a summary, or false if it is too large.
func pack(name identity.Func, s *summary) (portableFunction, bool) {
	p := &packer{mem: s.mem, numbers: make(map[any]int)}
	out := portableFunction{
		Receiver: name.Receiver, Name: name.Name, Params: s.params, Variadic: s.variadic, Returns: s.mem != nil,
	}
	for _, v := range s.results {
		out.Results = append(out.Results, p.value(v))
	}
	for _, site := range s.wrapped {
		if site.meant == nil {
			out.Sites = append(out.Sites, p.site(site))
		}
	}
	if s.mem != nil {
		for _, base := range parameterBases(s.mem) {
			out.Memory = append(out.Memory, p.cells(base))
		}
	}
	for i := 0; i < len(p.allocations); i++ { // it grows on the way
		if base := p.allocations[i]; s.mem.listed(base) != nil {
			out.Memory = append(out.Memory, p.cells(base))
		}
	}
	return out, p.atoms <= maxPortableAtoms
}

func parameterBases(mem *memory) []any {
	var bases []parameter
	for base := range mem.bases {
		if p, ok := base.(parameter); ok {
			bases = append(bases, p)
		}
	}
	slices.SortFunc(bases, func(a, b parameter) int { return cmp.Or(cmp.Compare(a.index, b.index), cmp.Compare(a.path, b.path)) })
	out := make([]any, len(bases))
	for i, p := range bases {
		out[i] = p
	}
	return out
}

// A packer packs one function.
type packer struct {
	mem         *memory
	numbers     map[any]int // of allocations, from 1
	allocations []any
	atoms       int
}

func (p *packer) site(s *site) portableSite {
	out := portableSite{Params: s.sink.Params, ID: p.value(s.id), Guarded: s.guarded}
	if s.sink.Rule != identity.IMDSURL {
		name := s.sink.Func()
		out.Sink = &name
	}
	if len(carrierOf(s.sink).fields) > 1 { // the caller decides which field is read
		out.Options = p.value(s.options)
	}
	return out
}

func (p *packer) value(v value) portableValue {
	out := portableValue{}
	for _, a := range v.each(withoutSyntax) {
		out = append(out, p.atom(a))
	}
	return out
}

// withoutSyntax makes unknown what has no meaning outside of its package.
func withoutSyntax(a atom) value {
	switch a := a.(type) {
	case closure, function, api:
		return unknown()
	case ref:
		if isGlobalBase(a.base) {
			return unknown()
		}
	case text:
		return value{text{s: a.s}}
	}
	return value{a}
}

func isGlobalBase(base any) bool {
	obj, ok := base.(types.Object)
	return ok && isGlobal(obj)
}

func (p *packer) atom(a atom) portableAtom {
	p.atoms++
	switch a := a.(type) {
	case opaque:
		return portableAtom{Kind: kindOpaque, Text: a.origin.name, Number: int(a.origin.kind)}
	case null:
		return portableAtom{Kind: kindNull}
	case zero:
		return portableAtom{Kind: kindZero}
	case text:
		return portableAtom{Kind: kindText, Text: a.s}
	case number:
		return portableAtom{Kind: kindNumber, Text: a.s}
	case parameter:
		return portableAtom{Kind: kindParameter, Number: a.index, Text: string(a.path)}
	case ref:
		base := p.base(a.base)
		return portableAtom{Kind: kindRef, Base: &base, Text: string(a.path)}
	case structure:
		if p.atoms > maxPortableAtoms {
			break
		}
		return portableAtom{Kind: kindStructure, Fields: p.fields(a.cells)}
	}
	return portableAtom{Kind: kindOpaque}
}

func (p *packer) base(base any) portableBase {
	if param, ok := base.(parameter); ok {
		return portableBase{Parameter: param.index, Path: string(param.path)}
	}
	if p.numbers[base] == 0 {
		p.allocations = append(p.allocations, base)
		p.numbers[base] = len(p.allocations)
	}
	return portableBase{Allocation: p.numbers[base]}
}

func (p *packer) cells(base any) portableCells {
	return portableCells{Base: p.base(base), Fields: p.fields(p.mem.listed(base))}
}

func (p *packer) fields(cells map[path]value) []portableField {
	var out []portableField
	for _, at := range slices.Sorted(maps.Keys(cells)) {
		out = append(out, portableField{string(at), p.value(cells[at])})
	}
	return out
}
