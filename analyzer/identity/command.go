package identity

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Command is what a command line means.
type Command struct {
	Verdict Verdict
	ID      Word   // the ID that is given, if there is one
	Tool    string // as it is called: az login
	// Env is the variable of the environment that may name the identity where no flag does, or "".
	Env string
	// Asks is the flag that asks for a managed identity, as it is written, and Value its value if that is a word of its own.
	Asks, Value string
	Wrong       string // the flag that is refused, as it is written
	// AskedAt, WrongAt and GivenAt are the words of the command with the last of Asks and its value, with Wrong, and with an ID that
	// is given as a word of its own, even if it is empty; 0, the program, if there is none.
	AskedAt, WrongAt, GivenAt int
	// URL is what a command such as curl requests, with what it adds to the query; judging it is the reader's business. URLAt is
	// the word that holds the address, and QueryAt the last one that adds to the query, or 0.
	URL            Word
	URLAt, QueryAt int
	flags, pair    string // of the tool, that name an identity
	// Unless is a variable of the environment that names the identity where the command does not, and is rarely set, or "".
	Unless string
}

// Flag returns the flag for one of an identity's names, "client", "resource" or "object", or "" if there is none.
func (c Command) Flag(word string) string {
	for pair := range strings.FieldsSeq(c.flags) {
		if name, flag, _ := strings.Cut(pair, ":"); name == word {
			return flag
		}
	}
	return ""
}

