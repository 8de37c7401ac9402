package formats

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// JSONFeed writes f as a JSON Feed 1.1 (https://jsonfeed.org/version/1.1), media type
// application/feed+json. Markup stands as it is, without \u003c for <: it is no part of a page.
// An author's e-mail address has no place in this format. An error tells that a title or an id is
// missing.
func JSONFeed(w io.Writer, f Feed) error {
	if err := f.valid(); err != nil {
		return fmt.Errorf("write JSON Feed: %w", err)
	}
	if f.Archive.IsArchived {
		return writeBrief(w, f)
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return out.Encode(jsonFeedOf(f))
}

// writeBrief puts the entries of an archive into the list of items, which is the last thing in the document.
func writeBrief(w io.Writer, f Feed) error {
	data, err := json.Marshal(jsonFeedOf(f))
	if err != nil {
		return err
	}
	const end = "]}"
	briefs := borrowPen()
	defer pens.Put(briefs)
	briefs.Write(bytes.TrimSuffix(data, []byte(end)))
	briefs.writeJSON(f.Briefs)
	briefs.WriteString(end + "\n")
	_, err = w.Write(briefs.Bytes())
	return err
}

type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	HomePageURL string       `json:"home_page_url,omitempty"`
	FeedURL     string       `json:"feed_url,omitempty"`
	NextURL     string       `json:"next_url,omitempty"`
	Description string       `json:"description,omitempty"`
	Icon        string       `json:"icon,omitempty"`
	Authors     []jsonAuthor `json:"authors,omitempty"`
	Language    string       `json:"language,omitempty"`
	Items       []jsonItem   `json:"items"`
}

type jsonItem struct {
	ID            string           `json:"id"`
	URL           string           `json:"url,omitempty"`
	Language      string           `json:"language,omitempty"`
	Title         string           `json:"title,omitempty"`
	ContentHTML   string           `json:"content_html,omitempty"`
	ContentText   *string          `json:"content_text,omitempty"`
	Summary       string           `json:"summary,omitempty"`
	Image         string           `json:"image,omitempty"`
	DatePublished string           `json:"date_published,omitempty"`
	DateModified  string           `json:"date_modified,omitempty"`
	Authors       []jsonAuthor     `json:"authors,omitempty"`
	Tags          []string         `json:"tags,omitempty"`
	Attachments   []jsonAttachment `json:"attachments,omitempty"`
}

type jsonAuthor struct {
	Name string `json:"name,omitempty"`
	URL  string `json:"url,omitempty"`
}

type jsonAttachment struct {
	URL         string `json:"url"`
	MIMEType    string `json:"mime_type"`
	Title       string `json:"title,omitempty"`
	SizeInBytes int64  `json:"size_in_bytes,omitempty"`
}

func jsonFeedOf(f Feed) jsonFeed {
	j := jsonFeed{
		Version:     "https://jsonfeed.org/version/1.1",
		Title:       oneLine(f.Title),
		HomePageURL: uri(f.PageURL),
		FeedURL:     uri(f.JSONURL),
		NextURL:     uri(f.Archive.OlderJSON),
		Description: clean(f.Subtitle),
		Icon:        uri(f.Icon),
		Authors:     jsonAuthorsOf([]Author{f.Author}),
		Language:    oneLine(f.Lang),
		Items:       make([]jsonItem, len(f.Entries)),
	}
	for i, e := range f.Entries {
		j.Items[i] = jsonItemOf(e)
	}
	return j
}

func jsonItemOf(e Entry) jsonItem {
	j := jsonItem{
		ID:            uri(e.ID),
		URL:           uri(e.URL),
		Language:      oneLine(e.Lang),
		Title:         oneLine(e.Title),
		ContentHTML:   clean(e.HTML),
		Summary:       clean(e.Summary),
		Image:         uri(e.Image),
		DatePublished: timeOrNone(e.Published),
		DateModified:  timeOrNone(e.changed()),
		Authors:       jsonAuthorsOf(e.Authors),
	}
	if j.ContentHTML == "" { // an item must have one of the two, be it empty
		j.ContentText = &j.Summary
	}
	for _, c := range e.Categories {
		j.Tags = append(j.Tags, oneLine(c))
	}
	for _, file := range e.Enclosures {
		j.Attachments = append(j.Attachments, jsonAttachment{
			URL:         uri(file.URL),
			MIMEType:    oneLine(cmp.Or(file.Type, "application/octet-stream")),
			Title:       oneLine(file.Title),
			SizeInBytes: file.Size,
		})
	}
	return j
}

// jsonAuthorsOf leaves out an author without a name and an address: the format requires one.
func jsonAuthorsOf(authors []Author) []jsonAuthor {
	var list []jsonAuthor
	for _, a := range authors {
		if author := (jsonAuthor{oneLine(a.Name), uri(a.URL)}); author != (jsonAuthor{}) {
			list = append(list, author)
		}
	}
	return list
}

func timeOrNone(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
