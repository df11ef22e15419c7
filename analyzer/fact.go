package analyzer

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/whichid/whichid/analyzer/identity"
)

// Summaries is what the functions of one package mean to the packages that import it: which of them pass an ID on, and what
// they return or write. It is read-only, and speaks of nothing of its package but names.
type Summaries struct {
	encoded   []byte
	functions map[identity.Func]*summary // without the package
	carriers  map[identity.Func]bool
	matters   bool
}

// portableVersion changes with the meaning of what Encode writes. Data of another version says nothing.
const portableVersion = 1

// Encode returns the summaries as bytes, the same for the same code. Only [Checker.Decode] reads them.
func (s *Summaries) Encode() []byte { return s.encoded }

// Decode returns what Encode wrote, or nil if the bytes come from another version or are damaged: then nothing is known of the
// package.
func (c *Checker) Decode(importPath string, data []byte) *Summaries {
	var p portablePackage
	if len(data) > maxPortableBytes || json.Unmarshal(data, &p) != nil || p.Version != portableVersion {
		return nil
	}
	if len(p.Functions) == 0 {
		return nil
	}
	out := &Summaries{encoded: data, functions: make(map[identity.Func]*summary), carriers: make(map[identity.Func]bool)}
	for _, f := range p.Functions {
		s, ok := c.unpack(identity.Func{Package: importPath, Receiver: f.Name.Receiver, Name: f.Name.Name}, f)
		if !ok {
			return nil
		}
		out.functions[identity.Func{Receiver: f.Name.Receiver, Name: f.Name.Name}] = s
		out.matters = out.matters || s.travels()
	}
	for _, carrier := range p.Carriers {
		out.carriers[identity.Func(carrier)] = true
	}
	return out
}

// Matter reports whether a function passes an ID on, or returns the URL of a token endpoint: then the packages that import this
// one can make the mistake, whatever else they import.
func (s *Summaries) Matter() bool { return s != nil && s.matters }

func (s *summary) travels() bool { return len(s.wrapped) > 0 || s.returnsURL() }

func (s *summary) returnsURL() bool {
	return slices.ContainsFunc(s.results, func(v value) bool {
		return slices.ContainsFunc(as[text](v), func(t text) bool { return isDecisive(t.s) })
	})
}

// A fact carries the summaries of a package in drivers that have facts.
type fact struct{ Data []byte }

// AFact marks a fact, see [analysis.Fact].
func (*fact) AFact() {}

// String lists the functions that pass an ID on, and those that are told of for other reasons.
func (f *fact) String() string {
	var p portablePackage
	if json.Unmarshal(f.Data, &p) != nil {
		return "unreadable"
	}
	var wrappers, others []string
	for _, fn := range p.Functions {
		name := strings.TrimPrefix(fn.Name.Receiver+"."+fn.Name.Name, ".")
		if len(fn.Sites) > 0 {
			wrappers = append(wrappers, name)
		} else {
			others = append(others, name)
		}
	}
	return strings.TrimSpace("wraps(" + strings.Join(wrappers, " ") + ") knows(" + strings.Join(others, " ") + ")")
}

// A factsFlag gives an analyzer facts or takes them away. Drivers look at an analyzer's facts when they have read the flags.
type factsFlag struct{ analyzer *analysis.Analyzer }

func (f factsFlag) String() string { return strconv.FormatBool(f.on()) }

func (f factsFlag) Set(s string) error {
	on, err := strconv.ParseBool(s)
	if err == nil {
		f.use(on)
	}
	return err
}

// IsBoolFlag lets -facts stand alone.
func (f factsFlag) IsBoolFlag() bool { return true }

func (f factsFlag) on() bool { return f.analyzer != nil && len(f.analyzer.FactTypes) > 0 }

func (f factsFlag) use(on bool) {
	f.analyzer.FactTypes = nil
	if on {
		f.analyzer.FactTypes = []analysis.Fact{new(fact)}
	}
}

// importFacts returns what the packages that are imported here tell.
func (c *Checker) importFacts(pass *analysis.Pass) map[string]*Summaries {
	var out map[string]*Summaries
	for _, pkg := range pass.Pkg.Imports() {
		var f fact
		if !pass.ImportPackageFact(pkg, &f) {
			continue
		}
		path := importPath(pkg)
		if s := c.Decode(path, f.Data); s != nil {
			if out == nil {
				out = make(map[string]*Summaries)
			}
			out[path] = s
		}
	}
	return out
}
