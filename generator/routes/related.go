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
	links    []related.Link    // of the item that is being added
	count    int               // items
	places   []int             // by the items' numbers
	releases []*site.Release   // they come first, then
	meetings []*site.Meeting   // the meetings
	why      map[uint64]string // what a link says
}

// relationsOf are made when the first page asks for them: who looks at another page while writing does not wait.
func relationsOf(e *edition) func() *relations {
	return sync.OnceValue(func() *relations {
		r := &relations{edition: e, releases: e.Releases, meetings: e.Meetings, why: map[uint64]string{}, places: make([]int, e.Site.Numbers())}
		r.index = related.New(r.all)
		return r
	})
}

// all yields the releases and the meetings with what they are linked to. A release that was withdrawn or replaced is
// offered to nobody.
func (r *relations) all(yield func(related.Item) bool) {
	for _, release := range r.releases {
		isHidden := release.Withdrawn != nil || release.ReplacedBy != nil
		if r.linkRelease(release); !yield(r.item(&release.Item, isHidden)) {
			return
		}
	}
	for _, m := range r.meetings {
		if r.linkMeeting(m); !yield(r.item(&m.Item, false)) {
			return
		}
	}
}

func (r *relations) linkRelease(release *site.Release) {
	for _, m := range release.Meetings {
		r.link(m.URL, sharedMeeting, func() string { return r.edition.Words.Text("related.meeting", "title", m.Title) })
		r.linkTerms(m.Met, sharedOrganisation)
	}
	r.linkTerms(release.Topics, sharedTopic)
	r.links = related.Words(release.Title, sharedWord, r.links)
	r.links = related.Words(release.OwnLead(), sharedWord, r.links)
}

func (r *relations) linkMeeting(m *site.Meeting) {
	r.linkTerms(m.Met, sharedOrganisation)
	if m.SeriesTerm != nil {
		r.linkTerms([]*site.Term{m.SeriesTerm}, sharedSeries)
	}
	r.linkTerms(m.Topics, sharedTopic)
	r.links = related.Words(m.Title, sharedWord, r.links)
}

// item gives the item whose links were gathered.
func (r *relations) item(i *site.Item, isHidden bool) related.Item {
	links := r.links
	r.places[i.Number()], r.links = r.count, r.links[:0]
	r.count++
	return related.Item{Links: links, Hidden: isHidden}
}

func (r *relations) linkTerms(terms []*site.Term, weight int) {
	for _, t := range terms {
		r.link(t.URL, weight, func() string { return r.edition.Words.Text(t.Section+".one", "name", t.Name) })
	}
}

// link links an item to what has an address of its own, once.
func (r *relations) link(url string, weight int, why func() string) {
	id := related.ID(url)
	if slices.ContainsFunc(r.links, func(l related.Link) bool { return l.ID == id }) {
		return
	}
	if _, isKnown := r.why[id]; !isKnown {
		r.why[id] = why()
	}
	r.links = append(r.links, related.Link{ID: id, Weight: weight})
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
