package analyzer

// Work returns what a visit of a package costs, see [numbering.work], and the number of its sites.
func Work(c *Checker, pkg *Package) (work, sites int) {
	v := newVisit(c, pkg)
	v.traceAll()
	v.judge()
	return v.work, len(v.sites)
}
