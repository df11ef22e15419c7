package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/identity"
)

// A visit is one look at one package. It holds what is found out on the way.
type visit struct {
	*siteLog
	*numbering
	checker   *Checker
	pkg       *Package
	all       []*declaration // in source order
	decls     map[types.Object]*declaration
	globals   map[types.Object]*globalVar
	summaries map[types.Object]*summary
	graphs    map[*ast.BlockStmt]*flow
	traced    map[*ast.FuncLit]bool
	captures  map[*ast.FuncLit][]types.Object
	mentioned map[types.Object][]mention // by which declarations each function and variable of the package is named
	placed    map[*ast.File][]*placedDirective

	interfaceCalls map[string][]*declaration // by which declarations each method of an interface is named
	alternatives   map[*ast.CallExpr]value   // the functions that a call chooses from
	naming         map[*declaration][]place  // where each function may name an identity; nil until all are traced

	marked      identity.Need // what the package can hold besides calls of known libraries
	globalsDone bool          // findGlobalWrites ran
	fieldWrites fieldWrites   // nil before the first use
	anewBlocks  int           // those of functions that were traced anew for a call
}

// A mention is where a declaration names a function or a variable of the package.
type mention struct {
	decl *declaration
	at   *ast.Ident
}

// A declaration is a function of the package, or the initialisers of its variables.
type declaration struct {
	file     *ast.File
	obj      types.Object             // nil for initialisers
	syntax   *ast.FuncDecl            // nil for initialisers
	inits    *ast.GenDecl             // nil for functions
	writes   map[types.Object]writing // filled on demand
	traced   bool
	asked    int                        // how many of its places were compared with others
	inlined  int                        // the blocks of closures that were traced
	lastUses map[types.Object]token.Pos // filled on demand
}

func (d *declaration) node() ast.Node {
	if d.syntax != nil {
		return d.syntax
	}
	return d.inits
}

// A writing says where a function writes to a variable.
type writing struct {
	last     token.Pos
	deferred bool // in a deferred call, too
}

// declarationAt returns the declaration that holds a position of the package.
func (v *visit) declarationAt(at token.Pos) *declaration {
	return v.all[slices.IndexFunc(v.all, func(d *declaration) bool { return isWithin(at, d.node()) })]
}

// fileAt returns the file that holds a position, or nil if it is none of the package's.
func (v *visit) fileAt(at token.Pos) *ast.File {
	for _, file := range v.pkg.Files {
		if file.FileStart <= at && at < file.FileEnd {
			return file
		}
	}
	return nil
}

// newVisit begins a visit. Test files are left out unless they are reported, so that every driver sees the same code: the
// command does not read them.
func newVisit(c *Checker, pkg *Package) *visit {
	if !c.config.tests {
		kept := *pkg
		kept.Files = slices.DeleteFunc(slices.Clone(pkg.Files), func(file *ast.File) bool {
			return strings.HasSuffix(pkg.Fset.File(file.FileStart).Name(), "_test.go")
		})
		pkg = &kept
	}
	v := &visit{
		checker:        c,
		pkg:            pkg,
		decls:          make(map[types.Object]*declaration),
		globals:        make(map[types.Object]*globalVar),
		summaries:      make(map[types.Object]*summary),
		graphs:         make(map[*ast.BlockStmt]*flow),
		traced:         make(map[*ast.FuncLit]bool),
		captures:       make(map[*ast.FuncLit][]types.Object),
		siteLog:        newSiteLog(),
		numbering:      newNumbering(),
		interfaceCalls: make(map[string][]*declaration),
		alternatives:   make(map[*ast.CallExpr]value),
		mentioned:      make(map[types.Object][]mention),
		placed:         make(map[*ast.File][]*placedDirective),
	}
	return v
}

// findDeclarations lists the functions and initialisers of the package in source order.
func (v *visit) findDeclarations() {
	for _, file := range v.pkg.Files {
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				obj := v.pkg.Info.Defs[decl.Name]
				if decl.Body == nil || obj == nil {
					continue
				}
				d := &declaration{file: file, obj: obj, syntax: decl}
				v.decls[obj] = d
				v.all = append(v.all, d)
			case *ast.GenDecl:
				if decl.Tok == token.VAR {
					v.noteGlobals(decl)
					v.all = append(v.all, &declaration{file: file, inits: decl})
				}
			}
		}
	}
}

