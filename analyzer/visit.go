package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/cfg"

	"github.com/whichid/whichid/analyzer/identity"
)

// A visit is one look at one package. It holds what is found out on the way.
type visit struct {
	checker   *Checker
	pkg       *Package
	decls     map[types.Object]*declaration
	globals   map[types.Object]*globalVar
	summaries map[types.Object]*summary
	graphs    map[*ast.BlockStmt]*cfg.CFG
	traced    map[*ast.FuncLit]bool
	sites     []*site
	siteAt    map[siteKey]*site
	mentioned map[types.Object][]*declaration // by which declarations each function of the package is named

	globalsDone bool // findGlobalWrites ran
}

// A declaration is a function of the package, or the initialisers of its variables.
type declaration struct {
	file   *ast.File
	obj    types.Object                 // nil for initialisers
	syntax *ast.FuncDecl                // nil for initialisers
	inits  *ast.GenDecl                 // nil for functions
	writes map[types.Object][]token.Pos // where each variable is written to, filled on demand
	traced bool
}

func (d *declaration) node() ast.Node {
	if d.syntax != nil {
		return d.syntax
	}
	return d.inits
}

// A globalVar is a package-level variable.
type globalVar struct {
	spec    *ast.ValueSpec
	index   int
	written bool  // somewhere else than in its declaration, or it can be: it is exported
	value   value // nil until it is asked for
}

func newVisit(c *Checker, pkg *Package) *visit {
	v := &visit{
		checker:   c,
		pkg:       pkg,
		decls:     make(map[types.Object]*declaration),
		globals:   make(map[types.Object]*globalVar),
		summaries: make(map[types.Object]*summary),
		graphs:    make(map[*ast.BlockStmt]*cfg.CFG),
		traced:    make(map[*ast.FuncLit]bool),
		siteAt:    make(map[siteKey]*site),
		mentioned: make(map[types.Object][]*declaration),
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

func (v *visit) noteGlobals(decl *ast.GenDecl) {
	for _, spec := range decl.Specs {
		spec := spec.(*ast.ValueSpec)
		for i, name := range spec.Names {
			if obj := v.pkg.Info.Defs[name]; obj != nil {
				v.globals[obj] = &globalVar{spec: spec, index: i, written: obj.Exported()}
			}
		}
	}
}

// global returns the content of a package-level variable that only its declaration writes, and unknown for all others.
func (f *frame) global(obj *types.Var) value {
	g := f.globals[obj]
	if g == nil {
		return value{opaque{origin{fromField, obj.Name()}}}
	}
	f.findGlobalWrites()
	if g.written {
		return value{opaque{origin{fromField, obj.Name()}}}
	}
	if g.value == nil {
		g.value = unknown() // for an initialiser that needs itself
		g.value = f.initial(g)
	}
	return g.value
}

// initial evaluates the initialiser of a package-level variable. What it allocates stays unknown: other functions share it.
func (f *frame) initial(g *globalVar) value {
	if len(g.spec.Values) == 0 {
		return value{zero{}}
	}
	if len(g.spec.Values) != len(g.spec.Names) {
		return unknown()
	}
	quiet := &frame{visit: f.visit, decl: f.decl, mem: newMemory(), outcome: &outcome{}}
	v := quiet.eval(g.spec.Values[g.index])
	for _, c := range deref(v) { // the allocation becomes a part of this function's memory
		f.mem.store(c, quiet.mem.load(c))
	}
	return v
}

// findGlobalWrites marks the package-level variables that some function may write to.
func (v *visit) findGlobalWrites() {
	if v.globalsDone {
		return
	}
	v.globalsDone = true
	for _, d := range v.decls {
		for obj := range v.writes(d) {
			if g := v.globals[obj]; g != nil {
				g.written = true
			}
		}
	}
}

// writes lists where a function writes to each variable, or lets others do so: assignments to it or to a part of it, &x,
// and calls of its methods.
func (v *visit) writes(d *declaration) map[types.Object][]token.Pos {
	if d.writes != nil {
		return d.writes
	}
	d.writes = make(map[types.Object][]token.Pos)
	note := func(e ast.Expr) {
		if id := qualifier(ast.Unparen(e)); id != nil {
			if obj := v.pkg.Info.ObjectOf(id); obj != nil {
				d.writes[obj] = append(d.writes[obj], e.Pos())
			}
		}
	}
	ast.Inspect(d.node(), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				note(lhs)
			}
		case *ast.IncDecStmt:
			note(n.X)
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if e != nil {
					note(e)
				}
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				note(n.X)
			}
		}
		return true
	})
	return d.writes
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
		if s := v.traceDeclaration(d); s != nil && len(s.wrapped) > 0 {
			work = append(work, v.mentioned[d.obj]...)
		}
	}
}

func (v *visit) traceDeclaration(d *declaration) *summary {
	if d.obj != nil {
		return v.summarize(d.obj)
	}
	f := &frame{visit: v, decl: d, mem: newMemory(), recording: true, outcome: &outcome{}}
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
				v.mentioned[obj] = append(v.mentioned[obj], d)
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
