package walk

import (
	"os"
	"path/filepath"
)

// file gives a file that is named, or leaves it out as those are that are not.
func (w *walker) file(path string) {
	dir, name := filepath.Dir(path), filepath.Base(path)
	if w.reached == nil {
		w.give(dir, []string{name}, true)
		return
	}
	info, err := os.Lstat(path)
	if f := w.reach(dir); f != nil && err == nil && info.Mode().IsRegular() && w.reads(f, name) {
		w.give(dir, []string{name}, false)
	}
}

// reach returns a folder as a walk of the working folder finds it, or nil if it does not get there. One that is elsewhere is where a
// walk begins.
func (w *walker) reach(dir string) *folder {
	f, known := w.reached[dir]
	if !known {
		if f = w.step(dir); f != nil {
			if !f.asked && isRepository(dir) {
				f.leaveOut()
			}
			w.addRules(f)
		}
		w.reached[dir] = f
	}
	return f
}

// step returns a folder without what it says of itself.
func (w *walker) step(dir string) *folder {
	if dir == w.base || !isBelow(w.base, dir) {
		f := w.start(dir)
		return &f
	}
	above := w.reach(filepath.Dir(dir))
	if above == nil {
		return nil
	}
	f := w.below(above, filepath.Base(dir))
	if !w.enters(&f) {
		return nil
	}
	return &f
}
