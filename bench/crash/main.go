// Crash looks for what breaks whichid in other people's code. It runs the command on folders; it hands every Go package in them to the
// rooms behind the gate, as it stands, with every call made a sink, and with most types taken away; and it hands all other files to
// their readers, as they stand and with sinks planted in them. What panics, takes long, writes a fix that breaks a file, or finds again
// what it has mended is reported. The folders are only read.
package main

import (
	"context"
	"flag"
	"log"
	"os"
	"os/signal"
	"runtime/pprof"
	"time"
)

// options say what is looked at, and how much one package or file may cost.
type options struct {
	whichid   string
	list      string
	profile   string
	seconds   int
	megabytes int
	every     int
	goFiles   bool
	others    bool
	verbose   bool
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("crash: ")
	var o options
	flag.StringVar(&o.whichid, "whichid", "", "the command's `path`; empty leaves it out")
	flag.StringVar(&o.list, "findings", "", "a `file` for what the command finds")
	flag.IntVar(&o.seconds, "seconds", 5, "`seconds` of CPU time that one package or file may take")
	flag.IntVar(&o.megabytes, "megabytes", 1024, "`megabytes` that one package or file may allocate")
	flag.IntVar(&o.every, "every", 1, "make every call a sink in one of `n` packages, which takes most of the time")
	flag.BoolVar(&o.goFiles, "go", true, "hand Go packages to the rooms")
	flag.BoolVar(&o.others, "files", true, "hand other files to their readers")
	flag.StringVar(&o.profile, "profile", "", "a `file` for a profile of the CPU time")
	flag.BoolVar(&o.verbose, "v", false, "print every folder")
	flag.Parse()
	if flag.NArg() == 0 || o.seconds < 1 || o.megabytes < 1 || o.every < 1 {
		log.Fatal("usage: crash [-whichid path [-findings file]] [-seconds n] [-megabytes n] [-every n] [-profile file] " +
			"[-go=false] [-files=false] [-v] folder...")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt) // what was seen until then is told
	err := o.run(ctx, flag.Args())
	stop()
	if err != nil {
		log.Fatal(err)
	}
}

// run looks at one folder after the other, and prints what it saw.
func (o options) run(ctx context.Context, folders []string) error {
	t := newTally()
	g := &guard{limit: time.Duration(o.seconds) * time.Second, bytes: float64(o.megabytes) * (1 << 20), tally: t}
	world, err := newWorld(folders)
	if err != nil {
		return err
	}
	command, err := newCommand(o.whichid, o.list)
	if err != nil {
		return err
	}
	rooms, err := newRooms(g, world, o.every)
	if err != nil {
		return err
	}
	readers := newReaders(g)
	stop, err := profile(o.profile)
	if err != nil {
		return err
	}
	defer stop()
	for _, folder := range folders {
		if o.verbose {
			log.Print(folder)
		}
		if err = command.run(ctx, folder, t); err == nil && o.goFiles {
			err = rooms.visit(ctx, folder)
		}
		if err == nil && o.others {
			err = readers.visit(ctx, folder)
		}
		if err != nil {
			t.print()
			return err
		}
	}
	t.print()
	return command.close()
}

// profile writes where the CPU time goes until stop is called; without a name it does nothing.
func profile(name string) (stop func(), err error) {
	if name == "" {
		return func() {}, nil
	}
	file, err := os.Create(name)
	if err == nil {
		err = pprof.StartCPUProfile(file)
	}
	return func() {
		pprof.StopCPUProfile()
		_ = file.Close() // what is not written is only missed by who looks at it
	}, err
}
