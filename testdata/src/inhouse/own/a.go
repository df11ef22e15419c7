// Package own has a row of the table for a type of its own, which it copies and completes: that is its callers' to name.
package own

import _ "example.com/app/cloud" // a library of the table, or nothing would be read

// A Config is of a row of the table.
type Config struct {
	Use bool
	ID  string
}

// Copy copies what its caller set.
func Copy(c *Config) *Config {
	out := &Config{Use: true}
	if c != nil {
		out.ID = c.ID
	}
	return out
}

// Default is completed by callers in other packages.
func Default() *Config {
	return &Config{Use: true}
}
