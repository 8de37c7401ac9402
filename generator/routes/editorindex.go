package routes

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/pictures"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// editingFolder is where the page lies that is shown while one writes, with all that makes it.
const editingFolder = "/admin/preview/"

// EditorIndexURL is where the index lies. Only who edits in the browser loads it.
const EditorIndexURL = editingFolder + "index.json"

// EditorFormat is another one when an index of before cannot be read any more.
const EditorFormat = 1

// An EditorIndex is all that a page is made of, but for the text that is being written: so a browser can make the page
// that a build would. It holds what is public and nothing else.
//
// Of other texts a page needs titles, addresses, dates, roles, what they refer to, and where one can jump into them. That
// is their front matter, a first paragraph and headings. Whole texts would be many times as large.
type EditorIndex struct {
	Format                     int
	Content, Templates, Static string // what the folders are called in messages
	BaseURL                    string
	NoIndex                    bool
	Texts                      map[string]content.Kept // by name in the content folder, as all that follows
	Settings                   map[string]string
	Files                      map[string]EditorFile
	Seen                       map[string]time.Time // when texts were there first, where that is known
	Parts                      map[string]string    // templates and words, by name in their folder
	Statics                    Statics
}

// An EditorFile is a picture or an attachment that the browser does not have.
type EditorFile struct {
	Size    int64
	Head    []byte // its first bytes
	Pages   int
	Picture *pictures.Known
}

// listEditorIndex adds the index where somebody edits in the browser.
func (l *lister) listEditorIndex() {
	l.add(web.Route{URL: EditorIndexURL, Source: l.site.Settings.File, Render: func(w *bytes.Buffer) (diag.List, error) {
		index, err := l.editorIndex()
		if err != nil {
			return nil, fmt.Errorf("write the index for editing: %w", err)
		}
		return nil, writeSmall(w, index)
	}})
}

func (l *lister) editorIndex() (*EditorIndex, error) {
	index := &EditorIndex{
		Format: EditorFormat, Content: path.Dir(l.site.Settings.File), Templates: l.from.TemplatesLabel, Static: l.from.StaticLabel,
		BaseURL: l.site.BaseURL, NoIndex: l.from.NoIndex, Statics: l.statics(),
		Texts: map[string]content.Kept{}, Settings: map[string]string{}, Files: map[string]EditorFile{}, Seen: map[string]time.Time{}, Parts: map[string]string{},
	}
	isShown, shown := l.shown()
	for name, kept := range l.site.Keep() {
		if shown[name] != nil {
			kept.Publish(l.site.Now, isShown)
			index.Texts[name] = kept
		}
	}
	for _, e := range l.site.Editions {
		for _, m := range e.Meetings {
			if first := m.FirstSeen(); !first.IsZero() {
				index.Seen[m.Source.Original().Name] = first
			}
		}
	}
	return index, errors.Join(l.addSettings(index, isShown), l.addParts(index), l.addFiles(index))
}

// shown gives the items that are in some edition, by name, and tells of an id whether one has it.
func (l *lister) shown() (isShown func(folder, id string) bool, items map[string]*site.Item) {
	items, ids := map[string]*site.Item{}, map[[2]string]bool{}
	for _, e := range l.site.Editions {
		for _, i := range e.Items() {
			folder, _, _ := strings.Cut(i.Source.Name, "/")
			items[i.Source.Name], ids[[2]string{folder, i.Source.ID}] = i, true
		}
	}
	return func(folder, id string) bool { return ids[[2]string{folder, id}] }, items
}

func (l *lister) addSettings(index *EditorIndex, isShown func(folder, id string) bool) error {
	var all error
	for _, name := range content.SettingsFiles {
		text, err := l.site.PublicSettings(name, isShown)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		index.Settings[name], all = text, errors.Join(all, err)
	}
	return all
}

// addParts adds the templates and the words, which are the same for every text.
func (l *lister) addParts(index *EditorIndex) error {
	return fs.WalkDir(l.from.Templates, ".", func(name string, entry fs.DirEntry, err error) error {
		ext := path.Ext(name)
		if err != nil || entry.IsDir() || isLeftBehind(entry.Name()) || ext != ".html" && ext != ".yaml" {
			return err
		}
		data, err := fs.ReadFile(l.from.Templates, name)
		index.Parts[name] = string(data)
		return err
	})
}

// addFiles adds what is published beside the texts.
func (l *lister) addFiles(index *EditorIndex) error {
	for _, f := range l.site.Files {
		one := EditorFile{Size: f.Size, Pages: f.Pages()}
		if f.Picture != nil {
			known := f.Picture.Known()
			known.Size, one.Picture = f.Size, &known
		}
		head, err := headOf(l.from.Content, f.OnDisk)
		if err != nil {
			return err
		}
		one.Head, index.Files[f.Name] = head, one
	}
	return nil
}

// headOf reads as much of a file as tells what it is.
func headOf(fsys fs.FS, name string) ([]byte, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, pictures.Head))
}

// writeSmall writes JSON without what is empty: most keys of most texts are.
func writeSmall(w *bytes.Buffer, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	var tree any
	if err := json.Unmarshal(data, &tree); err != nil {
		return err
	}
	small, _ := withoutEmpty(tree)
	to := json.NewEncoder(w)
	to.SetEscapeHTML(false)
	return to.Encode(small)
}

// noTime is how JSON has the zero time.
const noTime = "0001-01-01T00:00:00Z"

func withoutEmpty(v any) (small any, isEmpty bool) {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			if small, isEmpty := withoutEmpty(value); isEmpty {
				delete(v, key)
			} else {
				v[key] = small
			}
		}
		return v, len(v) == 0
	case []any:
		for i, value := range v {
			v[i], _ = withoutEmpty(value) // each keeps its place
		}
		return v, len(v) == 0
	case string:
		return v, v == "" || v == noTime
	case float64:
		return v, v == 0
	case bool:
		return v, !v
	}
	return v, v == nil
}
