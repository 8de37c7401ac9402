package main

import (
	"crypto/sha256"
	"encoding/json"
	"hash"
	"io"
	"io/fs"
	"maps"
	"os"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/markdown"
	"alingsas.se/dialog/generator/publish"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
)

// basis sums up all that the outputs of a site may depend on but the texts after the front matter, of which it
// holds the first paragraph where one page may show that of another. It is zero where that cannot be told.
//
// What it leaves out is what time it is: between two of the site's moments nothing changes (see site.Change). Of
// pictures and static files pages show what the model and the addresses tell.
func (w *workspace) basis(j job, model *site.Site, table routes.Table) publish.Basis {
	sum := &digest{hash: sha256.New()}
	sum.program()
	sum.value(j.drafts, j.future, j.noIndex, model.Now.After(j.clock), model.BaseURL, model.ShowsWithheld, model.AsOf, model.Next, model.SecurityExpires, model.IsFixed)
	if model.IsFixed {
		sum.value(model.Now)
	}
	sum.folder(w.templatesFS)
	for _, file := range w.loader.Settings() {
		sum.value(file == nil)
		sum.bytes(file)
	}
	for _, r := range table {
		sum.text(r.URL)
	}
	for _, f := range model.Files {
		sum.value(f.Name, f.URL, f.Width, f.Height, f.Size)
	}
	for _, r := range w.set.Releases {
		sum.item(&r.Item, r.Lead == "")
	}
	for _, m := range w.set.Meetings {
		sum.item(&m.Item, true)
	}
	for _, p := range w.set.Contacts {
		sum.item(&p.Item, true)
	}
	for _, p := range w.set.Pages {
		sum.item(&p.Item, true)
	}
	// The templates were read twice, for the site and for this.
	if sum.isBroken || !maps.Equal(stamps(w.templatesFS, w.staticFS), w.others) {
		return publish.Basis{}
	}
	return publish.Basis(sum.hash.Sum(nil))
}

// A digest adds up what a site is made of. Everything is preceded by its length, so that no two lists of things
// are one row of bytes.
type digest struct {
	hash     hash.Hash
	isBroken bool // something could not be read
}

func (s *digest) bytes(data []byte) {
	var length [8]byte
	for i := range length {
		length[i] = byte(len(data) >> (8 * i))
	}
	s.hash.Write(length[:])
	s.hash.Write(data)
}

func (s *digest) text(text string) { s.bytes([]byte(text)) }

func (s *digest) value(values ...any) {
	data, err := json.Marshal(values)
	s.note(err)
	s.bytes(data)
}

// item adds a content file without its text, or with what others may show of it.
func (s *digest) item(i *content.Item, withFirst bool) {
	text := i.Body.Text()
	s.text(i.Name)
	s.bytes(text.Source().Data[:text.Source().Offset])
	if withFirst {
		s.text(markdown.FirstParagraph(text.Markdown(), text.Source().Lang))
	}
}

func (s *digest) folder(fsys fs.FS) {
	s.note(fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		s.text(name)
		s.bytes(data)
		return err
	}))
}

// programStart is how much of a program is read: in its first 32 kB the linker writes an id that is made of all
// that went into it.
const programStart = 64 << 10

// program tells one build of the generator from another.
func (s *digest) program() {
	name, err := os.Executable()
	s.note(err)
	f, err := os.Open(name)
	if err != nil {
		s.note(err)
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil {
		s.value(info.Size(), info.ModTime())
	}
	s.note(err)
	start, err := io.ReadAll(io.LimitReader(f, programStart))
	s.bytes(start)
	s.note(err)
}

func (s *digest) note(err error) { s.isBroken = s.isBroken || err != nil }
