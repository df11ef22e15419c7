module github.com/whichid/whichid/bench/peers

go 1.25.0

require (
	dev.gaijin.team/go/exhaustruct/v4 v4.0.0
	github.com/ashanbrown/forbidigo/v2 v2.3.1
	github.com/timakin/bodyclose v0.0.0-20260723120731-857993a2939c
	golang.org/x/tools v0.49.0
)

require (
	dev.gaijin.team/go/golib v0.6.0 // indirect
	github.com/google/go-cmp v0.6.0 // indirect
	github.com/gostaticanalysis/analysisutil v0.7.1 // indirect
	github.com/gostaticanalysis/comment v1.4.2 // indirect
	go.yaml.in/yaml/v3 v3.0.4 // indirect
	golang.org/x/tools/go/packages/packagestest v0.1.1-deprecated // indirect
)