// traceAll traces the functions that mention a sink, and then, as long as one turns out to pass an ID on, those that mention
// it. All others matter only where one of these calls them.
func (v *visit) traceAll() {
	var work []*declaration
	v.marked = v.markers()
	v.findDeclarations()
	for _, d := range v.all {
		if v.mentions(d) {
			work = append(work, d)
		}
	}
	for len(work) > 0 {
		d := work[0]
		work = work[1:]
		if d.traced {
			continue
		}
		d.traced = true
		s := v.traceDeclaration(d)
		if s.matters() {
			work = append(work, v.mentioning(d.obj)...)
			if d.syntax.Recv != nil {
				work = append(work, v.interfaceCalls[d.obj.Name()]...)
			}
		}
		for _, name := range variables(d) { // they may hold a sink
			work = append(work, v.mentioning(v.pkg.Info.Defs[name])...)
		}
	}
}

// mentioning lists the declarations that name a function or a variable.
func (v *visit) mentioning(obj types.Object) []*declaration {
	var out []*declaration
	for _, m := range v.mentioned[obj] {
		out = append(out, m.decl)
	}
	return out
}

// variables lists the names that a declaration of variables declares.
func variables(d *declaration) []*ast.Ident {
	if d.inits == nil {
		return nil
	}
	var out []*ast.Ident
	for _, spec := range d.inits.Specs {
		out = append(out, spec.(*ast.ValueSpec).Names...)
	}
	return out
}

func (v *visit) traceDeclaration(d *declaration) *summary {
	if d.obj != nil {
		return v.summarize(d.obj)
	}
	f := &frame{visit: v, decl: d, mem: v.newMemory(), recording: true, outcome: &outcome{}}
	for _, spec := range d.inits.Specs {
		f.declare(spec.(*ast.ValueSpec))
	}
	f.settingsLeft(nil)
	f.traceRest(d.inits)
	return nil
}

// markers tells what the package can hold besides calls of known libraries.
func (v *visit) markers() identity.Need {
	found := identity.Irrelevant
	for _, s := range v.pkg.Summaries {
		if s.Matter() && slices.ContainsFunc(slices.Collect(maps.Values(s.functions)), (*summary).returnsURL) {
			found |= identity.NeedToken
		}
	}
	return found | markersIn(v.pkg, v.checker.needs(v.pkg))
}

// mentions reports whether a declaration names a sink, or a function of another package that passes an ID on, and notes the
// functions of the package that it names.
func (v *visit) mentions(d *declaration) bool {
	found := false
	ast.Inspect(d.node(), func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			found = v.namesSink(id) || found
			v.noteMention(d, id)
		}
		return true
	})
	return found
}

// namesSink reports whether a name may be that of a function or struct of the table, of a field that turns managed identity on,
// of a function that sends requests, or of one in another package that passes an ID on. A URL that another package keeps counts.
func (v *visit) namesSink(id *ast.Ident) bool {
	if v.pkg.Info.Defs[id] != nil {
		return false
	}
	if v.marked&v.checker.requests[id.Name] != 0 {
		return true
	}
	table := v.checker.table
	named := table.HasName(id.Name, v.marked)
	switch obj := v.pkg.Info.Uses[id].(type) {
	case nil:
		return named
	case *types.Func:
		return named && table.Has(funcOf(obj.Origin())) || v.passesOn(funcOf(obj.Origin()))
	case *types.TypeName:
		return named && table.Has(typeName(obj.Type()))
	case *types.Var: // a field
		return named && obj.Pkg() != nil && table.Import(importPath(obj.Pkg())) != identity.Irrelevant
	case *types.Const:
		val := obj.Val()
		return v.marked&identity.NeedToken == 0 && val.Kind() == constant.String && isDecisive(constant.StringVal(val))
	}
	return false
}

// passesOn reports whether a function of another package passes an ID on.
func (v *visit) passesOn(name identity.Func) bool {
	s := v.foreign(name)
	return s != nil && len(s.wrapped) > 0
}

// noteMention notes that a declaration names a function or a variable of the package.
func (v *visit) noteMention(d *declaration, id *ast.Ident) {
	switch obj := v.pkg.Info.Uses[id].(type) {
	case *types.Func:
		if obj = obj.Origin(); obj.Pkg() == v.pkg.Types && v.decls[obj] != d {
			v.mentioned[obj] = append(v.mentioned[obj], mention{d, id})
		}
		if recv := obj.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			v.interfaceCalls[obj.Name()] = append(v.interfaceCalls[obj.Name()], d)
		}
	case *types.Var:
		if v.globals[obj] != nil {
			v.mentioned[obj] = append(v.mentioned[obj], mention{d, id})
		}
	}
}
