package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
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
	decls     map[types.Object]*declaration
	globals   map[types.Object]*globalVar
	summaries map[types.Object]*summary
	graphs    map[*ast.BlockStmt]*flow
	traced    map[*ast.FuncLit]bool
	captures  map[*ast.FuncLit][]types.Object
	mentioned map[types.Object][]mention // by which declarations each function and variable of the package is named

	interfaceCalls map[string][]*declaration // by which declarations each method of an interface is named
	alternatives   map[*ast.CallExpr]value   // the functions that a call chooses from
	naming         map[*declaration][]place  // where each function may name an identity; nil until all are traced

	globalsDone bool // findGlobalWrites ran
	anewBlocks  int  // those of functions that were traced anew for a call
}

// A mention is where a declaration names a function or a variable of the package.
type mention struct {
	decl *declaration
	at   *ast.Ident
}

// A declaration is a function of the package, or the initialisers of its variables.
type declaration struct {
	file    *ast.File
	obj     types.Object             // nil for initialisers
	syntax  *ast.FuncDecl            // nil for initialisers
	inits   *ast.GenDecl             // nil for functions
	writes  map[types.Object]writing // filled on demand
	traced  bool
	asked   int // how many of its places were compared with others
	inlined int // the blocks of closures that were traced
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
	}
	return v
}

// declarations lists the functions and initialisers of the package in source order.
func (v *visit) declarations() []*declaration {
	var all []*declaration
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
				all = append(all, d)
			case *ast.GenDecl:
				if decl.Tok == token.VAR {
					v.noteGlobals(decl)
					all = append(all, &declaration{file: file, inits: decl})
				}
			}
		}
	}
	return all
}

// traceAll traces the functions that mention a sink, and then, as long as one turns out to pass an ID on, those that mention
// it. All others matter only where one of these calls them.
func (v *visit) traceAll() {
	var work []*declaration
	marked := v.isMarked()
	for _, d := range v.declarations() {
		if v.mentions(d, marked) {
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
		if s != nil && (len(s.wrapped) > 0 || s.open && s.sinks) {
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
	f.traceRest(d.inits)
	return nil
}

// isMarked reports whether the package can hold a token URL.
func (v *visit) isMarked() bool {
	for _, file := range v.pkg.Files {
		text, err := v.pkg.ReadFile(v.pkg.Fset.File(file.FileStart).Name())
		if err != nil || identity.HasMarker(text) {
			return true
		}
	}
	return false
}

// mentions reports whether a declaration names a sink, and notes the functions of the package that it names.
func (v *visit) mentions(d *declaration, marked bool) bool {
	found := false
	ast.Inspect(d.node(), func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		found = found || v.checker.table.HasName(id.Name) || marked && v.checker.requests[id.Name]
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
		case *types.Const: // a URL that another package keeps
			if val := obj.Val(); !marked && val.Kind() == constant.String && isDecisive(constant.StringVal(val)) {
				found = true
			}
		}
		return true
	})
	return found
}
