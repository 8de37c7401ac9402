package site

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/pictures"
)

// A linker holds what is needed while the model is made.
type linker struct {
	set     *content.Set
	options Options
	now     time.Time
	site    *Site
	diags   diag.List
	files   files
	moments moments // at which readers saw or will see a change
	ahead   moments // at which something that is withheld becomes public
	opening moments // at which a text does: a release, a correction
	hidden  []hiddenItem

	ownFolders map[string]bool        // see owners
	byFold     map[string][]string    // see twinsOf
	made       map[string]*File       // see isMadeTwice
	doubles    map[*content.Item]bool // see isDouble

	pictures *pictures.Cache
	releases index[Release]
	meetings index[Meeting]
	people   index[Contact]
	pages    index[Page]
	targets  *targetMap
}

// settingsName is the file of the settings inside the content folder.
const settingsName = "site.yaml"

func newLinker(set *content.Set, o Options) *linker {
	l := &linker{
		set: set, options: o, now: o.Now,
		site: &Site{Settings: set.Settings, Statement: set.Statement, BaseURL: o.BaseURL, Now: o.Now, IsFixed: o.IsFixed,
			ShowsWithheld: o.Drafts || o.Future, set: set},
		moments: moments{now: o.Now},
		ahead:   moments{now: o.Now},
		opening: moments{now: o.Now},
		files:   files{}, doubles: map[*content.Item]bool{},
		releases: newIndex[Release](), meetings: newIndex[Meeting](), people: newIndex[Contact](), pages: newIndex[Page](),
	}
	if l.pictures = o.Pictures; l.pictures == nil {
		l.pictures = pictures.Open("")
	}
	n := len(set.Releases) + len(set.Meetings) + len(set.Contacts) + len(set.Pages)
	l.targets = &targetMap{
		files: make(map[string]target, n), shown: make(map[urlKey]*Body, n), first: l.first(),
		why: func(t target) noun { sv, en := l.why(t); return noun{sv, en} },
	}
	l.site.targets = l.targets
	return l
}

func (l *linker) newEdition(i int, tag string) *Edition {
	s := l.set.Settings
	lang, _ := locale.Lookup(tag)
	e := &Edition{Site: l.site, Lang: lang, Words: l.options.Words[tag]}
	if i > 0 {
		e.Prefix = "/" + tag
	}
	first := s.Languages[0]
	e.Title, e.Tagline = s.Title.In(tag, first), s.Tagline.In(tag, first)
	e.PressHours, e.Privacy = s.PressHours.In(tag, first), s.Privacy.In(tag, first)
	o := s.Organisation
	name := cmp.Or(o.Name.In(tag, first), e.Title, settingsName) // one that is missing has been reported
	e.Organisation = Organisation{Name: name, URL: o.URL, Email: o.Email, Phone: o.Phone, Address: o.Address}
	if about := o.About.In(tag, first); about != "" {
		home := &content.Item{File: s.File, Name: settingsName, Lang: tag}
		e.Organisation.About = l.textBody(e, home, about, "about", s.At("organisation"))
		e.Organisation.About.Keep() // it stands on every release
	}
	return e
}

// createItems makes what is shown and remembers what is not.
func (l *linker) createItems() {
	never := locale.Date{}
	for _, c := range l.set.Contacts {
		if l.remember(&c.Item, l.people.withheld, never, never) {
			l.people.add(c.Lang, c.ID, l.newContact(l.site.Edition(c.Lang), c))
		} else {
			var photo []content.Image
			if c.Photo != nil {
				photo = []content.Image{*c.Photo}
			}
			l.hide(&c.Item, "", shownFiles(photo, nil))
		}
	}
	spread(l, l.people, func(e *Edition, p *Contact) *Contact { return l.newContact(e, p.source) })
	for _, c := range l.set.Meetings {
		if l.remember(&c.Item, l.meetings.withheld, c.Date, never) {
			l.meetings.add(c.Lang, c.ID, l.newMeeting(l.site.Edition(c.Lang), c))
		} else {
			l.hide(&c.Item, "", shownFiles(c.Images, c.Attachments))
			l.open(&c.Item, c.Changes...)
		}
	}
	spread(l, l.meetings, func(e *Edition, m *Meeting) *Meeting { return l.newMeeting(e, m.source) })
	for _, c := range l.set.Releases {
		if l.remember(&c.Item, l.releases.withheld, c.Date, c.Expires) {
			l.releases.add(c.Lang, c.ID, l.newRelease(l.site.Edition(c.Lang), c))
		} else {
			l.hide(&c.Item, c.Lead, shownFiles(c.Images, c.Attachments))
			l.open(&c.Item, c.Corrections...)
			if c.Withdrawn != nil {
				l.open(&c.Item, *c.Withdrawn)
			}
		}
	}
	for _, c := range l.set.Pages {
		if l.remember(&c.Item, l.pages.withheld, never, never) {
			l.pages.add(c.Lang, c.ID, l.newPage(l.site.Edition(c.Lang), c))
		} else {
			l.hide(&c.Item, "", nil)
		}
	}
}

