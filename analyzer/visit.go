package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

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
	orders    map[*cfg.CFG]map[*cfg.Block]int // reverse postorder
	traced    map[*ast.FuncLit]bool
	sites     []*site
	siteAt    map[siteKey]*site
	mentioned map[types.Object][]*declaration // by which declarations each function of the package is named

	globalsDone bool        // findGlobalWrites ran
	fieldWrites fieldWrites // nil before the first use
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
		checker:   c,
		pkg:       pkg,
		decls:     make(map[types.Object]*declaration),
		globals:   make(map[types.Object]*globalVar),
		summaries: make(map[types.Object]*summary),
		graphs:    make(map[*ast.BlockStmt]*cfg.CFG),
		orders:    make(map[*cfg.CFG]map[*cfg.Block]int),
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

// traceAll traces the functions that mention a sink, and then, as long as one turns out to pass an ID on, those that mention
// it. All others matter only where one of these calls them.
func (v *visit) traceAll() {
	var work []*declaration
	marked := v.markers()
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
		if s := v.traceDeclaration(d); s.matters() {
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
	f.settingsLeft(nil)
	f.traceRest(d.inits)
	return nil
}

// markers tells what the package can hold besides calls of known libraries.
func (v *visit) markers() identity.Need {
	const all = identity.NeedToken | identity.NeedCommand | identity.NeedDSN
	found := identity.Irrelevant
	for _, file := range v.pkg.Files {
		text, err := v.pkg.ReadFile(v.pkg.Fset.File(file.FileStart).Name())
		if err != nil {
			return all
		}
		found |= identity.Markers(text, all)
	}
	return found
}

// mentions reports whether a declaration names a sink, and notes the functions of the package that it names.
func (v *visit) mentions(d *declaration, marked identity.Need) bool {
	found := false
	ast.Inspect(d.node(), func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		found = found || v.checker.table.HasName(id.Name, marked) || marked&v.checker.requests[id.Name] != 0
		switch obj := v.pkg.Info.Uses[id].(type) {
		case *types.Func:
			if obj = obj.Origin(); obj.Pkg() == v.pkg.Types && v.decls[obj] != d {
				v.mentioned[obj] = append(v.mentioned[obj], d)
			}
		case *types.Const: // a URL that another package keeps
			if val := obj.Val(); marked&identity.NeedToken == 0 && val.Kind() == constant.String && isDecisive(constant.StringVal(val)) {
				found = true
			}
		}
		return true
	})
	return found
}
