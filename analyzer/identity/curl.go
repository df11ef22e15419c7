package identity

import (
	"slices"
	"strings"
)

// A requester is a command that requests a URL, with the flags that add to its query.
type requester struct {
	name   string
	url    string // flags whose value is the URL
	data   string // flags whose value is a part of the query or of the form
	values string // other flags with a value, which may be unknown

	letters bool   // flags of one letter may share a dash, the last of them also with its value
	pair    string // what stands between name and value in a word that is a part of the query, or ""
}

// requesterTools is the table: the manual pages of curl 7.88 and GNU Wget 1.21, and https://httpie.io/docs/cli/querystring-parameters.
func requesterTools() []requester {
	return []requester{
		{
			name: "curl", url: "--url", letters: true,
			data: "-d --data --data-ascii --data-raw --data-binary --data-urlencode --url-query -F --form --form-string",
			values: "-H --header -o --output -X --request -m --max-time --connect-timeout --retry --retry-delay --retry-max-time -w " +
				"--write-out -A --user-agent --noproxy -x --proxy -b -c -C -D -e -E -K -P -Q -r -t -T -u -U -y -Y -z",
		},
		{
			name: "wget", letters: true, data: "--post-data --body-data",
			values: "--header -O --output-document -T --timeout -t --tries --method -o",
		},
		{name: "http", pair: "=="},
		{name: "https", pair: "=="},
	}
}

// requested returns what a command requests, with all that its words add to the query, if its URL leads to a token endpoint. A
// word that may be anything makes the query unknown.
func requested(program string, words []Word) (Command, bool) {
	i := slices.IndexFunc(requesterTools(), func(r requester) bool { return r.name == program })
	if i < 0 {
		return Command{}, false
	}
	r := request{requester: requesterTools()[i]}
	for rest := words; len(rest) > 0; {
		taken := r.read(string(rest[0]), rest[1:])
		r.at += taken
		rest = rest[taken:]
	}
	url := r.address
	if !isTokenURL(url) {
		return Command{}, false
	}
	for _, part := range r.query {
		separator := "&"
		if !strings.Contains(url, "?") {
			separator = "?"
		}
		url += separator + part
	}
	return Command{Tool: program, URL: Word(url), URLAt: r.addressAt, QueryAt: r.queryAt}, true
}

// A request is what the words of a requester say.
type request struct {
	requester

	at                 int // words that were read
	address            string
	query              []string
	addressAt, queryAt int
}

// read reads a word, and returns how many words that takes.
func (r *request) read(word string, behind []Word) int {
	flag, value, hasValue := r.cut(word)
	taken := 1
	if r.takesValue(flag) && !hasValue && len(behind) > 0 {
		value, taken = string(behind[0]), 2
	}
	name, content, isPair := strings.Cut(word, r.pair)
	last := r.at + taken // behind the program
	switch {
	case isIn(r.data, flag):
		r.query, r.queryAt = append(r.query, formData(value)), last
	case isIn(r.url, flag):
		r.address, r.addressAt = value, last
	case isIn(r.values, flag):
	case isTokenURL(word):
		r.address, r.addressAt = word, last
	case strings.IndexFunc(word, isHole) == 0:
		r.query = append(r.query, word)
	case r.pair != "" && isPair:
		r.query, r.queryAt = append(r.query, name+"="+content), last
	}
	return taken
}

// isTokenURL reports whether a word leads to a token endpoint.
func isTokenURL(word string) bool {
	return indexFold(word, TokenPath) >= 0 || IsAppService(Word(word), VariableOf)
}

// cut splits a word into a flag and the value that stands in the same word.
//
// Have: --data=x, -dx, -sGd
func (r *request) cut(word string) (flag, value string, hasValue bool) {
	if r.letters && !strings.HasPrefix(word, "--") && strings.HasPrefix(word, "-") {
		for i := 1; i < len(word); i++ {
			if flag := "-" + word[i:i+1]; r.takesValue(flag) {
				return flag, word[i+1:], i+1 < len(word)
			}
		}
	}
	return strings.Cut(word, "=")
}

func (r *request) takesValue(flag string) bool { return isIn(r.data+" "+r.url+" "+r.values, flag) }

// formData returns the pairs of a word; those of a file are not known.
//
// Have: client_id=x, @file
func formData(word string) string {
	if strings.HasPrefix(word, "@") {
		return string(Unknown())
	}
	return word
}
