package hcl

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/tree"
	"github.com/whichid/whichid/analyzer/identity"
)

// expression returns the node of a value. One that is not known holds, as items, what it is made of.
func (r *reader) expression(e hclsyntax.Expression) *tree.Node {
	if e == nil {
		return &tree.Node{}
	}
	at := r.slice(e.Range())
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		return &tree.Node{Kind: tree.Scalar, At: at, Value: r.template(e)}
	case *hclsyntax.TemplateWrapExpr:
		return &tree.Node{Kind: tree.Scalar, At: at, Value: hole(at)}
	case *hclsyntax.LiteralValueExpr:
		return &tree.Node{Kind: tree.Scalar, At: at, Value: at, Null: e.Val == cty.NullVal(cty.DynamicPseudoType) || e.Val.IsNull()}
	case *hclsyntax.ParenthesesExpr:
		return r.expression(e.Expression)
	case *hclsyntax.ObjectConsExpr:
		return r.object(e, at)
	case *hclsyntax.TupleConsExpr:
		return &tree.Node{Kind: tree.List, At: at, Items: r.expressions(e.Exprs)}
	case *hclsyntax.FunctionCallExpr:
		return r.call(e, at)
	case *hclsyntax.ConditionalExpr:
		return r.unknown(at, e.TrueResult, e.FalseResult)
	case *hclsyntax.ForExpr:
		return r.unknown(at, e.ValExpr)
	case *hclsyntax.BinaryOpExpr:
		return r.unknown(at, e.LHS, e.RHS)
	}
	return r.unknown(at)
}

func (r *reader) unknown(at excerpt.Text, of ...hclsyntax.Expression) *tree.Node {
	return &tree.Node{Kind: tree.Unknown, At: at, Items: r.expressions(of)}
}

func (r *reader) expressions(list []hclsyntax.Expression) []*tree.Node {
	var out []*tree.Node
	for _, e := range list {
		out = append(out, r.expression(e))
	}
	return out
}

// object returns the mapping of an object.
//
// Have: { use_msi = true, "client_id" : var.id, (var.key) = 1 }
func (r *reader) object(e *hclsyntax.ObjectConsExpr, at excerpt.Text) *tree.Node {
	n := &tree.Node{Kind: tree.Mapping, At: at, Open: r.broken(e.Range())}
	for _, item := range e.Items {
		key, ok := r.key(item.KeyExpr)
		n.Open = n.Open || !ok
		n.Entries = append(n.Entries, tree.Entry{Key: key, Value: r.expression(item.ValueExpr)})
	}
	return n
}

// key returns the text of a key in an object, and whether it is known.
func (r *reader) key(e hclsyntax.Expression) (excerpt.Text, bool) {
	at := r.slice(e.Range())
	wrapped, ok := e.(*hclsyntax.ObjectConsKeyExpr)
	if !ok || wrapped.ForceNonLiteral {
		return hole(at), false
	}
	switch inner := wrapped.Wrapped.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		return at, len(inner.Traversal) == 1
	case *hclsyntax.TemplateExpr:
		text := r.template(inner)
		return text, !strings.ContainsFunc(text.String(), isHole)
	case *hclsyntax.LiteralValueExpr:
		return at, true
	}
	return hole(at), false
}

// call returns what a function returns, as far as that is known.
func (r *reader) call(e *hclsyntax.FunctionCallExpr, at excerpt.Text) *tree.Node {
	through := []string{
		"base64encode", "base64gzip", "chomp", "jsonencode", "nonsensitive", "sensitive", "textencodebase64", "tolist", "tomap", "tostring",
		"trimspace", "yamlencode",
	}
	args := r.expressions(e.Args)
	switch {
	case len(args) > 0 && slices.Contains(through, e.Name):
		return args[0]
	case e.Name == "join" && len(args) == 2 && args[0].Kind == tree.Scalar && args[1].Kind == tree.List:
		if text, ok := joined(args[0].Value, args[1].Items); ok {
			return &tree.Node{Kind: tree.Scalar, At: at, Value: text}
		}
	case e.Name == "format" && len(args) > 0 && args[0].Kind == tree.Scalar:
		return &tree.Node{Kind: tree.Scalar, At: at, Value: formatted(args[0].Value)}
	}
	return &tree.Node{Kind: tree.Unknown, At: at, Items: args}
}

// joined returns the texts of a list with a separator between them.
func joined(separator excerpt.Text, items []*tree.Node) (excerpt.Text, bool) {
	var b excerpt.Builder
	for i, item := range items {
		if i > 0 {
			b.Put(separator.String(), separator)
		}
		if item.Kind != tree.Scalar {
			b.Put(string(identity.Unknown()), item.At)
			continue
		}
		b.Keep(item.Value)
	}
	return b.Text(), len(items) > 0
}

// formatted returns a format with holes for its verbs (https://developer.hashicorp.com/terraform/language/functions/format).
func formatted(format excerpt.Text) excerpt.Text {
	var b excerpt.Builder
	text, from := format.String(), 0
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '%' {
			continue
		}
		b.Keep(format.Slice(from, i))
		end := i + 1
		for end+1 < len(text) && strings.IndexByte("+-# 0123456789.[]*", text[end]) >= 0 {
			end++
		}
		verb := format.Slice(i, end+1)
		if text[end] == '%' {
			b.Put("%", verb)
		} else {
			b.Put(string(identity.Unknown()), verb)
		}
		i, from = end, end+1
	}
	b.Keep(format.Slice(from, len(text)))
	return b.Text()
}

// hole returns a text of which nothing is known.
func hole(at excerpt.Text) excerpt.Text {
	var b excerpt.Builder
	b.Put(string(identity.Unknown()), at)
	return b.Text()
}

func isHole(r rune) bool {
	_, ok := identity.HoleOf(r)
	return ok
}
