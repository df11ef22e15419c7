module github.com/whichid/whichid/bench

go 1.25.0

require (
	github.com/whichid/whichid v0.0.0
	golang.org/x/sys v0.47.0
	golang.org/x/tools v0.49.0
)

require (
	golang.org/x/mod v0.39.0 // indirect
	golang.org/x/sync v0.22.0 // indirect
	mvdan.cc/sh/v3 v3.13.1 // indirect
)

replace github.com/whichid/whichid => ../
