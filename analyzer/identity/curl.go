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
	tool := requesterTools()[i]
	var url string
	var data []string
	for i := 0; i < len(words); i++ {
		word := string(words[i])
		flag, value, hasValue := strings.Cut(word, "=")
		has := func(list string) bool { return slices.Contains(strings.Fields(list), flag) }
		behind := func() {
			if !hasValue && i+1 < len(words) {
				i++
				value = string(words[i])
			}
		}
		switch {
		case strings.HasPrefix(word, "-") && has(tool.data):
			behind()
			data = append(data, formData(value))
		case strings.HasPrefix(word, "-") && has(tool.url):
			behind()
			url = value
		case strings.HasPrefix(word, "-") && has(tool.values):
			behind()
		case strings.HasPrefix(word, "-d") && tool.name == "curl":
			data = append(data, formData(word[2:]))
		case strings.Contains(strings.ToLower(word), TokenPath):
			url = word
		case isHole([]rune(word + " ")[0]):
			data = append(data, word)
		case tool.data == "" && strings.Contains(word, "=="): // httpie
			data = append(data, strings.Replace(word, "==", "=", 1))
		}
	}
	if !strings.Contains(strings.ToLower(url), TokenPath) {
		return "", false
	}
	for _, part := range data {
		separator := "&"
		if !strings.Contains(url, "?") {
			separator = "?"
		}
		url += separator + part
	}
	return Word(url), true
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
