// Package content turns files into typed items, each on its own: Set, Settings, Statement,
// Release, Meeting, Contact, Page.
//
// In comes a content folder as an fs.FS. Out comes a [Set] of items, with what is wrong in the files.
//
// An item holds what its author wrote: ids, dates, texts, and where each of them stands. What ids
// mean, which address an item gets and whether it is public is decided in package site. What a
// file says depends on that file and the settings alone, so files are read in any order.
//
// The files begin with what they do:
//
//	load…     finding files, reading them again when they changed, cutting off the front matter
//	decode…   front matter to values: YAML, the tables of fields, kinds of values
//	model…    what the keys are to people: labels, help, examples; keys.md and the JSON Schemas are made of it
//	house…    front matter in the order and spelling that we write
//	content, item, body, media, release, meeting, contact, page, settings, statement, testrecord, words   what comes out
package content

import (
	"cmp"
	"io/fs"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
)

// A Set is everything that stands in a content folder.
type Set struct {
	FS        fs.FS  // the content folder
	Label     string // what stands before a name in messages: "content"
	Settings  *Settings
	Statement *Statement // nil where there is none
	// Items by id, each original followed by its translations in the order of the site's languages.
	// What a translation leaves out is taken from its original.
	Releases []*Release
	Meetings []*Meeting
	Contacts []*Contact
	Pages    []*Page
	// Files are all others in the folders of items, by name inside the content folder. They are
	// published only through an item that shows them.
	Files []string

	onDisk   map[string]string      // see OnDisk
	ignored  map[string][]diag.Code // by file: see Heard
	drafts   map[string]bool        // by file: those that are surely drafts
	parsed   []parsed               // what the files gave: see Keep
	revision *atomic.Int64          // of its loader
}

// Revision is another one after each change of the texts, also while a later set of the same loader is there: bodies
// are in both. Whoever remembers what was made of some of them asks for it before reading one, and once more
// before taking what is remembered.
func (s *Set) Revision() int64 { return s.revision.Load() }

// Items gives every item of the set.
func (s *Set) Items() iter.Seq[*Item] {
	return func(yield func(*Item) bool) {
		_ = each(s.Releases, yield) && each(s.Meetings, yield) && each(s.Contacts, yield) && each(s.Pages, yield)
	}
}

func each[P interface{ item() *Item }](items []P, yield func(*Item) bool) bool {
	for _, i := range items {
		if !yield(i.item()) {
			return false
		}
	}
	return true
}

// assembleSet puts together what the files gave.
func assembleSet(fsys fs.FS, label string, settings *Settings, items []parsed, loose []looseFile) (*Set, diag.List) {
	files, onDisk := namesOf(loose)
	set := &Set{FS: fsys, Label: label, Settings: settings, Files: files, onDisk: onDisk}
	statement, diags := loadStatement(fsys, label, settings)
	record, found := loadTestRecord(fsys, label, settings)
	diags = append(diags, found...)
	if statement != nil {
		diags = append(diags, statement.tell(record)...)
	}
	set.Statement = statement
	for _, p := range items {
		diags = append(diags, p.diags...)
		set.add(p)
	}
	diags = append(diags, settle(settings, set.Releases, releaseFields)...)
	diags = append(diags, settle(settings, set.Meetings, meetingFields)...)
	diags = append(diags, settle(settings, set.Contacts, contactFields)...)
	diags = append(diags, settle(settings, set.Pages, pageFields)...)
	for _, name := range slices.DeleteFunc(strays(files, items), settings.hasLogotype) {
		at := diag.Position{File: label + "/" + set.OnDisk(name)}
		if isText(name) {
			diags = append(diags, strayText(fsys, settings, at.File, name))
			continue
		}
		sv, en := looseAdvice(label, name)
		diags.Add(at, diag.StrayFile, "advice", sv, "advice-en", en)
	}
	set.ignored, set.drafts = set.ignoredCodes(), draftFiles(set, items)
	return set, diags
}

// parsed is what one file gave: one of the four items, or none.
type parsed struct {
	release *Release
	meeting *Meeting
	contact *Contact
	page    *Page
	unread  *Item // what its path says of a file that could not be read
	diags   diag.List
}

// item is what was read, nil where the file could not be.
func (p parsed) item() *Item {
	switch {
	case p.release != nil:
		return &p.release.Item
	case p.meeting != nil:
		return &p.meeting.Item
	case p.contact != nil:
		return &p.contact.Item
	case p.page != nil:
		return &p.page.Item
	}
	return nil
}

