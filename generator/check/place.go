package check

import (
	"bytes"
	"sync"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

// Places finds where an author wrote what stands on a page.
type Places struct {
	site   *site.Site
	common []string // files that every page is made of, by their names in messages
	read   func(file string) []byte

	mu    sync.Mutex
	files map[string][]byte // that were read
}

// NewPlaces takes the site, the files that every page is made of (settings, templates, words) and a function
// that reads a file by its name in messages, nil where it can't.
func NewPlaces(s *site.Site, common []string, read func(file string) []byte) *Places {
	return &Places{site: s, common: common, read: read, files: map[string][]byte{}}
}

// link gives the place of a link to an address on a page that was made of source.
func (p *Places) link(source, address string) diag.Position {
	if at, found := p.site.LinkPosition(source, address); found {
		return at
	}
	return p.text(source, address)
}

// text gives the first place where a text stands in the source of a page, or in what every page is made of;
// the source as a whole where it stands in none of them.
func (p *Places) text(source, text string) diag.Position {
	for _, file := range append([]string{source}, p.common...) {
		data := p.data(file)
		if i := bytes.Index(data, []byte(text)); i >= 0 && text != "" {
			return diag.At(file, bytes.TrimPrefix(data, []byte("\uFEFF")), i)
		}
	}
	return diag.Position{File: source}
}

func (p *Places) data(file string) []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	data, known := p.files[file]
	if !known {
		data = p.read(file)
		p.files[file] = data
	}
	return data
}
