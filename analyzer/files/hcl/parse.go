// Package hcl reads HCL, as Terraform, Packer, Nomad, Vault and Terragrunt have it: the keys that turn a managed identity on, and the
// scripts, commands and other configuration in its strings.
package hcl

import (
	"cmp"
	"slices"
	"strings"

	library "github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/tree"
)

// Bounds for text that is made to be dear: the parser goes as deep as the text does.
const (
	largest = 4 << 20 // bytes
	deepest = 200     // brackets in one another
	signs   = 5000    // signs that can nest without a bracket
	lines   = 10_000  // of a heredoc, which the parser joins one by one
)

// Parse returns the configuration in a file as mappings: a block is one under its type and its labels, one below the other. What a file
// that is broken has before and behind the break is there; what is around the break may hold more.
func Parse(t excerpt.Text) *tree.Node {
	src := t.String()
	if len(src) > largest || isDeep(src) {
		return nil
	}
	body, errors := decode(src)
	if body == nil {
		return nil
	}
	r := &reader{text: t, errors: errors}
	n := r.body(body)
	n.At = t
	return n
}

// Errors returns how many syntax errors a file has.
func Errors(src string) int {
	if len(src) > largest || isDeep(src) {
		return 0
	}
	_, errors := decode(src)
	return len(errors)
}

// decode returns what the library makes of a file, or nil, and where the errors are.
func decode(src string) (body *hclsyntax.Body, errors []int) {
	defer func() {
		if recover() != nil { // the library has a bug, which is no reason to read no other file
			body = nil
		}
	}()
	if strings.Count(src, "\n") > lines && longestHeredoc(src) > lines {
		return nil, nil
	}
	file, diagnostics := hclsyntax.ParseConfig([]byte(src), "", library.InitialPos)
	for _, d := range diagnostics {
		if d.Severity == library.DiagError && d.Subject != nil {
			errors = append(errors, d.Subject.Start.Byte)
		}
	}
	if file == nil {
		return nil, errors
	}
	body, _ = file.Body.(*hclsyntax.Body)
	return body, errors
}

// longestHeredoc returns how many lines the longest heredoc has.
func longestHeredoc(src string) int {
	if !strings.Contains(src, "<<") {
		return 0
	}
	tokens, _ := hclsyntax.LexConfig([]byte(src), "", library.InitialPos) // what is wrong the parser says
	longest, depth, begin := 0, 0, 0
	for _, token := range tokens {
		line := token.Range.Start.Line
		if token.Type == hclsyntax.TokenCHeredoc {
			depth--
		}
		if token.Type == hclsyntax.TokenOHeredoc {
			if depth == 0 {
				begin = line
			}
			depth++
		}
		if depth > 0 {
			longest = max(longest, line-begin)
		}
	}
	return longest
}

// isDeep reports whether a text is deeper than any that somebody writes.
func isDeep(src string) bool {
	depth, nesting, run := 0, 0, 0
	for i := range len(src) {
		c := src[i]
		switch c {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth = max(depth-1, 0)
		case '?':
			nesting++
		case '%':
			if i+1 < len(src) && src[i+1] == '{' {
				nesting++
			}
		}
		switch c {
		case '!', '-':
			run++
		case ' ', '\t', '\n', '\r':
		default:
			run = 0
		}
		if depth > deepest || nesting > signs || run > signs {
			return true
		}
	}
	return false
}

// A reader turns what the library found into nodes.
type reader struct {
	text   excerpt.Text
	errors []int // where the text is broken
}

// slice returns the text of a range.
func (r *reader) slice(at library.Range) excerpt.Text {
	return r.text.Slice(max(at.Start.Byte, 0), min(at.End.Byte, r.text.Len()))
}

// broken reports whether there is an error in a range.
func (r *reader) broken(at library.Range) bool {
	return slices.ContainsFunc(r.errors, func(i int) bool { return i >= at.Start.Byte && i <= at.End.Byte })
}

// body returns the mapping of a file or a block.
func (r *reader) body(b *hclsyntax.Body) *tree.Node {
	n := &tree.Node{Kind: tree.Mapping, At: r.slice(b.SrcRange), Open: r.broken(b.SrcRange)}
	type item struct {
		start int
		entry tree.Entry
	}
	var items []item
	for _, a := range b.Attributes {
		e := tree.Entry{Key: r.slice(a.NameRange), Value: r.expression(a.Expr)}
		items = append(items, item{a.NameRange.Start.Byte, e})
	}
	for _, block := range b.Blocks {
		n.Open = n.Open || block.Type == "dynamic"
		items = append(items, item{block.TypeRange.Start.Byte, r.block(block)})
	}
	slices.SortFunc(items, func(a, b item) int { return cmp.Compare(a.start, b.start) })
	for _, i := range items {
		n.Entries = append(n.Entries, i.entry)
	}
	return n
}

// block returns the entry of a block.
//
// Have: provider "azurerm" { use_msi = true }
func (r *reader) block(b *hclsyntax.Block) tree.Entry {
	n := r.body(b.Body)
	n.Open = n.Open || r.broken(b.Range())
	for i, at := range slices.Backward(b.LabelRanges) {
		label := r.slice(at)
		if s := label.String(); len(s) > 1 && strings.HasPrefix(s, `"`) && strings.HasSuffix(s, `"`) {
			label = label.Slice(1, len(s)-1)
		}
		if label.String() == "" && b.Labels[i] != "" {
			continue
		}
		n = &tree.Node{Kind: tree.Mapping, At: n.At, Entries: []tree.Entry{{Key: label, Value: n}}}
	}
	return tree.Entry{Key: r.slice(b.TypeRange), Value: n}
}
