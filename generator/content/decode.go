package content

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/markdown"
	"go.yaml.in/yaml/v4"
	"golang.org/x/text/unicode/norm"
)

// A decoder reads values from YAML nodes. Scalars are taken as the author wrote them: 0322 is no
// octal number, 2012-04-02 18:00 no moment in UTC, and yes no truth.
type decoder struct {
	file     string // as messages name it
	name     string // inside the content folder
	line     int    // lines before the YAML
	settings *Settings
	key      string // of the value that is being read
	help     *help  // of that key; nil where it has none
	isGroup  bool   // that key has keys of its own
	// isTranslation says that the file takes over from its original what it does not say itself.
	isTranslation bool
	diags         diag.List
}

func (d *decoder) at(n *yaml.Node) diag.Position {
	return diag.Position{File: d.file, Line: d.line + n.Line, Column: n.Column}
}

func (d *decoder) fail(n *yaml.Node, code diag.Code, args ...string) {
	d.diags.Add(d.at(n), code, args...)
}

// unknownKey reports a key that does not stand in allowed, and gives the one that was meant, "" where that is not known.
// In a group within braces a word that no value follows is the rest of a text with a comma; on a line of its own, what
// has a space is the rest of the line above.
func (d *decoder) unknownKey(group, key, value *yaml.Node, allowed []string) (meant string) {
	suggestion := synonym(strings.ToLower(key.Value), allowed)
	isInBraces := group.Style&yaml.FlowStyle != 0
	switch {
	case suggestion != "":
	case isInBraces && (value.Tag == "!!null" || strings.Contains(key.Value, " ")):
		d.fail(key, diag.TextWithoutKey, "key", key.Value, "advice", "är det ett kommatecken i en text? Sätt hela texten inom citattecken",
			"advice-en", "is there a comma in a text? Put the whole text into quotes")
		return ""
	case strings.Contains(key.Value, " "):
		d.fail(key, diag.TextWithoutKey, "key", key.Value, "advice", continued.todo, "advice-en", continued.todoEn)
		return ""
	default:
		suggestion = diag.Suggest(strings.ToLower(key.Value), allowed)
	}
	d.fail(key, diag.UnknownKey, "key", key.Value, "allowed", strings.Join(allowed, ", "), "suggestion", suggestion)
	return suggestion
}

// wrong reports a value of another type than its key takes, with the key's own example.
func (d *decoder) wrong(n *yaml.Node, wanted, wantedEn string) {
	example := diag.Both("…", "…")
	if d.help != nil {
		example = d.help.exampleIn(d.settings)
	}
	d.wrongLike(n, wanted, wantedEn, example)
}

func (d *decoder) wrongLike(n *yaml.Node, wanted, wantedEn string, example diag.Words) {
	before := ""
	if d.key != "" {
		before = d.key + ": "
	}
	d.fail(n, diag.WrongType, "key", d.key, "wanted", wanted, "wanted-en", wantedEn,
		"example", before+example.Swedish, "example-en", before+example.English)
}

func (d *decoder) isMap(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, "en grupp av nycklar", "a group of keys")
		return false
	}
	return true
}

// block reads text that may have several lines, such as Markdown.
func (d *decoder) block(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		d.wrong(n, "en text", "a text")
		return ""
	}
	if i := strings.IndexFunc(n.Value, isHidden); i >= 0 {
		d.fail(n, diag.ControlChar, "char", codePoint(n.Value[i:]))
		return ""
	}
	// One å, however it is composed: an id or a topic must be the same as where it is compared.
	return strings.TrimSpace(norm.NFC.String(n.Value))
}

// oneLine reads a text for people of one line.
func (d *decoder) oneLine(n *yaml.Node) string {
	text := d.raw(n)
	if strings.IndexByte(text, '<') >= 0 {
		return d.withoutTags(n, text)
	}
	return text
}

// raw reads text of one line as it is written; line breaks and runs of spaces become one space.
func (d *decoder) raw(n *yaml.Node) string {
	if n.LineComment != "" && n.Style == 0 && n.Tag == "!!str" {
		if findDraftMark([]byte(n.LineComment)) >= 0 {
			d.fail(n, diag.DraftInBody)
		}
		d.fail(n, diag.LostComment, "comment", n.LineComment)
	}
	text := strings.Join(strings.Fields(d.block(n)), " ")
	d.quoted(n, text)
	if strings.Contains(text, "](") || strings.Contains(text, "**") {
		d.fail(n, diag.MarkdownInValue, "key", d.key)
	}
	return text
}

