// Package limits says how much of anything a site may hold: constants alone.
//
// They lie far above what a newsroom writes and below what would keep a build from ending. What is met is
// told as a diagnostic that names the limit.
package limits

const (
	// Text is the size of a content file, of settings or of words, in bytes: a book of 40,000 words.
	Text = 256 << 10

	// Head is how much of a content file that is too large is read, to see whether it is a draft.
	Head = 64 << 10

	// File is the size of a picture or an attachment, in bytes. A build holds each in memory for a moment.
	File = 100 << 20

	// Import is the size of a file to be imported, in bytes: pages are saved with all that a newsroom puts around a text.
	Import = 20 << 20

	// Unpacked is how many bytes of what is in one archive are looked through for what is withheld, and ArchivesInside
	// how many archives may lie in each other: a few bytes can be unpacked to any number.
	Unpacked       = 256 << 20
	ArchivesInside = 3

	// List is how many items a list in the front matter or the settings may have.
	List = 1000

	// Nesting is how deep groups and lists may lie inside each other in front matter and settings. The
	// content model knows four levels.
	Nesting = 20

	// FirstYear and LastYear are between which years a date lies: one that was mistyped would publish at once, or
	// never.
	FirstYear, LastYear = 1900, 2100

	// PageSize is how many items a page of a list may have: it must stay light on a telephone.
	PageSize = 200
)

// Reading Markdown of certain kinds takes the square of its length, and some small texts make a huge
// page. What passes one of these limits is not read at all, and told. With them, 256 kB of anything are read
// within about a second.
const (
	// Containers: block quotations, lists and the like inside each other. Each of them is asked, on every line,
	// whether it goes on.
	Containers = 40

	// ContainerLines: lines of a body, each as often as there are containers that it may be in; empty lines too.
	ContainerLines = 100_000

	// Marks: runs of *, _ and ~ in one paragraph. One that closes is compared with all that were opened before.
	Marks = 2000

	// Brackets: opening brackets in one paragraph. What follows a link that is never closed is searched to the
	// paragraph's end, and what stands inside a pair of brackets is searched for links.
	Brackets = 500

	// Run: the same mark, ' or " or ~, in a row. From each, those that follow are counted.
	Run = 1000

	// Notes: footnotes and references to them, in a body. For each reference, the footnotes are gone through,
	// and each gets a link back.
	Notes = 1000

	// EscapedBars: the signs \| in a body. In a table, each is compared with each.
	EscapedBars = 1000

	// Cells: cells of all tables of a body. A row of one letter has as many cells as the first row.
	Cells = 20_000

	// Referred: bytes of addresses and titles that links take from definitions: a long one can be referred to
	// ten thousand times.
	Referred = 1 << 20

	// NextChange: bytes of a next-change.json that is read. What is longer is something else.
	NextChange = 4096
)

// Pictures: a file of a few bytes can say that it is as large as a house.
const (
	// Pixels: of a picture, told by its header before it is decoded. The largest cameras have that many.
	Pixels = 100_000_000

	// PictureSide: of a picture's width and height, in pixels.
	PictureSide = 30_000

	// PictureMemory: what the pictures that are decoded at the same time may take, in bytes. One that takes more is
	// decoded alone.
	PictureMemory = 160 << 20

	// PictureCache: what the cache of pictures may take on a disk, in bytes.
	PictureCache = 4 << 30
)
