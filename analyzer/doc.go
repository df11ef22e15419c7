// Package analyzer finds places that ask Azure for a managed identity token without saying which identity.
package analyzer

const doc = `find Azure managed identity tokens asked for without saying which identity`
