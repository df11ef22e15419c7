// Package host holds whichid to what it is for: programs that name no identity run on a host with one managed identity, on one
// with two, and there again after whichid -fix. The host is package metadata, on loopback; the programs are real, and so are the
// libraries that they are built with.
package host