// withoutTags reads a value that may hold HTML, as editors in a browser write it.
func (d *decoder) withoutTags(n *yaml.Node, text string) string {
	plain, other := markdown.WithoutTags(text)
	if other != "" {
		d.fail(n, diag.RawHTML, "html", other, "advice", "skriv texten utan HTML", "advice-en", "write the text without HTML")
	}
	return plain
}

// words reads a text that may differ by language.
func (d *decoder) words(n *yaml.Node) Localized { return d.localized(n, (*decoder).oneLine) }

// proses reads Markdown that may differ by language.
func (d *decoder) proses(n *yaml.Node) Localized { return d.localized(n, (*decoder).block) }

func (d *decoder) localized(n *yaml.Node, read func(*decoder, *yaml.Node) string) Localized {
	if n.Kind != yaml.MappingNode {
		return Localized{"": read(d, n)}
	}
	texts := Localized{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		_, again := texts[key.Value]
		switch {
		case !slices.Contains(d.settings.Languages, key.Value):
			d.unknownKey(n, key, value, d.settings.Languages)
		case again:
			d.fail(key, diag.DuplicateKey, "key", key.Value, "line", strconv.Itoa(d.line+n.Line))
		case isEmpty(value):
		case d.hasValue(key, value):
			texts[key.Value] = read(d, value)
		}
	}
	if first := d.settings.Languages[0]; texts[first] == "" {
		d.fail(n, diag.MissingKey, "key", first)
	}
	return texts
}

func (d *decoder) flag(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
		d.wrong(n, "true eller false", "true or false")
		// Whoever writes anything at all after draft means that it is one.
		return d.key == "draft"
	}
	return strings.EqualFold(n.Value, "true")
}

// whole reads a whole number within bounds; nil is none.
func (d *decoder) whole(n *yaml.Node, least, most *int) int {
	v, err := strconv.Atoi(n.Value)
	if n.Kind == yaml.ScalarNode && err == nil && (least == nil || v >= *least) && (most == nil || v <= *most) {
		return v
	}
	sv, en := "ett heltal", "a whole number"
	switch {
	case most != nil:
		sv += " från " + strconv.Itoa(*least) + " till " + strconv.Itoa(*most)
		en += " from " + strconv.Itoa(*least) + " to " + strconv.Itoa(*most)
	case least != nil:
		sv += ", minst " + strconv.Itoa(*least)
		en += ", at least " + strconv.Itoa(*least)
	}
	d.wrong(n, sv, en)
	return 0
}

func (d *decoder) coordinate(n *yaml.Node, limit float64) *float64 {
	v, err := strconv.ParseFloat(n.Value, 64)
	if n.Kind != yaml.ScalarNode || err != nil || !(v >= -limit && v <= limit) { // NaN is neither
		d.wrong(n, "en koordinat i grader", "a coordinate in degrees")
		return nil
	}
	return &v
}

const exampleDay = "YYYY-03-27"

func (d *decoder) date(n *yaml.Node) locale.Date {
	if n.Kind != yaml.ScalarNode {
		d.fail(n, diag.BadDate, "value", "[…]", "example", d.settings.inYear(exampleDay))
		return locale.Date{}
	}
	date, err := locale.ParseDate(n.Value, d.settings.Zone)
	var fault *locale.DateError
	if errors.As(err, &fault) {
		zone := d.settings.Zone.String()
		switch fault.Kind {
		case locale.Skipped:
			d.fail(n, diag.NoSuchTime, "value", n.Value, "zone", zone)
		case locale.Ambiguous:
			d.fail(n, diag.AmbiguousTime, "value", n.Value, "zone", zone, "example", fault.Example)
		default:
			d.fail(n, diag.BadDate, "value", n.Value, "suggestion", likelyDate(n.Value), "example", d.settings.inYear(exampleDay))
		}
	}
	if year := date.Time.Year(); !date.IsZero() && (year < limits.FirstYear || year > limits.LastYear) {
		d.fail(n, diag.UnlikelyYear, "year", strconv.Itoa(year), "first", strconv.Itoa(limits.FirstYear), "last", strconv.Itoa(limits.LastYear))
	}
	return date
}

