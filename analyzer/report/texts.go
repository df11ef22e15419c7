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

// lineAt returns the line that holds a byte, without what ends it, and the byte's place in the line.
func lineAt(text []byte, offset int) (line []byte, at int) {
	offset = min(offset, len(text))
	start := bytes.LastIndexByte(text[:offset], '\n') + 1
	line, _, _ = bytes.Cut(text[start:], []byte("\n"))
	line = bytes.TrimSuffix(line, []byte("\r"))
	return line, min(offset-start, len(line))
}
