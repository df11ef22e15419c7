package walk

import (
	"maps"
	"strings"
)

// names tells what is left out for its name.
type names struct {
	folders map[string]bool
	files   map[string]bool
	endings map[string]bool    // without the first dot; in lower case
	tests   map[string][]affix // by the last ending
}

// An affix is the start and the end that the name of a test has. It has something in between.
type affix struct{ prefix, suffix string }

func newNames(tests, generated bool) *names {
	n := &names{folders: set(foldersLeftOut()), files: set(filesLeftOut()), endings: set(endingsLeftOut())}
	if !generated {
		maps.Copy(n.folders, set(generatedFolders()))
	}
	if tests {
		return n
	}
	maps.Copy(n.folders, set(testFolders()))
	n.tests = make(map[string][]affix)
	for _, pattern := range testFiles() {
		prefix, suffix, isPattern := strings.Cut(pattern, "*")
		if !isPattern {
			n.files[pattern] = true
			continue
		}
		ending := pattern[strings.LastIndexByte(pattern, '.')+1:]
		n.tests[ending] = append(n.tests[ending], affix{prefix, suffix})
	}
	return n
}

// set returns the words of all lines.
func set(lines []string) map[string]bool {
	out := make(map[string]bool)
	for _, line := range lines {
		for word := range strings.FieldsSeq(line) {
			out[word] = true
		}
	}
	return out
}

func (n *names) leavesOutFolder(name string) bool { return n.folders[name] }

func (n *names) leavesOut(name string) bool {
	if n.files[name] {
		return true
	}
	ending := name
	for {
		_, rest, ok := strings.Cut(ending, ".")
		if !ok {
			break
		}
		if ending = rest; n.endings[strings.ToLower(ending)] {
			return true
		}
	}
	for _, a := range n.tests[ending] {
		if len(name) > len(a.prefix)+len(a.suffix) && strings.HasPrefix(name, a.prefix) && strings.HasSuffix(name, a.suffix) {
			return true
		}
	}
	return false
}

// foldersLeftOut are those with other people's code, and testdata, which the Go half leaves out, too.
func foldersLeftOut() []string {
	return []string{
		"vendor testdata",               // https://pkg.go.dev/cmd/go#hdr-Package_lists_and_patterns
		"node_modules bower_components", // npm, bower
		"site-packages __pycache__",     // Python
		".hg .svn",                      // of other version control
		".terraform",                    // terraform init: https://developer.hashicorp.com/terraform/cli/init
		"__snapshots__",                 // what Jest has written
		".yarn .pnpm-store .gradle .terragrunt-cache", // caches that some keep in their repositories
	}
}

// filesLeftOut are documents without an ending, and lock files, which tools write.
func filesLeftOut() []string {
	return []string{
		"README LICENSE LICENCE COPYING NOTICE AUTHORS CONTRIBUTORS MAINTAINERS CHANGELOG CHANGES HISTORY NEWS INSTALL",
		"go.sum go.work.sum Cargo.lock flake.lock",
		"package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock",
		"poetry.lock Pipfile.lock pdm.lock uv.lock conda-lock.yml pixi.lock",
		"Gemfile.lock composer.lock Podfile.lock Package.resolved mix.lock pubspec.lock",
		"packages.lock.json paket.lock gradle.lockfile .terraform.lock.hcl Chart.lock requirements.lock",
	}
}

// endingsLeftOut are those of files that are never text, or never written by hand, and of those that are silent unless a
// pattern adds them: documents, and what holds parts of other files.
func endingsLeftOut() []string {
	return []string{
		"md markdown mdown mdx rst adoc asciidoc txt text org textile tex pod html htm xhtml man", // documents
		"patch diff rej orig log csv tsv po pot snap",                                             // parts of other files, data
		"min.js min.css min.mjs map",                                                              // made by bundlers
		"svg png jpg jpeg gif ico icns bmp webp avif tif tiff psd ai eps heic drawio vsdx excalidraw",
		"mp3 mp4 m4a wav ogg oga flac avi mov mkv webm",
		"woff woff2 ttf otf eot",
		"pdf doc docx xls xlsx ppt pptx odt ods odp pages key epub rtf",
		"zip tar gz tgz bz2 xz zst lz4 7z rar jar war ear nupkg whl egg deb rpm apk dmg iso img vhd vhdx qcow2 cab msi",
		"exe dll so dylib a o obj lib bin wasm class pyc pyo pdb elc beam ko",
		"db sqlite sqlite3 mdb parquet avro orc arrow feather npy npz pkl pickle h5 onnx pt pb safetensors gguf",
		"pem crt cer der p12 pfx jks keystore asc sig gpg pub kbx",
	}
}

// generatedFolders are those whose name says that programs have written all files in them.
func generatedFolders() []string { return []string{"_generated __generated__"} }

// testFolders are those whose name says that all files in them are tests.
func testFolders() []string {
	return []string{
		"__tests__ __mocks__", // https://jestjs.io/docs/configuration#testmatch-arraystring
	}
}

// testFiles are the names of tests, by the conventions of their languages. Scripts of a shell have none: who runs them is not known.
func testFiles() []string {
	return []string{
		// https://docs.pytest.org/en/stable/explanation/goodpractices.html#test-discovery
		"test_*.py", "*_test.py", "conftest.py",
		// https://pester.dev/docs/usage/file-placement-and-naming
		"*.Tests.ps1", "*.tests.ps1", "*.Test.ps1",
		// https://jestjs.io/docs/configuration#testmatch-arraystring; Karma and Jasmine have spec
		"*.test.js", "*.test.ts", "*.test.jsx", "*.test.tsx", "*.test.mjs", "*.test.cjs", "*.test.mts", "*.test.cts",
		"*.spec.js", "*.spec.ts", "*.spec.jsx", "*.spec.tsx", "*.spec.mjs", "*.spec.cjs", "*.spec.mts", "*.spec.cts",
		// https://rspec.info/documentation, https://guides.rubyonrails.org/testing.html
		"*_spec.rb", "*_test.rb",
		// https://maven.apache.org/surefire/maven-surefire-plugin/examples/inclusion-exclusion.html
		"*Test.java", "*Tests.java", "*TestCase.java", "*IT.java", "*Test.kt", "*Tests.kt", "*Test.groovy", "*Spec.groovy",
		"*Test.scala", "*Spec.scala",
		// https://learn.microsoft.com/dotnet/core/testing/unit-testing-best-practices
		"*Test.cs", "*Tests.cs", "*Test.vb", "*Tests.vb", "*Tests.fs",
		// https://docs.phpunit.de, https://hexdocs.pm/mix/Mix.Tasks.Test.html, https://pub.dev/packages/test
		"*Test.php", "*_test.exs", "*_test.dart",
		// https://google.github.io/googletest/quickstart-bazel.html
		"*_test.cc", "*_test.cpp", "*_unittest.cc",
		// https://bats-core.readthedocs.io, https://developer.hashicorp.com/terraform/language/tests
		"*.bats", "*.tftest.hcl", "*.tftest.json",
	}
}
