package walk

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/whichid/whichid/analyzer/files/gitignore"
)

// start returns the folder of a target, with the rules of the folders above it, up to that of its repository. Where there is none,
// as in an unpacked archive, the working folder counts as one. What is named is walked though it may be ignored.
func (w *walker) start(dir string) folder {
	f := folder{dir: dir, asked: true, added: w.add.coverFolder(dir)}
	root, isInRepository := repositoryOf(dir)
	switch {
	case isInRepository:
		w.addList(&f, excludeFile(root))
	case isBelow(w.base, dir):
		root = w.base
	default:
		root = dir
	}
	for at := range strings.SplitSeq(relativeSlash(root, dir), "/") {
		if at != "" {
			above := folder{dir: filepath.Join(root, filepath.FromSlash(f.path)), path: f.path, rules: f.rules}
			w.addRules(&above)
			f.rules = above.rules
			f.path = join(f.path, at)
		}
	}
	return f
}

// relativeSlash returns a path from a folder, with slashes, or empty for the folder itself.
func relativeSlash(base, path string) string {
	if rel := filepath.ToSlash(relative(base, path)); rel != "." {
		return rel
	}
	return ""
}

func isBelow(base, dir string) bool {
	rel, err := filepath.Rel(base, dir)
	return err == nil && filepath.IsLocal(rel)
}

// repositoryOf returns the folder at or above a folder that holds .git.
func repositoryOf(dir string) (root string, ok bool) {
	for {
		if isRepository(dir) {
			return dir, true
		}
		above := filepath.Dir(dir)
		if above == dir {
			return "", false
		}
		dir = above
	}
}

// isRepository reports whether a folder is the top of a repository, as git sees it: an empty .git, say, does not make one. What a .git
// file points to, in a submodule or another worktree, need not be there: without it git does not work there at all.
func isRepository(dir string) bool {
	path := filepath.Join(dir, ".git")
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	if info.Mode().IsRegular() {
		text, err := readSmall(path)
		return err == nil && bytes.HasPrefix(text, []byte("gitdir: "))
	}
	for _, part := range []string{"HEAD", "objects", "refs"} {
		if _, err := os.Lstat(filepath.Join(path, part)); err != nil {
			return false
		}
	}
	return true
}

// excludeFile returns the path of info/exclude of a repository. All worktrees of a repository share one (gitrepository-layout(5)).
func excludeFile(root string) string {
	git := follow(filepath.Join(root, ".git"), "gitdir: ")
	return filepath.Join(follow(filepath.Join(git, "commondir"), ""), "info", "exclude")
}

// follow returns the path that a file such as .git or commondir holds, or the folder that stands in its place.
func follow(file, prefix string) string {
	dir := filepath.Dir(file)
	text, err := readSmall(file)
	path, ok := strings.CutPrefix(strings.TrimRight(string(text), "\r\n"), prefix)
	switch {
	case err != nil && prefix != "":
		return file
	case err != nil || !ok:
		return dir
	case filepath.IsAbs(path):
		return path
	}
	return filepath.Join(dir, path)
}

// addRules adds the .gitignore of a folder. One that is a link does not count, as in git.
func (w *walker) addRules(f *folder) {
	path := filepath.Join(f.dir, ".gitignore")
	if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() {
		w.addList(f, path)
	}
}

// addList adds the patterns in a file, if there is one, as those of a folder.
func (w *walker) addList(f *folder, path string) {
	text, err := readSmall(path)
	switch {
	case err == nil:
		f.rules = f.rules.Add(f.path, gitignore.Parse(text))
	case !errors.Is(err, fs.ErrNotExist):
		w.fail(path, err)
	}
}

// readSmall reads a regular file up to a size that no file of patterns has. What is none counts as missing.
func readSmall(path string) ([]byte, error) {
	text, err := ReadRegular(path, MaxSize)
	if errors.As(err, new(notRegularError)) {
		err = fs.ErrNotExist
	}
	return text, err
}
