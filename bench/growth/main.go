// Growth lays 10, 100 and 1000 packages that cannot matter around one that does, and prints what they add to whichid's CPU time,
// beside what they add to a search for its markers.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/whichid/whichid/bench/measure"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("growth: ")
	rounds := flag.Int("n", 9, "number of `rounds`")
	whichid := flag.String("whichid", "whichid", "the command's `path`")
	flag.Parse()
	if flag.NArg() != 0 || *rounds < 1 {
		log.Fatal("usage: growth [-n rounds] [-whichid path]")
	}
	if err := run(context.Background(), *rounds, *whichid); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, rounds int, whichid string) error {
	search, err := measure.GoSearch()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "growth")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	sizes := []int{0, 10, 100, 1000}
	for _, n := range sizes {
		if err := lay(filepath.Join(dir, strconv.Itoa(n)), n); err != nil {
			return err
		}
	}
	ours, theirs := make([][]measure.Cost, len(sizes)), make([][]measure.Cost, len(sizes))
	for range rounds {
		for i, n := range sizes {
			in := filepath.Join(dir, strconv.Itoa(n))
			a, err := measure.Program{Args: []string{whichid, "-files=false", "./..."}, Dir: in, Exits: []int{1}}.Run(ctx)
			if err != nil {
				return err
			}
			b, err := measure.Program{Args: search, Dir: in, Exits: []int{1}}.Run(ctx)
			if err != nil {
				return err
			}
			ours[i], theirs[i] = append(ours[i], a), append(theirs[i], b)
		}
	}
	report(sizes, ours, theirs)
	return nil
}

// report prints a row for each number of packages.
func report(sizes []int, ours, theirs [][]measure.Cost) {
	cpu := func(one measure.Cost) float64 { return one.CPU.Seconds() * 1000 }
	fmt.Println("| packages around one that matters | whichid, CPU ms | rg, CPU ms | each adds, CPU ms | to rg | ratio |")
	fmt.Println("|---|---|---|---|---|---|")
	for i, n := range sizes {
		a, b := measure.Median(ours[i], cpu), measure.Median(theirs[i], cpu)
		fmt.Printf("| %d | %.1f | %.1f |", n, a, b)
		if n == 0 {
			fmt.Println(" | | |")
			continue
		}
		ourShare := (a - measure.Median(ours[0], cpu)) / float64(n)
		theirShare := (b - measure.Median(theirs[0], cpu)) / float64(n)
		fmt.Printf(" %.3f | %.3f | %.2f |\n", ourShare, theirShare, ourShare/theirShare)
	}
}

// lay writes a module with one package that matters, and some that do not, each of three files with 30 functions.
func lay(dir string, packages int) error {
	const relevant = `package relevant

import (
	"example.com/growth/p0"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

var Count = p0.Function0_0(nil)

func Credential() (*azidentity.ManagedIdentityCredential, error) { return azidentity.NewManagedIdentityCredential(nil) }
`
	files := map[string]string{"go.mod": "module example.com/growth\n\ngo 1.25\n", "relevant/relevant.go": relevant}
	for p := range packages {
		for f := range 3 {
			files[fmt.Sprintf("p%d/file%d.go", p, f)] = file(p, f)
		}
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func file(p, number int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package p%d\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n\t\"net/http\"\n", p)
	if p > 0 {
		fmt.Fprintf(&b, "\n\t_ \"example.com/growth/p%d\"\n", p-1)
	}
	b.WriteString(")\n")
	for i := range 30 {
		fmt.Fprintf(&b, `
// Function%[1]d_%[2]d answers with what the request says.
func Function%[1]d_%[2]d(r *http.Request) (int, error) {
	if r == nil || r.URL == nil {
		return 0, errors.New("no request")
	}
	for key, values := range r.URL.Query() {
		if len(values) > %[2]d {
			return len(values), fmt.Errorf("%%s: %%d values", key, len(values))
		}
	}
	return http.StatusOK, nil
}
`, number, i)
	}
	return b.String()
}
