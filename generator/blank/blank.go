// Package blank makes the files that an author fills in: Wish, File, Make.
//
// In comes a Wish, with the set of what is there. Out come files with the right names, the keys that must be there, and
// as comments those that may be, with a word of help and what they can be chosen from. Nothing is written here.
package blank

import (
	"path"
	"slices"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// A Wish says what file is to be made.
type Wish struct {
	Kind     string    // one of Kinds
	Title    string    // of a contact the name, or the name and the role: "Anna Exempel, näringslivschef"
	From     string    // an item that it is like, by its id or file; "" = none
	Dates    []string  // on which a release comes out, or meetings begin; a meeting gets a file for each
	Language string    // of a translation; "" = none. Title names the original then, by its id or file
	Now      time.Time // the present
}

// A File is one to be written.
type File struct {
	Name string // inside the content folder: "press/2026-11-28-kort-rubrik.md"
	Text []byte
}

// A sort is a kind of files that can be made.
type sort struct {
	name, folder string // "meeting", "meetings"
	title        string // the key that Title is written after
	start        string // the key that Dates are written after; "" = none
}

var sorts = []sort{
	{"press", "press", "title", "date"},
	{"meeting", "meetings", "title", "start"},
	{"contact", "contacts", "name", ""},
	{"page", "pages", "title", ""},
}

// Kinds are what a Wish may ask for.
func Kinds() (names []string) {
	for _, s := range sorts {
		names = append(names, s.name)
	}
	return names
}

// Make gives the files of a wish. The error is a [diag.Failure] that says what to wish instead.
func Make(set *content.Set, w Wish) ([]File, error) {
	s, err := sortOf(w.Kind)
	if err != nil {
		return nil, err
	}
	m := maker{set: set, sort: s, wish: w, lang: set.Settings.Languages[0], keys: keysOf(s.folder)}
	if w.Language != "" {
		return m.translation()
	}
	if err := m.readFrom(); err != nil {
		return nil, err
	}
	days, err := m.days()
	if err != nil {
		return nil, err
	}
	var files []File
	for _, day := range days {
		name, err := m.name(day, len(days) > 1)
		if err != nil {
			return nil, err
		}
		files = append(files, File{name, m.text(day, len(days) > 1)})
	}
	return files, nil
}

// A maker makes the files of one wish.
type maker struct {
	set  *content.Set
	sort sort
	wish Wish
	lang string // the site's first
	keys []content.Key
	from *content.Item    // nil where there is none
	like *content.Meeting // the same, where it is a meeting
}

func sortOf(name string) (sort, error) {
	i := slices.IndexFunc(sorts, func(s sort) bool { return s.name == name || s.folder == name })
	if i >= 0 {
		return sorts[i], nil
	}
	hint := diag.Both("välj mellan "+strings.Join(Kinds(), ", "), "choose one of "+strings.Join(Kinds(), ", "))
	if near := diag.Suggest(strings.ToLower(name), Kinds()); near != "" {
		hint = diag.Both("menade du "+near+"?", "did you mean "+near+"?")
	}
	return sort{}, diag.Usage(diag.Both("det finns inget slag "+name, "there is no kind "+name), hint)
}

func keysOf(folder string) []content.Key {
	types := content.Model()
	return types[slices.IndexFunc(types, func(t content.Type) bool { return t.Name == folder })].Keys
}

// items are those of the kind that is to be made.
func (m *maker) items() (items []*content.Item) {
	for i := range m.set.Items() {
		if strings.HasPrefix(i.Name, m.sort.folder+"/") {
			items = append(items, i)
		}
	}
	return items
}

// find gives the item that is meant by an id or by its file, in the site's first language.
func (m *maker) find(named string) (*content.Item, error) {
	var ids []string
	for _, i := range m.items() {
		isFile := i.Name == named || i.File == named || strings.HasSuffix(named, "/"+i.Name)
		if isFile || i.ID == named {
			return i.Original(), nil
		}
		ids = append(ids, i.ID)
	}
	hint := diag.Both("skriv id eller fil för något i "+m.sort.folder+"/", "write the id or the file of something in "+m.sort.folder+"/")
	if near := diag.Suggest(named, ids); near != "" {
		hint = diag.Both("menade du "+near+"?", "did you mean "+near+"?")
	}
	return nil, diag.Usage(diag.Both("det finns ingen "+named+" i "+m.sort.folder+"/", "there is no "+named+" in "+m.sort.folder+"/"), hint)
}

func (m *maker) readFrom() (err error) {
	if m.wish.From == "" {
		return nil
	}
	if m.from, err = m.find(m.wish.From); err != nil {
		return err
	}
	i := slices.IndexFunc(m.set.Meetings, func(o *content.Meeting) bool { return &o.Item == m.from })
	if i >= 0 {
		m.like = m.set.Meetings[i]
	}
	return nil
}

// title and role are what the new item is called.
func (m *maker) title() string {
	title, _ := m.titleAndRole()
	return title
}

func (m *maker) titleAndRole() (title, role string) {
	title = strings.Join(strings.Fields(m.wish.Title), " ")
	if m.sort.name == "contact" {
		title, role, _ = strings.Cut(title, ",")
	}
	return strings.TrimSpace(title), strings.TrimSpace(role)
}

// name is that of a new file. Where it is one of several, or another meeting has the name, the day tells them apart.
func (m *maker) name(day locale.Date, isOneOfMany bool) (string, error) {
	id := locale.Slug(m.title(), m.lang)
	if id == "" {
		return "", diag.Usage(diag.Both("av ”"+m.wish.Title+"” blir inget filnamn", "“"+m.wish.Title+"” makes no file name"),
			diag.Both("skriv en rubrik med bokstäver eller siffror", "write a title with letters or digits"))
	}
	id = shortened(content.WithoutDate(id))
	date := ""
	if !day.IsZero() {
		date = day.Time.Format(time.DateOnly)
	}
	base := id
	switch {
	case m.sort.name == "press":
		base = date + "-" + id
	case date != "" && (isOneOfMany || m.isTaken(id) != ""):
		base, id = id+"-"+date, id+"-"+date
	}
	if file := m.isTaken(id); file != "" {
		return "", diag.Usage(diag.Both(id+" finns redan: "+file, id+" is there already: "+file),
			diag.Both("öppna den filen, eller välj en annan rubrik: id måste vara ett eget", "open that file, or choose another title: an id must be its own"))
	}
	return path.Join(m.sort.folder, base+".md"), nil
}

// isTaken gives the file that has an id, "" where none has.
func (m *maker) isTaken(id string) string {
	for _, i := range m.items() {
		if i.ID == id {
			return i.File
		}
	}
	return ""
}

// longestID is how long a name is made: addresses are read out and written down.
const longestID = 60

// shortened cuts an id after a whole word.
func shortened(id string) string {
	if len(id) <= longestID {
		return id
	}
	if cut := strings.LastIndexByte(id[:longestID+1], '-'); cut > 0 {
		return id[:cut]
	}
	return id[:longestID]
}
