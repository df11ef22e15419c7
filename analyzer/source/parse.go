package source

import (
	"go/ast"
	"go/parser"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A group is the files of one folder with the same package clause.
type group struct {
	name  string
	names []string // of the files, relative to the working folder
	files []*ast.File
	tests int // how many of them are _test.go files

	plain *group    // see withoutTests
	split []variant // see variants
}

// A syntax is the parsed files of one folder, whatever their build constraints say.
type syntax struct {
	groups []*group // by name
}

// parse parses a folder once: the relevant ones with all they hold, others for their declarations.
func (l *loader) parse(dir string) *syntax {
	if s := l.parsed[dir]; s != nil {
		return s
	}
	s := new(syntax)
	l.parsed[dir] = s
	if f := l.relevant[dir]; f != nil {
		for _, name := range f.names {
			if text, ok := f.texts[name]; ok {
				l.texts.Store(l.name(dir, name), text)
				s.add(l.name(dir, name), l.parseWhole(f, name, text))
			}
		}
		return s
	}
	entries, _ := os.ReadDir(dir) // what is missing stays unknown to those who import it
	for _, entry := range entries {
		name := entry.Name()
		if !isGo(name) || isTest(name) || hidden(name) {
			continue
		}
		path := filepath.Join(dir, name)
		if text, err := readRegular(path); err == nil && text != nil && takes(l.build, path, text) {
			s.add(l.name(dir, name), l.parseDeclarations(dir, name, text))
		}
	}
	return s
}

func (l *loader) name(dir, name string) string { return relative(l.base, filepath.Join(dir, name)) }

// parseWhole parses a file to be analyzed. It says what is wrong with its syntax, and returns what there is of it.
func (l *loader) parseWhole(f *folder, name string, text []byte) *ast.File {
	path := filepath.Join(f.dir, name)
	file, err := parser.ParseFile(l.fset, l.name(f.dir, name), text, parser.ParseComments|parser.SkipObjectResolution)
	if deep := nested(text, file); deep != nil {
		file, err = nil, deep
	}
	if err != nil && f.says(path) {
		l.errs = append(l.errs, failure{path, err}.describe(l.base))
	}
	return file
}

// maxDeclared is the size in bytes beyond which what a file declares is left unknown.
const maxDeclared = 2 << 20

// parseDeclarations parses a file that is only imported, and drops the bodies of its functions.
func (l *loader) parseDeclarations(dir, name string, whole []byte) *ast.File {
	text := dropBodies(whole)
	if len(text) > maxDeclared {
		return nil
	}
	file, err := parser.ParseFile(l.fset, l.name(dir, name), text, parser.SkipObjectResolution)
	if err != nil {
		file, _ = parser.ParseFile(l.fset, l.name(dir, name), whole, parser.SkipObjectResolution)
	}
	if file == nil || nested(whole, file) != nil {
		return nil
	}
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok {
			f.Body = nil
		}
	}
	return file
}

// add takes what could be parsed of a file into its group. A file whose package clause is broken belongs nowhere.
func (s *syntax) add(name string, file *ast.File) {
	if file == nil || file.Name == nil || file.Name.Name == "" || file.Name.Name == "_" {
		return
	}
	clause := file.Name.Name
	at, found := slices.BinarySearchFunc(s.groups, clause, func(g *group, name string) int { return strings.Compare(g.name, name) })
	if !found {
		s.groups = slices.Insert(s.groups, at, &group{name: clause})
	}
	g := s.groups[at]
	g.names, g.files = append(g.names, name), append(g.files, file)
	if isTest(name) {
		g.tests++
	}
}

// importable returns the group that an import of the folder means, or nil: where files that the build leaves out have
// another package clause, the one with the most files.
func (s *syntax) importable() (best *group) {
	for _, g := range s.groups {
		if g.name == "main" || g.external() || g.tests == len(g.files) {
			continue
		}
		if best == nil || len(g.files)-g.tests > len(best.files)-best.tests {
			best = g
		}
	}
	return best
}

// external tells whether the group is the external test package of its folder.
func (g *group) external() bool { return g.tests == len(g.files) && strings.HasSuffix(g.name, "_test") }

// withoutTests returns the files that an importing package sees.
func (g *group) withoutTests() *group {
	if g.tests == 0 {
		return g
	}
	if g.plain == nil {
		g.plain = &group{name: g.name}
		for i, file := range g.files {
			if !isTest(g.names[i]) {
				g.plain.names, g.plain.files = append(g.plain.names, g.names[i]), append(g.plain.files, file)
			}
		}
	}
	return g.plain
}
