package literals

import (
	"path"
	"slices"
	"strings"
)

// A language is what has to be known of one to find its strings.
type language struct {
	endings string   // of files
	line    string   // marks that begin a comment up to the end of the line
	block   []string // the marks around a comment: open, close
	quotes  []quote  // the first one that fits counts
	concat  string   // operators that join strings
	env     string   // an expression for a variable of the environment, as a string, with %s for its name; "" if there is no short one
	regexp  bool     // has literals such as /x/
	adjoins bool     // strings beside each other are one
	bare    bool     // objects are built without a word new
	spaced  bool     // functions are called without brackets
}

// A quote is a form of string literals.
type quote struct {
	open, close string
	escape      escape
	lines       bool   // may go over lines
	hole        string // what an expression in the string begins with; it ends at the bracket that closes it
	plain       bool   // a dollar sign before a name begins a variable
	short       bool   // a character
	runs        bool   // is run by a shell
}

// An escape is how a string holds its own close.
type escape int

const (
	raw     escape = iota
	slashed        // behind a backslash
	doubled        // twice
)

// languages is the table.
//
// C#: https://learn.microsoft.com/dotnet/csharp/language-reference/tokens/interpolated
// JavaScript: https://developer.mozilla.org/docs/Web/JavaScript/Reference/Lexical_grammar
// Java: https://docs.oracle.com/javase/specs/jls/se21/html/jls-3.html
// Kotlin: https://kotlinlang.org/spec/syntax-and-grammar.html
// Scala: https://docs.scala-lang.org/scala3/book/string-interpolation.html
// Groovy: https://groovy-lang.org/syntax.html#all-strings
// Rust: https://doc.rust-lang.org/reference/tokens.html
// Ruby: https://docs.ruby-lang.org/en/3.4/syntax/literals_rdoc.html
// PHP: https://www.php.net/manual/language.types.string.php
// Perl: https://perldoc.perl.org/perlop#Quote-and-Quote-like-Operators
// Swift: https://docs.swift.org/swift-book/documentation/the-swift-programming-language/stringsandcharacters
// C and C++: https://en.cppreference.com/w/cpp/language/string_literal
// Lua: https://www.lua.org/manual/5.4/manual.html#3.1
// Dart: https://dart.dev/language/built-in-types#strings
// Elixir: https://hexdocs.pm/elixir/syntax-reference.html
// Bicep: https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types#strings
func languages() []language { return slices.Concat(compiled(), scripts(), others()) }

// What many strings begin and end with.
const (
	three  = `"""`
	threes = `'''`
)

func slashes() []string { return []string{"/*", "*/"} }

func double() quote { return quote{open: `"`, close: `"`, escape: slashed} }
func single() quote { return quote{open: `'`, close: `'`, escape: slashed} }
func char() quote   { return quote{open: `'`, close: `'`, escape: slashed, short: true} }

// lines returns a form of strings that go over lines.
func lines(open, end string, e escape) quote {
	return quote{open: open, close: end, escape: e, lines: true}
}

// with adds expressions to a form of strings.
func (q quote) with(hole string) quote {
	q.hole = hole
	return q
}

// named adds expressions and names behind a dollar sign.
func (q quote) named() quote {
	q.hole, q.plain = "${", true
	return q
}

// run says that strings of a form are run.
func (q quote) run() quote {
	q.runs = true
	return q
}

// compiled returns the languages like C.
func compiled() []language {
	return []language{
		{
			endings: ".cs .csx .cshtml .razor", line: "//", block: slashes(), concat: "+",
			env: `System.Environment.GetEnvironmentVariable("%s")`,
			quotes: []quote{
				lines(`$$"""`, three, raw).with("{{"), lines(`$"""`, three, raw).with("{"), lines(three, three, raw),
				lines(`$@"`, `"`, doubled).with("{"), lines(`@$"`, `"`, doubled).with("{"), lines(`@"`, `"`, doubled),
				{open: `$"`, close: `"`, escape: slashed, hole: "{"},
				double(), char(),
			},
		},
		{
			endings: ".java", line: "//", block: slashes(), concat: "+", env: `System.getenv("%s")`,
			quotes: []quote{lines(three, three, slashed), double(), char()},
		},
		{
			endings: ".kt .kts", bare: true, line: "//", block: slashes(), concat: "+", env: `System.getenv("%s")`,
			quotes: []quote{lines(three, three, raw).named(), double().named(), char()},
		},
		{
			endings: ".scala .sc", bare: true, line: "//", block: slashes(), concat: "+", env: `sys.env("%s")`,
			quotes: []quote{
				lines(`s"""`, three, raw).named(), lines(three, three, raw), quote{open: `s"`, close: `"`, escape: slashed}.named(),
				quote{open: `f"`, close: `"`, escape: slashed}.named(), double(), char(),
			},
		},
		{
			endings: ".groovy .gradle .jenkinsfile", spaced: true, line: "//", block: slashes(), concat: "+", env: `System.getenv("%s")`,
			quotes: []quote{lines(three, three, slashed).named(), lines(threes, threes, slashed), double().named(), single()},
		},
		{
			endings: ".rs", line: "//", block: slashes(),
			quotes: []quote{
				lines(`r##"`, `"##`, raw), lines(`r#"`, `"#`, raw), lines(`r"`, `"`, raw), double(), char(),
			},
		},
		{
			endings: ".swift", line: "//", block: slashes(), concat: "+",
			quotes: []quote{lines(three, three, slashed).with(`\(`), {open: `#"`, close: `"#`}, double().with(`\(`)},
		},
		{
			endings: ".c .h .cc .cpp .cxx .hpp .hh .hxx .m .mm .ino", line: "//", block: slashes(), concat: "+", adjoins: true,
			quotes: []quote{lines(`R"(`, `)"`, raw), double(), char()},
		},
		{
			endings: ".dart", line: "//", block: slashes(), concat: "+", adjoins: true,
			quotes: []quote{
				lines(three, three, slashed).named(), lines(threes, threes, slashed).named(),
				{open: `r'`, close: `'`},
				{open: `r"`, close: `"`},
				double().named(), single().named(),
			},
		},
	}
}

