package analyzer

import "strings"

// Have: fmt.Sprintf(format, args...)
func sprintf(f *frame, c *call) []value {
	args, ok := f.listed(c)
	if !ok || len(args) == 0 {
		return []value{unknown()}
	}
	return []value{formatted(asText(args[0], c.Pos()), args[1:], c.Pos())}
}

// listed returns the arguments of a call, with the elements of the list in f(a, list...), if they are known.
func (f *frame) listed(c *call) ([]value, bool) {
	if !c.Ellipsis.IsValid() || len(c.args) == 0 {
		return c.args, !c.Ellipsis.IsValid()
	}
	last := len(c.args) - 1
	more, ok := f.list(c.args[last])
	return append(c.args[:last:last], more...), ok
}

// Have: fmt.Sprint(a), of one string: between operands that are no strings Sprint adds spaces.
func sprint(_ *frame, c *call) []value {
	if len(c.args) != 1 || c.Ellipsis.IsValid() {
		return []value{unknown()}
	}
	return []value{asText(c.args[0], c.Pos())}
}

// Have: fmt.Fprintf(w, format, args...)
func fprintf(f *frame, c *call) []value {
	args, ok := f.listed(c)
	if !ok || len(args) < 2 {
		return f.unknownCall(c)
	}
	f.write(args[0], formatted(asText(args[1], c.Pos()), args[2:], c.Pos()))
	return f.results(c)
}

// Have: fmt.Appendf(b, format, args...)
func appendf(f *frame, c *call) []value {
	args, ok := f.listed(c)
	if !ok || len(args) < 2 {
		return []value{unknown()}
	}
	return []value{concat(f.bytes(args[0], c), formatted(asText(args[1], c.Pos()), args[2:], c.Pos()))}
}

// Have: fmt.Fprint(w, s), io.WriteString(w, s)
func fprint(f *frame, c *call) []value {
	if len(c.args) != 2 {
		return f.unknownCall(c)
	}
	f.write(c.args[0], c.args[1])
	return f.results(c)
}

// Have: strings.Join(list, separator)
func joinStrings(f *frame, c *call) []value {
	lists, ok := f.lists(c.arg(0))
	if !ok {
		return []value{unknown()}
	}
	var all value
	for _, list := range lists {
		out := value{text{at: c.Pos()}}
		for i, element := range list {
			if i > 0 {
				out = concat(out, asText(c.arg(1), c.Pos()))
			}
			out = concat(out, asText(element, c.Pos()))
		}
		all = join(all, out)
	}
	return []value{all}
}

// Have: strings.Fields("a b"), strings.Split("a b", " "), of a constant
func splitText(f *frame, c *call) []value {
	s, known := f.onlyText(c.arg(0))
	words := strings.Fields(s)
	if len(c.args) > 1 {
		separator, ok := f.onlyText(c.arg(1))
		words, known = strings.Split(s, separator), known && ok
	}
	if !known {
		return f.results(c)
	}
	var list []value
	for _, word := range words {
		list = append(list, value{text{s: word, at: c.Pos()}})
	}
	return []value{f.newList(c.CallExpr, list)}
}

// onlyText returns the constant text that a value is.
func (f *frame) onlyText(v value) (string, bool) {
	t, ok := text{}, false
	if len(v) == 1 {
		t, ok = v[0].(text)
	}
	s, known := constantText(t.s)
	return s, ok && known
}

// Have: strings.ToLower(s)
func lower(_ *frame, c *call) []value {
	return []value{asText(c.arg(0), c.Pos()).each(func(a atom) value {
		t := a.(text)
		if s, ok := constantText(t.s); ok {
			return value{text{s: strings.ToLower(s), at: t.at}}
		}
		return value{t} // paths and keys are compared without regard to case
	})}
}

// onlyConstant returns the one string that a value is.
func onlyConstant(v value) (string, bool) {
	texts := as[text](v)
	if len(texts) != 1 || len(v) != 1 {
		return "", false
	}
	return constantText(texts[0].s)
}

// onlyNumber returns the one number that a value is, or "".
func onlyNumber(v value) string {
	numbers := as[number](v)
	if len(numbers) != 1 || len(v) != 1 {
		return ""
	}
	return numbers[0].s
}

// Have: path.Join(a, b)
func joinPath(_ *frame, c *call) []value { return []value{joinSlash(c.args, c)} }

func joinSlash(parts []value, c *call) value {
	out := value{text{at: c.Pos()}}
	for i, part := range parts {
		part = asText(part, c.Pos())
		if i > 0 {
			out = out.each(func(a atom) value { t := a.(text); t.s = strings.TrimRight(t.s, "/") + "/"; return value{t} })
			part = part.each(func(a atom) value { t := a.(text); t.s = strings.TrimLeft(t.s, "/"); return value{t} })
		}
		out = concat(out, part)
	}
	return out
}

// Have: autorest.CreatePreparer(decorators...), strings.NewReplacer(pairs...)
func listArguments(f *frame, c *call) []value {
	args, ok := f.listed(c)
	if !ok {
		return f.unknownCall(c)
	}
	return []value{f.newList(c.CallExpr, args)}
}
