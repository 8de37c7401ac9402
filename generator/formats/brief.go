package formats

import (
	"bytes"
	"strings"
	"time"
)

// The entries of an archive are brief: they have no text, no author of their own and no files. There are many, since
// each list that has an entry has an archive with it: a build of 10,000 releases takes a fifth longer where
// encoding/xml and encoding/json write them.

var (
	// escapeXML is enough for what is [clean].
	escapeXML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "\n", "&#xA;", "\t", "&#x9;")
	// escapeJSON, too.
	escapeJSON = strings.NewReplacer(`"`, `\"`, `\`, `\\`, "\n", `\n`, "\t", `\t`)
)

// briefSize is how many bytes such an entry has at most, as a rule.
const briefSize = 600

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

// briefAtom writes entries as [atomFeed] has them.
func briefAtom(entries []Entry) []byte {
	w := pen{escape: escapeXML}
	w.Grow(len(entries) * briefSize)
	for _, e := range entries {
		w.WriteString("\n <entry")
		w.put(` xml:lang="`, oneLine(e.Lang), `"`)
		w.put(">\n  <id>", uri(e.ID), "</id>\n  <title>")
		w.put("", oneLine(e.Title), "")
		w.put("</title>\n  <published>", timeOrNone(e.Published), "</published>\n  <updated>")
		w.WriteString(orUnknown(e.changed()).Format(time.RFC3339))
		w.put("</updated>\n  <link rel=\"alternate\" type=\"text/html\" href=\"", uri(e.URL), "\"></link>")
		w.put("\n  <summary>", clean(e.Summary), "</summary>")
		w.WriteString("\n </entry>")
	}
	return w.Bytes()
}

// briefJSON writes entries as [jsonFeed] has them. The summary stands in the place of the text, which an item must have.
func briefJSON(entries []Entry) []byte {
	w := pen{escape: escapeJSON}
	w.Grow(len(entries) * briefSize)
	for i, e := range entries {
		if i > 0 {
			w.WriteByte(',')
		}
		w.put(`{"id":"`, uri(e.ID), `"`)
		w.put(`,"url":"`, uri(e.URL), `"`)
		w.put(`,"language":"`, oneLine(e.Lang), `"`)
		w.put(`,"title":"`, oneLine(e.Title), `"`)
		w.WriteString(`,"content_text":"`)
		w.put("", clean(e.Summary), "")
		w.put(`","date_published":"`, timeOrNone(e.Published), "")
		w.put(`","date_modified":"`, timeOrNone(e.changed()), "")
		w.WriteString(`"}`)
	}
	return w.Bytes()
}
