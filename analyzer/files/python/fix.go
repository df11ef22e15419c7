package python

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/site"
	"github.com/whichid/whichid/analyzer/identity"
)

// message says what a fix does. It names nothing of the site, so that drivers can apply all fixes of one kind.
func (f *file) message() string {
	return identity.FixMessage(f.Variable, "an unset one is a KeyError: set it wherever this runs")
}

// explained returns sites with the message of the fixes made here, if a fix was made of what was added here.
func (f *file) explained(sites []site.Site, added bool) []site.Site {
	for i := range sites {
		if added && len(sites[i].Fix.Edits) > 0 {
			sites[i].Fix.Message = f.message()
		}
	}
	return sites
}

// mend names the identity in a call.
func (f *file) mend(s *sink) identity.Fix {
	variable, edits, ok := f.variable(s.first, `"`)
	if !ok || s.row.unfixable {
		return identity.Fix{}
	}
	var e identity.Edit
	if s.empty != nil {
		e, ok = f.replace(s.empty.first, s.empty.end, variable)
	} else {
		keyword, _, _ := strings.Cut(s.row.ids, " ")
		e, ok = f.appendTo(s.open, keyword+"="+variable)
	}
	if !ok {
		return identity.Fix{}
	}
	return identity.Fix{Message: f.message(), Edits: append(edits, e)}
}

func (f *file) replace(i, stop int, s string) (identity.Edit, bool) {
	return f.text.Replace(f.tokens[i].from, f.tokens[stop-1].to, s)
}

func (f *file) insert(at int, s string) (identity.Edit, bool) { return f.text.Insert(at, s) }

// appendTo adds an item to what stands in a bracket, in a line of its own if the last one has one.
//
// Have: (), (a), (a,), (⏎a,⏎b⏎), (⏎a,⏎b,⏎)
func (f *file) appendTo(bracket int, item string) (identity.Edit, bool) {
	stop := f.tokens[bracket].match
	if stop < 0 {
		return identity.Edit{}, false
	}
	if stop == bracket+1 {
		return f.insert(f.tokens[bracket].to, item)
	}
	last := stop - 1
	comma := f.word(last) == ","
	parts := f.split(bracket+1, stop)
	if len(parts) == 0 {
		return identity.Edit{}, false
	}
	begin := parts[len(parts)-1][0]
	space := " "
	if f.startsLine(begin) {
		space = f.newline() + f.margin(begin)
	}
	switch {
	case comma && space != " ":
		item = space + item + ","
	case comma:
		item = space + item
	default:
		item = "," + space + item
	}
	return f.insert(f.tokens[last].to, item)
}

// margin returns the space that stands before token i in its line.
func (f *file) margin(i int) string {
	at := f.tokens[i].from
	from := at
	for from > 0 && (f.src[from-1] == ' ' || f.src[from-1] == '\t') {
		from--
	}
	return f.src[from:at]
}

// newline returns how the lines of the file end.
func (f *file) newline() string {
	if i := strings.IndexByte(f.src, '\n'); i > 0 && f.src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// variable returns the expression for the ID at token i, and the edits that import what it needs.
func (f *file) variable(i int, quote string) (expression string, edits []identity.Edit, ok bool) {
	for p := f.parents[i]; p >= 0; p = f.parents[p] { // before 3.12, a string cannot have its own quotes in a field
		if f.tokens[p].kind == begin && strings.HasPrefix(f.quote(p), quote) {
			quote = map[string]string{`"`: "'", "'": `"`}[quote]
			break
		}
	}
	name := "[" + quote + f.Variable + quote + "]"
	for b := f.scopeOf(i); ; b = f.outer(b) {
		if s := f.scopes[b]; s != nil {
			for alias, bound := range s.names {
				if path := f.environ(alias, bound, i); path != "" {
					expression = pick(expression, path+name)
				}
			}
		}
		if b == 0 {
			break
		}
	}
	if expression != "" {
		return expression, nil, true
	}
	if bound := f.lookup("os", i); bound != nil && !isModuleOS(bound) {
		return "", nil, false
	}
	e, ok := f.importOS(i)
	return "os.environ" + name, []identity.Edit{e}, ok
}

// pick returns the shorter one of two, so that the order in which they are found does not matter.
func pick(a, b string) string {
	if a == "" || len(b) < len(a) || len(b) == len(a) && b < a {
		return b
	}
	return a
}

// environ returns the environment under a name that is imported, if the name is that at token i.
func (f *file) environ(alias string, b *binding, i int) string {
	if len(b.imports) != 1 || b.other || len(b.values) > 0 {
		return ""
	}
	if seen := f.lookup(alias, i); seen != b {
		return ""
	}
	switch b.imports[0] {
	case "os":
		return alias + ".environ"
	case "os.environ":
		return alias
	}
	return ""
}

func isModuleOS(b *binding) bool {
	return len(b.imports) == 1 && b.imports[0] == "os" && !b.other && len(b.values) == 0
}

// importOS imports os for token i: before the first import of the module that is not from __future__, or behind its docstring.
func (f *file) importOS(i int) (identity.Edit, bool) {
	target := -1
	for n, s := range f.statements {
		if s.first > i {
			break
		}
		if s.block != 0 || !f.startsLine(s.first) {
			continue
		}
		first := f.word(s.first)
		isFuture := first == fromWord && f.word(s.first+1) == "__future__"
		isDoc := n == 0 && s.end == s.first+1 && f.tokens[s.first].kind == plain
		switch {
		case isFuture || isDoc || f.tokens[s.first].kind == magic:
		case first == importWord || first == fromWord:
			return f.insertLine(s.first, "import os")
		case target < 0:
			target = s.first
		}
	}
	if target < 0 {
		return identity.Edit{}, false
	}
	return f.insertLine(target, "import os")
}

// insertLine writes a line before token i, which is the first of its line: at the end of the line before, so that text around the
// program that indents it indents this line, too.
func (f *file) insertLine(i int, line string) (identity.Edit, bool) {
	margin := f.margin(i)
	at := f.tokens[i].from - len(margin)
	if at == beginning(f.src) {
		if !strings.Contains(f.src, "\n") {
			return f.insert(f.tokens[i].from, line+"; ")
		}
		return f.insert(f.tokens[i].from, line+f.newline()+margin)
	}
	return f.insert(at-len(f.newline()), f.newline()+margin+line)
}
