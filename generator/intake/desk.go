package intake

import (
	"cmp"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// A desk brings articles together, one after the other: who was in one is known in the next, and no two files have one
// name.
type desk struct {
	site     *site
	options  Options
	label    string
	releases map[string]string // what there is already: title and day, and its file
	taken    map[string]bool   // ids, each with the folder of its kind
	people   map[string]*contact
	files    map[string]*File
	terms    map[string]string // how topics and regions are spelled, by their addresses
	texts    map[string]string // what was taken: title, day and text, and its source
	made     Result
}

func newDesk(set *content.Set, s *site, o Options) *desk {
	d := &desk{site: s, options: o, label: set.Label, releases: map[string]string{}, taken: map[string]bool{},
		people: map[string]*contact{}, files: map[string]*File{}, texts: map[string]string{}, terms: map[string]string{}}
	for item := range set.Items() {
		d.taken[path.Join(strings.SplitN(item.Name, "/", 2)[0], item.ID)] = true
	}
	for _, r := range set.Releases {
		d.spell("topics", r.Topics)
		d.spell("regions", r.Regions)
		d.releases[letters(r.Title)+dayKey(r.Date)] = r.File
		d.releases[letters(r.Title)] = r.File
	}
	for _, c := range set.Contacts {
		if c.Original() == &c.Item {
			d.people[letters(c.Name)] = &contact{id: c.ID, known: c}
		}
	}
	return d
}

// spell gives terms as the site spells them: two that have one address are one.
func (d *desk) spell(kind string, terms []string) []string {
	var spelled []string
	for _, term := range terms {
		key := kind + "/" + locale.Slug(term, d.site.lang)
		if d.terms[key] == "" {
			d.terms[key] = term
		}
		spelled = appendNew(spelled, d.terms[key])
	}
	return spelled
}

func dayKey(d locale.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time.Format("20060102")
}

// take makes files of an article.
func (d *desk) take(a *article) {
	defer func() { d.made.Diags = append(d.made.Diags, a.found...) }()
	if !a.isTaken {
		return
	}
	d.made.Taken++
	if d.isThere(a) {
		return
	}
	d.settlePeople(a)
	a.topics, a.regions = d.spell("topics", a.topics), d.spell("regions", a.regions)
	id := d.name("press", cmp.Or(a.slug, slugOf(a.title, d.site.lang)), a)
	isDraft := a.isDraft || a.date.IsZero() || a.date.Time.After(d.options.Now) || slices.ContainsFunc(a.found, isDoubt)
	meetings := d.writeMeetings(a, isDraft)
	d.writeRelease(a, id, meetings, isDraft)
	for _, p := range slices.Concat(a.people, a.attending) {
		if c := d.people[letters(p.name)]; c != nil {
			c.isPublic = c.isPublic || !isDraft
		}
	}
}

func isDoubt(d diag.Diagnostic) bool { return d.Severity() > diag.Note }

// isThere tells whether the site has the text already, or another source has brought it.
func (d *desk) isThere(a *article) bool {
	key := letters(a.title) + dayKey(a.date)
	if file := d.releases[key]; file != "" && a.title != "" {
		a.tell(a.titleLine, diag.ImportExists, "file", file)
		return true
	}
	whole := key + letters(a.lead+markdownOf(a.body))
	if other := d.texts[whole]; other != "" {
		a.tell(a.titleLine, diag.ImportExists, "file", other)
		return true
	}
	d.texts[whole] = a.source.File
	return false
}

// longestName is how many characters of a title a file's name has at most.
const longestName = 60

// slugOf gives the id that a title makes, cut behind a word; "" where nothing is left of it.
func slugOf(title, lang string) string {
	slug := locale.Slug(title, lang)
	if len(slug) <= longestName {
		return slug
	}
	if end := strings.LastIndexByte(slug[:longestName+1], '-'); end > 0 {
		return slug[:end]
	}
	return slug[:longestName]
}

// name gives an id that no other item of its kind has.
func (d *desk) name(folder, slug string, a *article) string {
	if slug == "" {
		slug = cmp.Or(slugOf(baseOf(a.source.File), d.site.lang), "text")
		a.tell(a.titleLine, diag.ImportNoName, "name", slug)
	}
	id := slug
	for n := 2; d.taken[folder+"/"+id]; n++ {
		id = slug + "-" + strconv.Itoa(n)
	}
	d.taken[folder+"/"+id] = true
	return id
}

// baseOf is a file's name without folder and ending.
func baseOf(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}

// add puts a file down.
func (d *desk) add(f *File) { d.files[f.Name] = f }

// writeRelease makes the release of an article.
func (d *desk) writeRelease(a *article, id string, meetings []string, isDraft bool) {
	var m matter
	m.text("title", cmp.Or(a.title, locale.Capital(baseOf(a.source.File))))
	m.bare("kind", string(a.kind))
	m.bare("date", dateKey(a.date))
	m.bare("updated", dateKey(a.updated))
	m.bare("expires", dateKey(a.expires))
	m.text("lead", a.lead)
	m.text("description", a.description)
	m.list("contacts", d.idsOf(a.people))
	m.list("meetings", meetings)
	m.list("topics", a.topics)
	m.list("regions", a.regions)
	m.images(a.shown)
	m.list("aliases", a.aliases)
	m.comment("Ur " + path.Base(a.source.File) + ".")
	for _, comment := range a.comments {
		m.comment("Källan: " + comment)
	}
	name := id
	if !a.date.IsZero() {
		name = a.date.Time.Format("2006-01-02") + "-" + id
	}
	file := "press/" + name + ".md"
	if len(a.pictures) > 0 {
		file = "press/" + name + "/index.md"
	}
	for _, p := range a.pictures {
		d.add(&File{Name: "press/" + name + "/" + p.name, From: a.source.File, Raw: p.data})
	}
	d.add(&File{Name: file, From: a.source.File, IsDraft: isDraft, matter: m.b.String(), body: markdownOf(a.body)})
}

// writeMeetings makes a fact sheet of each meeting that an article tells of, and gives their ids.
func (d *desk) writeMeetings(a *article, isDraft bool) []string {
	var ids []string
	for _, g := range a.gatherings {
		title := cmp.Or(g.title, a.title)
		slug := slugOf(inBrackets.ReplaceAllString(cmp.Or(strings.Join(g.organisations, " "), title), ""), d.site.lang)
		id := d.name("meetings", slug, a)
		ids = append(ids, id)
		d.add(&File{Name: "meetings/" + id + ".md", From: a.source.File, IsDraft: isDraft, matter: d.meeting(a, g, title), body: escape(g.said)})
	}
	return ids
}

// inBrackets is what may stand behind a name: its short form.
var inBrackets = regexp.MustCompile(`\s*\([^()]*\)`)

// meeting writes the keys of a fact sheet.
func (d *desk) meeting(a *article, g gathering, title string) string {
	var m matter
	m.text("title", title)
	m.comment("Ur " + path.Base(a.source.File) + ", rad " + strconv.Itoa(g.line) + ". Jämför med källan.")
	if g.when != nil {
		start, end := g.when.keys()
		m.bare("start", start)
		m.bare("end", end)
	}
	if a.date.Time.After(d.options.Now) {
		m.bare("date", dateKey(a.date)) // not before its release
	}
	m.text("time_note", g.timeNote)
	m.text("place", g.place)
	m.list("organisations", g.organisations)
	m.list("participants", d.idsOf(a.attending))
	m.text("audience", g.audience)
	m.registration(a.signupOf(g))
	m.list("contacts", d.idsOf(a.people))
	m.text("series", g.series)
	m.list("topics", a.topics)
	m.list("regions", a.regions)
	return m.b.String()
}

// registration writes how one signs up.
func (m *matter) registration(s signup) {
	if s == (signup{}) {
		return
	}
	m.b.WriteString("registration:\n")
	m.text("  url", s.url)
	if s.email != "" {
		m.reach("  email", s.email)
	}
	m.bare("  deadline", s.deadline)
	m.text("  note", s.note)
}

// result gives all that was made.
func (d *desk) result() Result {
	for _, key := range slices.Sorted(maps.Keys(d.people)) {
		if c := d.people[key]; c.known == nil {
			d.add(c.file())
		}
	}
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		d.made.Files = append(d.made.Files, d.files[name])
	}
	d.made.Diags = d.made.Diags.Sorted()
	return d.made
}
