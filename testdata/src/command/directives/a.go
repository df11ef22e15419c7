// Package directives runs commands that are meant as they are, or in code that says so.
package directives

import "os/exec"

func meant() error {
	//whichid:system-assigned -- the host has one
	return exec.Command("az", "login", "--identity").Run()
}

func ignored() error {
	return exec.Command("az", "login", "--identity").Run() //whichid:ignore command -- a test of the host
}

func loginSystemAssigned() error {
	return exec.Command("az", "login", "--identity").Run()
}
