// Package elsewhere has a directive in a file without any library of the table.
package elsewhere

func nothing() int {
	return 1
}