// scripts returns languages that are interpreted.
func scripts() []language {
	return []language{
		{
			endings: ".ts .tsx .js .jsx .mjs .cjs .mts .cts .vue .svelte", line: "//", block: slashes(), concat: "+", env: "process.env.%s",
			regexp: true, quotes: []quote{lines("`", "`", slashed).with("${"), double(), single()},
		},
		{
			endings: ".rb .rake .gemspec .erb", line: "#", block: []string{"\n=begin", "\n=end"}, concat: "+", env: `ENV.fetch("%s")`,
			regexp: true, spaced: true,
			quotes: []quote{
				lines("`", "`", slashed).with("#{").run(), lines("%x(", ")", slashed).with("#{").run(),
				{open: `%q(`, close: `)`, escape: slashed},
				{open: `%Q(`, close: `)`, escape: slashed, hole: "#{"},
				double().with("#{"), single(),
			},
		},
		{
			endings: ".php", line: "// #", block: slashes(), concat: ".", env: `getenv('%s')`,
			quotes: []quote{
				{open: `"`, close: `"`, escape: slashed, hole: "{$", plain: true},
				single(), lines("`", "`", slashed).named().run(),
			},
		},
		{
			endings: ".pl .pm .t", line: "#", block: []string{"\n=pod", "\n=cut"}, concat: ".", spaced: true,
			quotes: []quote{
				double().named(), single(), lines("`", "`", slashed).named().run(), lines("qx{", "}", slashed).named().run(),
			},
		},
		{
			endings: ".lua", line: "--", block: []string{"--[[", "]]"}, concat: "..", env: `os.getenv("%s")`,
			quotes: []quote{lines("[[", "]]", raw), double(), single()},
		},
		{
			endings: ".ex .exs", line: "#", concat: "<>", env: `System.fetch_env!("%s")`,
			quotes: []quote{lines(three, three, slashed).with("#{"), double().with("#{"), single()},
		},
		{endings: ".r .jl", line: "#", quotes: []quote{lines(three, three, slashed), double(), single()}},
	}
}

// others returns languages with comments that are not like C's, and those of configuration.
func others() []language {
	return []language{
		{endings: ".bicep", line: "//", block: slashes(), quotes: []quote{lines(threes, threes, raw), single().with("${")}},
		{
			endings: ".fs .fsx", line: "//", block: []string{"(*", "*)"}, concat: "+",
			quotes: []quote{lines(three, three, raw), {open: `$"`, close: `"`, escape: slashed, hole: "{"}, double(), char()},
		},
		{
			endings: ".vb", line: "'", concat: "& +",
			quotes: []quote{{open: `$"`, close: `"`, escape: doubled, hole: "{"}, {open: `"`, close: `"`, escape: doubled}},
		},
		{
			endings: ".toml .ini .conf .cfg .properties .env", line: "# ;",
			quotes: []quote{lines(three, three, slashed), double(), single()},
		},
		{
			endings: ".xml .html .htm .xaml .config .csproj .svg", block: []string{"<!--", "-->"},
			quotes: []quote{{open: `"`, close: `"`}, {open: `'`, close: `'`}},
		},
	}
}

// endingOf returns the ending of a file in small letters, or the one that files of its kind have.
//
// Have: a.CS, Jenkinsfile, Jenkinsfile.release
func endingOf(file string) string {
	base := strings.ToLower(path.Base(file))
	if base == "jenkinsfile" || strings.HasPrefix(base, "jenkinsfile.") {
		return ".jenkinsfile"
	}
	return path.Ext(base)
}

// ofFile returns the language of a file by its ending.
func ofFile(name string) (language, bool) {
	ending, all := endingOf(name), languages()
	n := slices.IndexFunc(all, func(l language) bool { return ending != "" && slices.Contains(strings.Fields(l.endings), ending) })
	if n < 0 {
		return language{}, false
	}
	return all[n], true
}
