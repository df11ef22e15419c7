module github.com/whichid/whichid/testdata/host

go 1.25.0
