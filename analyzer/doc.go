// Package analyzer finds places in Go code that ask Azure for a managed identity token without saying which identity, and
// mends them so that the identity's ID is read from configuration.
//
// # Analyzer whichid
//
// whichid: find Azure managed identity tokens asked for without saying which identity
//
// A host (an AKS node, a virtual machine, an App Service) can carry several managed identities. Code that names none works
// while there is one, and stops, up to a day later when the cached token ends, once something else adds a second; or it
// silently becomes another principal.
//
//	cred, err := azidentity.NewManagedIdentityCredential(nil) // azidentity.NewManagedIdentityCredential names no identity
//
// [identity.Rules] lists the rules, each with what it reports, why, and its cure.
//
// # What is followed
//
// The analyzer follows the ID, and all that holds it, through the paths of a function: variables, pointers, fields, embedded
// structs, copies, lists and maps, closures, and the results, parameters and receivers of functions of the same package,
// functional options among them; through an interface, if all that it holds is known; strings through + and what builds them in
// fmt, strings, bytes, io and path; URLs through net/url and the requests of net/http, resty, go-retryablehttp, azcore and
// autorest; commands through os/exec and syscall, into the scripts of shells; connection strings through all of these.
//
// A function that passes an ID on is not to blame: the call that gives none is, if every call of the function reaches the sink.
// That call may stand in another package: [Checker.CheckAndSummarize] tells what a package's functions mean to those that
// import it, any number of imports away. The command and go vet know it; other drivers do with -facts, and most of them then
// visit every dependency. Only the command knows the methods of a value that comes through a package in between: facts are those of the
// packages that are imported.
//
// What it does not understand is unknown, and unknown is silent: parameters of functions that other packages call, keys
// that are computed, channels, functions of packages whose code was not seen, variables that other goroutines may write to.
//
// # What is not reported
//
// Credentials of other kinds (workload identity, service principals, the Azure CLI); the endpoints of Azure Arc, Cloud Shell
// and Service Fabric, which take no ID; other paths of the metadata endpoint; generated files, unless -generated is given, and
// test files, unless -tests is.
//
// # Directives
//
//	//whichid:system-assigned -- REASON     the system-assigned identity is meant
//	//whichid:ignore [RULE] -- REASON       the code is meant as it is
//	//nolint:whichid                        the same, in golangci-lint's words
//
// A directive covers the line that it stands on, or the statement or declaration that begins below it. One that has no
// reason, is misspelt or silences nothing is a finding itself.
//
// # Use
//
// [Analyzer] serves every driver of go/analysis; [New] returns one for another [Config]. [NewChecker] is the core without a
// driver: syntax and types in, findings out. The types may have holes: the findings are the same as long as the libraries
// of the table are known.
package analyzer

const doc = `find Azure managed identity tokens asked for without saying which identity

A host can carry several managed identities. Code that names none works while
there is one, and stops, up to a day later when the cached token ends, once
something else adds a second; or it silently becomes another principal.

The analyzer follows the ID through the paths of a function and through the
functions of its package. What it does not understand is silent.`
