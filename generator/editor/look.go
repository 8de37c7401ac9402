package editor

import (
	"context"
	"slices"
	"time"

	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// A Request asks for the page of a text.
type Request struct {
	Name     string // of the text, inside the content folder: press/2026-11-28-kort-rubrik.md
	Files    []File // it, its translations, and the pictures that are new
	Now      time.Time
	Language string // of the messages: sv or en
}

// A File is one that is being written.
type File struct {
	Name string
	Text string
	Data []byte // of what is no text: all of it, or its beginning

	// Of what is not here as a whole.
	Size          int64
	Width, Height int // as a browser shows it; 0 for what is no picture
}

func (f File) bytes() []byte {
	if f.Data != nil {
		return f.Data
	}
	return []byte(f.Text)
}

// An Answer is what there is to see of a text.
type Answer struct {
	HTML    string // the page, "" where there is none
	URL     string // where it will be
	State   string // public, draft, embargoed or expired
	From    time.Time
	IsDraft bool // it may be saved whatever is wrong with it
	Errors  int  // that would keep the site from being built
	Found   []Finding
}

// A Finding is what a check says of a place in one of the files.
type Finding struct {
	File           string
	Line, Column   int
	Severity, Code string
	Message, Hint  string
	Unsure         bool // the check of the whole site, which knows more, may not say so
}

var stateNames = map[site.State]string{site.Public: "public", site.Draft: "draft", site.Embargoed: "embargoed", site.Expired: "expired"}

// Page shows a text without a word about it: all else takes several times as long, and who types waits for the page.
func (e *Editor) Page(r Request) Answer {
	answer, l := e.show(r)
	if route, found := l.table.Find(answer.URL); found && answer.URL != "" {
		answer.HTML = string(route.Bytes().Data)
	}
	return answer
}

// Look shows a text, and tells what a check would.
func (e *Editor) Look(r Request) Answer {
	answer, l := e.show(r)
	files := map[string]bool{}
	for _, f := range r.Files {
		files[e.index.Content+"/"+f.Name] = true
	}
	html, found := e.look(l, files, answer.URL)
	answer.HTML = string(html)
	for _, d := range found {
		f := finding(d, r.Language)
		if f.Severity == diag.Error.String() {
			answer.Errors++
		}
		answer.Found = append(answer.Found, f)
	}
	return answer
}

// show makes the site with a text, and tells what it knows of it there.
func (e *Editor) show(r Request) (Answer, *linked) {
	e.read(e.put(r.Files, r.Now))
	l := e.link(r.Name, r.Now)
	answer := Answer{IsDraft: e.set.IsDraft(e.index.Content + "/" + r.Name)}
	if item := e.item(r.Name); item != nil {
		state, from := l.site.StateOf(item)
		answer.State, answer.From = stateNames[state], from
		answer.URL = urlOf(l.site, item)
	}
	return answer, l
}

func urlOf(s *site.Site, item *content.Item) string {
	for _, e := range s.Editions {
		for _, i := range e.Items() {
			if i.Source.Name == item.Name {
				return i.URL
			}
		}
	}
	return ""
}

// look renders the pages of some files, by their names in messages, and gives the one at a URL and all that is to be
// said of the files.
func (e *Editor) look(l *linked, files map[string]bool, url string) (html []byte, found diag.List) {
	some := slices.DeleteFunc(slices.Clone(l.table), func(r web.Route) bool { return !files[r.Source] || !r.IsPage() })
	places := check.NewPlaces(l.site, nil, e.file)
	taken := &taker{url: url}
	result, err := check.RunSome(l.site, l.table, some, places, check.NewLinks(l.site, l.table, places), taken)
	found = slices.Concat(e.diags, l.diags, result.Diags)
	if fault, ok := web.Fault(err); ok {
		found = append(found, fault)
	}
	for _, b := range l.site.Bodies() {
		if files[b.File()] {
			found = append(found, b.Check()...)
		}
	}
	found = append(found, check.TextsOf(context.Background(), e.set, func(i *content.Item) bool { return files[i.File] })...)
	found = slices.DeleteFunc(e.set.Heard(found), func(d diag.Diagnostic) bool { return !files[d.File] })
	return taken.html, found.Sorted()
}

// file gives a file by its name in messages.
func (e *Editor) file(name string) []byte {
	data, err := e.content.ReadFile(name[min(len(name), len(e.index.Content)+1):])
	if err != nil {
		return nil
	}
	return data
}

// A taker keeps the page at a URL.
type taker struct {
	url  string
	html []byte
}

// Inspect implements [web.Inspector].
func (t *taker) Inspect(r web.Route, data []byte) {
	if r.URL == t.url {
		t.html = slices.Clone(data)
	}
}

// InspectFile implements [web.Inspector]: pages lie in no file.
func (t *taker) InspectFile(web.Route, web.File) error { return nil }

// Found implements [web.Inspector].
func (t *taker) Found() diag.List { return nil }

// finding puts a diagnostic into words. What names a text that is not in the index may name one that is not public yet,
// so it keeps nobody from saving.
func finding(d diag.Diagnostic, lang string) Finding {
	f := Finding{
		File: d.File, Line: d.Line, Column: d.Column, Severity: d.Severity().String(), Code: string(d.Code), Message: d.Message(lang), Hint: d.Hint(lang),
	}
	if slices.Contains(unsure, d.Code) {
		f.Unsure = true
		if d.Severity() == diag.Error {
			f.Severity = diag.Warning.String()
		}
	}
	return f
}

// unsure are the faults that may be none where all texts are known.
var unsure = []diag.Code{diag.UnknownReference, diag.DeadLink, diag.MissingFile, diag.BrokenPicture}
