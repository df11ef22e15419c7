// Compare runs whichid on a checkout, and beside it what else reads or checks the same files, and prints the CPU time
// and the peak memory of each. The commands run in turn, A B C A B C, and ratios are medians of the rounds' ratios, so
// that other work on the machine falls on all of them alike.
package main

import (
	"context"
	"flag"
	"log"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("compare: ")
	var o options
	flag.IntVar(&o.rounds, "n", 5, "number of `rounds`")
	flag.IntVar(&o.vet, "vet", 1, "number of `rounds` for go vet, which takes minutes on a large module")
	flag.IntVar(&o.lint, "lint", 1, "number of `rounds` for golangci-lint")
	flag.StringVar(&o.bin, "bin", "", "the `folder` of whichid, and of the programs that are to be compared with it")
	flag.Parse()
	if flag.NArg() != 1 || o.rounds < 1 || o.vet < 0 || o.lint < 0 || o.bin == "" {
		log.Fatal("usage: compare [-n rounds] [-vet rounds] [-lint rounds] -bin folder checkout")
	}
	if err := o.compare(context.Background(), flag.Arg(0)); err != nil {
		log.Fatal(err)
	}
}
