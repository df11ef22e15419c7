package powershell

import "strings"

// A scope holds the variables of a function, or of the script.
type scope struct {
	around *scope
	vars   map[string]*assigned
}

// assigned is what a scope writes to one variable.
type assigned struct {
	writes int
	value  *stmt   // of a write that may be followed
	keys   []write // to keys of the table that it is
	open   bool    // written in a way that is not followed: by a caller, a loop, a command
}

// A write sets a key.
type write struct {
	key   *expr  // nil if it is a name
	name  string // in lower case
	value *stmt
}

func newScope(around *scope) *scope { return &scope{around, make(map[string]*assigned)} }

// root returns the scope of the script.
func (c *scope) root() *scope {
	for c.around != nil {
		c = c.around
	}
	return c
}

// unscoped returns the name of a variable, and the scope that it says.
//
// Have: $name, $script:name, $global:name, $local:name
func (c *scope) unscoped(name string) (*scope, string) {
	where, rest, ok := strings.Cut(name, ":")
	if !ok {
		return c, name
	}
	switch where {
	case "script", "global":
		return c.root(), rest
	case "local", "private":
		return c, rest
	}
	return c, name // env:NAME
}

// of returns what is written to a variable, as a place to write more.
func (c *scope) of(name string) *assigned {
	in, name := c.unscoped(name)
	a := in.vars[name]
	if a == nil {
		a = &assigned{}
		in.vars[name] = a
	}
	return a
}

// lookup returns what is written to a variable that is read, or nil.
func (c *scope) lookup(name string) *assigned {
	in, name := c.unscoped(name)
	for ; in != nil; in = in.around {
		switch a := in.vars[name]; {
		case a == nil:
		case a.writes > 0 || a.open || in.around == nil:
			return a
		case len(a.keys) > 0: // keys of a table of a scope around
			return &assigned{open: true}
		}
	}
	return nil
}

// once returns the only value of a variable, or nil.
func (c *scope) once(name string) *stmt {
	if a := c.lookup(name); a != nil && a.writes == 1 && !a.open {
		return a.value
	}
	return nil
}

// A collector notes what is written to variables, and keeps the scopes of functions.
type collector struct {
	script string
	scopes map[*stmt]*scope
}

func (c *collector) statements(list []*stmt, in *scope) {
	for _, s := range list {
		c.statement(s, in)
	}
}

func (c *collector) statement(s *stmt, in *scope) {
	for ; s != nil; s = s.next {
		inner := in
		if s.keyword == "function" || s.keyword == "filter" || s.keyword == "workflow" {
			inner = newScope(in)
			c.scopes[s] = inner
		}
		for _, p := range s.params {
			inner.of(p.variable.name).open = true
			c.expr(p.value, inner)
		}
		if s.keyword == "foreach" || s.keyword == "for" {
			c.loop(s, inner)
		}
		if s.target != nil {
			c.assign(s, inner)
		}
		if s.command {
			c.command(s.words, inner)
		}
		for _, w := range s.words {
			c.expr(w, inner)
		}
		c.expr(s.target, inner)
		c.statement(s.value, inner)
		for _, b := range s.cases {
			c.expr(b.pattern, inner)
			c.expr(b.block, inner)
		}
	}
}

// loop notes what a loop writes.
//
// Have: foreach ($x in $y)
func (c *collector) loop(s *stmt, in *scope) {
	for _, w := range s.words {
		if w.kind == group && len(w.body) > 0 && len(w.body[0].words) > 0 {
			if v := w.body[0].words[0]; v.kind == variable {
				in.of(v.name).open = true
			}
		}
	}
}

func (c *collector) assign(s *stmt, in *scope) {
	switch t := s.target; {
	case t.kind == variable:
		c.assignVariable(s, in)
	case t.kind == list || t.kind == opaque:
		for _, kid := range t.kids {
			if kid.kind == variable {
				in.of(kid.name).open = true
			}
		}
	case (t.kind == member || t.kind == index) && t.kids[0].kind == variable:
		w := write{name: t.name, value: s.value}
		if t.name == "" {
			w.key = &expr{kind: opaque}
			if len(t.kids) == 2 {
				w.key = t.kids[1].inner()
			}
		}
		a := in.of(t.kids[0].name)
		a.keys = append(a.keys, w)
	}
}

// assignVariable notes what is assigned to a variable.
//
// Have: $x = $y, $table += @{ key = value }
func (c *collector) assignVariable(s *stmt, in *scope) {
	a := in.of(s.target.name)
	added := s.value.single()
	switch {
	case s.operator == "=":
		a.writes++
		a.value = s.value
	case s.operator == "+=" && added != nil && added.kind == table:
		for _, e := range added.entries {
			a.keys = append(a.keys, write{key: e.key, value: e.value})
		}
	default:
		a.open = true
	}
}

// command notes what a command writes to.
//
// Have: Set-Variable name, -OutVariable name
func (c *collector) command(words []*expr, in *scope) {
	all := false
	for i, w := range words {
		text, isLiteral := literal(c.script, w)
		if i == 0 {
			all = strings.HasSuffix(strings.ToLower(text), "-variable")
			continue
		}
		before := words[i-1]
		if isLiteral && (all || before.kind == parameter && (strings.HasSuffix(before.name, "variable") || before.name == "ov")) {
			in.of(strings.ToLower(strings.TrimPrefix(text, "+"))).open = true
		}
	}
}

func (c *collector) expr(e *expr, in *scope) {
	if e == nil {
		return
	}
	if e.kind == invocation && e.kids[0].kind == variable && len(e.kids) > 1 {
		c.invocation(e, in)
	}
	for _, kid := range e.kids {
		c.expr(kid, in)
	}
	for _, p := range e.pieces {
		c.expr(p.value, in)
	}
	for _, entry := range e.entries {
		c.expr(entry.key, in)
		c.statement(entry.value, in)
	}
	c.statements(e.body, in)
}

// invocation notes what a method adds.
//
// Have: $params.Add('AccountId', $id)
func (c *collector) invocation(e *expr, in *scope) {
	a := in.of(e.kids[0].name)
	switch {
	case e.name == "add" && len(e.kids) == 3:
		given := e.kids[2]
		a.keys = append(a.keys, write{key: e.kids[1], value: &stmt{words: []*expr{given}, start: given.start, end: given.end}})
	case e.name == "remove", e.name == "clear":
		a.keys = append(a.keys, write{key: &expr{kind: opaque}})
	}
}
