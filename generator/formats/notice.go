package formats

import (
	"bytes"
	"encoding/xml"
	"io"
)

// A Notice is for people who open a feed in a browser: it says what they see, and leads on. Programs pass over it,
// since it is no part of Atom (RFC 4287, section 6.3); browsers show it, with links that work, since it is XHTML.
type Notice struct {
	Styles []string // addresses of style sheets, in their order
	Text   string
	Links  []NoticeLink
}

// A NoticeLink leads from a notice to a page.
type NoticeLink struct{ Text, URL string }

// atomNotice is the element of a notice.
type atomNotice struct {
	XHTML string `xml:",innerxml"`
}

func (n Notice) element() *atomNotice {
	if n.Text == "" {
		return nil
	}
	var w bytes.Buffer
	w.WriteString("<p>")
	escape(&w, n.Text)
	w.WriteString("</p>")
	for _, l := range n.Links {
		w.WriteString(`<p><a href="`)
		escape(&w, uri(l.URL))
		w.WriteString(`">`)
		escape(&w, l.Text)
		w.WriteString("</a></p>")
	}
	return &atomNotice{w.String()}
}

func escape(w *bytes.Buffer, text string) {
	xml.EscapeText(w, []byte(oneLine(text))) // a buffer takes everything
}

// writeStyles says which style sheets show the document (https://www.w3.org/TR/xml-stylesheet/).
func (n Notice) writeStyles(w io.Writer) error {
	var all bytes.Buffer
	for _, url := range n.Styles {
		all.WriteString(`<?xml-stylesheet type="text/css" href="`)
		escape(&all, uri(url))
		all.WriteString("\"?>\n")
	}
	_, err := w.Write(all.Bytes())
	return err
}
