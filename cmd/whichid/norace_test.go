//go:build !race

package main

// raceDetector tells that the tests run under the race detector.
const raceDetector = false