// spread puts items into the editions that they have no translation in: a name and a number need none, and neither
// does when and where one meets.
func spread[T any](l *linker, in index[T], translate func(*Edition, *T) *T) {
	for id, item := range in.shown[l.first()] {
		for _, e := range l.site.Editions[1:] {
			if in.find(id, e.Lang.Tag) == nil {
				in.add(e.Lang.Tag, id, translate(e, item))
			}
		}
	}
}

func (l *linker) first() string { return l.set.Settings.Languages[0] }

func (l *linker) hide(i *content.Item, lead string, files []string) {
	l.hidden = append(l.hidden, hiddenItem{i, lead, files})
}

// open notes when the dated texts of an item under embargo become public; those of one that is shown are noted when
// it is made.
func (l *linker) open(i *content.Item, notes ...content.Note) {
	if l.targets.files[i.Name].state != Embargoed {
		return
	}
	for _, n := range notes {
		l.opening.add(Update, n.Date.Time)
	}
}

// remember notes a content file and tells whether it is shown. Where it is not, withheld gets the
// reason under its id.
func (l *linker) remember(i *content.Item, withheld map[string]target, published, expires locale.Date) bool {
	t := target{file: i.File, folder: folder(i), id: i.ID, lang: i.Lang, state: l.stateOf(i, published, expires), from: l.publicFrom(i, published.Time)}
	l.targets.files[i.Name] = t
	if l.isShown(t.state) || t.state == Expired {
		// Nothing changes for readers at a moment that only what they never saw tells of.
		l.moments.add(Publication, t.from)
		l.moments.add(Expiry, expires.Time)
	}
	if t.state != Draft {
		l.ahead.add(Publication, t.from)
		l.ahead.add(Expiry, expires.Time)
	}
	if t.state == Embargoed {
		l.opening.add(Publication, t.from)
	}
	if l.isShown(t.state) && !l.isDouble(i) {
		return true
	}
	if _, again := withheld[i.ID]; !again { // drafts come last
		withheld[i.ID] = t
	}
	return false
}

// isDouble tells whether a draft has the id of a text that comes before it, or translates one that has: it is shown
// when it has an id of its own.
func (l *linker) isDouble(i *content.Item) bool {
	isTaken := l.targets.shown[urlKey{i.Lang, folder(i), i.ID}] != nil || l.doubles[i.Original()]
	l.doubles[i] = isTaken && i.IsDraft()
	return l.doubles[i]
}

// newItem gives what every item has, its address among it: the section's word and the slug.
func (l *linker) newItem(e *Edition, c *content.Item, section string) Item {
	slug := c.Slug
	if slug == "" {
		slug = c.ID
	}
	if !locale.IsSlug(slug) {
		made := cmp.Or(locale.Slug(slug, c.Lang), "kort-namn") // of an emoji nothing is left
		l.diags.Add(diag.Position{File: c.File}, diag.BadSlug, "value", slug, "example", itemName(c))
		slug = made
	}
	if strings.ContainsFunc(c.Name, unicode.IsControl) { // an id that no one could write
		l.diags = append(l.diags, CheckName(diag.Position{File: c.File}, c.Name)...)
	}
	url := e.Prefix + "/" + slug + "/"
	if section != "" {
		url = e.URL(section, slug)
	}
	// An item without a title has been reported; with its id it can be looked at while it is mended.
	i := Item{Edition: e, Source: c, ID: c.ID, Title: cmp.Or(c.Title, c.ID), URL: url, TextLang: c.Lang, Aliases: c.Aliases, number: l.site.numbers}
	l.site.numbers++
	if e.Lang.Tag != c.Lang {
		i.Aliases = nil
	}
	i.Body = l.newBody(e, c)
	i.Body.url = url
	l.targets.shown[urlKey{e.Lang.Tag, folder(c), c.ID}] = i.Body
	return i
}

