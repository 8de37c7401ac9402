package intake

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/prose"
)

// A gathering is a meeting that a text tells of.
type gathering struct {
	line          int
	title         string
	when          *spell
	timeNote      string
	place         string
	organisations []string
	audience      string
	registration  string
	series        string
	said          string // what the text says of it
}

// readGatherings finds the facts about meetings. They stay in the text as well: an editor decides where they are told.
func (a *article) readGatherings() {
	a.readFields()
	for _, b := range a.body {
		if b.kind == paragraph && !isSpoken(b.plain) && !dashSign.MatchString(b.plain) {
			a.readCounted(b)
			a.readSingle(b)
			a.readAttending(b)
		}
	}
	if len(a.gatherings) > 0 {
		a.tell(a.gatherings[0].line, diag.ImportMeetings, "n", strconv.Itoa(len(a.gatherings)))
	} else {
		a.attending = nil
	}
	for i := range a.gatherings {
		a.setYear(&a.gatherings[i])
	}
}

// setYear gives days without a year the one that they most likely are in. Without a date of publication they stay words.
func (a *article) setYear(g *gathering) {
	if g.when == nil || g.when.hasYear() {
		return
	}
	if a.date.IsZero() {
		g.timeNote, g.when = strings.Trim(g.when.words()+", "+g.timeNote, ", "), nil
		return
	}
	dated := g.when.inYear(a.date.Time)
	a.tell(g.line, diag.ImportYear, "date", g.when.text, "year", dated.from[:len("2012")])
	g.when = &dated
}

// Fields of a block of facts: what begins a line, before a colon.
var (
	timeFields  = []string{"tid", "när", "datum", "dag", "datum och tid", "tid och plats", "klockan", "klockslag", "when"}
	placeFields = []string{"plats", "var", "lokal", "adress", "samling", "where"}
	whoFields   = []string{"medverkande", "medverkar", "deltar", "deltagare", "på plats"}
	forFields   = []string{"målgrupp", "för", "för vem", "för dig som", "vem"}
	signFields  = []string{"anmälan", "anmäl dig", "osa", "sista anmälningsdag", "anmälan senast", "osa senast"}
)

// readFields finds blocks such as "Tid: …", "Plats: …", "Medverkande: …".
func (a *article) readFields() {
	var g *gathering
	n, title := 0, ""
	finish := func() {
		if g != nil && n >= 2 && (g.when != nil || g.timeNote != "") {
			a.gatherings = append(a.gatherings, *g)
		}
		g, n = nil, 0
	}
	for i, b := range a.body {
		isOfFacts := false
		for _, line := range strings.Split(b.plain, "\n") {
			m := fieldSign.FindStringSubmatch(line)
			if m == nil && g != nil && b.kind != heading {
				m = asField(line)
			}
			if m == nil || m[2] == "" || b.kind == heading {
				continue
			}
			if g == nil {
				g = &gathering{line: b.line, title: cmp.Or(a.nameAbove(i), title)}
			}
			if a.field(g, b.line, strings.ToLower(strings.TrimSpace(m[1])), m[2]) {
				isOfFacts = true
				n++
			}
		}
		if !isOfFacts {
			finish()
		}
		if b.kind == heading {
			title = headingTitle(b.plain)
		}
	}
	finish()
}

// nameAbove gives the line right above a block, where it names what the block tells of.
func (a *article) nameAbove(i int) string {
	if i == 0 || !a.body[i].tight || a.body[i-1].kind != paragraph || !readsAsHeading(a.body[i-1].plain) {
		return ""
	}
	return headingTitle(a.body[i-1].plain)
}

// asField reads a line about signing up as a field, which has no colon: "Anmälan senast 15 januari".
func asField(line string) []string {
	m := signLine.FindStringSubmatch(line)
	if m == nil {
		return nil
	}
	return []string{line, "anmälan", m[1]}
}

// headingTitle gives the heading of facts as the title of a meeting, where it names one.
func headingTitle(text string) string {
	if strings.HasPrefix(strings.ToLower(text), "fakta") || strings.HasPrefix(strings.ToLower(text), "praktisk") {
		return ""
	}
	return text
}

