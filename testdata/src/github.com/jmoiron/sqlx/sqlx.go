// Package sqlx stands in for github.com/jmoiron/sqlx.
package sqlx

import "context"

// A DB is a database.
type DB struct{}

// Open opens.
func Open(driverName, dataSourceName string) (*DB, error) { return nil, nil }

// MustOpen opens.
func MustOpen(driverName, dataSourceName string) *DB { return nil }

// Connect opens and pings.
func Connect(driverName, dataSourceName string) (*DB, error) { return nil, nil }

// MustConnect opens and pings.
func MustConnect(driverName, dataSourceName string) *DB { return nil }

// ConnectContext opens and pings.
func ConnectContext(ctx context.Context, driverName, dataSourceName string) (*DB, error) { return nil, nil }