// likelyDate is what a text that is no date was most likely meant to be: of two times, the first.
func likelyDate(text string) string {
	text = strings.Trim(text, typographic)
	from, _, _ := locale.Hours(text)
	return cmp.Or(locale.GuessDate(text), from)
}

// items reads a sequence, item by item. An item that says nothing is as if it were not there.
func items[T any](d *decoder, n *yaml.Node, read func(*decoder, *yaml.Node) T) []T {
	if n.Kind != yaml.SequenceNode {
		d.noList(n)
		return nil
	}
	if len(n.Content) > limits.List {
		d.fail(n, diag.TooMany, "key", d.key, "count", strconv.Itoa(len(n.Content)), "limit", strconv.Itoa(limits.List))
		return nil
	}
	items := make([]T, 0, len(n.Content))
	for _, item := range n.Content {
		if !isEmpty(item) && d.hasValue(item, item) {
			items = append(items, read(d, item))
		}
	}
	return items
}

// noList reports a value that should be a list. What was written shows how.
func (d *decoder) noList(n *yaml.Node) {
	if n.Value == "" || d.isGroup {
		d.wrong(n, "en lista", "a list")
		return
	}
	d.wrongLike(n, "en lista", "a list", diag.Both("["+n.Value+"]", "["+n.Value+"]"))
}

func (d *decoder) texts(n *yaml.Node) []string {
	texts := items(d, n, (*decoder).oneLine)
	once := texts[:0]
	for _, t := range texts {
		switch {
		case t == "":
		case slices.Contains(once, t):
			d.fail(n, diag.RepeatedReference, "id", t)
		default:
			once = append(once, t)
		}
	}
	return once
}

func (d *decoder) ref(n *yaml.Node) Ref { return Ref{ID: d.oneLine(n), At: d.at(n)} }

func (d *decoder) refs(n *yaml.Node) []Ref {
	refs := items(d, n, (*decoder).ref)
	once := refs[:0]
	for _, r := range refs {
		switch {
		case r.ID == "":
		case slices.ContainsFunc(once, func(o Ref) bool { return o.ID == r.ID }):
			d.diags.Add(r.At, diag.RepeatedReference, "id", r.ID)
		default:
			once = append(once, r)
		}
	}
	return once
}

func (d *decoder) choice(n *yaml.Node, allowed []string) string {
	value := d.oneLine(n)
	if !slices.Contains(allowed, value) {
		suggestion := cmp.Or(synonym(strings.ToLower(value), allowed), diag.Suggest(value, allowed))
		d.fail(n, diag.BadChoice, "key", d.key, "value", value, "allowed", strings.Join(allowed, ", "), "suggestion", suggestion)
		return ""
	}
	return value
}

// codes reads the codes of warnings that are not to be told.
func (d *decoder) codes(n *yaml.Node) []diag.Code {
	codes := items(d, n, (*decoder).code)
	return slices.DeleteFunc(codes, func(c diag.Code) bool { return c == "" })
}

func (d *decoder) code(n *yaml.Node) diag.Code {
	code := diag.Code(d.oneLine(n))
	switch code.Severity() {
	case diag.Error:
		d.fail(n, diag.SilencedError, "code", string(code))
	case 0:
		d.fail(n, diag.UnknownCode, "code", string(code), "suggestion", diag.Suggest(string(code), silenceable()))
	default:
		return code
	}
	return ""
}

func (d *decoder) slug(n *yaml.Node) string {
	slug := d.oneLine(n)
	if !locale.IsSlug(slug) {
		d.fail(n, diag.BadSlug, "value", slug, "example", cmp.Or(locale.Slug(slug, d.settings.Languages[0]), "kort-namn"))
		return ""
	}
	return slug
}

func (d *decoder) phone(n *yaml.Node) locale.Phone {
	phone, err := locale.ParsePhone(d.oneLine(n), d.settings.Organisation.Address.Region())
	if err != nil {
		d.fail(n, diag.BadPhone, "value", n.Value)
	}
	return phone
}
