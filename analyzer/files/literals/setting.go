package literals

import (
	"strings"

	"github.com/whichid/whichid/analyzer/files/excerpt"
	"github.com/whichid/whichid/analyzer/files/site"
)

const (
	settingFiles = ".properties .ini .cfg .conf"
	maxLine      = 4 << 10
)

// settings returns the sites of values without quotes that are URLs of token requests, in files of settings. A file that speaks of
// an ID elsewhere may add it to the request.
//
// Have: token.url=http://…; url : http://…
func settings(t excerpt.Text, r site.Reading) (out []site.Site) {
	from := 0
	for line := range strings.SplitAfterSeq(t.String(), "\n") {
		start, end, ok := value(line)
		switch {
		case !ok:
		case hasPath(line) && isURL(line[start:end]):
			if len(out) < maxSites {
				out = append(out, r.URL(t.Slice(from+start, from+end), nil)...)
			}
		case speaksOfID(line):
			return nil
		}
		from += len(line)
	}
	return out
}

// value returns where the value of a setting stands in a line. It is not ok if that is none, or has quotes.
func value(line string) (start, end int, ok bool) {
	text := strings.TrimSpace(line)
	if text == "" || len(line) > maxLine || strings.ContainsRune("#;![", rune(text[0])) {
		return 0, 0, false
	}
	start = strings.IndexAny(line, "=:") + 1
	end = len(strings.TrimRight(line, " \t\r\n"))
	for start > 0 && start < end && isSpace(line[start]) {
		start++
	}
	return start, end, start > 0 && start < end && strings.IndexByte(`"'`, line[start]) < 0
}
