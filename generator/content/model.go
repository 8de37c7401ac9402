package content

import (
	"regexp"
	"slices"

	"alingsas.se/dialog/generator/diag"
)

// A Type is what one sort of file in the content folder may say before its text.
type Type struct {
	Name      string // its folder, "press", or its file, "site.yaml"
	Label     diag.Words
	Plural    diag.Words // of several such files
	Files     []string   // patterns of path.Match inside the content folder
	ByProgram bool       // no one writes such a file by hand
	IsDated   bool       // the name of a file begins with its date
	Keys      []Key
}

// A Key is what one key means and takes. Of a group within a file nothing is inherited alone: it follows its group.
type Key struct {
	Name       string
	Label      diag.Words // for a form
	Help       diag.Words // one sentence
	Example    diag.Words // a value as it is written after the key, on one line
	Required   bool       // in an original; a translation takes over what it leaves out
	Inherited  bool       // a translation that leaves it out takes it over from its original
	Translated bool       // though inherited, it holds words, which a translation should have in its language
	MayBeEmpty bool       // "" is a value, and means something
	Value
	Keys []Key // of a GroupInput
}

// A Value is what may be written after a key.
type Value struct {
	Input       Input
	IsList      bool     // of such
	MaxItems    int      // of a list
	InLanguages bool     // a text, or a group of texts by language: {sv: …, en: …}
	Choices     []string // of a ChoiceInput
	Folder      string   // of a ReferenceInput: where the item lies that its id names
	Pattern     string   // a regular expression that a text matches; "" where there is none
	Min, Max    *int     // of numbers and degrees; nil where there is none
	TextFor     string   // of a GroupInput: the key that a text alone stands for; "" where it must be a group
}

// An Input is what a form asks for.
type Input string

// The inputs.
const (
	TextInput      Input = "text"      // of one line
	LongTextInput  Input = "markdown"  // of several lines
	DateInput      Input = "date"      // with a time or without
	FlagInput      Input = "flag"      // true or false
	NumberInput    Input = "number"    // a whole one
	DegreesInput   Input = "degrees"   // a coordinate
	ChoiceInput    Input = "choice"    // of some words
	ReferenceInput Input = "reference" // the id of another item
	GroupInput     Input = "group"     // of keys of its own
	PictureInput   Input = "picture"   // the name of a file beside the text
	FileInput      Input = "file"      // likewise
	AddressInput   Input = "address"   // on the web
	EmailInput     Input = "email"
	PhoneInput     Input = "phone"
)

// Model gives every type of content with its keys, in the order in which messages name them.
func Model() []Type {
	return []Type{
		itemType(pressKind, diag.Both("Pressmeddelande", "Press release"), diag.Both("Pressmeddelanden", "Press releases"), releaseFields),
		itemType(meetingKind, diag.Both("Faktablad om en träff", "Fact sheet of a meeting"), diag.Both("Faktablad om träffar", "Fact sheets of meetings"), meetingFields),
		itemType(contactKind, diag.Both("Kontaktperson", "Contact"), diag.Both("Kontaktpersoner", "Contacts"), contactFields),
		itemType(pageKind, diag.Both("Annan sida", "Any other page"), diag.Both("Andra sidor", "Other pages"), pageFields),
		fileType(settingsFile, diag.Both("Inställningar för hela webbplatsen", "Settings of the whole site"), settingsFields),
		fileType(statementFile, diag.Both("Tillgänglighetsredogörelsen", "Accessibility statement"), statementFields),
		byProgram(fileType(TestRecordFile, diag.Both("Vad testerna i en webbläsare fann", "What the browser tests found"), testRecordFields)),
	}
}

func itemType[T any](k kind, label, plural diag.Words, fields []field[T]) Type {
	folder := string(k)
	return Type{Name: folder, Label: label, Plural: plural, IsDated: k == pressKind, Files: []string{folder + "/*.md", folder + "/*/index.md", folder + "/*/index.*.md"}, Keys: describe(fields)}
}

// fileType describes a file that has no translations: its texts name their languages.
func fileType[T any](file string, label diag.Words, fields []field[T]) Type {
	keys := describe(fields)
	for i := range keys {
		keys[i].Inherited = false
	}
	return Type{Name: file, Label: label, Plural: label, Files: []string{file}, Keys: keys}
}

func byProgram(t Type) Type {
	t.ByProgram = true
	return t
}

// describe gives what a table of fields says of its keys.
func describe[T any](fields []field[T]) []Key {
	keys := make([]Key, len(fields))
	for i, f := range fields {
		keys[i] = Key{Name: f.key, Required: f.isRequired(), Inherited: f.inherit != nil, Translated: f.isText, MayBeEmpty: f.need == alwaysText, Value: *f.value}
		if f.help != nil {
			keys[i].Label, keys[i].Help = diag.Both(f.help.label, f.help.labelEn), diag.Both(f.help.text, f.help.textEn)
			keys[i].Example = f.help.exampleIn(new(Settings))
		}
		if f.keys != nil {
			keys[i].Keys = inGroup(f.keys())
		}
	}
	return keys
}

// inGroup takes from keys what only those of a file have.
func inGroup(keys []Key) []Key {
	for i := range keys {
		keys[i].Inherited, keys[i].Translated = false, false
	}
	return keys
}

// A help is what people read of a key: three pairs of Swedish and English. YYYY in an example is the year.
type help struct {
	key                string
	label, labelEn     string
	text, textEn       string
	example, exampleEn string
}

// exampleIn gives the example for a message. Its sentences are left out: whoever copies it writes their own, and no
// correction that nobody made is published.
func (h *help) exampleIn(year *Settings) diag.Words {
	blank := func(example string) string { return quotedSentence.ReplaceAllString(year.inYear(example), `"…"`) }
	return diag.Both(blank(h.example), blank(h.exampleEn))
}

var quotedSentence = regexp.MustCompile(`"[^"]* [^"]*"`)

// explained gives each field of a table its words, from the first of helps that has them.
func explained[T any](fields []field[T], helps ...[]help) []field[T] {
	for _, table := range slices.Backward(helps) {
		for i := range table {
			if f := find(fields, table[i].key); f != nil {
				f.help = &table[i]
			}
		}
	}
	return fields
}
