package check

import (
	"bytes"
	"net/url"
	"sync"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

// Places finds where an author wrote what stands on a page.
type Places struct {
	common []string // files that every page is made of, by their names in messages
	read   func(file string) []byte

	bodies func() map[string][]*site.Body // by file; most sites have no fault whose place is asked for

	mu    sync.Mutex
	files map[string][]byte                   // that were read
	links map[string]map[string]diag.Position // by file and address
}

// NewPlaces takes the site, the files that every page is made of (settings, templates, words) and a function
// that reads a file by its name in messages, nil where it can't.
func NewPlaces(s *site.Site, common []string, read func(file string) []byte) *Places {
	bodies := sync.OnceValue(func() map[string][]*site.Body {
		all := map[string][]*site.Body{}
		for _, b := range s.Bodies() {
			all[b.File()] = append(all[b.File()], b)
		}
		return all
	})
	return &Places{common: common, read: read, bodies: bodies, files: map[string][]byte{}, links: map[string]map[string]diag.Position{}}
}

// link gives the place of a link to an address on a page that was made of source.
func (p *Places) link(source, address string) diag.Position {
	if at, found := p.inText(source, address); found {
		return at
	}
	return p.text(source, address)
}

// inText tells where a text of a content file links to an address, as a page has it or as its author wrote it.
func (p *Places) inText(file, address string) (at diag.Position, found bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	links, known := p.links[file]
	if !known {
		links = map[string]diag.Position{}
		for _, b := range p.bodies()[file] {
			for _, l := range b.Links() {
				for _, form := range []string{plain(l.Address), plain(l.Destination)} {
					if _, again := links[form]; !again {
						links[form] = l.Position
					}
				}
			}
		}
		p.links[file] = links
	}
	at, found = links[plain(address)]
	return at, found
}

// plain is an address without its escapes, of which pages have more than authors write.
func plain(address string) string {
	if unescaped, err := url.PathUnescape(address); err == nil {
		return unescaped
	}
	return address
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
