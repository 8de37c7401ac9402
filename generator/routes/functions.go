package routes

import (
	"html/template"
	"strconv"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
)

// functions are what templates may call beside Go's own.
func functions(e *site.Edition, assets *assets) template.FuncMap {
	l := e.Lang
	return template.FuncMap{
		"t":         e.Words.Text,
		"url":       e.URL,
		"asset":     assets.url,
		"date":      l.Date,
		"longdate":  l.LongDate,
		"day":       l.Day,
		"dates":     l.Range,
		"longdates": l.LongRange,
		"number":    l.Number,
		"bytes":     l.Bytes,
		"leaf":      func(start, end locale.Date) leaf { return newLeaf(l, start, end) },
		"capital":   locale.Capital,
		"host":      host,
		"breakable": breakable,
		"mailbox":   content.ReadableEmail,
		// The plus sign of a media type would be written as a reference, which is right and unreadable.
		"mediatype": func(t string) template.HTMLAttr {
			return template.HTMLAttr(`type="` + template.HTMLEscapeString(t) + `"`)
		},
		"tel":      func(p locale.Phone) template.HTMLAttr { return template.HTMLAttr(`href="` + p.Href() + `"`) },
		"webcal":   func(url string) template.URL { return template.URL("webcal://" + afterScheme(e.Site.BaseURL) + url) },
		"absolute": func(url string) string { return e.Site.BaseURL + url },
		"isodate":  func(t time.Time) string { return t.Format(time.RFC3339) },
		"until":    until,
		"lang":     func(tag string) template.HTMLAttr { return langOf(l, tag) },
		"sources":  sourcesOf,
		"foreign":  func(tag string) string { return foreign(e, tag) },
	}
}

// until marks what a page says of something that has not happened yet: the script of the pages puts
// what stands in the <template> after it in its place when that moment comes. Nothing is marked where
// there is no such moment, or it is behind us. It begins with a space: <li{{until .Over .Past}}>.
func until(moment time.Time, isPast bool) template.HTMLAttr {
	if moment.IsZero() || isPast {
		return ""
	}
	return template.HTMLAttr(` data-until="` + moment.Format(time.RFC3339) + `"`)
}

// langOf marks a text that may be in another language than its page's. It begins with a space: <h1{{lang .TextLang}}>.
func langOf(page *locale.Language, tag string) template.HTMLAttr {
	if tag == page.Tag {
		return ""
	}
	return template.HTMLAttr(` lang="` + tag + `"`)
}

// sourcesOf gives a browser the sizes of a picture to choose from. It begins with a space: <img{{sources .}}>.
func sourcesOf(i site.Image) template.HTMLAttr {
	set := i.SrcSet("")
	if set == "" {
		return ""
	}
	width := site.ColumnSizes
	if i.IsInGrid {
		width = site.GridSizes
	}
	return template.HTMLAttr(` srcset="` + template.HTMLEscapeString(set) + `" sizes="` + width + `"`)
}

// foreign says in which language a text is, "" where it is the page's.
func foreign(e *site.Edition, tag string) string {
	word := "languages.in-" + tag
	switch {
	case tag == e.Lang.Tag:
		return ""
	case e.Words.Has(word):
		return e.Words.Text(word)
	}
	lang, _ := locale.Lookup(tag)
	return lang.Name()
}

// host is the part of an address that tells readers whose it is, on paper too.
func host(url string) string {
	name, _, _ := strings.Cut(afterScheme(url), "/")
	return name
}

// breakable lets an e-mail address go on in the next line after its @, where it would not fit a narrow
// box otherwise. Browsers read a gap aloud there, so the link has a name of its own beside it.
func breakable(address string) template.HTML {
	name, domain, _ := strings.Cut(content.ReadableEmail(address), "@")
	return template.HTML(template.HTMLEscapeString(name) + "@<wbr>" + template.HTMLEscapeString(domain))
}

func afterScheme(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	return rest
}

// A leaf is a leaf of a calendar.
type leaf struct{ Weekday, Days, Month, Year string }

// newLeaf shows the days of a meeting: "2" or, within a month, "2–3".
func newLeaf(l *locale.Language, start, end locale.Date) leaf {
	s := start.Time
	v := leaf{Weekday: l.Weekday(s), Days: strconv.Itoa(s.Day()), Month: l.MonthShort(s), Year: strconv.Itoa(s.Year())}
	if e := end.Time; !end.IsZero() && e.Day() != s.Day() && e.Month() == s.Month() && e.Year() == s.Year() {
		v.Days += "–" + strconv.Itoa(e.Day())
		v.Weekday = ""
	}
	return v
}
