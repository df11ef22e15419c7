package identity

import (
	_ "embed" // the table
	"fmt"
	"maps"
	"slices"
	"strings"
)

// known is the table of known APIs, one row a line, in the notation of [ParseSink]; comments say where the facts are from.
// testdata/apis holds every row to the real libraries.
//
//go:embed table.txt
var known string

// A Table is the known APIs, indexed. It is read-only.
type Table struct {
	rows    []Sink
	makers  []Sink
	sinks   map[Func][]*Sink
	reports map[Func]bool // by one of its rows; nil for all
	needs   map[string]Need
	words   map[string][]word // by package
	kinds   map[Func]bool
	names   map[string]Need
	unset   map[Func]string
	request *Sink
	command *Sink
}

// NewTable returns the table of known APIs, and of those that rows add in the notation of [ParseSink].
func NewTable(rows ...string) (*Table, error) {
	return NewTableAbout(func(string) bool { return true }, rows...)
}

// NewTableAbout returns the part of the table that is about some packages. To read it all takes longer than a program does to start.
func NewTableAbout(packages func(path string) bool, rows ...string) (*Table, error) {
	t := &Table{
		sinks:   make(map[Func][]*Sink),
		needs:   make(map[string]Need),
		words:   make(map[string][]word),
		kinds:   make(map[Func]bool),
		names:   make(map[string]Need),
		unset:   make(map[Func]string),
		request: &Sink{Rule: IMDSURL, Form: FormURL},
		command: &Sink{Rule: CommandRule, Form: FormCommand, Env: clientIDVariable},
	}
	maps.Copy(t.needs, marked())
	var about []string
	for row := range strings.SplitSeq(known, "\n") {
		if row != "" && row[0] != '#' && packages(packageOf(row)) {
			about = append(about, row)
		}
	}
	for i, row := range append(about, rows...) {
		if row = strings.TrimSpace(row); row == "" || row[0] == '#' {
			continue
		}
		if err := t.add(row, i >= len(about)); err != nil {
			return nil, fmt.Errorf("%s: %w", row, err)
		}
	}
	return t, nil
}

// packageOf returns the package that a row of the table is about.
func packageOf(row string) string {
	_, target, _ := strings.Cut(row, " ")
	target, _, _ = strings.Cut(target, " ")
	path, _, err := cutImportPath(target)
	if err != nil {
		return ""
	}
	return path
}

// Reporting returns the table for a configuration that reports some rules only. Rows of which nothing can be reported are known, but
// make no package and no function worth a visit.
func (t *Table) Reporting(reports func(*Sink) bool) *Table {
	out := *t
	out.needs, out.words, out.reports = marked(), make(map[string][]word), make(map[Func]bool)
	for _, row := range t.rows {
		if reports(&row) {
			out.needs[row.Package] |= row.Marker
			out.words[row.Package] = append(out.words[row.Package], row.names()...)
			out.reports[row.Func()] = true
		}
		out.words[row.Package] = append(out.words[row.Package], row.carriers()...)
	}
	return &out
}

// marked are the packages, besides those of rows, that matter only where a marker stands too.
func marked() map[string]Need {
	return map[string]Need{
		"net/http":                                             NeedToken,
		"github.com/go-resty/resty/v2":                         NeedToken,
		"resty.dev/v3":                                         NeedToken,
		"github.com/hashicorp/go-retryablehttp":                NeedToken,
		"github.com/hashicorp/go-cleanhttp":                    NeedToken,
		"github.com/Azure/go-autorest/autorest":                NeedToken,
		"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime": NeedToken,
		"os/exec": NeedCommand,
		"syscall": NeedCommand,
	}
}

// Unset returns the ID's field in what a function returns, if the function is known to leave it empty.
func (t *Table) Unset(f Func) (field string, ok bool) {
	field, ok = t.unset[f]
	return field, ok
}

// Sinks returns the rows for a function, a method or a type.
func (t *Table) Sinks(f Func) []*Sink { return t.sinks[f] }

// Reports reports whether something can be said of a function, a method or a type; with all, whatever the rules that are reported.
func (t *Table) Reports(f Func, all bool) bool {
	_, unset := t.unset[f]
	return unset || len(t.sinks[f]) > 0 && (all || t.reports == nil || t.reports[f])
}

// HasRows reports whether some row is about a package.
func (t *Table) HasRows(path string) bool {
	return slices.ContainsFunc(t.rows, func(row Sink) bool { return row.Package == path })
}

// HasName reports whether some row of the table has this name, or a struct row wants a value of a field of this name, in a package
// with these markers.
func (t *Table) HasName(name string, markers Need) bool { return t.names[name]&(markers|Relevant) != 0 }

// Carriers returns the types that hold an ID on its way to a sink: options, receivers, settings, and the kinds of an ID.
func (t *Table) Carriers() map[Func]bool {
	out := maps.Clone(t.kinds)
	for name, sinks := range t.sinks {
		for _, sink := range sinks {
			switch {
			case sink.Struct:
				out[name] = true
			case sink.Options != "":
				out[Func{Package: sink.Package, Name: sink.Options}] = true
			case sink.Carrier.Argument == Receiver && sink.Form != FormNone:
				out[Func{Package: sink.Package, Name: name.Receiver}] = true
			}
		}
	}
	return out
}

// Makers returns the constructors of options that leave the ID empty; their carrier is the field.
func (t *Table) Makers() []Sink { return t.makers }

// Rows returns every row.
func (t *Table) Rows() []Sink { return t.rows }

// IsKind reports whether a type names an identity in a sink's argument.
func (t *Table) IsKind(name Func) bool { return t.kinds[name] }

// Request returns the row for a request that the program sends by itself: its URL is the carrier.
func (t *Table) Request() *Sink { return t.request }

// Command returns the row for a command that the program runs: its words are the carrier.
func (t *Table) Command() *Sink { return t.command }

func (t *Table) add(row string, added bool) error {
	sink, err := ParseSink(row)
	if err != nil {
		return err
	}
	sink.added = added
	if sink.Rule == Unset {
		t.makers = append(t.makers, sink)
		t.unset[sink.Func()] = sink.Carrier.Fields[0]
		return nil
	}
	t.rows = append(t.rows, sink)
	name := sink.Func()
	t.sinks[name] = append(t.sinks[name], &sink)
	for _, word := range sink.names() {
		t.names[word.text] |= sink.Marker
	}
	t.needs[sink.Package] |= sink.Marker
	t.words[sink.Package] = slices.Concat(t.words[sink.Package], sink.names(), sink.carriers())
	for _, kind := range sink.Kinds {
		t.kinds[Func{Package: sink.Package, Name: kind.Name}] = true
	}
	return nil
}
