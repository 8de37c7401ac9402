package diag

// The codes. Each comment is the rule that the author broke. A code never changes its meaning:
// authors search for it, and a later version may let them silence it.
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
	DeadlineAfterStart Code = "deadline-after-start" // registration ends before the meeting begins
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
	NotMoved           Code = "not-moved"            // previous_start is another time than start
	EmptyText          Code = "empty-text"           // a press release says something

	// Between items.

	UnknownReference   Code = "unknown-reference"   // an id names an item that is there
	RepeatedReference  Code = "repeated-reference"  // an id stands once in a list
	WithheldReference  Code = "withheld-reference"  // what is public does not depend on what is not
	TermSpelling       Code = "term-spelling"       // a topic or region is spelled in one way
	NoPressContact     Code = "no-press-contact"    // a press release has a press contact
	UnreachableContact Code = "unreachable-contact" // a press contact has a telephone or an e-mail address
	DepartedContact    Code = "departed-contact"    // a contact who has left is replaced
	StatusNeedsDate    Code = "status-needs-date"   // previous_start goes with a new start or postponed
	ReplacedInCircle   Code = "replaced-in-circle"  // what is replaced does not replace what replaces it
	EarlyMeeting       Code = "early-meeting"       // a fact sheet is not public before the release that tells of it
	UnsafeFile         Code = "unsafe-file"         // a file is read, not run
	AwkwardFileName    Code = "awkward-file-name"   // a file's name can stand in an address as it is

	// Bodies.

	DeadLink       Code = "dead-link"           // a relative link leads to a content file
	WithheldLink   Code = "withheld-link"       // a public text does not link to what is not public
	ExpiredLink    Code = "expired-link"        // a text does not link to what is no longer there
	DeadFragment   Code = "dead-fragment"       // a link to a heading leads to one
	UnsafeLink     Code = "unsafe-link"         // a link is to the web, an e-mail address or a telephone
	DraftInBody    Code = "draft-in-body"       // draft: true is a key of its own in the front matter
	RawHTML        Code = "raw-html"            // bodies are Markdown without HTML
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

	NoStatement     Code = "no-accessibility-statement" // the law asks for a statement
	StatementClaims Code = "statement-claims"           // full conformity and issues exclude each other
	StatementOld    Code = "statement-old"              // the assessment is at most 12 months old

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

	Readability     Code = "readability"              // how hard a text is, by Björnsson's LIX
	HardToRead      Code = "hard-to-read"             // a text is not harder than a newspaper's
	LongSentence    Code = "long-sentence"            // the longest sentences of a text
	DateWithoutYear Code = "date-without-year"        // a date tells its year
	UnclearDate     Code = "unclear-date"             // a date is not made of figures alone
	Unexplained     Code = "unexplained-abbreviation" // an abbreviation is explained where it comes first
	MeetingCount    Code = "meeting-count"            // the number of meetings in a text is that of its fact sheets
	HyphenForDash   Code = "hyphen-for-dash"          // a dash is written as one

	// Templates, words, static files.

	MissingWord Code = "missing-word" // every interface word exists in every language
	WordNames   Code = "word-names"   // a word names the same things in braces in every language
	BadTemplate Code = "bad-template" // templates are well-formed and use what there is
	BadAsset    Code = "bad-asset"    // style sheets and scripts can be read
	NoBaseURL   Code = "no-base-url"  // the site has an absolute address
)

// A text is one sentence in each language of the messages. Names in braces are arguments.
type text struct{ sv, en string }

func (t text) in(lang string) string {
	if lang == "sv" {
		return t.sv
	}
	return t.en
}

type entry struct {
	severity      Severity
	message, hint text
}

var didYouMean = text{"menade du `{suggestion}`?", "did you mean `{suggestion}`?"}

