// Package editor shows a text while it is written, as a build would publish it, and tells what a check would say of it:
// Open, Editor, Request, Answer.
//
// In comes the index of what is public, which a build has written, and the text as it is now. Out comes the page. The
// same packages read, link and render as in a build, so the page has the same bytes; a browser runs them in a worker
// (package editor/wasm).
//
// What is not in the index is not known here: drafts, what is under embargo, and the texts of others beyond a paragraph
// and headings. Where a message could be another one for that reason, the answer says so (Finding.Unsure).
package editor

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/pictures"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// root is where the content folder would lie on a disk: what is remembered of pictures goes by it.
const root = "/"

// An Editor knows the public site. It answers one question at a time.
type Editor struct {
	index     routes.EditorIndex
	content   *tree
	templates *tree
	loader    *content.Loader
	pictures  *pictures.Cache
	words     map[string]*locale.Words
	kept      routes.Templates

	edited map[string]bool // files that are not what the index has
	set    *content.Set
	diags  diag.List // of reading
	linked *linked   // for the text that was asked for last; nil after a change
}

// A linked site is one as of the moment at which a text is shown.
type linked struct {
	name  string // of that text
	until time.Time
	site  *site.Site
	table web.Table
	diags diag.List
}

var errFormat = errors.New("the index was written by another version: build the site again")

// Open reads an index. year is the one of the examples in messages.
func Open(data []byte, year int) (*Editor, error) {
	e := &Editor{content: newTree(), templates: newTree(), pictures: pictures.Open(""), edited: map[string]bool{}}
	if err := json.Unmarshal(data, &e.index); err != nil {
		return nil, fmt.Errorf("read the index: %w", err)
	}
	if e.index.Format != routes.EditorFormat {
		return nil, errFormat
	}
	for name, text := range e.index.Parts {
		e.templates.put(name, []byte(text), pictures.KnownAt)
	}
	for name := range e.index.Texts {
		e.restore(name)
	}
	for name := range e.index.Settings {
		e.restore(name)
	}
	for name, f := range e.index.Files {
		e.restore(name)
		if f.Picture != nil {
			e.pictures.Know(root, name, *f.Picture)
		}
	}
	e.loader = content.NewLoader(e.content, e.index.Content)
	e.loader.Year, e.loader.Kept = year, e.index.Texts
	words, err := fs.Sub(e.templates, "words")
	if err != nil {
		return nil, err
	}
	e.read(nil)
	e.words, _ = content.LoadWords(words, e.index.Templates+"/words", e.set.Settings.Languages)
	return e, nil
}

// restore gives a file what the index has of it, or takes it away.
func (e *Editor) restore(name string) {
	text, isSettings := e.index.Settings[name]
	_, isText := e.index.Texts[name]
	f, isFile := e.index.Files[name]
	switch {
	case isSettings:
		e.content.put(name, []byte(text), pictures.KnownAt)
	case isText:
		e.content.put(name, []byte(content.KeptMark), pictures.KnownAt)
	case isFile:
		e.content.put(name, f.Head, pictures.KnownAt)
		e.content.files[name].size, e.content.files[name].pages = f.Size, f.Pages
	default:
		e.content.remove(name)
	}
	delete(e.edited, name)
}

// read reads what has changed: all, or the named files. It tells whether links between texts may have changed.
func (e *Editor) read(names []string) {
	set, diags, change := e.loader.LoadNamed(names)
	e.set, e.diags = set, diags
	if change == content.Everything {
		e.linked = nil
	}
}

// put makes the content that of the index and of some files.
func (e *Editor) put(files []File, now time.Time) (changed []string) {
	wanted := map[string]bool{}
	for _, f := range files {
		wanted[f.Name], e.edited[f.Name] = true, true
		e.putFile(f, now)
		changed = append(changed, f.Name)
	}
	for name := range e.edited {
		if !wanted[name] {
			e.restore(name)
			changed = append(changed, name)
		}
	}
	return changed
}

// putFile puts a file into the content. Of one that is chosen and not saved yet there is its beginning, and how large it is.
func (e *Editor) putFile(f File, now time.Time) {
	if f.Size == 0 {
		e.content.put(f.Name, f.bytes(), now)
		return
	}
	e.content.put(f.Name, f.Data, pictures.KnownAt)
	e.content.files[f.Name].size = f.Size
	if known, isPicture := pictures.Seen(f.Data, f.Width, f.Height, f.Size); isPicture {
		e.pictures.Know(root, f.Name, known)
	}
}

// link links the site as it is when a text is shown: now, or when its embargo ends; for a draft, with it.
func (e *Editor) link(name string, now time.Time) *linked {
	if l := e.linked; l != nil && l.name == name && now.Before(l.until) {
		return l
	}
	options := site.Options{
		Now: now.In(e.set.Settings.Zone), BaseURL: e.index.BaseURL, Words: e.words, Pictures: e.pictures, Root: root,
		FirstSeen: func(name string) time.Time { return e.index.Seen[name] },
	}
	model, diags := site.Link(e.set, options)
	until := model.Next.At
	if item := e.item(name); item != nil {
		if options, isOther := shownWith(options, model, item); isOther {
			model, diags = site.Link(e.set, options)
		}
	}
	table, found := routes.List(model, routes.Sources{
		Templates: e.templates, TemplatesLabel: e.index.Templates, StaticLabel: e.index.Static,
		Content: e.content, NoIndex: e.index.NoIndex, Pictures: e.pictures, Statics: &e.index.Statics, Kept: &e.kept,
	})
	if until.IsZero() {
		until = now.AddDate(1, 0, 0)
	}
	e.linked = &linked{name: name, until: until, site: model, table: table, diags: append(diags, found...)}
	return e.linked
}

// shownWith says how a text is shown that is not public now.
func shownWith(o site.Options, model *site.Site, item *content.Item) (with site.Options, isOther bool) {
	state, from := model.StateOf(item)
	switch state {
	case site.Draft:
		o.Drafts, o.Future = true, true
	case site.Embargoed:
		o.Now = from.In(o.Now.Location())
	case site.Expired:
		o.Now, o.IsFixed = from.In(o.Now.Location()), true
	}
	return o, state != site.Public
}

func (e *Editor) item(name string) *content.Item {
	for i := range e.set.Items() {
		if i.Name == name {
			return i
		}
	}
	return nil
}
