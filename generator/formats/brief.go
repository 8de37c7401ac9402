package formats

import (
	"bytes"
	"strings"
	"time"
)

// A Brief is an entry as archives hold it, ready to be written in both formats: its title, its moments and its address.
// Each list that has an entry has an archive with it, so a brief is made once and then copied. Where archives hold
// summaries too, and each entry is written anew, a build of 10,000 releases takes a fifth longer.
type Brief struct {
	atom, json []byte
	updated    time.Time
}

// NewBrief prepares an entry of which the id, the address, the title, the language and the moments are known.
func NewBrief(e Entry) *Brief { return &Brief{briefAtom(e), briefJSON(e), e.changed()} }

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

// briefAtom writes an entry as [atomFeed] has it.
func briefAtom(e Entry) []byte {
	w := pen{escape: escapeXML}
	w.WriteString("\n <entry")
	w.put(` xml:lang="`, oneLine(e.Lang), `"`)
	w.put(">\n  <id>", uri(e.ID), "</id>\n  <title>")
	w.put("", oneLine(e.Title), "")
	w.WriteString("</title>")
	w.put("\n  <published>", timeOrNone(e.Published), "</published>")
	w.put("\n  <updated>", orUnknown(e.changed()).Format(time.RFC3339), "</updated>")
	w.put("\n  <link rel=\"alternate\" type=\"text/html\" href=\"", uri(e.URL), "\"></link>")
	w.WriteString("\n </entry>")
	return bytes.Clone(w.Bytes())
}

// briefJSON writes an entry as [jsonFeed] has it. An item must have a text, if only an empty one.
func briefJSON(e Entry) []byte {
	w := pen{escape: escapeJSON}
	w.put(`{"id":"`, uri(e.ID), `"`)
	w.put(`,"url":"`, uri(e.URL), `"`)
	w.put(`,"language":"`, oneLine(e.Lang), `"`)
	w.put(`,"title":"`, oneLine(e.Title), `"`)
	w.put(`,"date_published":"`, timeOrNone(e.Published), `"`)
	w.put(`,"date_modified":"`, timeOrNone(e.changed()), `"`)
	w.WriteString(`,"content_text":""}`)
	return bytes.Clone(w.Bytes())
}

// inARow gives one of the forms of briefs, one after the other.
func inARow(briefs []*Brief, form func(*Brief) []byte, between string) []byte {
	parts := make([][]byte, len(briefs))
	for i, b := range briefs {
		parts[i] = form(b)
	}
	return bytes.Join(parts, []byte(between))
}
