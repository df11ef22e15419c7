package analyzer

import (
	"strconv"
	"strings"
)

// Have: strings.TrimSuffix(s, cut). A template is cut at an end that is literal text.
func trim(cutter func(s, cut string) string) model {
	return func(_ *frame, c *call) []value {
		cuts := as[text](c.arg(1))
		return []value{asText(c.arg(0), c.Pos()).each(func(a atom) value {
			t := a.(text)
			if len(cuts) == 1 && !strings.Contains(cuts[0].s, holeMark) {
				t.s = cutter(t.s, cuts[0].s)
			}
			return value{t}
		})}
	}
}

// Have: strings.Replace(s, old, new, 1), strings.ReplaceAll(s, old, new)
func replace(_ *frame, c *call) []value {
	count := -1
	if len(c.args) == 4 {
		n, err := strconv.Atoi(onlyNumber(c.args[3]))
		if err != nil {
			return []value{unknown()}
		}
		count = n
	}
	old, ok := onlyConstant(c.arg(1))
	if !ok || old == "" {
		return []value{unknown()}
	}
	return []value{asText(c.arg(0), c.Pos()).each(func(a atom) value {
		return asText(c.arg(2), c.Pos()).each(func(b atom) value {
			left := count
			return value{a.(text).mapLiterals(b.(text), func(s string) string {
				n := strings.Count(s, old)
				s = strings.Replace(s, old, b.(text).s, left)
				if left > 0 {
					left -= min(n, left)
				}
				return s
			})}
		})
	})}
}

// mapLiterals changes the literal parts of a template, into which other text may come.
func (t text) mapLiterals(other text, change func(string) string) text {
	out := text{at: t.at}
	for _, p := range pieces(t.s) {
		if p.hole != nil {
			out.s += hole(p.hole)
		} else {
			out.s += change(p.literal)
		}
	}
	if isDecisive(other.s) && !isDecisive(t.s) {
		out.at = other.at
	}
	return text{}.append(out)
}

// Have: replacer.Replace(s)
func replaceMany(f *frame, c *call) []value {
	list, ok := f.list(c.recv)
	if !ok || len(list)%2 != 0 {
		return []value{unknown()}
	}
	var pairs []string
	for i, v := range list {
		texts := as[text](asText(v, c.Pos()))
		if len(texts) != 1 || i%2 == 0 && strings.Contains(texts[0].s, holeMark) {
			return []value{unknown()}
		}
		pairs = append(pairs, texts[0].s)
	}
	return []value{asText(c.arg(0), c.Pos()).each(func(a atom) value {
		return value{a.(text).mapLiterals(text{}, strings.NewReplacer(pairs...).Replace)}
	})}
}
