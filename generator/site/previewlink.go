package site

import (
	"cmp"
	"net/url"
	"path"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
)

// tellPreview reports a link that was copied from the preview, with what to link to instead: the file of an item, or
// the path of another page.
func (b *Body) tellPreview(link markdown.Link, diags *diag.List) {
	u, err := url.Parse(link.Destination)
	if err != nil {
		return // it would not be known as the preview's
	}
	sv, en, to := "länka till sidan utan datorns namn: ", "link to the page without the computer's name: ", cmp.Or(u.Path, "/")
	if item := b.edition.Site.itemAt(u.Path); item != nil {
		sv, en, to = "länka till filen: ", "link to the file: ", relative(path.Dir(b.item.Name), item.Name)
	}
	if u.Fragment != "" {
		to += "#" + u.Fragment
	}
	diags.Add(link.Position, diag.PreviewLink, "target", link.Destination, "advice", sv+to, "advice-en", en+to)
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
