// Package gate keeps what is withheld out of the output: Gate, Source.
//
// In come the model with what it withholds, and every output. Out come findings, one for each leak.
//
// What is a draft, under embargo or expired is left out of the model, so none of it should come so far. The
// gate does not rely on that: it looks for its titles, leads, ids, file names and files in every output, and
// what it finds keeps the site from being published. What stands in a public text too is no leak, since
// readers know it from there; the gate says that it cannot watch it.
package gate

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// A Source is a text that may be published: a content file that is shown, the settings, a template.
type Source struct {
	File string // as messages name it
	Data []byte
	// Names are what the text is found by: its title, lead and description.
	Names []string
}

// A Gate looks for what is withheld in all that was rendered. It is a [web.Inspector].
type Gate struct {
	secrets []secret
	search  *searcher
	byFile  map[string]*site.Withheld // by the name in messages
	shown   map[int64][]*site.File    // what is published, by length in bytes
	sizes   map[int64][]withheldFile  // by their length in bytes, which few outputs have
	files   fs.FS
	known   knowledge

	mu    sync.Mutex
	leaks map[int]leak // by secret: where it was seen first, in order of the URLs
	found diag.List    // pages and files of what is withheld
}

// A leak is a place where a secret was seen.
type leak struct{ url, source string }

// New makes the gate of a site, nil where nothing is withheld. table is all of its routes; public gives the
// texts that may be published, and files is the content folder. Texts and files are read only where something
// was seen.
func New(s *site.Site, table web.Table, public func() []Source, files fs.FS) *Gate {
	if len(s.Withheld) == 0 {
		return nil
	}
	g := &Gate{
		secrets: secretsOf(s.Withheld), byFile: map[string]*site.Withheld{}, shown: map[int64][]*site.File{}, sizes: map[int64][]withheldFile{}, files: files,
		known: knowledge{table: table, public: sync.OnceValue(public)}, leaks: map[int]leak{},
	}
	var patterns [][]byte
	for i := range g.secrets {
		patterns = append(patterns, g.secrets[i].pattern)
	}
	g.search = newSearcher(patterns)
	for _, f := range s.Files {
		g.shown[f.Size] = append(g.shown[f.Size], f)
	}
	for i := range s.Withheld {
		w := &s.Withheld[i]
		g.byFile[w.Source.File] = w
		for _, name := range w.Files {
			// A file without bytes, or that is not there, tells nothing.
			if info, err := fs.Stat(files, name); err == nil && info.Mode().IsRegular() && info.Size() > 0 {
				g.sizes[info.Size()] = append(g.sizes[info.Size()], withheldFile{w, name})
			}
		}
	}
	return g
}

// A withheldFile is a picture or an attachment that only a withheld item shows.
type withheldFile struct {
	item *site.Withheld
	name string
}

// Inspect looks for what is withheld in one output, in its address and in what it was made of.
func (g *Gate) Inspect(r web.Route, data []byte) {
	if w := g.byFile[r.Source]; w != nil {
		g.tell(r, w, "en sida eller fil som hör till texten", "a page or file that belongs to the text")
	}
	for _, f := range g.withheldFiles(data) {
		if !g.known.isPublicFile(r) {
			g.tell(r, f.item, "filen "+f.name, "the file "+f.name)
		}
	}
	g.read(r.URL, leak{r.URL, r.Source}, data)
	g.unpack(r, data)
}

// withheldFiles gives the files of withheld items that have these bytes.
func (g *Gate) withheldFiles(data []byte) []withheldFile {
	var found []withheldFile
	for _, f := range g.sizes[int64(len(data))] {
		if secret, err := fs.ReadFile(g.files, f.name); err == nil && bytes.Equal(secret, data) {
			found = append(found, f)
		}
	}
	return found
}

// read looks for secrets in what a file of that name holds.
func (g *Gate) read(name string, l leak, data []byte) {
	for _, form := range forms(name, data) {
		g.search.each(form, func(i, at int) {
			if g.secrets[i].isWhole(form, at) {
				g.note(i, l)
			}
		})
	}
}

// note keeps the best place where a secret was seen, so that the same fault is told whichever worker was
// the first.
func (g *Gate) note(i int, l leak) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if first, seen := g.leaks[i]; !seen || l.isBefore(first) {
		g.leaks[i] = l
	}
}

// isBefore prefers the page of a text, which somebody wrote, to a list that shows a part of it.
func (l leak) isBefore(other leak) bool {
	if a, b := strings.HasSuffix(l.source, ".md"), strings.HasSuffix(other.source, ".md"); a != b {
		return a
	}
	return l.url < other.url
}

func (g *Gate) tell(r web.Route, w *site.Withheld, what, whatEn string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.found = append(g.found, leakOf(leak{r.URL, r.Source}, w, what, whatEn))
}

func leakOf(l leak, w *site.Withheld, what, whatEn string) diag.Diagnostic {
	sv, en := w.Why()
	return diag.New(diag.Position{File: l.source}, diag.WithheldLeak, "what", what, "what-en", whatEn, "url", l.url,
		"why", sv, "why-en", en, "source", l.source, "file", w.Source.File)
}

// Found tells what is withheld and stands in the output, and what could not be watched.
func (g *Gate) Found() diag.List {
	g.mu.Lock()
	defer g.mu.Unlock()
	found := slices.Clone(g.found)
	seen := map[[2]string]bool{} // the same text in another spelling, by file and what it is
	for i, s := range g.secrets {
		l, isSeen := g.leaks[i]
		key := [2]string{s.item.Source.File, s.what.en}
		switch {
		case seen[key]:
		case len(s.pattern) < shortest:
			seen[key] = true
			found = append(found, s.unwatched("det är för kort", "it is too short"))
		case isSeen:
			seen[key] = true
			found = append(found, g.judge(s, l))
		}
	}
	return found
}

// judge tells whether a secret that was seen is public by another way.
func (g *Gate) judge(s secret, l leak) diag.Diagnostic {
	where, isPublic := g.known.explain(s)
	switch {
	case !isPublic:
		return leakOf(l, s.item, s.what.sv, s.what.en)
	case where.isMentioned && s.isPhrase():
		sv, en := s.item.Why()
		return diag.New(where.at, diag.WithheldMentioned, "what", s.what.sv, "what-en", s.what.en, "why", sv, "why-en", en, "file", s.item.Source.File)
	case where.at.File == "":
		return s.unwatched("något offentligt har samma adress", "something public has the same address")
	}
	return s.unwatched(fmt.Sprintf("det står också i %v", where.at), fmt.Sprintf("it stands in %v too", where.at))
}
