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
}

// requesterTools is the table: the manual pages of curl and GNU Wget, https://httpie.io/docs/cli.
func requesterTools() []requester {
	return []requester{
		{
			name: "curl", url: "--url", data: "-d --data --data-ascii --data-raw --data-binary --data-urlencode --url-query",
			values: "-H --header -o --output -X --request -m --max-time --connect-timeout --retry --retry-delay --retry-max-time -w " +
				"--write-out -A --user-agent --noproxy -x --proxy",
		},
		{name: "wget", data: "--post-data --body-data", values: "--header -O --output-document -T --timeout -t --tries --method -o"},
		{name: "http"},
		{name: "https"},
	}
}

// requested returns the URL that a command requests, with all that its words add to the query, if the path of a token request
// is in it. A word that may be anything makes the query unknown.
func requested(program string, words []Word) (Word, bool) {
	i := slices.IndexFunc(requesterTools(), func(r requester) bool { return r.name == program })
	if i < 0 {
		return "", false
	}
	r := request{requester: requesterTools()[i]}
	for len(words) > 0 {
		words = words[r.read(string(words[0]), words[1:]):]
	}
	url := r.address
	if !strings.Contains(strings.ToLower(url), TokenPath) {
		return "", false
	}
	for _, part := range r.query {
		separator := "&"
		if !strings.Contains(url, "?") {
			separator = "?"
		}
		url += separator + part
	}
	return Word(url), true
}

// A request is what the words of a requester say.
type request struct {
	requester

	address string
	query   []string
}

// read reads a word, and returns how many words that takes.
func (r *request) read(word string, behind []Word) int {
	flag, value, hasValue := strings.Cut(word, "=")
	has := func(list string) bool { return slices.Contains(strings.Fields(list), flag) }
	taken := 1
	if (has(r.data) || has(r.url) || has(r.values)) && !hasValue && len(behind) > 0 {
		value, taken = string(behind[0]), 2
	}
	switch {
	case has(r.data):
		r.query = append(r.query, formData(value))
	case has(r.url):
		r.address = value
	case has(r.values):
	case strings.HasPrefix(word, "-d") && r.name == "curl":
		r.query = append(r.query, formData(word[2:]))
	case strings.Contains(strings.ToLower(word), TokenPath):
		r.address = word
	case strings.IndexFunc(word, isHole) == 0:
		r.query = append(r.query, word)
	case r.data == "" && strings.Contains(word, "=="): // httpie
		r.query = append(r.query, strings.Replace(word, "==", "=", 1))
	}
	return taken
}

// formData returns the pairs of a word; those of a file are not known.
//
// Have: client_id=x, @file
func formData(word string) string {
	if strings.HasPrefix(word, "@") {
		return string(Unknown())
	}
	return word
}
