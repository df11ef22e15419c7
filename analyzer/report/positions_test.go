package report_test

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/whichid/whichid/analyzer/identity"
)

// A change is one replacement as a format has it, at offsets of whatever the format counts.
type change struct {
	start, end int
	text       string
}

// apply makes the changes, all of which are in terms of the text as it was.
func apply[T any](text []T, changes []change, convert func(string) []T) []T {
	changes = slices.SortedStableFunc(slices.Values(changes), func(a, b change) int { return a.start - b.start })
	var out []T
	at := 0
	for _, c := range changes {
		out = append(append(out, text[at:c.start]...), convert(c.text)...)
		at = c.end
	}
	return append(out, text[at:]...)
}

// offset returns where line and column are in a text, whatever columns count.
func offset[T comparable](text []T, newline T, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		at += slices.Index(text[at:], newline) + 1
	}
	return at + column - 1
}

// wanted is what the fixes make of their files, one after the other; nothing stands for one that a format of text cannot hold.
func wanted(findings []identity.Finding, show func(string) string) (out []string) {
	for _, f := range findings {
		if f.Suppressed != "" {
			continue
		}
		for _, fix := range f.Fixes {
			var changes []change
			for _, e := range fix.Edits {
				changes = append(changes, change{e.Start, e.End, e.New})
			}
			if fix.Message != "what no JSON can hold" {
				out = append(out, show(string(apply([]byte(sources()[f.Position.File]), changes, func(s string) []byte { return []byte(s) }))))
			}
		}
	}
	return out
}

func equal(t *testing.T, got, want []string) {
	t.Helper()
	if len(got) == 0 || !slices.Equal(got, want) {
		t.Errorf("the fixes make\n%s\nwant\n%s", strings.Join(got, "\n--\n"), strings.Join(want, "\n--\n"))
	}
}

type sarifPlace struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
	Snippet     struct {
		Text string `json:"text"`
	} `json:"snippet"`
}

// The columns of SARIF count UTF-16 code units. A reader who applies the fixes by them gets what the edits say.
func TestSARIFFixes(t *testing.T) {
	t.Parallel()
	r := everything(t)
	var log struct {
		Runs []struct {
			Results []struct {
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct {
							URI string `json:"uri"`
						} `json:"artifactLocation"`
						Region sarifPlace `json:"region"`
					} `json:"physicalLocation"`
				} `json:"locations"`
				Fixes []struct {
					ArtifactChanges []struct {
						Replacements []struct {
							DeletedRegion   sarifPlace `json:"deletedRegion"`
							InsertedContent struct {
								Text string `json:"text"`
							} `json:"insertedContent"`
						} `json:"replacements"`
					} `json:"artifactChanges"`
				} `json:"fixes"`
			} `json:"results"`
		} `json:"runs"`
	}
	if err := json.Unmarshal([]byte(written(t, "sarif", r)), &log); err != nil {
		t.Fatal(err)
	}
	show := func(text string) string { return strings.ToValidUTF8(strings.TrimPrefix(text, "\uFEFF"), "\uFFFD") }
	var got []string
	for _, result := range log.Runs[0].Results {
		at := result.Locations[0].PhysicalLocation
		name, err := url.PathUnescape(strings.TrimPrefix(at.ArtifactLocation.URI, "./"))
		text, known := sources()[name]
		if err != nil || !known {
			t.Fatalf("%s is no file of ours: %v", at.ArtifactLocation.URI, err)
		}
		code := units(show(text))
		between := func(p sarifPlace) (start, end int) {
			return offset(code, '\n', p.StartLine, p.StartColumn), offset(code, '\n', p.EndLine, p.EndColumn)
		}
		start, end := between(at.Region)
		if marked := string(utf16.Decode(code[start:end])); name != "no\xffutf8.sh" && marked != at.Region.Snippet.Text {
			t.Errorf("%s: the region is %q, and the snippet %q", name, marked, at.Region.Snippet.Text)
		}
		for _, fix := range result.Fixes {
			var changes []change
			for _, replacement := range fix.ArtifactChanges[0].Replacements {
				from, to := between(replacement.DeletedRegion)
				changes = append(changes, change{from, to, replacement.InsertedContent.Text})
			}
			got = append(got, string(utf16.Decode(apply(code, changes, units))))
		}
	}
	equal(t, got, wanted(r.Findings, show))
}

func units(text string) []uint16 { return utf16.Encode([]rune(text)) }

// The columns of rdjson count bytes.
func TestRDJSONSuggestions(t *testing.T) {
	t.Parallel()
	r := everything(t)
	type place struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	}
	var result struct {
		Diagnostics []struct {
			Location struct {
				Path string `json:"path"`
			} `json:"location"`
			Suggestions []struct {
				Range struct {
					Start place `json:"start"`
					End   place `json:"end"`
				} `json:"range"`
				Text string `json:"text"`
			} `json:"suggestions"`
		} `json:"diagnostics"`
	}
	if err := json.Unmarshal([]byte(written(t, "rdjson", r)), &result); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range result.Diagnostics {
		text := []byte(sources()[strings.ReplaceAll(d.Location.Path, `\xff`, "\xff")])
		for _, s := range d.Suggestions {
			c := change{
				start: offset(text, '\n', s.Range.Start.Line, s.Range.Start.Column),
				end:   offset(text, '\n', s.Range.End.Line, s.Range.End.Column), text: s.Text,
			}
			got = append(got, string(apply(text, []change{c}, func(s string) []byte { return []byte(s) })))
		}
	}
	equal(t, got, wanted(r.Findings, func(s string) string { return s }))
}

// The offsets of json count bytes.
func TestJSONEdits(t *testing.T) {
	t.Parallel()
	r := everything(t)
	var object struct {
		Findings []struct {
			File      string `json:"file"`
			FileBytes []byte `json:"fileBytes"`
			Fixes     []struct {
				Edits []struct {
					Start int    `json:"start"`
					End   int    `json:"end"`
					New   string `json:"new"`
				} `json:"edits"`
			} `json:"fixes"`
		} `json:"findings"`
	}
	if err := json.Unmarshal([]byte(written(t, "json", r)), &object); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range object.Findings {
		name := f.File
		if f.FileBytes != nil {
			name = string(f.FileBytes)
		}
		text, known := sources()[name]
		if !known {
			t.Errorf("%q is no file of ours", name)
		}
		for _, fix := range f.Fixes {
			var changes []change
			for _, e := range fix.Edits {
				changes = append(changes, change{e.Start, e.End, e.New})
			}
			got = append(got, string(apply([]byte(text), changes, func(s string) []byte { return []byte(s) })))
		}
	}
	equal(t, got, wanted(r.Findings, func(s string) string { return s }))
}
