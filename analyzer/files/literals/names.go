package literals

import "strings"

// Names returns patterns for the names of the files whose languages are known, in small letters.
func Names() (out []string) {
	for _, l := range languages() {
		for ending := range strings.FieldsSeq(l.endings) {
			out = append(out, "*"+ending)
		}
	}
	return append(out, "jenkinsfile")
}
