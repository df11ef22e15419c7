package report

import "bytes"

// texts are the texts that findings were made from, each read once.
type texts struct {
	read   func(name string) ([]byte, error)
	byName map[string][]byte
}

func newTexts(read func(name string) ([]byte, error)) *texts {
	return &texts{read: read, byName: make(map[string][]byte)}
}

// of returns the text of a file, or nothing if it cannot be had: a finding without its text is still one.
func (t *texts) of(name string) []byte {
	text, known := t.byName[name]
	if !known {
		text, _ = t.read(name)
		t.byName[name] = text
	}
	return text
}

// mark is the byte order mark that a text may begin with.
const mark = "\uFEFF"

// lineAt returns the line that holds a byte, without a byte order mark and what ends it, and the byte's place in the line.
func lineAt(text []byte, offset int) (line []byte, at int) {
	start := bytes.LastIndexByte(text[:min(offset, len(text))], '\n') + 1
	if start == 0 && bytes.HasPrefix(text, []byte(mark)) {
		start = len(mark)
	}
	line, _, _ = bytes.Cut(text[start:], []byte("\n"))
	line = bytes.TrimSuffix(line, []byte("\r"))
	return line, min(max(0, offset-start), len(line))
}
