package routes

import "alingsas.se/dialog/generator/formats"

// feedStyle is the style sheet of feeds that are opened in a browser. A site without one shows them as browsers do.
const feedStyle = "feed.css"

// notice says to those who open a feed in a browser what it is, and where its texts can be read.
func (e *edition) notice(f feed) formats.Notice {
	base := e.Site.BaseURL
	n := formats.Notice{
		Text: e.Words.Text("feed.about"),
		Links: []formats.NoticeLink{
			{Text: e.Words.Text("feed.page"), URL: base + f.page},
			{Text: e.Words.Text("feed.how"), URL: base + e.URL("follow")},
		},
	}
	if f.archive.IsArchived {
		n.Text = e.Words.Text("feed.archive")
		n.Links = append([]formats.NoticeLink{{Text: e.Words.Text("feed.current"), URL: f.archive.Current}}, n.Links...)
	}
	if url, err := e.list.assets.url(feedStyle); err == nil {
		n.Style = url
	}
	return n
}
