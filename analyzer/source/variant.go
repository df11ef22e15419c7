package source

import (
	"go/ast"
	"go/build"
	"go/token"
	"maps"
	"slices"
)

// A variant is files of a group that can be one package: no two of them declare the same name. A group has several where
// build constraints choose between files, such as open_linux.go and open_windows.go.
type variant struct {
	files []*ast.File
	own   map[string]bool // the names of the files that no earlier variant holds
}

// variants splits a group. The first variant is what linux on amd64 builds, where most of this code runs, and whatever else fits;
// a later one is files that do not fit there, and those of the first that fit to them.
func (g *group) variants(read func(name string) ([]byte, error)) []variant {
	if g.split == nil {
		g.split = g.divide(read)
	}
	return g.split
}

func (g *group) divide(read func(name string) ([]byte, error)) []variant {
	declared := make([]map[string]bool, len(g.files))
	order := make([]int, len(g.files))
	for i, file := range g.files {
		declared[i], order[i] = declaredNames(file), i
	}
	classes := classify(order, declared)
	if len(classes) > 1 {
		slices.SortStableFunc(order, func(a, b int) int { return rank(g.names[a], read) - rank(g.names[b], read) })
		classes = classify(order, declared)
	}
	variants := make([]variant, len(classes))
	for k, c := range classes {
		own := make(map[string]bool)
		for _, i := range c.members {
			own[g.names[i]] = true
		}
		if k > 0 {
			for _, i := range classes[0].members {
				if !c.declares(declared[i]) {
					c.members = append(c.members, i)
				}
			}
		}
		slices.Sort(c.members)
		variants[k].own = own
		for _, i := range c.members {
			variants[k].files = append(variants[k].files, g.files[i])
		}
	}
	return variants
}

// testVariants are the variants with tests. Only the tests are theirs to report.
func (g *group) testVariants(read func(name string) ([]byte, error)) (variants []variant) {
	if g.tests == 0 {
		return nil
	}
	for _, v := range g.divide(read) {
		maps.DeleteFunc(v.own, func(name string, _ bool) bool { return !isTest(name) })
		if len(v.own) > 0 {
			variants = append(variants, v)
		}
	}
	return variants
}

// A class is files, by index, that declare different names.
type class struct {
	members []int
	names   map[string]bool
}

func (c *class) declares(names map[string]bool) bool {
	for name := range names {
		if c.names[name] {
			return true
		}
	}
	return false
}

// classify puts each file into the first class that declares none of its names.
func classify(order []int, declared []map[string]bool) (classes []*class) {
	for _, i := range order {
		k := slices.IndexFunc(classes, func(c *class) bool { return !c.declares(declared[i]) })
		if k < 0 {
			k = len(classes)
			classes = append(classes, &class{names: make(map[string]bool)})
		}
		classes[k].members = append(classes[k].members, i)
		maps.Copy(classes[k].names, declared[i])
	}
	return classes
}

// declaredNames returns the names that a file declares in its package, methods as Type.name.
func declaredNames(file *ast.File) map[string]bool {
	names := make(map[string]bool)
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Recv == nil && decl.Name.Name != "init" {
				names[decl.Name.Name] = true
			}
			if decl.Recv != nil && len(decl.Recv.List) == 1 {
				names[receiver(decl.Recv.List[0].Type)+"."+decl.Name.Name] = true
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					names[spec.Name.Name] = true
				case *ast.ValueSpec:
					for _, name := range spec.Names {
						names[name.Name] = true
					}
				}
			}
		}
	}
	delete(names, "_")
	return names
}

// receiver returns the name of a receiver's type.
func receiver(e ast.Expr) string {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x.Name
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		default:
			return token.ILLEGAL.String()
		}
	}
}

// rank is 0 for a file that linux on amd64 builds, 1 for others.
func rank(name string, read func(string) ([]byte, error)) int {
	linux := &build.Context{GOOS: "linux", GOARCH: "amd64", Compiler: "gc", CgoEnabled: true, ReleaseTags: build.Default.ReleaseTags}
	if text, err := read(name); err != nil || takes(linux, name, text) {
		return 0
	}
	return 1
}
