// Package elsewhere has a directive in a file without any library of the table.
package elsewhere

func nothing() int {
	//whichid:ignore -- nothing to silence // want "whichid:ignore silences nothing"
	return 1
}