// field takes one field of a block of facts.
func (a *article) field(g *gathering, line int, name, value string) bool {
	switch {
	case slices.Contains(timeFields, name):
		if s, found := spellIn(value); found {
			if g.when == nil {
				g.when = &s
			}
		} else if g.when != nil && g.when.start == "" {
			g.when.readClocks(value)
		} else {
			g.timeNote = strings.Trim(g.timeNote+", "+strings.TrimSuffix(value, "."), ", ")
		}
	case slices.Contains(placeFields, name):
		g.place = strings.Trim(g.place+", "+strings.TrimSuffix(value, "."), ", ")
	case slices.Contains(whoFields, name):
		a.attending = append(a.attending, peopleIn(line, value)...)
	case slices.Contains(forFields, name):
		g.audience = strings.TrimSuffix(value, ".")
	case slices.Contains(signFields, name):
		if lastDayField[name] {
			value = "senast " + value
		}
		g.registration = strings.Trim(g.registration+" "+value, " ")
	default:
		return false
	}
	return true
}

// readCounted finds meetings that are counted and listed: "sju enskilda träffar med A, B och C". Where number and list
// say the same, each is a meeting.
func (a *article) readCounted(b block) {
	for _, count := range prose.Counts(b.plain, a.site.lang) {
		rest, found := strings.CutPrefix(b.plain[count.Span.End:], " med ")
		if !found || count.N < 2 {
			continue
		}
		if sentences := prose.Sentences(rest, a.site.lang); len(sentences) > 0 {
			rest = rest[:sentences[0].End]
		}
		names := listOf(strings.TrimRight(rest, ". "))
		if len(names) != count.N {
			a.tell(b.line, diag.ImportMeetingCount, "claim", count.Span.In(b.plain), "count", strconv.Itoa(len(names)))
			continue
		}
		for _, name := range names {
			a.gatherings = append(a.gatherings, gathering{
				line: b.line, title: singular(count.Noun) + " med " + name, organisations: []string{name},
				series: locale.Capital(strings.TrimSpace(count.Between + " " + count.Noun)), when: spellOrNil(b.plain), timeNote: timeOfDay(b.plain), said: b.plain,
			})
		}
	}
}

var lastComma = regexp.MustCompile(`,?\s+(?:och|samt)\s+`)

// listOf parts "A, B (b) och C".
func listOf(text string) []string {
	var names []string
	for _, part := range strings.Split(text, ", ") {
		names = append(names, lastComma.Split(part, -1)...)
	}
	return names
}

// singulars are the endings of nouns for several meetings, and for one.
var singulars = [][2]string{{"träffar", "träff"}, {"möten", "möte"}, {"kvällar", "kväll"}, {"workshoppar", "workshop"}, {"workshopar", "workshop"}, {"workshops", "workshop"}}

func singular(noun string) string {
	for _, s := range singulars {
		if before, found := strings.CutSuffix(noun, s[0]); found {
			return locale.Capital(before + s[1])
		}
	}
	return locale.Capital(noun)
}

func spellOrNil(text string) *spell {
	if s, found := spellIn(text); found {
		return &s
	}
	return nil
}

var dayTime = regexp.MustCompile(`(?i)\b(?:under|på)\s(kvällstid|dagtid|förmiddagen|eftermiddagen|kvällen|morgonen|lunchtid)`)

// timeOfDay gives what a text says of the time of day in words.
func timeOfDay(text string) string {
	if m := dayTime.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

var singleForm = regexp.MustCompile(`(?i)\b(?:en|ett)\s((?:\pL+\s)?\pL*(?:kväll|möte|träff|frukost|workshop))((?:\sför\s[^.,]+?)?)\s(?:att\s)?(?:arrangeras|hållas|hålls|anordnas|genomföras|genomförs|äga rum|äger rum)\b`)

// readSingle finds a meeting of its own: "kommer en öppen dialogkväll för företagare att hållas".
func (a *article) readSingle(b block) {
	for _, m := range singleForm.FindAllStringSubmatch(b.plain, -1) {
		a.gatherings = append(a.gatherings, gathering{
			line: b.line, title: locale.Capital(m[1] + m[2]), audience: strings.TrimPrefix(m[2], " för "),
			when: spellOrNil(b.plain), timeNote: timeOfDay(b.plain), said: b.plain,
		})
	}
}

var attendForm = regexp.MustCompile(`\bkommer\s(.+?)\s(?:att|som)\s(?:medverkar?|deltar?|närvarar?|vara med)\b`)

// readAttending finds who takes part: "Från kommunens sida kommer Anna Ek, kommundirektör, och Bo Berg att medverka".
func (a *article) readAttending(b block) {
	if m := attendForm.FindStringSubmatch(b.plain); m != nil {
		a.attending = append(a.attending, peopleIn(b.line, m[1])...)
	}
}
