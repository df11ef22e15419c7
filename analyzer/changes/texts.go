package changes

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"
)

const (
	regular = "100"    // begins the mode of what is a file and no link
	maxText = 16 << 20 // is the size in bytes beyond which what a file held is not compared
)

// Texts returns what files held, under the names that they have now. A file that was not there, or that cannot be compared because it
// was a link or is too large, is left out. Names are relative to the folder.
func (b *Base) Texts(names []string) (map[string][]byte, error) {
	blobs, err := b.blobs(names)
	if err == nil {
		var texts map[string][]byte
		if texts, err = b.read(blobs); err == nil {
			return texts, nil
		}
	}
	return nil, fmt.Errorf("%w: if the clone is partial, git diff --stat %s...HEAD fetches what it lacks", err, b.rev)
}

// A blob is the object that holds what a file held.
type blob struct{ name, object string }

// blobs returns those of files that were there, under this name or another one.
func (b *Base) blobs(names []string) ([]blob, error) {
	wanted := make(map[string]string) // names by path in the repository
	for _, name := range names {
		wanted[path.Join(b.prefix, filepath.ToSlash(name))] = name
	}
	var found []blob
	err := b.git.records(func(entry string) {
		// Have: 100644 blob OBJECT<tab>PATH
		about, file, _ := strings.Cut(entry, "\t")
		if name := wanted[file]; name != "" && strings.HasPrefix(about, regular) {
			found = append(found, blob{name, about[strings.LastIndexByte(about, ' ')+1:]})
		}
	}, "ls-tree", "-r", "-z", "--full-tree", b.commit)
	if err != nil || len(found) == len(wanted) {
		return found, err
	}
	var fields []string
	err = b.git.records(func(field string) {
		// Have: :MODE MODE' OBJECT OBJECT' R087, the old path, the new path
		if fields = append(fields, field); len(fields) < 3 {
			return
		}
		about := strings.Fields(fields[0])
		if name := wanted[fields[2]]; name != "" && len(about) == 5 && strings.HasPrefix(about[0], ":"+regular) {
			found = append(found, blob{name, about[2]})
		}
		fields = nil
	}, "diff-index", "--cached", "--raw", "-z", "-M", "--diff-filter=R", "--no-abbrev", "--ignore-submodules=all", b.commit)
	return found, err
}

// read returns the texts of objects by the names of their files.
func (b *Base) read(blobs []blob) (map[string][]byte, error) {
	var objects strings.Builder
	for _, blob := range blobs {
		objects.WriteString(blob.object + "\n")
	}
	texts := make(map[string][]byte)
	err := b.git.run(objects.String(), func(stdout *bufio.Reader) error {
		for _, blob := range blobs {
			text, err := readBlob(stdout)
			if err != nil {
				return err
			}
			if text != nil {
				texts[blob.name] = text
			}
		}
		return nil
	}, "cat-file", "--batch")
	return texts, err
}

// readBlob reads what git cat-file --batch prints of an object, and returns nil if it is too large.
func readBlob(stdout *bufio.Reader) ([]byte, error) {
	head, err := stdout.ReadString('\n')
	if err != nil {
		return nil, err
	}
	// Have: OBJECT blob SIZE
	var object, kind string
	var size int64
	if _, err = fmt.Sscanf(head, "%s %s %d\n", &object, &kind, &size); err != nil || kind != "blob" || size < 0 {
		return nil, errors.New(strings.TrimSpace(head))
	}
	if size > maxText {
		_, err = io.CopyN(io.Discard, stdout, size+1)
		return nil, err
	}
	text := make([]byte, size+1) // and the end of the line
	_, err = io.ReadFull(stdout, text)
	return text[:size], err
}
