package intake

import (
	"cmp"
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"time"

	"alingsas.se/dialog/generator/locale"
	"golang.org/x/net/html"
)

// pageMeta is what a page's head, and what it writes for search engines, tell of it.
type pageMeta struct {
	title, description string
	date, updated      string
	address            *url.URL
}

var savedFrom = regexp.MustCompile(`saved from url=\(\d+\)(\S+)`)

// metaOf reads titles, dates and the address of a page: JSON-LD first, then meta tags.
func metaOf(root *html.Node) pageMeta {
	values := map[string]string{}
	put := func(name, value string) {
		if value = strings.TrimSpace(value); value != "" && values[name] == "" {
			values[name] = value
		}
	}
	for n := range root.Descendants() {
		switch {
		case n.Type == html.CommentNode:
			if m := savedFrom.FindStringSubmatch(n.Data); m != nil {
				put("saved", m[1])
			}
		case n.Type != html.ElementNode:
		case n.Data == "script" && attr(n, "type") == "application/ld+json" && n.FirstChild != nil:
			putLinked(n.FirstChild.Data, put)
		case n.Data == "meta":
			put(strings.ToLower(cmp.Or(attr(n, "property"), attr(n, "name"))), attr(n, "content"))
		case n.Data == "title":
			put("title", textOf(n))
		case n.Data == "link" && attr(n, "rel") == "canonical":
			put("canonical", attr(n, "href"))
		case n.Data == "time":
			put("time", attr(n, "datetime"))
		}
	}
	m := pageMeta{
		title:       cmp.Or(values["headline"], values["og:title"], values["title"]),
		description: cmp.Or(values["description"], values["og:description"]),
		date:        cmp.Or(values["datePublished"], values["article:published_time"], values["dcterms.issued"], values["time"]),
		updated:     cmp.Or(values["dateModified"], values["article:modified_time"]),
	}
	if u, err := url.Parse(cmp.Or(values["canonical"], values["og:url"], values["saved"])); err == nil && u.Path != "" {
		m.address = u
	}
	return m
}

// putLinked reads what JSON-LD says of an article, wherever in it that stands.
func putLinked(text string, put func(name, value string)) {
	var data any
	if json.Unmarshal([]byte(text), &data) != nil {
		return
	}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, inner := range v {
				walk(inner)
			}
		case map[string]any:
			kind, _ := v["@type"].(string)
			if strings.Contains(kind, "Article") || strings.Contains(kind, "PressRelease") {
				for _, name := range []string{"headline", "datePublished", "dateModified", "description"} {
					if text, isText := v[name].(string); isText {
						put(name, text)
					}
				}
			}
			walk(v["@graph"])
			walk(v["mainEntity"])
		}
	}
	walk(data)
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

var spacedZone = regexp.MustCompile(`\s*([+-]\d{2}):?(\d{2})$`)

// dateOr reads a date that a program wrote; the zero Date is one that it cannot.
func dateOr(text string, zone *time.Location) locale.Date {
	text = strings.TrimSpace(text)
	date, err := locale.ParseDate(text, zone)
	if err != nil && len(text) > len(time.DateOnly) {
		date, err = locale.ParseDate(spacedZone.ReplaceAllString(text, "$1:$2"), zone)
	}
	if err != nil {
		return locale.Date{}
	}
	return date
}
