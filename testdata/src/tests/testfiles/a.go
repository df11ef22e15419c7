package testfiles

func run() {}
