package routes

import (
	"strconv"

	"alingsas.se/dialog/generator/site"
)

// A pager leads through a list that is cut into pages.
type pager struct {
	Page, Pages     int
	Newer, Older    string // addresses; "" at the ends
	First           string // the list's address
	From, To, Total int    // which entries are shown, from 1
}

// A sheet is one page of a list.
type sheet[T any] struct {
	url   string
	items []T
	pager pager
}

// cut divides a list into pages of the site's size. There is always one, if only an empty one.
func cut[T any](e *site.Edition, url string, items []T) []sheet[T] {
	return cutInto(e, url, items, e.Site.Settings.PageSize)
}

func cutInto[T any](e *site.Edition, url string, items []T, size int) []sheet[T] {
	pages := max(1, (len(items)+size-1)/size)
	at := func(n int) string {
		switch {
		case n < 1 || n > pages:
			return ""
		case n == 1:
			return url
		}
		return url + e.Words.Text("path.page") + "/" + strconv.Itoa(n) + "/"
	}
	sheets := make([]sheet[T], pages)
	for i := range sheets {
		from, to := i*size, min((i+1)*size, len(items))
		sheets[i] = sheet[T]{url: at(i + 1), items: items[from:to], pager: pager{
			Page: i + 1, Pages: pages, Newer: at(i), Older: at(i + 2), First: url, From: from + 1, To: to, Total: len(items),
		}}
	}
	return sheets
}

// pageTitle adds the number to a list's title from the second page on, so that no two are the same.
func (e *edition) pageTitle(title string, p pager) string {
	if p.Page == 1 {
		return title
	}
	return e.Words.Text("pager.title", "title", title, "page", p.Page)
}
