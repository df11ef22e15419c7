package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

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
