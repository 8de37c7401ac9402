// Package limits says how much of anything a site may hold: constants alone.
//
// They lie far above what a newsroom writes and below what would keep a build from ending. What is met is
// told as a diagnostic that names the limit.
package limits

const (
	// Text is the size of a content file, of settings or of words, in bytes: a book of 40,000 words.
	Text = 256 << 10

	// File is the size of a picture or an attachment, in bytes. A build holds each in memory for a moment.
	File = 100 << 20

	// List is how many items a list in the front matter or the settings may have.
	List = 1000

	// Nesting is how deep groups and lists may lie inside each other in front matter and settings. The
	// content model knows four levels.
	Nesting = 20
)
