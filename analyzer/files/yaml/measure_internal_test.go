package yaml

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	library "go.yaml.in/yaml/v3"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/template"
	"github.com/whichid/whichid/analyzer/files/tree"
)

// figures are what is measured over many files.
type figures struct {
	files, bytes, documents, raw, read, scalars, unknown, verbatim, wrong int
	spent, slowest                                                        time.Duration
	slow                                                                  string
}

// TestMeasure reads all files below a folder, and says how many are read, how fast, and whether each byte that a text says to stand
// somewhere stands there. The folder is that of the situations, or what WHICHID_TREES names.
func TestMeasure(t *testing.T) {
	t.Parallel()
	root := os.Getenv("WHICHID_TREES")
	if root == "" {
		root = filepath.Join("..", "..", "..", "testdata", "files")
	}
	kinds := map[string]*figures{}
	names := regexp.MustCompile(`(?i)\.(ya?ml|json[c5]?)$`)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !names.MatchString(path) || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		kind := strings.ToLower(strings.ReplaceAll(filepath.Ext(path), "yml", "yaml"))
		if kinds[kind] == nil {
			kinds[kind] = &figures{}
		}
		kinds[kind].file(t, path, string(data))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for kind, f := range kinds {
		t.Logf("%s: %d files, %d documents, %d read as they are, %d without templates, %d scalars, %d unknown, %d bytes in place, %d not, "+
			"%.1f MB/s, slowest %v %s", kind, f.files, f.documents, f.raw, f.read, f.scalars, f.unknown, f.verbatim, f.wrong,
			float64(f.bytes)/1e6/f.spent.Seconds(), f.slowest, f.slow)
	}
}

func (f *figures) file(t *testing.T, path, s string) {
	t.Helper()
	f.files++
	f.bytes += len(s)
	begin := time.Now()
	docs := Parse(excerpt.File(s))
	spent := time.Since(begin)
	f.spent += spent
	if spent > f.slowest {
		f.slowest, f.slow = spent, path
	}
	src, _ := template.Neutral(s)
	all := split(src)
	f.documents += len(all)
	f.read += len(docs)
	if len(docs) < len(all) && os.Getenv("WHICHID_SHOW") != "" {
		for _, d := range all {
			var n library.Node
			if err := library.NewDecoder(strings.NewReader(src[d.start:d.end])).Decode(&n); err != nil && err.Error() != "EOF" {
				t.Logf("%s: %v", path, err)
			}
		}
	}
	for _, d := range split(s) {
		if decode(s[d.start:d.end]) != nil {
			f.raw++
		}
	}
	for _, d := range docs {
		d.Walk(func(n *tree.Node) bool {
			f.node(t, path, s, n)
			return true
		})
	}
}

func (f *figures) node(t *testing.T, path, s string, n *tree.Node) {
	t.Helper()
	if n.Kind == tree.Unknown {
		f.unknown++
		if from, to := n.At.Span(); from == to && os.Getenv("WHICHID_SHOW") != "" {
			t.Logf("%s: unknown, nowhere", path)
		}
	}
	texts := []excerpt.Text{n.Value}
	for _, e := range n.Entries {
		texts = append(texts, e.Key)
	}
	for _, text := range texts {
		f.scalars++
		step := 1
		if _, ok := text.Replace(0, text.Len(), ""); ok { // all of it stands in one place
			step = text.Len()
		}
		for i := 0; i < text.Len(); i += step {
			if _, ok := text.Replace(i, i+step, ""); !ok {
				continue
			}
			f.verbatim += step
			start, end := text.Slice(i, i+step).Span()
			if s[start:end] != text.String()[i:i+step] {
				f.wrong++
				t.Errorf("%s:%d: %q is %q", path, start, text.String()[i:i+step], s[start:end])
				break
			}
		}
	}
}
