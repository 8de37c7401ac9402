package routes

import "alingsas.se/dialog/generator/formats"

// feedStyles are the style sheets of feeds that are opened in a browser: the first has the design tokens, which hold for
// the root of any document. A site without the last shows feeds as browsers do.
var feedStyles = []string{"site.css", "feed.css"}

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
	n.Styles = e.feedStyles()
	return n
}

func (e *edition) feedStyles() []string {
	var urls []string
	for _, name := range feedStyles {
		url, err := e.list.assets.url(name)
		if err != nil {
			return nil
		}
		urls = append(urls, url)
	}
	return urls
}
