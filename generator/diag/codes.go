package diag

// The codes. Each comment is the rule that the author broke. A code never changes its meaning:
// authors search for it, and silence a warning by it.
const (
	// Files.

	UnreadableFile Code = "unreadable-file" // every file in the content folder can be read
	NotAFile       Code = "not-a-file"      // what is published is an ordinary file inside the folder
	TooLarge       Code = "too-large"       // a file is not larger than its limit
	NotUTF8        Code = "not-utf8"        // files are saved as UTF-8
	StrayFile      Code = "stray-file"      // every file in the content folder is part of the site
	StrayContent   Code = "stray-content"   // a text lies in the folder of its kind
	MissingFile    Code = "missing-file"    // a file that is named is there
	NotAnImage     Code = "not-an-image"    // an image is a JPEG, PNG, GIF, WebP or SVG file
	DuplicateID    Code = "duplicate-id"    // each id names one item of its kind
	OrphanLanguage Code = "orphan-language" // a translation has an original in the first language
	Untranslated   Code = "untranslated"    // a translation gives all texts that its original gives
	URLCollision   Code = "url-collision"   // each address has one source
	BadFileName    Code = "bad-file-name"   // a file that is published has a name that every system can hold
	LongName       Code = "long-name"       // a part of an address is a name that a disk can hold

	// Front matter and YAML.

	NoFrontMatter       Code = "no-front-matter"       // a content file begins with its front matter
	UnclosedFrontMatter Code = "unclosed-front-matter" // front matter ends with a line ---
	CutFrontMatter      Code = "cut-front-matter"      // no line inside the front matter is ---
	YAMLSyntax          Code = "yaml-syntax"           // front matter and settings are YAML
	SwallowedKey        Code = "swallowed-key"         // a key begins a line, and no text reaches it
	KeyInBody           Code = "key-in-body"           // keys stand in the front matter
	UnknownKey          Code = "unknown-key"           // only keys of the content model are used
	TextWithoutKey      Code = "text-without-key"      // in a group within braces, a comma begins a new key
	LostComment         Code = "lost-comment"          // what follows a # is a remark, and not shown
	DuplicateKey        Code = "duplicate-key"         // each key stands once
	MissingKey          Code = "missing-key"           // required keys are there
	EmptyValue          Code = "empty-value"           // a key has a value
	WrongType           Code = "wrong-type"            // a value is of the kind that its key takes
	BadChoice           Code = "bad-choice"            // a value is one of those that its key takes
	MarkdownInValue     Code = "markdown-in-value"     // Markdown stands in bodies and in texts of several lines
	TooMany             Code = "too-many"              // a list is not longer than its limit
	UnknownCode         Code = "unknown-code"          // ignore names codes of warnings
	SilencedError       Code = "silenced-error"        // an error is mended, not silenced

	// Values.

	BadDate            Code = "bad-date"             // dates are written 2012-03-27 or 2012-03-27 09:00
	NoSuchTime         Code = "no-such-time"         // a time is not in the hour that summer time skips
	AmbiguousTime      Code = "ambiguous-time"       // a time is not in the hour that comes twice in autumn
	MixedTimes         Code = "mixed-times"          // a start and an end have both a time, or neither
	EndBeforeStart     Code = "end-before-start"     // what ends does so after it began
	DateOfMeeting      Code = "date-of-meeting"      // the date of a fact sheet is when it becomes public
	DeadlineAfterStart Code = "deadline-after-start" // registration ends before the meeting begins
	BadFamilyName      Code = "bad-family-name"      // a family name is the end or the beginning of the name
	BadPhone           Code = "bad-phone"            // a telephone number can be dialled
	BadEmail           Code = "bad-email"            // an e-mail address can be written to
	BadURL             Code = "bad-url"              // an address on the web is absolute and safe
	BadPath            Code = "bad-path"             // a path is relative and stays inside its folder
	BadSlug            Code = "bad-slug"             // a slug is letters a–z, digits and hyphens
	UnknownLanguage    Code = "unknown-language"     // a language is one that the generator knows
	UnknownZone        Code = "unknown-zone"         // a time zone is in the IANA database
	ControlChar        Code = "control-character"    // texts hold no control characters
	PersonalNumber     Code = "personal-number"      // a personal identity number is never published
	UnlikelyYear       Code = "unlikely-year"        // a date lies in a year of this time
	NameAndDate        Code = "name-and-date"        // the date in a file's name is its date
	Garbled            Code = "garbled-text"         // letters were read in the encoding that they were saved in
	OldLineEnds        Code = "old-line-ends"        // lines end as today's editors end them
	Conflict           Code = "conflict-marks"       // of two versions of a text, one is kept
	NotMoved           Code = "not-moved"            // previous_start is another time than start
	EmptyText          Code = "empty-text"           // a press release says something

	// Between items.

	UnknownReference   Code = "unknown-reference"    // an id names an item that is there
	RepeatedReference  Code = "repeated-reference"   // an id stands once in a list
	WithheldReference  Code = "withheld-reference"   // what is public does not depend on what is not
	TermSpelling       Code = "term-spelling"        // two topics, regions, organisations or series have two addresses
	TermWithoutLetters Code = "term-without-letters" // and such a name has something that an address can hold
	NoPressContact     Code = "no-press-contact"     // a press release has a press contact
	UnreachableContact Code = "unreachable-contact"  // a press contact has a telephone or an e-mail address
	DepartedContact    Code = "departed-contact"     // a contact who has left is replaced
	StatusNeedsDate    Code = "status-needs-date"    // previous_start goes with a new start or postponed
	ReplacedInCircle   Code = "replaced-in-circle"   // what is replaced does not replace what replaces it
	EarlyMeeting       Code = "early-meeting"        // a fact sheet is not public before the release that tells of it
	UnsafeFile         Code = "unsafe-file"          // a file is read, not run
	AwkwardFileName    Code = "awkward-file-name"    // a file's name can stand in an address as it is

	// Bodies.

	DeadLink       Code = "dead-link"           // a relative link leads to a content file
	PreviewLink    Code = "preview-link"        // an address is not one of the author's own computer
	WithheldLink   Code = "withheld-link"       // a public text does not link to what is not public
	ExpiredLink    Code = "expired-link"        // a text does not link to what is no longer there
	DeadFragment   Code = "dead-fragment"       // a link to a heading leads to one
	UnsafeLink     Code = "unsafe-link"         // a link is to the web, an e-mail address or a telephone
	DraftInBody    Code = "draft-in-body"       // draft: true is a key of its own in the front matter
	RawHTML        Code = "raw-html"            // HTML is what Markdown says too, without attributes
	FirstLevel     Code = "first-level-heading" // a body's headings begin at ##
	HyphenQuote    Code = "hyphen-quote"        // a spoken quote begins with an en dash
	DoubtfulHyphen Code = "doubtful-hyphen"     // a quote begins with – and a bullet with *
	OutsideImage   Code = "outside-image"       // an image lies beside its text
	MissingAlt     Code = "missing-alt"         // an image has a text for those who don't see it
	UndefinedNote  Code = "undefined-footnote"  // a footnote that is referred to is there

	// Bodies: what Markdown says nothing about.

	BrokenLink          Code = "broken-link"           // a link is written [text](address), with no space in it
	LinkWithoutText     Code = "link-without-text"     // a link has a text to be clicked on
	LostText            Code = "lost-text"             // what is written is seen by the reader
	LostCell            Code = "lost-cell"             // a table's row has no more cells than its first row
	RepeatedDefinition  Code = "repeated-definition"   // the address of a label, or a footnote, is given once
	UnseenTitle         Code = "unseen-title"          // an image with a title stands in a paragraph of its own
	NoTableHeader       Code = "table-without-header"  // the first row of a table names its columns
	HeadingWithoutSpace Code = "heading-without-space" // a heading has a space after its ##
	HeadingJump         Code = "heading-jump"          // headings begin at ## and skip no level
	UnderlinedHeading   Code = "underlined-heading"    // a heading begins with ##, and a line across the page has empty lines around it
	WrongDash           Code = "wrong-dash"            // a spoken quote begins with an en dash and a space
	IndentedCode        Code = "indented-code"         // text is not indented by four spaces or a tab
	UnclosedCode        Code = "unclosed-code"         // what begins with three backquotes ends with them
	StrayMarks          Code = "stray-marks"           // what is bold has ** directly before and after it
	HiddenText          Code = "hidden-text"           // a note <!-- … --> hides no more than its author knows
	BrokenTable         Code = "broken-table"          // a table has a line of hyphens below its first row
	BulletSign          Code = "bullet-sign"           // points of a list begin with * and a space
	TooComplex          Code = "too-complex"           // a text is not built so that it takes long to read

	// The accessibility statement.

	NoStatement         Code = "no-accessibility-statement" // the law asks for a statement
	StatementClaims     Code = "statement-claims"           // full conformity excludes issues and what tests found
	StatementOld        Code = "statement-old"              // the assessment and the tests are at most 12 months old
	StatementNotUpdated Code = "statement-not-updated"      // the statement was updated when the site was tested, or later

	// What is withheld, looked for in all that was rendered.

	WithheldLeak      Code = "withheld-leak"      // nothing of what is withheld is in the output
	WithheldMentioned Code = "withheld-mentioned" // a public text does not tell what is withheld
	WithheldShared    Code = "withheld-shared"    // what stands in public texts too cannot be watched

	// Rendered pages.

	InsecureLink     Code = "insecure-link"       // a link out of the site is to https
	VagueLink        Code = "vague-link"          // a link's text says where it leads
	DuplicateTitle   Code = "duplicate-title"     // each page has a title of its own
	ImageSize        Code = "image-size"          // an image's size is known before it is loaded
	HeadingOrder     Code = "heading-order"       // a page has one first-level heading, and no level is skipped
	DeadOutside      Code = "dead-external-link"  // a link out of the site leads to something
	MovedOutside     Code = "moved-external-link" // a link out of the site is to where its page is now
	UncheckedOutside Code = "unchecked-link"      // links out of the site were asked

	// Prose.

	NoAccess        Code = "no-access"                // a meeting's place without a word of how accessible it is
	Readability     Code = "readability"              // how hard a text is, by Björnsson's LIX
	HardToRead      Code = "hard-to-read"             // a text is not harder than a newspaper's
	LongSentence    Code = "long-sentence"            // the longest sentences of a text
	DateWithoutYear Code = "date-without-year"        // a date tells its year
	UnclearDate     Code = "unclear-date"             // a date is not made of figures alone
	Unexplained     Code = "unexplained-abbreviation" // an abbreviation is explained where it comes first
	MeetingCount    Code = "meeting-count"            // the number of meetings in a text is that of its fact sheets
	HyphenForDash   Code = "hyphen-for-dash"          // a dash is written as one

	// Pictures, as they lie in their files.

	BrokenPicture   Code = "broken-picture"    // a picture's file is whole
	PictureFormat   Code = "picture-format"    // a picture is of a kind that browsers show
	PictureName     Code = "picture-name"      // a picture's name ends as its kind does
	SameFileName    Code = "same-file-name"    // no two files that are published have one name, whatever its case
	SamePictureName Code = "same-picture-name" // what is made of a picture has a name that nothing else has
	PictureTooLarge Code = "picture-too-large" // a picture has no more pixels than a camera makes
	UnsafeDrawing   Code = "unsafe-drawing"    // a drawing runs nothing and loads nothing

	// Templates, words, static files.

	MissingWord     Code = "missing-word"      // every interface word exists in every language
	WordNames       Code = "word-names"        // a word names the same things in braces in every language
	BadTemplate     Code = "bad-template"      // templates are well-formed and use what there is
	BadAsset        Code = "bad-asset"         // style sheets and scripts can be read
	NoColour        Code = "no-colour"         // the style sheet names the colours that pictures of links are drawn in
	BadColour       Code = "bad-colour"        // these colours are written so that a program can read them
	NoBaseURL       Code = "no-base-url"       // the site has an absolute address
	NoEditorPreview Code = "no-editor-preview" // what shows pages in that editor is made where it is turned on
	NoEditor        Code = "no-editor"         // what the editor in the browser is made of is installed where it is turned on

	// Slips that a colleague would ask about.

	TwoSpellings      Code = "two-spellings"      // topics, regions, organisations and series are typed in one way
	AlmostATerm       Code = "almost-a-term"      // topics, regions, organisations and series differ in more than a letter
	AlmostAContact    Code = "almost-a-contact"   // who is quoted is spelled as the contact is
	WrongWeekday      Code = "wrong-weekday"      // a date is the day of the week that the text says
	UnsaidStatus      Code = "unsaid-status"      // what a change says, the keys say too
	UnexplainedStatus Code = "unexplained-status" // a meeting that does not take place tells why
	UnexplainedStroke Code = "unexplained-stroke" // struck text is told as a correction or a change
	NoCredit          Code = "no-credit"          // a press picture says who took it
	NoLicence         Code = "no-licence"         // a press picture says on what terms it may be used
	TypographicQuotes Code = "typographic-quotes" // values stand in straight quotation marks, or in none

	// Imports: what is told of a text that was written for another place. Nothing but a note lets it be public at once.

	ImportNoText         Code = "import-no-text"         // what is imported is a text
	ImportEmpty          Code = "import-empty"           // there is something in it
	ImportDamaged        Code = "import-damaged"         // its file is whole
	ImportAhead          Code = "import-ahead"           // what is not public yet is looked at by an author
	ImportEmbargo        Code = "import-embargo"         // what must not be published yet is looked at by an author
	ImportKey            Code = "import-key"             // its keys have counterparts
	ImportValue          Code = "import-value"           // their values can be used
	ImportShortcode      Code = "import-shortcode"       // it holds no commands for other programs
	ImportPicture        Code = "import-picture"         // its pictures lie beside it
	ImportEncoding       Code = "import-encoding"        // it is saved as UTF-8
	ImportUnseen         Code = "import-unseen"          // it holds no characters that cannot be seen
	ImportNoTitle        Code = "import-no-title"        // it begins with a title
	ImportNoName         Code = "import-no-name"         // its title holds letters
	ImportNoDate         Code = "import-no-date"         // it says when it was published
	ImportYear           Code = "import-year"            // its dates tell their year
	ImportOtherLanguage  Code = "import-other-language"  // it is in the site's first language
	ImportMeetings       Code = "import-meetings"        // meetings that were found in it are looked at
	ImportMeetingCount   Code = "import-meeting-count"   // it lists as many meetings as it counts
	ImportNoRole         Code = "import-no-role"         // it says what each contact is
	ImportOtherRole      Code = "import-other-role"      // it calls a contact what the contact's file does
	ImportContactDiffers Code = "import-contact-differs" // it has the numbers that the contact's file has
	ImportBoilerplate    Code = "import-boilerplate"     // what is about the sender stands in site.yaml
	ImportLeftOut        Code = "import-left-out"        // what a newsroom puts around a text is no part of it
	ImportRest           Code = "import-rest"            // each sentence of it has its place
	ImportExists         Code = "import-exists"          // it is not on the site yet
)

// Codes lists every code, unsorted.
func Codes() []Code {
	codes := make([]Code, 0, len(catalogue))
	for c := range catalogue {
		codes = append(codes, c)
	}
	return codes
}
