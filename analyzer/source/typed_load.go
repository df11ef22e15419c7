package source

// This room asks for the types of other modules' packages: of those of which something is named in a package that is analyzed, or in
// declarations that such a package names.

// load asks for the types that are needed and were not asked for, at once.
func (t *typed) load() {
	if t == nil {
		return
	}
	wanted := make(asked)
	for key, o := range t.others {
		if o.wanted {
			wanted.add(key)
		}
	}
	for _, b := range t.order(wanted) {
		paths := wanted.paths(b)
		b.Export(paths)
		for _, path := range paths {
			_, _ = b.Import(path) // an error is kept
		}
	}
}

// wantWrapped wants what folders import that will be analyzed for a package that they import. The go command is dear to ask for each.
func (t *typed) wantWrapped(order []*folder) {
	if t == nil {
		return
	}
	for _, f := range order {
		if f.relevant || !passOn(f.needs) && !passOn(f.testNeeds) {
			continue
		}
		for _, path := range f.allImports() {
			if o := t.other(path, f.dir); o != nil {
				o.wanted = true
			}
		}
	}
}
