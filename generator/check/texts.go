package check

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
	"alingsas.se/dialog/generator/prose"
)

// A text is what one content file says, for those rules that read it as a reader does.
type text struct {
	item       *content.Item
	release    *content.Release // nil where it is none
	meeting    *content.Meeting // nil where it is none
	meetings   map[string]*content.Meeting
	thisYear   string
	people     []string // the names of the contacts
	quotes     []markdown.Quote
	struck     func() (diag.Position, bool)
	paragraphs []paragraph // title and lead first
	found      diag.List
}

// A paragraph is a piece of a text that knows where it stands.
type paragraph struct {
	text   string
	isBody bool
	at     func(offset int) diag.Position
}

// textRules are what every text is looked at for. A new rule is a function and a line here.
var textRules = []func(*text){readability, dates, weekdays, abbreviations, meetingCounts, dashes, access, speakers, strokes}

// Texts looks at every text of a content folder, whether it is public or not: its author wants to know before
// it is.
//
// Where ctx ends, so does the look, with what was found until then.
func Texts(ctx context.Context, set *content.Set) diag.List {
	return TextsOf(ctx, set, func(*content.Item) bool { return true })
}

// TextsOf is Texts for those of the texts that are wanted.
func TextsOf(ctx context.Context, set *content.Set, isWanted func(*content.Item) bool) diag.List {
	meetings := map[string]*content.Meeting{}
	for _, m := range set.Meetings {
		if m.Original() == &m.Item {
			meetings[m.ID] = m
		}
	}
	people := namesOf(set)
	var diags diag.List
	look := func(t text) {
		if ctx.Err() != nil || !isWanted(t.item) {
			return
		}
		t.meetings, t.thisYear, t.people = meetings, set.Settings.ExampleYear(), people
		t.read()
		for _, rule := range textRules {
			rule(&t)
		}
		diags = append(diags, t.found...)
	}
	for _, r := range set.Releases {
		look(text{item: &r.Item, release: r})
	}
	for _, m := range set.Meetings {
		look(text{item: &m.Item, meeting: m})
	}
	for _, c := range set.Contacts {
		look(text{item: &c.Item})
	}
	for _, p := range set.Pages {
		look(text{item: &p.Item})
	}
	return diags
}

// read gathers the paragraphs of a text.
func (t *text) read() {
	t.add(t.item.Title, "title")
	if t.release != nil {
		t.add(t.release.Lead, "lead")
	}
	doc, _ := markdown.Parse(t.item.Body.Text().Source())
	t.quotes, t.struck = doc.Quotes(), doc.Struck
	for _, p := range doc.Paragraphs() {
		t.paragraphs = append(t.paragraphs, paragraph{p.Text, true, p.At})
	}
}

func (t *text) add(value, key string) {
	if value != "" {
		t.paragraphs = append(t.paragraphs, paragraph{value, false, func(offset int) diag.Position { return t.inValue(key, value[offset:]) }})
	}
}

// inValue gives the place of a text in the value of a key. Where the author broke or quoted it otherwise, it is
// the key's.
func (t *text) inValue(key, rest string) diag.Position {
	at, data := t.item.At(key), t.item.Body.Text().Source().Data
	begin := 0
	for range at.Line - 1 {
		begin += bytes.IndexByte(data[begin:], '\n') + 1
	}
	i := bytes.Index(data[begin:], []byte(rest[:min(len(rest), recognisable)]))
	if at.File != t.item.File || i < 0 {
		return at
	}
	return diag.At(at.File, data, begin+i)
}

// recognisable is how much of a text tells its place in a file, in bytes.
const recognisable = 24

func (t *text) texts() []string {
	all := make([]string, len(t.paragraphs))
	for i, p := range t.paragraphs {
		all[i] = p.text
	}
	return all
}

func (t *text) tell(p paragraph, span prose.Span, code diag.Code, args ...string) {
	t.found.Add(p.at(span.Start), code, args...)
}

// dates: a date tells its year, and is not made of figures that are read in several ways (date-without-year,
// unclear-date).
func dates(t *text) {
	for _, p := range t.paragraphs {
		for _, d := range prose.UnclearDates(p.text, t.item.Lang) {
			date := d.Span.In(p.text)
			switch {
			case d.Kind == prose.NumbersOnly:
				t.tell(p, d.Span, diag.UnclearDate, "date", date)
			case !t.isOwnDay(date):
				t.tell(p, d.Span, diag.DateWithoutYear, "date", date, "example", date+" "+t.year())
			}
		}
	}
}

// isOwnDay tells whether a date may be the day of the meeting itself, whose fact sheet says the year above the
// text.
func (t *text) isOwnDay(date string) bool {
	if t.meeting == nil || t.meeting.Start.IsZero() {
		return false
	}
	day := strings.TrimFunc(date, func(r rune) bool { return r < '0' || r > '9' })
	day, _, _ = strings.Cut(strings.NewReplacer("–", " ", "-", " ").Replace(day), " ")
	return day == strconv.Itoa(t.meeting.Start.Time.Day()) || day == strconv.Itoa(t.meeting.End.Time.Day())
}

// year is the one that a date without a year is likely to mean.
func (t *text) year() string {
	switch {
	case t.release != nil && !t.release.Date.IsZero():
		return t.release.Date.Time.Format("2006")
	case t.meeting != nil && !t.meeting.Start.IsZero():
		return t.meeting.Start.Time.Format("2006")
	}
	return t.thisYear
}

// abbreviations: what an abbreviation stands for is told somewhere in the text (unexplained-abbreviation).
func abbreviations(t *text) {
	for _, a := range prose.Abbreviations(t.texts(), t.item.Lang) {
		t.tell(t.paragraphs[a.Paragraph], a.Span, diag.Unexplained, "word", a.Text)
	}
}

// dashes: a dash is written as one (hyphen-for-dash). How a spoken line begins is looked at where it is parsed,
// but for quotation marks.
func dashes(t *text) {
	for _, p := range t.paragraphs {
		for _, d := range prose.Dashes(p.text, t.item.Lang) {
			if words := dashWords[d.Kind]; words != nil {
				t.tell(p, d.Span, diag.HyphenForDash, words...)
			}
		}
	}
}

// dashWords say what is wrong with a dash, and what to do about it.
var dashWords = map[prose.DashKind][]string{
	prose.SpacedSign: {"what", "bindestreck där det ska vara tankstreck", "what-en", "a hyphen where a dash is meant",
		"advice", "skriv – i stället för -", "advice-en", "write – instead of -"},
	prose.RangeSign: {"what", "bindestreck mellan två tal", "what-en", "a hyphen between two numbers",
		"advice", "skriv tankstreck utan mellanslag: 2–3 april", "advice-en", "write a dash without spaces: 2–3 April"},
	prose.SpokenQuote: {"what", "både talstreck och citattecken", "what-en", "both a dash and quotation marks",
		"advice", "ta bort citattecknen: strecket säger redan att någon talar", "advice-en", "remove the quotation marks: the dash tells already that somebody speaks"},
}
