package source

import (
	"bytes"
	"go/ast"
	"go/build"
	"go/token"
	"io"
	"path/filepath"
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
	declared := make([]map[string]bool, len(g.files))
	for i, file := range g.files {
		declared[i] = declaredNames(file)
	}
	order := make([]int, len(g.files))
	for i := range order {
		order[i] = i
	}
	classes := classify(order, declared)
	if len(classes) > 1 {
		slices.SortStableFunc(order, func(a, b int) int { return rank(g.names[a], read) - rank(g.names[b], read) })
		classes = classify(order, declared)
	}
	out := make([]variant, len(classes))
	for k, class := range classes {
		v := &out[k]
		v.own = make(map[string]bool)
		members := slices.Clone(class)
		if k > 0 {
			for _, i := range classes[0] {
				if !conflicts(i, class, declared) {
					members = append(members, i)
				}
			}
		}
		slices.Sort(members)
		for _, i := range members {
			v.files = append(v.files, g.files[i])
		}
		for _, i := range class {
			v.own[g.names[i]] = true
		}
	}
	return out
}

// classify puts each file into the first class that declares none of its names.
func classify(order []int, declared []map[string]bool) (classes [][]int) {
next:
	for _, i := range order {
		for k, class := range classes {
			if !conflicts(i, class, declared) {
				classes[k] = append(class, i)
				continue next
			}
		}
		classes = append(classes, []int{i})
	}
	return classes
}

func conflicts(file int, class []int, declared []map[string]bool) bool {
	for _, other := range class {
		for name := range declared[file] {
			if declared[other][name] {
				return true
			}
		}
	}
	return false
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
	context := build.Context{
		GOOS: "linux", GOARCH: "amd64", Compiler: "gc", CgoEnabled: true, ReleaseTags: build.Default.ReleaseTags,
		OpenFile: func(string) (io.ReadCloser, error) {
			text, err := read(name)
			return io.NopCloser(bytes.NewReader(text)), err
		},
	}
	if match, err := context.MatchFile(filepath.Dir(name), filepath.Base(name)); err != nil || match {
		return 0
	}
	return 1
}
