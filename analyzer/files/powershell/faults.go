package powershell

// Faults returns how many places of a script can be no PowerShell, as far as this reader tells: brackets and strings that are not
// closed, and what begins no statement. The count is good for comparing a script with what is made of it.
func Faults(script string) int {
	p := newParser(script)
	p.statements()
	return p.faults
}
