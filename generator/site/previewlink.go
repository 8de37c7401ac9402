package site

import (
	"cmp"
	"net/url"
	"path"
	"strings"

	"alingsas.se/dialog/generator/content"
)

// insteadOf gives what an author writes instead of an address that was copied from the preview: the file of an item, as
// a link in from names it, or the path of another page.
func (s *Site) insteadOf(from *content.Item, address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "/…"
	}
	to := cmp.Or(u.EscapedPath(), "/")
	if item := s.itemAt(to); item != nil {
		to = relative(path.Dir(from.Name), item.Name)
	}
	if u.Fragment != "" {
		to += "#" + u.Fragment
	}
	return to
}

// itemAt gives the item whose page stands at a path, or would stand there; nil where there is none.
func (s *Site) itemAt(url string) *content.Item {
	url = strings.TrimSuffix(strings.TrimSuffix(url, "index.html"), "/") + "/"
	for _, e := range s.Editions {
		for _, i := range e.Items() {
			if i.URL == url {
				return i.Source
			}
		}
	}
	if w := s.WithheldAt(url); w != nil {
		return w.Source
	}
	return nil
}
