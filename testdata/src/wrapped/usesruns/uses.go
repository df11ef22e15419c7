package usesruns

import "wrapped/runs"

func identity() error {
	return runs.Login("--identity") // want "runs.Login calls az login and names no identity"
}

func device() error {
	return runs.Login("--use-device-code")
}
