package formats

import (
	"bytes"
	"cmp"
	"strings"
	"time"
)

// A Brief is an entry as archives hold it: its title, its moments and its address, as they are written. Each list that
// has an entry has an archive with it, so a brief is made once. Where archives hold summaries too, and each entry is
// prepared anew, a build of 10,000 releases takes a fifth longer.
type Brief struct {
	id, url, title, lang string
	published, updated   string
	changed              time.Time
}

// NewBrief prepares an entry of which the id, the address, the title, the language and the moments are known.
func NewBrief(e Entry) *Brief {
	b := &Brief{id: uri(e.ID), url: uri(e.URL), title: oneLine(e.Title), lang: oneLine(e.Lang), published: timeOrNone(e.Published), changed: e.changed()}
	b.updated = b.published
	if !e.changed().Equal(e.Published) {
		b.updated = timeOrNone(e.changed())
	}
	return b
}

var (
	// escapeXML is enough for what is [clean].
	escapeXML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")
	// escapeJSON, too.
	escapeJSON = strings.NewReplacer(`"`, `\"`, `\`, `\\`, "\t", `\t`)
)

// A pen writes texts between what is known, and leaves out empty ones.
type pen struct {
	bytes.Buffer
	escape *strings.Replacer
}

func (p *pen) put(before, text, after string) {
	if text != "" {
		p.WriteString(before)
		p.escape.WriteString(p, text) // a buffer takes everything
		p.WriteString(after)
	}
}

// briefSize is how many bytes such an entry has, as a rule.
const briefSize = 400

// briefAtom writes entries as [atomFeed] has them.
func briefAtom(briefs []*Brief) []byte {
	w := pen{escape: escapeXML}
	w.Grow(len(briefs) * briefSize)
	for _, b := range briefs {
		w.WriteString("\n <entry")
		w.put(` xml:lang="`, b.lang, `"`)
		w.put(">\n  <id>", b.id, "</id>\n  <title>")
		w.put("", b.title, "")
		w.WriteString("</title>")
		w.put("\n  <published>", b.published, "</published>")
		w.put("\n  <updated>", cmp.Or(b.updated, unknown.Format(time.RFC3339)), "</updated>")
		w.put("\n  <link rel=\"alternate\" type=\"text/html\" href=\"", b.url, "\"></link>")
		w.WriteString("\n </entry>")
	}
	return w.Bytes()
}

// briefJSON writes entries as [jsonFeed] has them. An item must have a text, if only an empty one.
func briefJSON(briefs []*Brief) []byte {
	w := pen{escape: escapeJSON}
	w.Grow(len(briefs) * briefSize)
	for i, b := range briefs {
		if i > 0 {
			w.WriteByte(',')
		}
		w.put(`{"id":"`, b.id, `"`)
		w.put(`,"url":"`, b.url, `"`)
		w.put(`,"language":"`, b.lang, `"`)
		w.put(`,"title":"`, b.title, `"`)
		w.put(`,"date_published":"`, b.published, `"`)
		w.put(`,"date_modified":"`, b.updated, `"`)
		w.WriteString(`,"content_text":""}`)
	}
	return w.Bytes()
}