// Program returns the name of a program without its folder and ending, or "" if it is not known.
func Program(word Word) string {
	name := string(word)
	name = strings.ToLower(name[strings.LastIndexAny(name, `/\`)+1:])
	for _, ending := range []string{".exe", ".cmd", ".bat"} {
		name = strings.TrimSuffix(name, ending)
	}
	if hasHole(name) {
		return ""
	}
	return name
}

// ReadCommand tells what the words of a command ask for. The first is the program: what [Unwrap] returns.
func ReadCommand(argv []Word) Command {
	if len(argv) == 0 {
		return Command{}
	}
	name := Program(argv[0])
	if name == "" {
		return Command{Verdict: unsureOf(string(argv[0]))}
	}
	out := Command{Verdict: None}
	for _, t := range tools() {
		program, subcommands, _ := strings.Cut(t.name, " ")
		if program != name {
			continue
		}
		s := scan{tool: t}
		s.read(argv[1:])
		if c := s.command(strings.Fields(subcommands)); c.Verdict != None {
			out = c
		}
	}
	if c, ok := requested(name, argv[1:]); ok {
		out = c
	}
	if c, ok := configured(name, argv[1:]); ok {
		out = c
	}
	return out
}

// A scan is a walk over the words behind a program.
type scan struct {
	tool
	flagAt  int      // the word with the flag at hand
	at      int      // the last word that belongs to it
	places  []string // words that are no flags
	asks    string
	value   string
	chain   bool
	id      Verdict
	given   string
	refused string

	askedAt, refusedAt, givenAt int

	open  string // what may be a flag that is not known
	other bool   // another way to log in
}

func (s *scan) read(words []Word) {
	s.id = Absent
	for i := 0; i < len(words); i++ {
		word := string(words[i])
		switch {
		case word == "--":
			for _, rest := range words[i+1:] {
				s.places = append(s.places, string(rest))
			}
			return
		case !strings.HasPrefix(word, "-") || word == "-":
			s.places = append(s.places, word)
		default:
			s.flagAt, s.at = i+1, i+1 // behind the program
			i += s.flag(word, words[i+1:])
		}
	}
}

// flag reads a flag, and returns how many of the words behind it belong to it.
func (s *scan) flag(word string, behind []Word) int {
	name, value, hasValue := strings.Cut(word, "=")
	if !strings.HasPrefix(word, "--") && len(word) > 2 {
		return s.letters(word, behind)
	}
	full := s.resolve(name)
	if !s.takesValue(full) {
		if !hasValue || value != "false" {
			s.found(full, word, "")
		}
		return 0
	}
	if hasValue {
		s.found(full, word, value)
		return 0
	}
	if len(behind) == 0 {
		s.open += name
		return 0
	}
	s.at++
	if s.found(full, word, string(behind[0])) {
		s.value = string(behind[0])
	}
	return 1
}

// letters reads flags of one letter that share a dash.
//
// Have: -iu name, -uname, -l=msi
func (s *scan) letters(word string, behind []Word) int {
	for letters := word[1:]; letters != ""; {
		_, size := utf8.DecodeRuneInString(letters)
		full, rest := "-"+letters[:size], letters[size:]
		letters = rest
		if !s.takesValue(full) {
			s.found(full, word, "")
			continue
		}
		if rest == "" && len(behind) > 0 {
			s.at++
			s.found(full, word, string(behind[0]))
			if s.askedAt == s.flagAt { // by a letter before
				s.askedAt = s.at
			}
			return 1
		}
		s.found(full, word, strings.TrimPrefix(rest, "="))
		return 0
	}
	return 0
}

// resolve completes the beginning of a flag, where the tool takes that for the flag.
func (s *scan) resolve(name string) string {
	if !s.prefixes || slices.Contains(s.all(), name) {
		return name
	}
	full := name
	for _, flag := range s.all() {
		if strings.HasPrefix(flag, name) && strings.HasPrefix(name, "--") {
			if full != name {
				return name // one of several
			}
			full = flag
		}
	}
	return full
}

// found notes a flag, and reports whether it is the one that asks for a managed identity.
func (s *scan) found(full, written, value string) bool {
	is := func(list string) bool { return isIn(list, full) }
	switch {
	case is(s.ask), s.asksBy(full, value, s.ask):
		s.asks, s.askedAt = written, s.at
		return true
	case s.asksBy(full, value, s.byDefault):
		s.asks, s.askedAt, s.chain = written, s.at, true
	case s.isID(full):
		if id := given(value); s.id == Absent || s.id == Empty {
			s.id, s.given, s.givenAt = id, value, s.at
		}
	case is(s.refuses):
		s.refused, s.refusedAt = written, s.flagAt
	case is(s.excludes) || isIn(s.excludes, full+"="):
		s.other = true
	case !slices.Contains(s.all(), full):
		s.open += full + "?"
	}
	return false
}

// environment returns the variable that is read where no flag names the identity.
func (s *scan) environment() string {
	if s.chain {
		return clientIDVariable
	}
	usual, _, _ := strings.Cut(s.env, " ")
	return usual
}

// asksBy reports whether a flag has a value that a list names.
//
// Have: --login-type=MSI
func (s *scan) asksBy(full, value, list string) bool {
	for item := range strings.FieldsSeq(list) {
		flag, wanted, ok := strings.Cut(item, "=")
		if !ok || flag != full {
			continue
		}
		if hasHole(value) {
			s.open += value
		}
		if value == wanted || s.foldsValues && strings.EqualFold(value, wanted) {
			return true
		}
	}
	return false
}

// command judges what was found, for a tool with these subcommands.
func (s *scan) command(subcommands []string) Command {
	for i, word := range subcommands {
		if i >= len(s.places) {
			return Command{Verdict: None}
		}
		if hasHole(s.places[i]) {
			return Command{Verdict: unsureOf(s.places[i])}
		}
		if s.places[i] != word {
			return Command{Verdict: None}
		}
	}
	out := Command{
		Tool: s.name, Asks: s.asks, Value: s.value, ID: Word(s.given), flags: s.ids,
		AskedAt: s.askedAt, WrongAt: s.refusedAt, GivenAt: s.givenAt,
	}
	open := s.open + strings.Join(s.places[len(subcommands):], "")
	switch {
	case open != "":
		out.Verdict = unsureOf(open)
	case s.asks == "" || s.other:
		out.Verdict = None
	case s.refused != "":
		out.Verdict, out.Wrong = Ignored, s.refused
	case s.chain && s.id == Present:
		out.Verdict = Unsure
	default:
		out.Verdict = s.id
		if s.id == Absent || s.id == Empty {
			out.Env = s.environment()
		}
	}
	return out
}
