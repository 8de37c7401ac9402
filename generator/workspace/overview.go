package workspace

import (
	"net/url"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/preview"
	"alingsas.se/dialog/generator/site"
)

// overview lists everything in the content folder with its state, for the preview's start page.
func overview(set *content.Set, model *site.Site) []preview.Item {
	urls := map[*content.Item]string{}
	for _, e := range model.Editions {
		for _, i := range e.Items() {
			if urls[i.Source] == "" {
				urls[i.Source] = i.URL
			}
		}
	}
	for _, w := range model.Withheld {
		urls[w.Source] = w.URL + viewFor(w)
	}
	var items []preview.Item
	add := func(i *content.Item, kind string) *preview.Item {
		items = append(items, preview.Item{Title: i.Title, File: i.File, Kind: kind, URL: urls[i], State: "public", Original: i.Original().File})
		last := &items[len(items)-1]
		if i.Draft || i.Original().Draft {
			last.State = "draft"
		}
		return last
	}
	for _, r := range set.Releases {
		item := add(&r.Item, "press")
		item.From, item.Until = r.Date.Time, r.Expires.Time
		switch {
		case item.State == "draft":
		case !r.Expires.IsZero() && !model.Now.Before(r.Expires.Time):
			item.State = "expired"
			item.URL += "?_now=" + url.QueryEscape(r.Date.Time.Format("2006-01-02 15:04"))
		case model.Now.Before(r.Date.Time):
			item.State = "embargoed"
		case r.Withdrawn != nil:
			item.State = "withdrawn"
		}
	}
	for _, m := range set.Meetings {
		item := add(&m.Item, "meetings")
		item.From, item.Day = m.Date.Time, m.Start.Time
		if m.Status == content.Cancelled || m.Status == content.Postponed {
			item.Standing = string(m.Status)
		}
		if state, from := model.StateOf(&m.Item); state == site.Embargoed {
			item.State, item.From = "embargoed", from
		}
	}
	for _, c := range set.Contacts {
		add(&c.Item, "contacts")
	}
	for _, p := range set.Pages {
		add(&p.Item, "pages")
	}
	return items
}

// viewFor is what an address needs so that the preview shows what stands there, though readers do not see it.
func viewFor(w site.Withheld) string {
	switch w.State {
	case site.Draft:
		return everything // a draft may have a day to come, too
	case site.Expired:
		return "" // it needs a moment, which the release knows
	}
	return "?_future=1"
}
