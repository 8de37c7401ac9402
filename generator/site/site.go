// Package site links items into one model as of a moment: Site, Edition, Release, Meeting, Contact,
// Page, Term, Body, File.
//
// In comes what the files say, and a moment. Out comes what is public then, linked, with what is wrong between files.
//
// Ids become pointers and items get addresses. What is a draft, under embargo or expired is left
// out here, before anything can refer to it, so that no page, list, feed or count knows of it.
// Nothing in the model changes after Link.
package site

import (
	"slices"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/pictures"
)

// Options say as of when and for whom a site is linked.
type Options struct {
	Now     time.Time
	BaseURL string // absolute, without a slash at the end
	Drafts  bool   // show drafts
	Future  bool   // show what is under embargo
	IsFixed bool   // Now was chosen and is not the clock's: what a page says of time stays as it is then
	Words   map[string]*locale.Words
	// FirstSeen tells when a content file, by its name in the content folder, was there for the first time; zero
	// where that is not known. nil knows nothing.
	FirstSeen func(name string) time.Time
	// Pictures inspects pictures and remembers them; nil remembers nothing.
	Pictures *pictures.Cache
	// Root is the content folder on the disk, absolute; "" where it lies on none.
	Root string
}

// A Site is the whole model: one edition a language.
type Site struct {
	Settings        *content.Settings
	Statement       *content.Statement // nil where there is none
	BaseURL         string
	Now             time.Time
	IsFixed         bool        // the site is looked at as of Now, whatever a reader's clock says
	Next            Change      // the first moment after Now at which any output will differ
	Ahead           []time.Time // the moments after Now at which a text becomes public, soonest first
	Editions        []*Edition
	Files           []*File // pictures and attachments of what is shown, by URL
	files           files
	filesOf         map[string][]*File // by item
	targets         *targetMap
	SecurityExpires time.Time  // until when security.txt holds; zero where there is none
	Withheld        []Withheld // what is not shown, by kind, id and language
	set             *content.Set
	numbers         int

	ShowsWithheld bool // shows what the public may not see yet: Drafts or Future were asked for
}

// Revision is another one after each change of the texts while the site is linked: see [content.Set.Revision].
func (s *Site) Revision() int64 { return s.set.Revision() }

// Keep gives copies of the site's texts for those who cannot read them: see [content.Set.Keep].
func (s *Site) Keep() map[string]content.Kept { return s.set.Keep() }

// PublicSettings gives the settings without what is not public: see [content.Set.PublicSettings].
func (s *Site) PublicSettings(name string, isShown func(folder, id string) bool) (string, error) {
	return s.set.PublicSettings(name, isShown)
}

// Heard is what is told to the authors of the site's texts: see [content.Set.Heard].
func (s *Site) Heard(l diag.List) diag.List { return s.set.Heard(l) }

// StateOf tells what a text of the site's content is, shown or not, and since when or from when on it is public; zero
// for always.
func (s *Site) StateOf(i *content.Item) (State, time.Time) {
	t := s.targets.files[i.Name]
	return t.state, t.from
}

// Numbers is how many items have a [Item.Number].
func (s *Site) Numbers() int { return s.numbers }

// An Edition is the site in one language.
type Edition struct {
	Site         *Site
	Lang         *locale.Language
	Words        *locale.Words
	Prefix       string // of every URL: "" for the first language, "/en" for another
	Title        string
	Tagline      string
	Organisation Organisation
	PressHours   string // when the press contacts can be reached
	Privacy      string // what becomes of what one leaves when one signs up

	Releases      []*Release // newest first
	Listed        []*Release // these, and those of the first language that have no translation; newest first
	Meetings      []*Meeting // all, by start; those without a date last
	Coming        []*Meeting // soonest first; going on now included
	Undated       []*Meeting
	Past          []*Meeting // latest first
	Contacts      []*Contact // press contacts first, then by order and name; those who have left are not in it
	Departed      []*Contact
	PressContacts []*Contact // whom to call
	Pages         []*Page
	Logotypes     []Image // of the organisation, in the order of the settings
	Topics        []*Term
	Regions       []*Term
	Organisations []*Term // that are met
	Series        []*Term // of meetings

	byName map[string]*Contact // contacts whose name no other has
}

// An Organisation is the publisher in one language.
type Organisation struct {
	Name, URL, Email string
	Phone            locale.Phone
	Address          content.Address
	About            *Body // nil where there is none
}

// Link makes the model of what set holds at o.Now. Like every stage it gives a result that is as
// complete as it can be, and what is wrong.
func Link(set *content.Set, o Options) (*Site, diag.List) {
	l := newLinker(set, o)
	for i, tag := range set.Settings.Languages {
		l.site.Editions = append(l.site.Editions, l.newEdition(i, tag))
	}
	l.createItems()
	for _, e := range l.site.Editions {
		l.linkEdition(e)
	}
	l.linkLogotypes()
	l.joinTranslations()
	l.site.files, l.site.Files, l.site.filesOf = l.files, l.files.sorted(), l.files.byItem()
	l.listWithheld()
	l.checkEarly()
	l.checkCircles()
	if set.Settings.SecurityContact != "" {
		l.site.SecurityExpires = securityExpires(o.Now)
		l.ahead.add(Renewal, nextHalfYear(o.Now).In(o.Now.Location()))
	}
	l.site.Next = soonest(slices.Concat(l.ahead.coming, l.moments.coming))
	l.site.Ahead = l.opening.times()
	l.checkStatement()
	return l.site, l.diags
}

// Edition gives the edition in a language, or nil.
func (s *Site) Edition(tag string) *Edition {
	for _, e := range s.Editions {
		if e.Lang.Tag == tag {
			return e
		}
	}
	return nil
}

// URL gives the address of a place in the edition, from the root: e.URL("press", "2012") is
// "/pressmeddelanden/2012/". The first part is a section, named by the word "path.press".
func (e *Edition) URL(section string, parts ...string) string {
	url := e.Prefix + "/" + e.Words.Text("path."+section) + "/"
	for _, part := range parts {
		url += part + "/"
	}
	return url
}

// Home is the address of the edition's first page.
func (e *Edition) Home() string { return e.Prefix + "/" }

// statementMonths is how old an assessment of accessibility and its tests may be.
const statementMonths = 12

func (l *linker) checkStatement() {
	s := l.set.Statement
	if s == nil {
		return
	}
	isOld := func(d locale.Date) bool {
		return !d.IsZero() && d.Time.AddDate(0, statementMonths, 0).Before(l.now)
	}
	if isOld(s.Assessed) {
		l.diags.Add(s.At("assessed"), diag.StatementOld, "what", "bedömningen", "what-en", "the assessment",
			"advice", "granska webbplatsen på nytt och ändra `assessed`", "advice-en", "assess the site again and change `assessed`")
	}
	if r := s.Tests; r != nil && isOld(r.Date) {
		l.diags.Add(r.At("date"), diag.StatementOld, "what", "testningen", "what-en", "the testing",
			"advice", "testa på nytt: `go test ./generator/browser -run TestPages -record`", "advice-en", "test again: `go test ./generator/browser -run TestPages -record`")
	}
}