// itemName is a name that the file of an item may have, or its folder, so that its address can be made of it.
func itemName(c *content.Item) string {
	base, dir := path.Base(c.Name), path.Dir(c.Name)
	if strings.HasPrefix(base, "index.") {
		return newName(path.Base(dir)) + "/" + base
	}
	stem, suffixes, _ := strings.Cut(base, ".")
	return newName(stem) + "." + suffixes
}

// linkEdition fills the lists of an edition and turns ids into pointers.
func (l *linker) linkEdition(e *Edition) {
	tag := e.Lang.Tag
	for _, p := range l.people.shown[tag] {
		if p.Departed {
			e.Departed = append(e.Departed, p)
		} else {
			e.Contacts = append(e.Contacts, p)
		}
	}
	for _, m := range l.meetings.shown[tag] {
		e.Meetings = append(e.Meetings, m)
	}
	for _, r := range l.releases.shown[tag] {
		e.Releases = append(e.Releases, r)
	}
	for _, p := range l.pages.shown[tag] {
		e.Pages = append(e.Pages, p)
	}
	slices.SortFunc(e.Releases, byDate)
	slices.SortFunc(e.Meetings, byStart)
	sortContacts(e, sortedByURL(e.Contacts))
	sortContacts(e, sortedByURL(e.Departed))
	slices.SortFunc(e.Pages, func(a, b *Page) int { return strings.Compare(a.URL, b.URL) })
	sortPages(e)

	for _, p := range slices.Concat(e.Contacts, e.Departed) {
		l.linkContact(p)
	}
	for _, m := range e.Meetings {
		l.linkMeeting(m)
	}
	for _, r := range e.Releases {
		l.linkRelease(r)
	}
	l.listForeign(e)
	l.linkTerms(e)
	l.linkMet(e)
	e.linkNeighbours()
	e.linkSeries()
	e.splitMeetings()
	e.PressContacts = l.pressContacts(e)
	l.checkDeparted(e)
	l.publishBodyFiles(e)
	e.listNames()
}

// sortedByURL puts contacts into one order before they are sorted by what may be equal.
func sortedByURL(contacts []*Contact) []*Contact {
	slices.SortFunc(contacts, func(a, b *Contact) int { return strings.Compare(a.URL, b.URL) })
	return contacts
}

func (e *Edition) linkNeighbours() {
	for i, r := range e.Releases {
		if i > 0 {
			r.Newer = e.Releases[i-1]
		}
		if i+1 < len(e.Releases) {
			r.Older = e.Releases[i+1]
		}
	}
}

// seriesNear is how many meetings of a series before and after one are listed beside it.
const seriesNear = 6

func (e *Edition) linkSeries() {
	unnamed := map[string][]*Meeting{} // what the series are called in this language is not known
	for _, m := range e.Meetings {
		if m.Series != "" && m.SeriesTerm == nil {
			name := spelling(m.Series)
			unnamed[name] = append(unnamed[name], m)
		}
	}
	for _, all := range unnamed {
		linkNear(all)
	}
	for _, t := range e.Series {
		linkNear(t.Meetings)
	}
}

// linkNear tells each meeting of a series which are before and after it.
func linkNear(series []*Meeting) {
	for i, m := range series {
		m.InSeries = slices.Concat(series[max(0, i-seriesNear):i], series[i+1:min(len(series), i+1+seriesNear)])
	}
}

func (e *Edition) splitMeetings() {
	for _, m := range e.Meetings {
		switch {
		case m.Start.IsZero(), m.Standing() == Postponed:
			e.Undated = append(e.Undated, m)
		case m.Past:
			e.Past = append(e.Past, m)
		default:
			e.Coming = append(e.Coming, m)
		}
	}
	slices.SortStableFunc(e.Past, func(a, b *Meeting) int { return b.Start.Time.Compare(a.Start.Time) })
}

// pressContacts are those that the settings name, else all that are press contacts. One who has left is
// replaced by the successor. Whoever is named there is a press contact everywhere.
func (l *linker) pressContacts(e *Edition) []*Contact {
	var press []*Contact
	if refs := l.set.Settings.PressContacts; len(refs) > 0 {
		for _, p := range l.contactsOf(e, refs) {
			if p.Departed {
				l.tellDeparted(p, l.set.Settings.At("press_contacts"))
				p = p.ReplacedBy
			}
			if p != nil && !p.Departed && !slices.Contains(press, p) {
				p.Press = true
				press = append(press, p)
			}
		}
		sortContacts(e, e.Contacts)
		return press
	}
	for _, p := range e.Contacts {
		if p.Press {
			press = append(press, p)
		}
	}
	return press
}
