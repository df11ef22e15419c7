package report

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/whichid/whichid/analyzer/identity"
)

const (
	tabStop  = 4  // columns
	leastBar = 20 // columns for source, however narrow the terminal is
)

// excerpt shows the line on which a finding begins, and marks below it what is meant.
func excerpt(f identity.Finding, text []byte, screen Screen) string {
	line, from := lineAt(text, f.Position.Start)
	if len(line) == 0 {
		return ""
	}
	to := min(len(line), from+max(0, f.Position.End-f.Position.Start))
	indent := strings.Repeat(" ", gutter(f))
	number := strconv.Itoa(f.Position.Line)
	source, before, marked := cut(line, from, to, max(leastBar, screen.Width-gutter(f)-len("| ")-1))
	marks := "^" + strings.Repeat("~", max(0, marked-1))
	return screen.paint(blue, indent[len(number)+1:]+number+" |") + " " + source + "\n" +
		screen.paint(blue, indent+"|") + " " + strings.Repeat(" ", before) + screen.paint(red, marks) + "\n"
}

// gutter returns how many columns the line number takes, with blanks around.
func gutter(f identity.Finding) int { return max(5, len(strconv.Itoa(f.Position.Line))) + 1 }

// A cell is what is shown of a character of a line.
type cell struct {
	text string
	wide int // columns
}

// cut shows a line in so many columns, with the place from which it is marked. It returns how many columns are before that, and how
// many are marked.
func cut(line []byte, from, to, columns int) (shown string, before, marked int) {
	reach := utf8.UTFMax * columns // nothing farther away can be seen
	first, last := max(0, from-reach), min(len(line), from+reach)
	for first > 0 && first < from && !utf8.RuneStart(line[first]) {
		first++
	}
	cells, at, end := cellsOf(line[first:last], from-first, min(to, last)-first)
	lo, hi := window(cells, at, columns-2) // an ellipsis at both ends
	if first == 0 && last == len(line) && columnsOf(cells) <= columns {
		lo, hi = 0, len(cells)
	}
	var b strings.Builder
	if first+lo > 0 {
		b.WriteString("…")
		before = 1
	}
	for _, c := range cells[lo:hi] {
		b.WriteString(c.text)
	}
	if last < len(line) || hi < len(cells) {
		b.WriteString("…")
	}
	return b.String(), before + columnsOf(cells[lo:at]), columnsOf(cells[at:max(at, min(end, hi))])
}

// cellsOf returns the cells of a line, and those that begin at two of its bytes.
func cellsOf(line []byte, from, to int) (cells []cell, first, last int) {
	column := 0
	for at := 0; at < len(line); {
		if at <= from {
			first = len(cells)
		}
		if at < to {
			last = len(cells) + 1
		}
		r, size := utf8.DecodeRune(line[at:])
		c := cellOf(r, line[at:at+size], column)
		column += c.wide
		cells = append(cells, c)
		at += size
	}
	if from >= len(line) {
		first = len(cells)
	}
	return cells, first, last
}

func cellOf(r rune, text []byte, column int) cell {
	switch {
	case r == '\t':
		n := tabStop - column%tabStop
		return cell{strings.Repeat(" ", n), n}
	case isHidden(r):
		shown := Visible(string(text))
		return cell{shown, utf8.RuneCountInString(shown)}
	case unicode.In(r, unicode.Mn, unicode.Me): // on the character before
		return cell{string(text), 0}
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return cell{string(text), 2}
	default:
		return cell{string(text), 1}
	}
}

// window returns the cells to show around one of them: it and what follows in two thirds of the columns, what is before it in the
// rest, and more of what follows if there is room.
func window(cells []cell, at, columns int) (lo, hi int) {
	lo, hi = at, at
	used := 0
	right := func(limit int) {
		for ; hi < len(cells) && used+cells[hi].wide <= limit; hi++ {
			used += cells[hi].wide
		}
	}
	right(columns * 2 / 3)
	for ; lo > 0 && used+cells[lo-1].wide <= columns; lo-- {
		used += cells[lo-1].wide
	}
	right(columns)
	return lo, hi
}

func columnsOf(cells []cell) (n int) {
	for _, c := range cells {
		n += c.wide
	}
	return n
}