// catalogue holds all that a Code says. A new rule is a constant above and an entry here.
var catalogue = map[Code]entry{
	UnreadableFile: {Error,
		text{"filen kan inte läsas: {why}", "the file cannot be read: {why}"},
		text{"kontrollera filen och dess rättigheter", "check the file and its permissions"}},
	NotAFile: {Error,
		text{"det här är ingen vanlig fil utan {what}", "this is no ordinary file but {what-en}"},
		text{"lägg en kopia av filen här i stället", "put a copy of the file here instead"}},
	TooLarge: {Error,
		text{"filen är för stor: {size}; gränsen är {limit}", "the file is too large: {size}; the limit is {limit}"},
		text{"dela upp den, eller gör den mindre", "divide it, or make it smaller"}},
	NotUTF8: {Error,
		text{"filen är inte sparad som UTF-8", "the file is not saved as UTF-8"},
		text{"spara om filen med teckenkodningen UTF-8", "save the file again with the encoding UTF-8"}},
	StrayFile: {Warning,
		text{"filen hör inte till webbplatsen och publiceras inte", "the file is no part of the site and is not published"},
		text{"flytta den till press/, meetings/, contacts/ eller pages/, eller till mappen för den sida som använder den", "move it to press/, meetings/, contacts/ or pages/, or to the folder of the item that uses it"}},
	StrayContent: {Error,
		text{"texten ligger där ingenting publiceras", "the text lies where nothing is published"},
		text{"{advice}", "{advice-en}"}},
	MissingFile: {Error,
		text{"filen {file} finns inte", "there is no file {file}"},
		text{"lägg filen i {folder}, eller rätta namnet", "put the file into {folder}, or correct the name"}},
	NotAnImage: {Error,
		text{"{file} är ingen bild som kan visas: {why}", "{file} is no image that can be shown: {why}"},
		text{"använd en JPEG-, PNG-, GIF-, WebP- eller SVG-fil", "use a JPEG, PNG, GIF, WebP or SVG file"}},
	DuplicateID: {Error,
		text{"\"{id}\" är redan id för {other}", "the id \"{id}\" is already used by {other}"},
		text{"byt namn på den ena filen; datumet först i namnet räknas inte", "rename one of the files; a date at the beginning of the name does not count"}},
	OrphanLanguage: {Error,
		text{"översättningen har inget original: {original} finns inte", "the translation has no original: there is no {original}"},
		text{"skriv originalet först, eller rätta filnamnet", "write the original first, or correct the file name"}},
	Untranslated: {Warning,
		text{"översättningen saknar {keys}; originalets text visas i stället", "the translation lacks {keys}; the original's text is shown instead"},
		text{"översätt dem i den här filen", "translate them in this file"}},
	URLCollision: {Error,
		text{"adressen {url} används redan av {other}", "the address {url} is already used by {other}"},
		text{"ge den ena en egen adress med `slug`, eller byt namn på filen", "give one of them an address of its own with `slug`, or rename the file"}},
	BadFileName: {Error,
		text{"filen kan inte publiceras under sitt namn: {why}", "the file cannot be published under its name: {why-en}"},
		text{"byt namn på filen, helst med a–z, 0–9, punkt och bindestreck", "rename the file, best with a–z, 0–9, full stops and hyphens"}},
	LongName: {Error,
		text{"adressen har en del på {length} byte, \"{part}\"; en fil eller mapp får ha högst {limit}", "the address has a part of {length} bytes, \"{part}\"; a file or folder may have at most {limit}"},
		text{"korta namnet, eller skriv en kort `slug`", "shorten the name, or write a short `slug`"}},

	NoFrontMatter: {Error,
		text{"filen saknar metadata överst", "the file has no front matter"},
		text{"börja filen med en rad ---, sedan nycklarna, sedan en rad --- till", "begin the file with a line ---, then the keys, then another line ---"}},
	UnclosedFrontMatter: {Error,
		text{"metadata avslutas aldrig", "the front matter is never closed"},
		text{"skriv en rad med bara --- mellan metadata och brödtext", "write a line with only --- between the front matter and the body"}},
	CutFrontMatter: {Error,
		text{"brödtexten börjar med något som ser ut som metadata", "the body begins with what looks like front matter"},
		text{"metadata slutar vid den första raden ---; ta bort den rad som står för tidigt", "the front matter ends at the first line ---; remove the one that comes too early"}},
	YAMLSyntax: {Error,
		text{"raden går inte att läsa: {why}", "the line cannot be read: {why-en}"},
		text{"{advice}", "{advice-en}"}},
	SwallowedKey: {Error,
		text{"raden hör till texten ovanför, så att `{key}` inte gäller", "the line belongs to the text above, so that `{key}` does not hold"},
		text{"avsluta texten ovanför: skriv citattecknet där den slutar", "end the text above: write the quotation mark where it ends"}},
	KeyInBody: {Warning,
		text{"`{key}` står i brödtexten, där det inte gäller", "`{key}` stands in the body, where it does not hold"},
		text{"flytta raden till metadata, ovanför det andra ---", "move the line to the front matter, above the second ---"}},
	UnknownKey: {Error,
		text{"okänd nyckel \"{key}\"", "unknown key \"{key}\""},
		text{"här kan stå: {allowed}", "allowed here: {allowed}"}},
	TextWithoutKey: {Error,
		text{"texten \"{key}\" hör inte till någon nyckel", "the text \"{key}\" belongs to no key"},
		text{"är det ett kommatecken i en text? Sätt hela texten inom citattecken", "is there a comma in a text? Put the whole text into quotes"}},
	LostComment: {Warning,
		text{"det som står efter # visas inte: \"{comment}\"", "what follows the # is not shown: \"{comment}\""},
		text{"hör det till texten? Sätt hela texten inom citattecken", "is it part of the text? Put the whole text into quotes"}},
	DuplicateKey: {Error,
		text{"nyckeln \"{key}\" står två gånger (första gången på rad {line})", "the key \"{key}\" stands twice (first on line {line})"},
		text{"ta bort den ena", "remove one of them"}},
	MissingKey: {Error,
		text{"\"{key}\" saknas", "\"{key}\" is missing"},
		text{"skriv `{key}: …`", "write `{key}: …`"}},
	EmptyValue: {Error,
		text{"\"{key}\" har inget värde", "\"{key}\" has no value"},
		text{"skriv ett värde efter kolonet, eller ta bort raden", "write a value after the colon, or remove the line"}},
	WrongType: {Error,
		text{"\"{key}\" ska vara {wanted}", "\"{key}\" takes {wanted-en}"},
		text{"till exempel `{example}`", "for example `{example}`"}},
	BadChoice: {Error,
		text{"\"{key}\" kan inte vara \"{value}\"", "\"{key}\" cannot be \"{value}\""},
		text{"välj något av: {allowed}", "choose one of: {allowed}"}},

	MarkdownInValue: {Warning,
		text{"\"{key}\" visas som den står: länkar och fetstil fungerar bara i brödtexten", "\"{key}\" is shown as it stands: links and bold work in the body only"},
		text{"skriv texten utan Markdown, och länken i brödtexten", "write the text without Markdown, and the link in the body"}},
	TooMany: {Error,
		text{"\"{key}\" räknar upp {count} saker; gränsen är {limit}", "\"{key}\" lists {count} items; the limit is {limit}"},
		text{"korta listan", "shorten the list"}},
	UnknownCode: {Error,
		text{"det finns ingen varning som heter \"{code}\"", "there is no warning called \"{code}\""},
		text{"skriv koden som den står inom hakparenteser efter varningen", "write the code as it stands in brackets after the warning"}},
	SilencedError: {Error,
		text{"\"{code}\" är ett fel, och fel kan inte tystas", "\"{code}\" is an error, and errors cannot be silenced"},
		text{"rätta felet och ta bort koden här", "mend the error and remove the code here"}},

	BadDate: {Error,
		text{"\"{value}\" är inget datum", "\"{value}\" is not a date"},
		text{"skriv till exempel 2012-03-27 eller 2012-03-27 09:00", "write for example 2012-03-27 or 2012-03-27 09:00"}},
	NoSuchTime: {Error,
		text{"{value} finns inte i {zone}: klockan ställs fram då", "{value} does not exist in {zone}: clocks go forward then"},
		text{"välj en tid före eller efter den överhoppade timmen", "choose a time before or after the hour that is skipped"}},
	AmbiguousTime: {Warning,
		text{"{value} inträffar två gånger i {zone}: klockan ställs tillbaka då; den första gången används", "{value} comes twice in {zone}: clocks go back then; the first is used"},
		text{"skriv ut skillnaden mot UTC, till exempel {example}", "write the offset from UTC, for example {example}"}},
	MixedTimes: {Error,
		text{"\"{key}\" har ett klockslag, men \"{start}\" har inget", "\"{key}\" has a time of day, but \"{start}\" has none"},
		text{"skriv klockslag i båda, eller i ingen av dem", "write a time of day in both, or in neither"}},
	EndBeforeStart: {Error,
		text{"\"{key}\" ligger inte efter \"{start}\"", "\"{key}\" is not after \"{start}\""},
		text{"rätta det ena av datumen", "correct one of the dates"}},
	DeadlineAfterStart: {Warning,
		text{"anmälan kan göras efter att träffen har börjat", "registration is open after the meeting has begun"},
		text{"kontrollera `deadline` och `start`", "check `deadline` and `start`"}},
	BadPhone: {Error,
		text{"\"{value}\" kan inte vara ett telefonnummer", "\"{value}\" cannot be a telephone number"},
		text{"skriv numret med riktnummer, till exempel 0322-61 61 22 eller +46 322 61 61 22", "write the number with its area code, for example 0322-61 61 22 or +46 322 61 61 22"}},
	BadEmail: {Error,
		text{"\"{value}\" är ingen e-postadress", "\"{value}\" is not an e-mail address"},
		text{"skriv bara adressen, till exempel namn@kommun.se", "write only the address, for example name@kommun.se"}},
	BadURL: {Error,
		text{"\"{value}\" är ingen webbadress", "\"{value}\" is not an address on the web"},
		text{"skriv hela adressen, till exempel https://www.kommun.se/sida", "write the whole address, for example https://www.kommun.se/page"}},
	BadPath: {Error,
		text{"\"{value}\" är ingen sökväg som kan användas här", "\"{value}\" is no path that can be used here"},
		text{"{advice}", "{advice-en}"}},
	BadSlug: {Error,
		text{"\"{value}\" kan inte stå i en adress", "\"{value}\" cannot stand in an address"},
		text{"använd a–z, 0–9 och bindestreck, till exempel `{example}`", "use a–z, 0–9 and hyphens, for example `{example}`"}},
	UnknownLanguage: {Error,
		text{"språket \"{value}\" stöds inte", "the language \"{value}\" is not supported"},
		text{"välj något av: {allowed}", "choose one of: {allowed}"}},
	UnknownZone: {Error,
		text{"tidszonen \"{value}\" finns inte", "there is no time zone \"{value}\""},
		text{"skriv till exempel Europe/Stockholm", "write for example Europe/Stockholm"}},
	ControlChar: {Error,
		text{"osynligt styrtecken {char} i texten", "invisible control character {char} in the text"},
		text{"radera tecknet och skriv om ordet", "delete the character and write the word again"}},

	PersonalNumber: {Error,
		text{"texten innehåller något som ser ut som ett personnummer", "the text holds what looks like a personal identity number"},
		text{"ta bort numret; den som kommer åt filens historik kan fortfarande läsa det", "remove the number; whoever has access to the file's history can still read it"}},
	UnlikelyYear: {Error,
		text{"året {year} är osannolikt; datum ligger mellan {first} och {last}", "the year {year} is unlikely; dates lie between {first} and {last}"},
		text{"rätta årtalet", "correct the year"}},
	NameAndDate: {Warning,
		text{"filnamnet börjar med {name}, men `date` är {date}", "the file's name begins with {name}, but `date` is {date}"},
		text{"kontrollera `date`; stämmer det, kan filen döpas om utan att adressen ändras", "check `date`; where it is right, the file can be renamed without a change of its address"}},
	Garbled: {Warning,
		text{"texten har skadade tecken: den har lästs med fel teckenkodning någon gång", "the text has damaged letters: it was read in a wrong encoding at some time"},
		text{"skriv om de skadade orden, eller hämta texten på nytt", "write the damaged words again, or fetch the text anew"}},
	OldLineEnds: {Error,
		text{"raden slutar på ett sätt som gör hela texten till ett enda stycke", "the line ends in a way that makes one paragraph of the whole text"},
		text{"spara om filen med radslut för Windows eller Unix (LF)", "save the file again with line ends for Windows or Unix (LF)"}},
	NotMoved: {Warning,
		text{"`previous_start` är samma tid som `start`, så träffen har inte flyttats", "`previous_start` is the same time as `start`, so the meeting was not moved"},
		text{"skriv den nya tiden i `start`, eller ta bort `previous_start`", "write the new time in `start`, or remove `previous_start`"}},
	EmptyText: {Warning,
		text{"pressmeddelandet har ingen text", "the press release has no text"},
		text{"skriv texten under det andra ---", "write the text below the second ---"}},

	UnknownReference: {Error,
		text{"{kind} \"{id}\" finns inte", "there is no {kind-en} \"{id}\""},
		text{"skriv filnamnet utan datum och .md; de som finns: {known}", "write the file name without date and .md; there are: {known}"}},
	RepeatedReference: {Error,
		text{"\"{id}\" står två gånger i listan", "\"{id}\" stands twice in the list"},
		text{"ta bort den ena", "remove one of them"}},
	WithheldReference: {Warning,
		text{"\"{id}\" är inte offentlig ({why}) och utelämnas", "\"{id}\" is not public ({why-en}) and is left out"},
		text{"publicera den tidigare, eller ta bort hänvisningen", "publish it earlier, or remove the reference"}},
	TermSpelling: {Error,
		text{"\"{name}\" får samma adress som \"{other}\"", "\"{name}\" gets the same address as \"{other}\""},
		text{"skriv det på ett och samma sätt överallt", "spell it in one way everywhere"}},
	NoPressContact: {Warning,
		text{"pressmeddelandet har ingen presskontakt", "the press release has no press contact"},
		text{"skriv `contacts: [id]`, så att journalister vet vem de kan ringa", "write `contacts: [id]`, so that journalists know whom to call"}},
	UnreachableContact: {Error,
		text{"en presskontakt behöver telefon eller e-post", "a press contact needs a telephone or an e-mail address"},
		text{"skriv `phone`, `mobile` eller `email`, eller ta bort `press: true`", "write `phone`, `mobile` or `email`, or remove `press: true`"}},
	DepartedContact: {Warning,
		text{"{name} har slutat och visas utan telefon och e-post", "{name} has left and is shown without telephone and e-mail"},
		text{"byt ut kontakten, eller skriv `replaced_by` i {file}", "choose another contact, or write `replaced_by` in {file}"}},
	StatusNeedsDate: {Error,
		text{"`previous_start` hör till en träff som har flyttats", "`previous_start` belongs to a meeting that was moved"},
		text{"skriv den nya tiden i `start`, eller `status: postponed` om den inte är bestämd", "write the new time in `start`, or `status: postponed` where it is not decided"}},

	ReplacedInCircle: {Error,
		text{"texterna ersätter varandra i en cirkel: {circle}", "the texts replace each other in a circle: {circle}"},
		text{"ta bort `replaced_by` i den som gäller", "remove `replaced_by` from the one that holds"}},
	EarlyMeeting: {Warning,
		text{"faktabladet {id} är redan offentligt, men pressmeddelandet som berättar om träffen är det inte ({why})", "the fact sheet {id} is public already, but the press release that tells of the meeting is not ({why-en})"},
		text{"skriv `draft: true` i {file} tills pressmeddelandet publiceras, om träffen inte ska vara känd före dess", "write `draft: true` in {file} until the press release is published, if the meeting should not be known before"}},
	UnsafeFile: {Error,
		text{"en fil av slaget {ext} kan inte publiceras: webbläsare kör den som en del av webbplatsen", "a file of the kind {ext} cannot be published: browsers run it as a part of the site"},
		text{"gör en pdf av den, eller en sida i pages/", "make a PDF of it, or a page in pages/"}},
	AwkwardFileName: {Warning,
		text{"filnamnet \"{file}\" skrivs om i webbadresser: {url}", "the file name \"{file}\" is rewritten in addresses on the web: {url}"},
		text{"döp om filen med a–z, siffror och bindestreck: {example}", "rename the file with a–z, digits and hyphens: {example}"}},

	DeadLink: {Error,
		text{"länken leder ingenstans: {target} finns inte", "the link leads nowhere: there is no {target}"},
		text{"kontrollera sökvägen; den räknas från den här filens mapp, eller från webbplatsens första sida om den börjar med /", "check the path; it starts at this file's folder, or at the site's first page where it begins with /"}},
	WithheldLink: {Error,
		text{"länken leder till något som inte är offentligt: {target} ({why})", "the link leads to what is not public: {target} ({why-en})"},
		text{"ta bort länken tills sidan är publicerad", "remove the link until the page is published"}},
	ExpiredLink: {Warning,
		text{"länken leder till något som har gått ut: {target}; den visas som text", "the link leads to what has expired: {target}; it is shown as text"},
		text{"ta bort länken, eller `expires` i filen", "remove the link, or `expires` in the file"}},
	DeadFragment: {Error,
		text{"det finns ingen rubrik \"{fragment}\" på sidan", "there is no heading \"{fragment}\" on the page"},
		text{"rubrikerna där har: {known}", "the headings there have: {known}"}},
	UnsafeLink: {Error,
		text{"länken \"{target}\" kan inte publiceras", "the link \"{target}\" cannot be published"},
		text{"länka till https:, http:, mailto:, tel: eller en fil i content/", "link to https:, http:, mailto:, tel: or a file in content/"}},
	DraftInBody: {Error,
		text{"`draft: true` står i en text, där det inte betyder något", "`draft: true` stands in a text, where it means nothing"},
		text{"flytta raden till metadata, ovanför det andra --- och utan mellanslag först", "move the line to the front matter, above the second --- and without a space before it"}},
	RawHTML: {Warning,
		text{"HTML i texten visas som text: {html}", "HTML in the text is shown as text: {html}"},
		text{"skriv Markdown i stället, eller \\< där du menar tecknet", "write Markdown instead, or \\< where you mean the character"}},
	FirstLevel: {Warning,
		text{"rubriken är på första nivån, där sidans titel redan står; den visas en nivå ned", "the heading is of the first level, where the page's title already stands; it is shown one level down"},
		text{"skriv ## i stället för #", "write ## instead of #"}},
	HyphenQuote: {Warning,
		text{"citatet börjar med bindestreck och visas som replik", "the quote begins with a hyphen and is shown as speech"},
		text{"börja ett citat med tankstreck: `– `", "begin a quote with an en dash: `– `"}},
	DoubtfulHyphen: {Warning,
		text{"är det ett citat eller en punktlista?", "is this a quote or a bulleted list?"},
		text{"börja ett citat med `– ` och en punkt med `* `", "begin a quote with `– ` and a bullet with `* `"}},
	MissingAlt: {Error,
		text{"bilden saknar alternativtext", "the image has no alternative text"},
		text{"beskriv bilden för den som inte ser den: `alt: …`, eller i löpande text ![beskrivning](bild.jpg)", "describe the image for those who don't see it: `alt: …`, or in a text ![description](image.jpg)"}},
	OutsideImage: {Error,
		text{"bilden {target} ligger inte bredvid texten och visas därför inte", "the image {target} does not lie beside the text and is therefore not shown"},
		text{"lägg bildfilen i textens mapp och skriv bara dess namn", "put the image file into the folder of the text and write only its name"}},
	UndefinedNote: {Error,
		text{"fotnoten {note} finns inte", "there is no footnote {note}"},
		text{"skriv {note}: och texten sist i filen", "write {note}: and its text at the end of the file"}},
	BrokenLink: {Error,
		text{"länken gick sönder och visas som text: {text}", "the link came apart and is shown as text: {text}"},
		text{"skriv [text](adress) utan mellanslag mellan ] och ( och i adressen; där du menar tecknet, skriv \\[", "write [text](address) without a space between ] and ( or in the address; where you mean the character, write \\["}},
	LinkWithoutText: {Error,
		text{"länken har ingen text och syns inte", "the link has no text and is not seen"},
		text{"skriv mellan [ och ] vart länken leder", "write between [ and ] where the link leads"}},
	LostText: {Error,
		text{"det här visas inte på sidan: {text}", "this is not shown on the page: {text}"},
		text{"{advice}", "{advice-en}"}},
	RepeatedDefinition: {Error,
		text{"{label} har redan en förklaring, och den första gäller", "{label} is already defined, and the first definition counts"},
		text{"ta bort den här, eller ge den ett eget namn inom hakarna", "remove this one, or give it a name of its own in the brackets"}},
	HiddenText: {Warning,
		text{"anteckningen som börjar här döljer flera stycken", "the note that begins here hides several paragraphs"},
		text{"stämmer det inte, avsluta den med --> där den slutar", "where that is not intended, end it with --> where it ends"}},
	BrokenTable: {Warning,
		text{"raderna ser ut som en tabell, men visas som text", "the lines look like a table, but are shown as text"},
		text{"skriv en rad | --- | --- | under den första, med lika många delar", "write a line | --- | --- | below the first one, with as many parts"}},
	BulletSign: {Warning,
		text{"raderna ser ut som punkter, men visas som ett enda stycke", "the lines look like points, but are shown as one paragraph"},
		text{"börja varje punkt med `* ` på en egen rad", "begin each point with `* ` on a line of its own"}},
	TooComplex: {Error,
		text{"texten är för invecklad för att läsas: mer än {most} {what}", "the text is too complex to be read: more than {most} {what-en}"},
		text{"dela upp stycket eller texten i flera, eller förenkla den", "divide the paragraph or the text, or make it simpler"}},
	HeadingWithoutSpace: {Warning,
		text{"rubriken visas som vanlig text, eftersom ett mellanslag saknas efter #", "the heading is shown as ordinary text, since a space is missing after the #"},
		text{"skriv `## Rubriken`; där du menar tecknet, skriv \\#", "write `## The heading`; where you mean the character, write \\#"}},
	HeadingJump: {Warning,
		text{"rubriken är {marks}, men {wanted} hoppas över", "the heading is {marks}, but {wanted} is skipped"},
		text{"skriv {wanted} i stället för {marks}", "write {wanted} instead of {marks}"}},
	UnderlinedHeading: {Warning,
		text{"raden med streck under texten gör hela stycket till rubrik", "the line below the text makes a heading of the whole paragraph"},
		text{"skriv ## framför det som ska vara rubrik; ska det bara vara en linje, lämna en tom rad före den", "write ## before what is to be a heading; where only a line is meant, leave an empty line before it"}},
	WrongDash: {Warning,
		text{"det här ser ut som ett citat, men visas som vanlig text", "this looks like a quote, but is shown as ordinary text"},
		text{"börja citatet med tankstreck och mellanslag: `– `", "begin the quote with an en dash and a space: `– `"}},
	IndentedCode: {Warning,
		text{"texten är indragen och visas som programkod", "the text is indented and is shown as program code"},
		text{"ta bort mellanslagen eller tabben i början av raden", "remove the spaces or the tab at the beginning of the line"}},
	UnclosedCode: {Warning,
		text{"det som börjar här avslutas aldrig, så all text efter det visas som programkod", "what begins here is never closed, so all text after it is shown as program code"},
		text{"skriv en rad till med samma tecken där koden slutar, eller ta bort den här raden", "write another line of the same characters where the code ends, or remove this line"}},
	StrayMarks: {Warning,
		text{"{marks} visas som tecken; ingenting blev fetstil", "{marks} is shown as it is; nothing became bold"},
		text{"skriv {marks} tätt intill orden, både före och efter: {marks}viktigt{marks}", "write {marks} close to the words, both before and after: {marks}important{marks}"}},
	LostCell: {Error,
		text{"det här står efter tabellens sista kolumn och visas inte: {text}", "this stands after the table's last column and is not shown: {text}"},
		text{"ge tabellens två första rader en kolumn till; där | hör till texten, skriv \\|", "give the table's first two rows one more column; where the | is part of the text, write \\|"}},
	UnseenTitle: {Warning,
		text{"bildtexten visas inte, eftersom bilden står bland annan text: {title}", "the caption is not shown, since the image stands among other text: {title}"},
		text{"ställ bilden i ett eget stycke, med en tom rad före och efter", "put the image into a paragraph of its own, with an empty line before and after it"}},
	NoTableHeader: {Warning,
		text{"tabellens första rad är tom, så kolumnerna har inga rubriker", "the first row of the table is empty, so its columns have no headings"},
		text{"skriv vad varje kolumn innehåller på tabellens första rad", "write what each column holds on the table's first row"}},

	NoStatement: {Warning,
		text{"tillgänglighetsredogörelsen saknas (lag 2018:1937)", "the accessibility statement is missing (Swedish law 2018:1937)"},
		text{"skriv content/accessibility.yaml; content/README.md visar hur", "write content/accessibility.yaml; content/README.md shows how"}},
	StatementClaims: {Error,
		text{"{what}", "{what-en}"},
		text{"redogörelsen ska stämma med verkligheten: ändra `status` eller `issues`", "the statement must be true: change `status` or `issues`"}},
	StatementOld: {Warning,
		text{"bedömningen är mer än 12 månader gammal", "the assessment is older than 12 months"},
		text{"granska webbplatsen på nytt och ändra `assessed`", "assess the site again and change `assessed`"}},

	WithheldLeak: {Error,
		text{"{what} står i {url}, men är inte offentligt ({why})", "{what-en} stands in {url}, but is not public ({why-en})"},
		text{"ta bort det från {source}, eller publicera {file} först", "remove it from {source}, or publish {file} first"}},
	WithheldMentioned: {Warning,
		text{"{what} nämns i en offentlig text, men är inte offentligt ({why})", "{what-en} is mentioned in a public text, but is not public ({why-en})"},
		text{"ta bort det här tills {file} är publicerad, om det inte ska vara känt före dess", "remove it here until {file} is published, if it should not be known before"}},
	WithheldShared: {Note,
		text{"{what} kan inte bevakas: {why}", "{what-en} cannot be watched: {why-en}"},
		text{"inget behöver göras", "nothing needs to be done"}},

	InsecureLink: {Warning,
		text{"länken {target} är inte krypterad", "the link {target} is not encrypted"},
		text{"skriv https:// om webbplatsen har det", "write https:// if that site has it"}},
	VagueLink: {Warning,
		text{"länktexten \"{text}\" säger inte vart länken leder", "the link text \"{text}\" does not say where the link leads"},
		text{"länka de ord som beskriver sidan: [anmälan till frukosten](…)", "link the words that describe the page: [registration for the breakfast](…)"}},
	DuplicateTitle: {Warning,
		text{"sidan {url} har samma titel som {other}: \"{title}\"", "the page {url} has the same title as {other}: \"{title}\""},
		text{"ge den ena en annan rubrik, så att de kan skiljas åt", "give one of them another title, so that they can be told apart"}},
	ImageSize: {Warning,
		text{"bilden {image} har ingen storlek, så att sidan hoppar när den laddas", "the image {image} has no size, so that the page jumps when it is loaded"},
		text{"ange bredd och höjd; i en SVG-fil med `width` och `height` eller `viewBox`", "give its width and height; in an SVG file by `width` and `height` or `viewBox`"}},
	HeadingOrder: {Warning,
		text{"{what}", "{what-en}"},
		text{"ändra rubrikernas nivå i mallen", "change the level of the headings in the template"}},
	DeadOutside: {Warning,
		text{"länken {target} svarar inte som den ska: {why}", "the link {target} does not answer as it should: {why}"},
		text{"kontrollera adressen, eller ta bort länken", "check the address, or remove the link"}},
	MovedOutside: {Note,
		text{"länken {target} har flyttat för gott till {to}", "the link {target} has moved for good to {to}"},
		text{"skriv den nya adressen", "write the new address"}},
	UncheckedOutside: {Note,
		text{"länkar ut ur webbplatsen som inte kontrollerades: {count} ({why})", "links out of the site that were not checked: {count} ({why-en})"},
		text{"kör kontrollen igen senare", "run the check again later"}},

	Readability: {Note,
		text{"LIX {lix} ({level}), {words} ord i {sentences} meningar", "LIX {lix} ({level-en}), {words} words in {sentences} sentences"},
		text{"sikta på under 50: korta meningar och vanliga ord", "aim for less than 50: short sentences and plain words"}},
	HardToRead: {Warning,
		text{"texten är svår att läsa: LIX {lix} ({level}), {words} ord i {sentences} meningar", "the text is hard to read: LIX {lix} ({level-en}), {words} words in {sentences} sentences"},
		text{"dela de längsta meningarna och byt långa ord mot kortare, tills LIX är under 50", "divide the longest sentences and choose shorter words, until LIX is below 50"}},
	LongSentence: {Note,
		text{"en av textens längsta meningar: {words} ord", "one of the longest sentences of the text: {words} words"},
		text{"dela den, om den kan sägas i två", "divide it, if it can be said in two"}},
	DateWithoutYear: {Warning,
		text{"datumet \"{date}\" har inget år", "the date \"{date}\" has no year"},
		text{"skriv till exempel {example}: texten läses också senare", "write for example {example}: the text is read later, too"}},
	UnclearDate: {Warning,
		text{"datumet \"{date}\" kan läsas på flera sätt", "the date \"{date}\" can be read in several ways"},
		text{"skriv månaden med bokstäver och året med fyra siffror", "write the month in letters and the year in four digits"}},
	Unexplained: {Warning,
		text{"förkortningen \"{word}\" förklaras aldrig i texten", "the abbreviation \"{word}\" is never explained in the text"},
		text{"skriv hela namnet första gången: Fullständigt namn ({word})", "write the full name the first time: Full name ({word})"}},
	MeetingCount: {Warning,
		text{"texten säger \"{claim}\", men {count} faktablad är länkade", "the text says \"{claim}\", but {count} fact sheets are linked"},
		text{"rätta talet, eller `meetings`", "correct the number, or `meetings`"}},
	HyphenForDash: {Warning,
		text{"{what}", "{what-en}"},
		text{"{advice}", "{advice-en}"}},

	MissingWord: {Error,
		text{"ordet \"{word}\" saknas", "the word \"{word}\" is missing"},
		text{"skriv `{word}: …` i {file}", "write `{word}: …` in {file}"}},
	WordNames: {Error,
		text{"ordet \"{word}\" har {names}, men {other} i ett annat språk", "the word \"{word}\" has {names}, but {other} in another language"},
		text{"använd samma namn inom klamrar i alla språk", "use the same names in braces in every language"}},
	BadTemplate: {Error,
		text{"mallen fungerar inte: {why}", "the template does not work: {why}"},
		text{"rätta mallen på den raden", "correct the template on that line"}},
	BadAsset: {Error,
		text{"filen går inte att tolka: {why}", "the file cannot be parsed: {why}"},
		text{"rätta felet i stilmallen eller skriptet", "correct the style sheet or the script"}},
	NoBaseURL: {Error,
		text{"webbplatsens adress saknas", "the site's address is missing"},
		text{"skriv `base_url: https://…` i content/site.yaml, eller använd --base-url", "write `base_url: https://…` in content/site.yaml, or use --base-url"}},
}

// Codes lists every code, unsorted.
func Codes() []Code {
	codes := make([]Code, 0, len(catalogue))
	for c := range catalogue {
		codes = append(codes, c)
	}
	return codes
}