func (s *Set) add(p parsed) {
	switch {
	case p.release != nil:
		s.Releases = append(s.Releases, p.release)
	case p.meeting != nil:
		s.Meetings = append(s.Meetings, p.meeting)
	case p.contact != nil:
		s.Contacts = append(s.Contacts, p.contact)
	case p.page != nil:
		s.Pages = append(s.Pages, p.page)
	}
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

// parse is pure: the same settings, place and bytes give the same item.
func parse(settings *Settings, at place, file string, data []byte) parsed {
	var p parsed
	base := Item{File: file, Name: at.composed, ID: at.id, Lang: at.lang}
	switch at.kind {
	case pressKind:
		p.release = &Release{Item: base}
		p.diags = parseItem(settings, data, &p.release.Item, p.release, releaseFields, releaseKeys)
	case meetingKind:
		p.meeting = &Meeting{Item: base, Status: Planned}
		p.diags = parseItem(settings, data, &p.meeting.Item, p.meeting, meetingFields, meetingKeys)
	case contactKind:
		p.contact = &Contact{Item: base}
		p.diags = parseItem(settings, data, &p.contact.Item, p.contact, contactFields, contactKeys)
		p.contact.Title = p.contact.Name
	case pageKind:
		p.page = &Page{Item: base}
		p.diags = parseItem(settings, data, &p.page.Item, p.page, pageFields, pageKeys)
	}
	return p
}

// The keys of each kind: every file is searched for them.
var (
	releaseKeys = keysOf(releaseFields)
	meetingKeys = keysOf(meetingFields)
	contactKeys = keysOf(contactFields)
	pageKeys    = keysOf(pageFields)
)

// parseItem reads front matter into v by its table of fields and leaves the rest as the body. keys are the keys of
// the table.
func parseItem[T any](settings *Settings, data []byte, item *Item, v *T, fields []field[T], keys []string) diag.List {
	text, ok, diags := readText(item.File, data)
	if !ok {
		item.diagsOff, item.surelyDraft = true, linesSayDraft(data)
		item.Draft = item.surelyDraft
		item.Body = NewBody(markdown.Source{File: item.File, Lang: item.Lang})
		return diags
	}
	matter, found := splitMatter(item.File, text, keys)
	diags = append(diags, found...)
	item.Body = NewBody(markdown.Source{File: item.File, Data: text, Offset: matter.body, Lang: item.Lang})
	memory := simpleYAMLs.Get().(*simpleYAML)
	defer simpleYAMLs.Put(memory)
	root, found := parseYAML(memory, item.File, matter.yaml, matter.line)
	diags = append(diags, found...)
	diags = append(diags, swallowedKeys(item.File, matter, root, keys)...)
	diags = append(diags, keysInBody(item.File, text, matter.body, keys)...)
	d := &decoder{file: item.File, name: item.Name, line: matter.line, settings: settings}
	d.isTranslation = item.Lang != settings.Languages[0]
	if slices.Contains(keys, "end") {
		splitHours(root)
	}
	item.keys = decodeMap(d, root, v, fields)
	item.diagsOff = !matter.ok || root == nil
	if item.surelyDraft = !item.diagsOff && saysDraft(root); item.diagsOff {
		item.surelyDraft = linesSayDraft(text)
	}
	item.Draft = item.Draft || item.surelyDraft
	return append(diags, d.diags...)
}

// settle sorts items of one kind by id and language, gives translations what they leave out, and
// reports what can be seen only then: doubles, translations of nothing, keys that nobody gave.
func settle[T any, P interface {
	*T
	item() *Item
	complete(*decoder)
}](settings *Settings, items []P, fields []field[T]) diag.List {
	var diags diag.List
	slices.SortFunc(items, func(a, b P) int {
		x, y := a.item(), b.item()
		return cmp.Or(strings.Compare(x.ID, y.ID), settings.compareLanguages(x.Lang, y.Lang), draftsLast(x, y), strings.Compare(x.File, y.File))
	})
	var originals []P // of one id: the first has it
	for i, p := range items {
		item := p.item()
		original := originalOf(item, originals)
		switch {
		case item.Lang == settings.Languages[0]:
			if original == nil {
				originals = originals[:0]
			}
			originals = append(originals, p)
		case original == nil:
			diags.Add(diag.Position{File: item.File}, diag.OrphanLanguage, "original", item.originalName())
		default:
			// The file's own item stays as it was parsed: it may be remembered for the next time.
			translation := *p
			p = &translation
			items[i], item = p, p.item()
			if keys := inherit(p, original, item.keys, original.item().keys, fields); len(keys) > 0 {
				diags.Add(diag.Position{File: item.File}, diag.Untranslated, "keys", strings.Join(keys, ", "))
			}
			item.original = original.item()
		}
		diags = append(diags, doubles(items[max(0, i-1):i+1])...)
		if !item.diagsOff {
			d := &decoder{file: item.File, settings: settings}
			p.complete(d)
			diags = append(diags, d.diags...)
		}
	}
	return diags
}

// originalOf gives the one of some originals that a text translates, going by its name, or else the first; nil where
// they have another id.
func originalOf[P interface{ item() *Item }](item *Item, originals []P) (original P) {
	for i, p := range originals {
		if p.item().ID == item.ID && (i == 0 || p.item().File == item.originalName()) {
			original = p
		}
	}
	return original
}

// doubles reports the second of two texts that have one id in one language.
func doubles[P interface{ item() *Item }](two []P) (diags diag.List) {
	if len(two) < 2 || two[0].item().ID != two[1].item().ID || two[0].item().Lang != two[1].item().Lang {
		return nil
	}
	if draftsLast(two[0].item(), two[1].item()) > 0 { // known only now: its original is one
		two[0], two[1] = two[1], two[0]
	}
	diags.Add(diag.Position{File: two[1].item().File}, diag.DuplicateID, "id", two[1].item().ID, "other", two[0].item().File)
	return diags
}

// draftsLast compares two texts of one id: what a draft takes, it does not take from a text that is none.
func draftsLast(a, b *Item) int {
	switch {
	case a.isSurely() == b.isSurely():
		return 0
	case a.isSurely():
		return 1
	}
	return -1
}
