package golist

import (
	"errors"
	"fmt"
	"go/types"
	"os"

	"golang.org/x/tools/go/gcexportdata"
)

// Import returns a package from its export data, which was asked for before.
func (b *Build) Import(path string) (*types.Package, error) {
	if pkg := b.types[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	p := b.packages[path]
	switch {
	case p == nil || !p.asked && p.Err == nil:
		return nil, errors.New("go list was not asked for it")
	case p.export == "" && p.Err == nil:
		p.Err = errors.New("go list has no export data of it")
	case p.Err == nil:
		pkg, err := b.read(p)
		if err == nil {
			return pkg, nil
		}
		p.Err = fmt.Errorf("its export data cannot be read: %w", err)
	}
	return nil, p.Err
}

func (b *Build) read(p *Package) (pkg *types.Package, err error) {
	file, err := os.Open(p.export)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	r, err := gcexportdata.NewReader(file)
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(r, b.fset, b.types, p.Path)
}
