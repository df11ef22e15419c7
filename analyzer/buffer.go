package analyzer

import "strconv"

// bytes returns the text of a slice of bytes, which is no text before something is appended.
func (f *frame) bytes(v value, c *call) value {
	if list, ok := f.list(v); ok && len(list) == 0 {
		return value{text{at: c.Pos()}}
	}
	return asText(v, c.Pos())
}

// Have: b.WriteString(s); the text so far stands in a field of its own.
func writeText(f *frame, c *call) []value {
	f.write(c.recv, c.arg(0))
	return f.results(c)
}

// Have: b.WriteByte('&')
func writeRune(f *frame, c *call) []value {
	f.write(c.recv, character(c.arg(0), c))
	return f.results(c)
}

func character(v value, c *call) value {
	n, err := strconv.ParseInt(onlyNumber(v), 10, 32)
	if err != nil {
		return value{text{s: hole(opaque{}), at: c.Pos()}}
	}
	return literal(string(rune(n)), c.Pos())
}

const written = path(fieldMark + "written")

func (f *frame) write(to, s value) {
	for _, at := range deref(to) {
		soFar := asText(f.mem.load(cell{at.base, at.path + written}), position(s))
		f.mem.store(cell{at.base, at.path + written}, concat(soFar, asText(s, position(s))))
	}
}

// Have: b.String()
func builtText(f *frame, c *call) []value {
	return []value{asText(f.read(c.recv, written), c.Pos())}
}

// Have: b.Reset()
func resetText(f *frame, c *call) []value {
	for _, at := range deref(c.recv) {
		f.mem.store(cell{at.base, at.path + written}, value{zero{}})
	}
	return nil
}

// Have: bytes.NewBufferString(s)
func newBuffer(f *frame, c *call) []value {
	buffer := f.address(c.CallExpr, value{zero{}})
	f.write(buffer, f.bytes(c.arg(0), c))
	return []value{buffer}
}
