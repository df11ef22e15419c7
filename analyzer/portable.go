package analyzer

import (
	"cmp"
	"fmt"
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
		Version   int                `json:"version"`
		Functions []portableFunction `json:"functions"`          // by receiver and name
		Carriers  []portableName     `json:"carriers,omitempty"` // the structs that bring an ID to these functions
	}
	portableName struct {
		Package  string `json:"package,omitempty"`
		Receiver string `json:"receiver,omitempty"`
		Name     string `json:"name"`
	}
	portableFunction struct {
		Name     portableName    `json:"name"`             // without the package
		Params   int             `json:"params,omitempty"` // with the receiver
		Variadic bool            `json:"variadic,omitempty"`
		Sites    []portableSite  `json:"sites,omitempty"`
		Results  []portableValue `json:"results,omitempty"`
		Memory   []portableCells `json:"memory,omitempty"`
	}
	portableSite struct {
		Sink    *portableName `json:"sink,omitempty"` // nil for a request or a command
		Row     string        `json:"row"`            // of the table, see rowKey: another version of it may say something else
		ID      portableValue `json:"id"`
		Options portableValue `json:"options,omitempty"`
		Guarded bool          `json:"guarded,omitempty"`
		Mixed   bool          `json:"mixed,omitempty"`
	}
	portableValue []portableAtom
	portableAtom  struct {
		Kind   string          `json:"kind"`
		Text   string          `json:"text,omitempty"`   // a template, a number, the name of an origin, a path
		Origin originKind      `json:"origin,omitempty"` // of what is unknown
		Index  int             `json:"index,omitempty"`  // of a parameter
		Base   *portableBase   `json:"base,omitempty"`   // of a ref
		Fields []portableField `json:"fields,omitempty"` // of a structure
	}
	portableBase struct {
		Allocation int    `json:"allocation,omitempty"` // from 1; 0 for what a parameter points to
		Parameter  int    `json:"parameter,omitempty"`
		Path       string `json:"path,omitempty"` // of the parameter
	}
	portableCells struct {
		Base   portableBase    `json:"base"`
		Fields []portableField `json:"fields"`
	}
	portableField struct {
		Path  string        `json:"path,omitempty"`
		Value portableValue `json:"value"`
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
	p := &packer{numbers: make(map[any]int)}
	out := portableFunction{
		Name: portableName{Receiver: name.Receiver, Name: name.Name}, Params: s.params, Variadic: s.variadic,
	}
	for _, v := range s.results {
		out.Results = append(out.Results, p.value(v))
	}
	for _, site := range s.wrapped {
		if site.meant == nil {
			out.Sites = append(out.Sites, p.site(site))
		}
	}
	left := byBase(s.effects)
	for _, base := range parameterBases(left) {
		out.Memory = append(out.Memory, portableCells{p.base(base), p.fields(left[base])})
	}
	for len(p.found) > 0 { // the cells of one lead to others
		base := p.found[0]
		p.found = p.found[1:]
		if left[base] != nil {
			out.Memory = append(out.Memory, portableCells{p.base(base), p.fields(left[base])})
		}
	}
	return out, p.atoms <= maxPortableAtoms && !s.large
}

// byBase sorts effects by what they are parts of.
func byBase(effects []effect) map[any]map[path]value {
	out := make(map[any]map[path]value)
	for _, e := range effects {
		if out[e.base] == nil {
			out[e.base] = make(map[path]value)
		}
		out[e.base][e.path] = e.v
	}
	return out
}

func parameterBases(left map[any]map[path]value) []any {
	var bases []parameter
	for base := range left {
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
	numbers map[any]int // of allocations, from 1
	found   []any       // the allocations whose cells are not packed yet
	atoms   int
}

func (p *packer) site(s *site) portableSite {
	out := portableSite{Row: rowKey(s.sink), ID: p.value(s.id), Guarded: s.guarded, Mixed: s.mixed}
	if s.sink.Package != "" {
		name := portableName(s.sink.Func())
		out.Sink = &name
	}
	if len(s.sink.Carrier.Fields) > 1 || s.sink.Form == identity.FormCommand { // the caller decides what is read
		out.Options = p.value(s.options)
	}
	return out
}

// rowKey tells the rows of one function apart.
func rowKey(sink *identity.Sink) string {
	return fmt.Sprintf("%s %d %v %v %v", sink.Rule, sink.Params, sink.Carrier, sink.When, sink.Unless)
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
	case closure, function, method, api, setting:
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
		return portableAtom{Kind: kindOpaque, Text: a.origin.name, Origin: a.origin.kind}
	case null:
		return portableAtom{Kind: kindNull}
	case zero:
		return portableAtom{Kind: kindZero}
	case text:
		return portableAtom{Kind: kindText, Text: a.s}
	case number:
		return portableAtom{Kind: kindNumber, Text: a.s}
	case parameter:
		return portableAtom{Kind: kindParameter, Index: a.index, Text: string(a.path)}
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
		p.found = append(p.found, base)
		p.numbers[base] = len(p.numbers) + 1
	}
	return portableBase{Allocation: p.numbers[base]}
}

func (p *packer) fields(cells map[path]value) []portableField {
	var out []portableField
	for _, at := range slices.Sorted(maps.Keys(cells)) {
		out = append(out, portableField{string(at), p.value(cells[at])})
	}
	return out
}
