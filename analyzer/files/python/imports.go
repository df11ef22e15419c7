package python

import (
	"slices"
	"strings"
)

// bindImport binds the names of an import.
//
// Have: import a.b, c.d as e; from a.b import (c, d as e); from a import *
func (f *file) bindImport(s statement) {
	sc := f.scope(f.scopeOf(s.first))
	if f.word(s.first) == importWord {
		for _, part := range f.split(s.first+1, s.end) {
			module, alias := f.dotted(part[0], part[1])
			if alias == "" {
				module, _, _ = strings.Cut(module, ".")
				alias = module
			}
			sc.imported(alias, module)
		}
		return
	}
	at := f.until(s.first+1, importWord)
	if at >= s.end {
		return
	}
	module, _ := f.dotted(s.first+1, at)
	from, stop := at+1, s.end
	if from < stop && f.tokens[from].kind == open {
		from, stop = from+1, f.next(from)-1
	}
	for _, part := range f.split(from, stop) {
		member, alias := f.dotted(part[0], part[1])
		switch {
		case member == "*":
			sc.stars = append(sc.stars, module)
		case alias == "":
			sc.imported(member, module+"."+member)
		default:
			sc.imported(alias, module+"."+member)
		}
	}
}

func (s *scope) imported(name, path string) {
	b := s.binding(name)
	if !slices.Contains(b.imports, path) {
		b.imports = append(b.imports, path)
	}
}

// dotted returns the words of the tokens [i, end) up to as, and the name behind it.
func (f *file) dotted(i, end int) (path, alias string) {
	var out strings.Builder
	for ; i < end; i++ {
		if f.word(i) == "as" && i+1 < end {
			return out.String(), f.word(i + 1)
		}
		out.WriteString(f.word(i))
	}
	return out.String(), ""
}

// maxAliases bounds how many names may stand for one another.
const maxAliases = 4

// resolve returns the paths that dotted names may be imported from, at token i. There are none where the names may be something
// else.
func (f *file) resolve(dotted string, i int) []string { return f.resolveWithin(dotted, i, maxAliases) }

func (f *file) resolveWithin(dotted string, i, depth int) []string {
	first, rest, hasRest := strings.Cut(dotted, ".")
	if hasRest {
		rest = "." + rest
	}
	b := f.lookup(first, i)
	if b == nil {
		return f.starred(dotted, i)
	}
	if b.other || depth == 0 {
		return nil
	}
	var out []string
	for _, path := range b.imports {
		out = append(out, path+rest)
	}
	for _, v := range b.values {
		if v.end == v.first+1 && f.word(v.first) == "None" {
			continue // what cannot be imported is not called
		}
		path, ok := f.names(v.first, v.end)
		if !ok {
			return nil
		}
		aliased := f.resolveWithin(path+rest, v.first, depth-1)
		if len(aliased) == 0 {
			return nil
		}
		out = append(out, aliased...)
	}
	return out
}

// starred returns the paths that a name has if it is one of those that come with a module's import.
func (f *file) starred(dotted string, i int) []string {
	var out []string
	for at := f.scopeOf(i); ; at = f.outer(at) {
		if s := f.scopes[at]; s != nil {
			for _, module := range s.stars {
				out = append(out, module+"."+dotted)
			}
		}
		if at == 0 {
			return out
		}
	}
}

// names returns the tokens [i, end) if they are names with dots between.
func (f *file) names(i, end int) (dotted string, ok bool) {
	var out strings.Builder
	for at := i; at < end; at++ {
		isName := f.tokens[at].kind == name && !isKeyword(f.word(at))
		if isName != ((at-i)%2 == 0) || !isName && f.word(at) != "." {
			return "", false
		}
		out.WriteString(f.word(at))
	}
	return out.String(), end > i && (end-i)%2 == 1
}
