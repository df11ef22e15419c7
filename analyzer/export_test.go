package analyzer

import "strings"

// Work returns what a visit of a package costs, see [numbering.work], and the number of its sites.
func Work(c *Checker, pkg *Package) (work, sites int) {
	v := newVisit(c, pkg)
	v.traceAll()
	v.judge()
	return v.work, len(v.sites)
}

// Origins returns a line for each site of a package: where the ID comes from, by the line of the file.
func Origins(c *Checker, pkg *Package) map[int]string {
	v := newVisit(c, pkg)
	v.traceAll()
	out := make(map[int]string)
	for _, s := range v.sites {
		var all []string
		for _, o := range v.origins(s) {
			all = append(all, o.kind.String()+" "+o.name)
		}
		out[pkg.Fset.Position(s.node.Pos()).Line] = strings.Join(all, ", ")
	}
	return out
}
