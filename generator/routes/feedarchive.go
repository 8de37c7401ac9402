package routes

import (
	"slices"
	"strconv"

	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
)

// Behind a feed lie its archives, back to the first release (RFC 5005, section 4). They are counted from the oldest
// release, and the address of one says which it holds: what has been at an address once never holds others when new
// releases come, so whoever has read it need not read it again. The newest releases, of which there are too few for an
// archive, are all in the feed itself.
//
// An archive holds titles and no texts, for every list that has a release writes it once more.

const (
	// smallArchive is how many releases are moved out of the feed at a time: no more than a feed holds anyway.
	smallArchive = feedEntries
	// middleArchive and largeArchive are how many are put together as soon as there are so many: a list of 10,000
	// releases then has 20 documents and not 500, and a reader who begins today asks for 20.
	middleArchive = 5 * smallArchive
	largeArchive  = 5 * middleArchive
	// archiveFolder is beside the feed.
	archiveFolder = "feed/"
)

// A span is the releases of an archive, counted from the oldest, which is number 0.
type span struct{ from, to int }

// archives divides the releases that a feed of n has archives of, oldest first. A feed that holds all has none.
func archives(n int) []span {
	var spans []span
	if n <= feedEntries {
		return nil
	}
	from := 0
	for _, size := range []int{largeArchive, middleArchive, smallArchive} {
		for ; n-from >= size; from += size {
			spans = append(spans, span{from, from + size})
		}
	}
	return spans
}

// name is what both of an archive's documents begin with.
func (s span) name() string {
	return archiveFolder + strconv.Itoa(s.from+1) + "-" + strconv.Itoa(s.to) + "."
}

// remaining is how many of n releases are in no archive.
func remaining(n int) int {
	if spans := archives(n); len(spans) > 0 {
		return n - spans[len(spans)-1].to
	}
	return n
}

// archiveOf says of a feed itself, or of one of its archives, where the older and newer ones are. i is its place among
// them; that of the feed is behind the last.
func (e *edition) archiveOf(f feed, spans []span, i int) formats.Archive {
	var a formats.Archive
	url := e.Site.BaseURL + f.url
	if i > 0 {
		a.Older, a.OlderJSON = url+spans[i-1].name()+atomName, url+spans[i-1].name()+jsonName
	}
	if i < len(spans) {
		a.IsArchived, a.Current = true, url+atomName
	}
	if i < len(spans)-1 {
		a.Newer = url + spans[i+1].name() + atomName
	}
	return a
}

// listArchives adds the archives of a feed.
func (e *edition) listArchives(f feed) {
	spans := archives(len(f.releases))
	for i, s := range spans {
		archived := f
		archived.name, archived.archive = s.name(), e.archiveOf(f, spans, i)
		newest := len(f.releases) - s.to // in the list, which begins with the newest
		held := f.releases[newest : newest+s.to-s.from]
		archived.fill = func(v *formats.Feed) error {
			v.Briefs = e.briefs(held)
			return nil
		}
		e.listFeedFiles(archived)
	}
}

// briefs are what is known of releases without their texts. Like the whole entries they say what was corrected or
// withdrawn since.
func (e *edition) briefs(releases []*site.Release) []*formats.Brief {
	list := make([]*formats.Brief, len(releases))
	for i, r := range releases {
		list[i] = e.brief(r)
	}
	return list
}

// brief is made once. Two that make it at the same time make the same.
func (e *edition) brief(r *site.Release) *formats.Brief {
	place := &e.kept[r.Number()]
	if kept := place.Load(); kept != nil {
		return kept
	}
	made := formats.NewBrief(e.marked(formats.Entry{
		ID: e.homeOf(r).releaseTag(r), URL: e.Site.BaseURL + r.URL, Title: feedTitle(r), Published: r.Date.Time, Updated: r.Modified,
	}, r.TextLang))
	place.Store(made)
	return made
}

// subscribed gives the releases of a feed itself: those that were new or changed last, and all that are in no archive.
func subscribed(releases []*site.Release) []*site.Release {
	rest := releases[:remaining(len(releases))]
	latest := latestChanged(releases)
	held := make(map[*site.Release]bool, len(latest)+len(rest))
	for _, r := range slices.Concat(latest, rest) {
		held[r] = true
	}
	return slices.DeleteFunc(slices.Clone(releases), func(r *site.Release) bool { return !held[r] })
}
