// Package sqlserver stands in for gorm.io/driver/sqlserver.
package sqlserver

import "gorm.io/gorm"

// A Config says what to open.
type Config struct {
	DriverName        string
	DSN               string
	DefaultStringSize int
	Conn              gorm.ConnPool
}

// A Dialector opens what its Config says.
type Dialector struct{ *Config }

// Name is that of the kind of database.
func (Dialector) Name() string { return "sqlserver" }

// New returns the Dialector for a Config.
func New(config Config) gorm.Dialector { return &Dialector{Config: &config} }

// Open returns a Dialector for the driver sqlserver.
func Open(dsn string) gorm.Dialector { return &Dialector{Config: &Config{DSN: dsn}} }
