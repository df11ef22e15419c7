//go:build race

package main

// raceDetector tells that the tests run under the race detector, which makes every start of the test binary several times as dear.
const raceDetector = true
