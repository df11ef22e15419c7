package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"

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
	texts     map[*ast.File]*fileText // of the files in which something is mended

	interfaceCalls map[string][]*declaration // by which declarations each method of an interface is named
	alternatives   map[*ast.CallExpr]value   // the functions that a call chooses from
	naming         map[*declaration][]place  // where each function may name an identity; nil until all are traced

	directed    bool          // it has directives, which may be for rules that are not reported
	marked      identity.Need // what the package can hold besides calls of known libraries
	globalsDone bool          // findGlobalWrites ran
	fieldWrites fieldWrites   // nil before the first use
	anewBlocks  int           // those of functions that were traced anew for a call
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
		pkg = pkg.withoutTests()
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
		texts:          make(map[*ast.File]*fileText),
	}
	return v
}

// traceAll traces the functions that mention a sink, and then, as long as one turns out to pass an ID on, those that mention
// it. All others matter only where one of these calls them.
func (v *visit) traceAll() {
	var work []*declaration
	v.marked, v.directed = v.markers(), v.hasDirectives()
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
