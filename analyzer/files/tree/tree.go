// Package tree is configuration as readers of keys see it: mappings, lists and scalars, whatever the syntax of the file.
package tree

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
)

// A Kind is what a node is.
type Kind int

// The kinds of nodes.
const (
	Unknown Kind = iota // what is there is not known: a template, say
	Scalar
	Mapping
	List
)

// A Node is a part of a configuration. A nil Node is a value that is not there; its methods may be called.
type Node struct {
	Kind    Kind
	At      excerpt.Text // all of it, as it is written
	Value   excerpt.Text // of a scalar: its text, decoded, with holes for what is not known
	Null    bool         // of a scalar: null, ~ or nothing
	Entries []Entry      // of a mapping, in the order of the text
	Items   []*Node      // of a list
	// Open is set where a mapping or list may hold more than is seen: a template, a merge key, an expression.
	Open bool
}

// An Entry is one key of a mapping with its value.
type Entry struct {
	Key   excerpt.Text
	Value *Node
}

// Get returns the value of a key, or nil.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for _, e := range n.Entries {
		if e.Key.String() == key {
			return e.Value
		}
	}
	return nil
}

// Fold returns the value of a key in any letter case, or nil.
func (n *Node) Fold(key string) *Node {
	if n == nil {
		return nil
	}
	for _, e := range n.Entries {
		if strings.EqualFold(e.Key.String(), key) {
			return e.Value
		}
	}
	return nil
}

// Text returns the text of a scalar, or "".
func (n *Node) Text() string {
	if n == nil || n.Kind != Scalar || n.Null {
		return ""
	}
	return n.Value.String()
}

// Walk calls visit for a node and all below it, parents first, as long as it returns true.
func (n *Node) Walk(visit func(*Node) bool) {
	if n == nil || !visit(n) {
		return
	}
	for _, e := range n.Entries {
		e.Value.Walk(visit)
	}
	for _, item := range n.Items {
		item.Walk(visit)
	}
}
