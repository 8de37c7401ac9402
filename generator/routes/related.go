package routes

import (
	"slices"
	"sync"

	"alingsas.se/dialog/generator/related"
	"alingsas.se/dialog/generator/site"
)

// A relatedItem is a release or a meeting that has to do with the one whose page it stands on; the other is nil.
type relatedItem struct {
	Release *site.Release
	Meeting *site.Meeting
	Why     string // what they share, "" where it is words
}

// relatedItems is how many of them a page shows.
const relatedItems = 3

// How much it says that two items share something. It counts the more, the fewer share it.
const (
	sharedMeeting      = 12
	sharedOrganisation = 6
	sharedSeries       = 4
	sharedTopic        = 4
	sharedWord         = 3
)

// A relations finds what the releases and the meetings of an edition have to do with each other.
type relations struct {
	edition  *edition
	index    *related.Index
	items    []related.Item
	places   []int             // by the items' numbers
	releases []*site.Release   // they come first, then
	meetings []*site.Meeting   // the meetings
	why      map[uint64]string // what a link says
}

// relationsOf are made when the first page asks for them: who looks at another page while writing does not wait.
func relationsOf(e *edition) func() *relations {
	return sync.OnceValue(func() *relations {
		r := &relations{edition: e, releases: e.Releases, meetings: e.Meetings, why: map[uint64]string{}, places: make([]int, e.Site.Numbers())}
		r.items = make([]related.Item, 0, len(e.Releases)+len(e.Meetings))
		for _, release := range e.Releases {
			r.addRelease(release)
		}
		for _, m := range e.Meetings {
			r.addMeeting(m)
		}
		r.index, r.items = related.New(r.items), nil
		return r
	})
}

// addRelease adds a release. One that was withdrawn or replaced is offered to nobody.
func (r *relations) addRelease(release *site.Release) {
	links := make([]related.Link, 0, 24)
	for _, m := range release.Meetings {
		links = r.add(links, "meeting "+m.URL, sharedMeeting, func() string { return r.edition.Words.Text("related.meeting", "title", m.Title) })
		links = r.addTerms(links, m.Met, sharedOrganisation)
	}
	links = r.addTerms(links, release.Topics, sharedTopic)
	links = related.Words(release.Title, sharedWord, links)
	links = related.Words(release.OwnLead(), sharedWord, links)
	r.addItem(&release.Item, links, release.Withdrawn != nil || release.ReplacedBy != nil)
}

func (r *relations) addMeeting(m *site.Meeting) {
	links := r.addTerms(make([]related.Link, 0, 16), m.Met, sharedOrganisation)
	if m.SeriesTerm != nil {
		links = r.addTerms(links, []*site.Term{m.SeriesTerm}, sharedSeries)
	}
	links = r.addTerms(links, m.Topics, sharedTopic)
	r.addItem(&m.Item, related.Words(m.Title, sharedWord, links), false)
}

func (r *relations) addItem(i *site.Item, links []related.Link, isHidden bool) {
	r.places[i.Number()] = len(r.items)
	r.items = append(r.items, related.Item{Links: links, Hidden: isHidden})
}

func (r *relations) addTerms(links []related.Link, terms []*site.Term, weight int) []related.Link {
	for _, t := range terms {
		links = r.add(links, t.URL, weight, func() string { return r.edition.Words.Text(t.Section+".one", "name", t.Name) })
	}
	return links
}

// add links an item to what has a name of its own, once.
func (r *relations) add(links []related.Link, name string, weight int, why func() string) []related.Link {
	id := related.ID(name)
	if slices.ContainsFunc(links, func(l related.Link) bool { return l.ID == id }) {
		return links
	}
	if _, isKnown := r.why[id]; !isKnown {
		r.why[id] = why()
	}
	return append(links, related.Link{ID: id, Weight: weight})
}

// ofRelease are what a reader of a release may read next: what its page names already is left out.
func (r *relations) ofRelease(release *site.Release) []relatedItem {
	return r.of(&release.Item, func(other relatedItem) bool {
		if other.Meeting != nil {
			return slices.Contains(release.Meetings, other.Meeting)
		}
		return other.Release == release.ReplacedBy || slices.Contains(release.Replaces, other.Release)
	})
}

func (r *relations) ofMeeting(m *site.Meeting) []relatedItem {
	return r.of(&m.Item, func(other relatedItem) bool {
		if other.Meeting != nil {
			return slices.Contains(m.InSeries, other.Meeting)
		}
		return slices.Contains(m.Releases, other.Release)
	})
}

func (r *relations) of(i *site.Item, isNamed func(relatedItem) bool) []relatedItem {
	var items []relatedItem
	for _, match := range r.index.Of(r.places[i.Number()], relatedItems, func(other int) bool { return isNamed(r.at(other)) }) {
		item := r.at(match.Item)
		item.Why = r.why[match.Why]
		items = append(items, item)
	}
	return items
}

func (r *relations) at(place int) relatedItem {
	if n := len(r.releases); place >= n {
		return relatedItem{Meeting: r.meetings[place-n]}
	}
	return relatedItem{Release: r.releases[place]}
}
