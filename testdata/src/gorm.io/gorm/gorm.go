// Package gorm stands in for gorm.io/gorm.
package gorm

// A DB is a database.
type DB struct{}

// A Config has settings.
type Config struct{}

// A ConnPool runs statements.
type ConnPool any

// A Dialector knows a kind of database.
type Dialector interface{ Name() string }

// Open opens a database.
func Open(dialector Dialector, opts ...any) (*DB, error) { return nil, nil }
