package walk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whichid/whichid/analyzer/files/gitignore"
	"github.com/whichid/whichid/analyzer/identity"
)

// A walker lists folders, and gives workers what is to be read.
type walker struct {
	base    string
	add     Patterns
	exclude Patterns
	names   *names
	jobs    chan job
	seen    map[string]bool    // the paths of the files given so far, if a target may have them again
	reached map[string]*folder // of files that are named, if these are left out as others are; by path
	failed  []Failure
}

// A job is some files of one folder.
type job struct {
	dir   string
	files []string
	named bool // the user named the file
}

// jobSize is how many files of a large folder one worker takes at a time.
const jobSize = 64

// A folder is one on the way.
type folder struct {
	dir     string           // absolute
	path    string           // from where the rules stand, with slashes, or empty for that folder
	rules   *gitignore.Rules // of the folders above
	added   bool             // a pattern adds all that is in it
	leftOut bool             // only what a pattern adds is read
	asked   bool             // a target or a pattern names it
}

// targets walks files first, so that they count as named, whatever folders they are in.
func (w *walker) targets(targets []Target) {
	var folders []Target
	for _, t := range targets {
		info, err := os.Stat(t.Path)
		switch {
		case isGo(t.Path) && (err != nil || !info.IsDir()): // for those who read Go
		case err != nil:
			w.fail(t.Path, err)
		case info.IsDir():
			if !w.exclude.coverFolder(filepath.Clean(t.Path)) {
				folders = append(folders, t)
			}
		case w.exclude.Cover(filepath.Clean(t.Path)):
		case !info.Mode().IsRegular():
			w.fail(t.Path, errors.New("not a regular file"))
		default:
			w.file(filepath.Clean(t.Path))
		}
	}
	for _, t := range folders {
		w.folder(w.start(filepath.Clean(t.Path)), t.Tree)
	}
}

func (w *walker) fail(path string, err error) {
	w.failed = append(w.failed, Failure{relative(w.base, path), err})
}

// folder lists a folder, and all below it if tree is set.
func (w *walker) folder(f folder, tree bool) {
	entries, err := list(f.dir)
	if err != nil {
		w.fail(f.dir, err)
	}
	files, below := w.sort(&f, entries)
	files = slices.DeleteFunc(files, func(name string) bool { return !w.reads(&f, name) })
	w.give(f.dir, files, false)
	if !tree {
		return
	}
	for _, name := range below {
		next := w.below(&f, name)
		if w.enters(&next) {
			w.folder(next, true)
		}
	}
}

// enters decides whether a folder in a folder is listed.
func (w *walker) enters(f *folder) bool {
	return !w.exclude.match(f.dir, true) && (!f.leftOut || w.add.leadInto(f.dir))
}

// sort splits what is in a folder, and learns what it says of the folder itself. Links are left out, as in git, where they have no
// text but their target; so there are no loops.
func (w *walker) sort(f *folder, entries []fs.DirEntry) (files, folders []string) {
	for _, entry := range entries {
		switch name := entry.Name(); {
		case name == ".git":
			if !f.asked && isRepository(f.dir) {
				f.leaveOut() // git tracks nothing in another repository
			}
		case entry.IsDir():
			folders = append(folders, name)
		case entry.Type().IsRegular() && !isGo(name) && !strings.HasSuffix(name, identity.Unfinished):
			if name == ".gitignore" {
				w.addList(f, filepath.Join(f.dir, name))
			}
			files = append(files, name)
		}
	}
	return files, folders
}

// list is os.ReadDir without sorting.
func list(dir string) ([]fs.DirEntry, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	entries, err := f.ReadDir(-1)
	return entries, errors.Join(err, f.Close())
}

// reads decides whether a file is read. Rules are asked last, since they take most time.
func (w *walker) reads(f *folder, name string) bool {
	if len(w.exclude.lists) > 0 && w.exclude.match(filepath.Join(f.dir, name), false) {
		return false
	}
	if f.added || len(w.add.lists) > 0 && w.add.match(filepath.Join(f.dir, name), false) {
		return true
	}
	if f.leftOut || w.names.leavesOut(name) {
		return false
	}
	return f.rules == nil || !f.rules.Ignores(join(f.path, name), false)
}

// below decides what is read of a folder in a folder.
func (w *walker) below(f *folder, name string) folder {
	next := folder{
		dir: filepath.Join(f.dir, name), path: join(f.path, name),
		rules: f.rules, added: f.added, leftOut: f.leftOut,
	}
	switch {
	case w.add.match(next.dir, true):
		next.leftOut, next.added, next.asked = false, true, true
	case w.names.leavesOutFolder(name), !f.added && !f.leftOut && f.rules.Ignores(next.path, true):
		next.leaveOut()
	}
	return next
}

// leaveOut closes a folder to what patterns add that match only a folder above.
func (f *folder) leaveOut() {
	f.leftOut, f.added = true, false
}

// give hands files to the workers, those that were not given before.
func (w *walker) give(dir string, files []string, named bool) {
	if w.seen != nil {
		files = slices.DeleteFunc(files, func(name string) bool {
			path := filepath.Join(dir, name)
			again := w.seen[path]
			w.seen[path] = true
			return again
		})
	}
	for part := range slices.Chunk(files, jobSize) {
		w.jobs <- job{dir, part, named}
	}
}

// join is path.Join for a folder that may be empty.
func join(folder, name string) string {
	if folder == "" {
		return name
	}
	return folder + "/" + name
}

func isGo(name string) bool { return strings.HasSuffix(name, ".go") }
