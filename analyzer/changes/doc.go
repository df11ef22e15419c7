// Package changes tells which lines of files are new since a revision of a git repository.
//
// Git is asked for commits, for renames and for what files held at the merge base. It never reads the working folder: the text that was
// analyzed is compared here. So nothing that a repository can configure for reading files is run (filters, drivers of diffs,
// file system monitors), files that git does not track need no list of their own, and only files with findings are compared.
package changes
