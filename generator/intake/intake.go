// Package intake makes content of texts that were written for other places: Source, Options, Result, File.
//
// In come texts as they are copied from a newsroom's page, saved by a browser or a word processor, or written for
// another static site generator. Out come content files, which the caller checks and writes, and a report of all that
// was not certain.
//
// A text goes through three steps. It is read: its bytes become blocks, whatever its form. It is understood: blocks
// become a title, a lead, quotes, people, facts about meetings. It is settled with the others: people are matched with
// the contacts that exist, names are given. Reading and understanding know of no other text.
//
// Nothing of a text is lost. What is no part of a content file stands in a comment in it, or in the report.
//
// The files begin with what they do:
//
//	encoding, form, plain, marked, page…, word…, matter…, picture                   reading
//	block, head, moment, section, person, speech, when, fact, signup, shown, kept   understanding
//	desk…, compose                                                                  settling and writing
package intake

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// A Source is a file to take in.
type Source struct {
	File string // as messages name it
	Data []byte
	// Near reads a file that is named in the text, by its name beside it. It may be nil.
	Near func(name string) ([]byte, error)
}

// Options say how texts are taken in.
type Options struct {
	Date locale.Date // when those were published that do not say; zero: that is not known
	Now  time.Time   // what lies ahead of it is not public
}

// A Result is what texts became.
type Result struct {
	Files []*File   // by name; no two have the same
	Diags diag.List // about the sources
	Taken int       // how many texts could be read
}

// A File is a content file to be written, or a picture of one.
type File struct {
	Name    string // inside the content folder
	From    string // the source, as messages name it
	IsDraft bool   // only of texts
	Raw     []byte // of a picture: its bytes

	matter, body string
}

// Import makes content of texts, for the site that a set is read from. The order of the sources does not matter.
func Import(set *content.Set, sources []Source, o Options) Result {
	sources = slices.Clone(sources)
	slices.SortFunc(sources, func(a, b Source) int { return strings.Compare(a.File, b.File) })
	site := siteOf(set)
	articles := make([]*article, len(sources))
	eachOf(len(sources), func(i int) { articles[i] = understand(sources[i], site, o) })
	d := newDesk(set, site, o)
	for _, a := range articles {
		d.take(a)
	}
	return d.result()
}

// eachOf calls do for 0 to n-1, on all processors.
func eachOf(n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}

// site is what is known of the site that texts come to.
type site struct {
	zone         *time.Location
	region       string // for telephone numbers
	lang         string
	organisation string
	phone        locale.Phone // of its switchboard
	about        []string     // its boilerplate in each language, as compared
}

func siteOf(set *content.Set) *site {
	s := set.Settings
	known := &site{zone: s.Zone, lang: s.Languages[0], region: cmp.Or(s.Organisation.Address.Country, "SE")}
	known.organisation = s.Organisation.Name.In(known.lang, known.lang)
	known.phone = s.Organisation.Phone
	for _, lang := range s.Languages {
		if about := letters(s.Organisation.About.In(lang, known.lang)); about != "" {
			known.about = append(known.about, about)
		}
	}
	return known
}

// An article is a text that was understood, before it meets the others.
type article struct {
	source Source
	site   *site
	found  diag.List

	isTaken     bool   // there is a text in it
	text        string // all that is to be kept, line by line
	hasLines    bool   // these are the lines of the source
	firstLine   int
	kind        content.ReleaseKind
	title       string
	titleLine   int
	date        locale.Date
	lead        string
	description string
	slug        string
	updated     locale.Date
	expires     locale.Date
	isDraft     bool // it says so itself
	body        []block
	people      []person // whom to call
	attending   []person // who takes part in its meetings
	topics      []string
	regions     []string
	aliases     []string
	gatherings  []gathering
	pictures    []picture
	shown       []shown  // of these, in the order of the text
	isMarkdown  bool     // it was written as Markdown: its paragraphs stay where they are
	comments    []string // lines for the front matter
}

// tell reports something about a line of the source.
func (a *article) tell(line int, code diag.Code, args ...string) {
	a.found.Add(diag.Position{File: a.source.File, Line: line}, code, args...)
}

// leaveOut keeps a text that is no part of the content in a comment, and tells of it.
func (a *article) leaveOut(b block) {
	a.comments = append(a.comments, b.plain)
	a.tell(b.line, diag.ImportLeftOut, "text", b.plain)
}

// understand reads a text and finds in it what content files hold.
func understand(source Source, s *site, o Options) *article {
	a := &article{source: source, site: s}
	if !a.read() {
		return a
	}
	if a.isTaken = len(a.body) > 0 || a.title != ""; !a.isTaken {
		a.tell(0, diag.ImportEmpty)
		return a
	}
	a.understand(o)
	return a
}

// understand goes through the blocks from the first to the last.
func (a *article) understand(o Options) {
	a.takePictures()
	a.showPictures()
	a.readHead()
	if a.date.IsZero() {
		a.date = nameDate(a.source.File, a.site.zone)
	}
	if a.date.IsZero() && !o.Date.IsZero() {
		a.date = o.Date
	}
	a.readSections()
	a.settleDates()
	a.readGatherings()
	a.readSpeech()
	a.takeLead()
	a.keepTheRest()
	a.doubt(o.Now)
}

// doubt tells what an author must look at before the text is published.
func (a *article) doubt(now time.Time) {
	if a.title == "" {
		a.tell(1, diag.ImportNoTitle)
	}
	if a.date.IsZero() {
		a.tell(1, diag.ImportNoDate)
	}
	if a.date.Time.After(now) {
		a.tell(1, diag.ImportAhead, "date", dateKey(a.date))
	}
	if a.site.lang == "sv" && looksEnglish(a.text) {
		a.tell(1, diag.ImportOtherLanguage)
	}
}
