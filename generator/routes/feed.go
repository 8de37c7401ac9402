package routes

import (
	"bytes"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// A feed tells what is new in a list, in Atom and in JSON Feed.
type feed struct {
	url   string // of the folder that it lies in
	page  string // of the list
	id    string // what tells it from the site's other feeds
	title string
	name  string                    // what its files begin with: "", or that of an archive
	fill  func(*formats.Feed) error // adds the entries, newest first, when the feed is rendered

	releases []*site.Release // all that it and its archives hold, newest first; none of a feed of meetings
	archive  formats.Archive
}

const (
	atomName = "feed.xml"
	jsonName = "feed.json"
	// feedEntries is how many entries a feed holds.
	feedEntries = 20
)

func (f feed) links() []feedLink {
	return []feedLink{
		{f.title + " (Atom)", "application/atom+xml", f.url + atomName},
		{f.title + " (JSON Feed)", "application/feed+json", f.url + jsonName},
	}
}

func (e *edition) releaseFeed() feed {
	return e.feedOf(e.Listed, feed{url: e.Home(), page: e.URL("press"), id: "press", title: e.Title + ": " + e.Words.Text("press.title")})
}

func (e *edition) termFeed(t *site.Term) feed {
	f := e.feedOf(t.Releases, feed{url: t.URL, page: t.URL, id: t.Section + "/" + t.Slug, title: e.Title + ": " + t.Name})
	if t.IsOfMeetings() {
		f.fill = filling(e.withMeetings(e.releaseEntries(subscribed(t.Releases)), t.Meetings))
	}
	return f
}

// feedOf completes a feed of releases, newest first.
func (e *edition) feedOf(releases []*site.Release, f feed) feed {
	spans := archives(len(releases))
	f.releases, f.archive = releases, e.archiveOf(f, spans, len(spans))
	f.fill = filling(e.releaseEntries(subscribed(releases)))
	return f
}

func filling(entries func() ([]formats.Entry, error)) func(*formats.Feed) error {
	return func(v *formats.Feed) (err error) {
		v.Entries, err = entries()
		return err
	}
}

// meetingFeeds gives the feed of all meetings and that of what was changed in them, none where there are none.
func (e *edition) meetingFeeds() []feed {
	if len(e.Meetings) == 0 {
		return nil
	}
	return []feed{e.meetingFeed(), e.changeFeed()}
}

func (e *edition) meetingFeed() feed {
	url := e.URL("meetings")
	return feed{url: url, page: url, id: "meetings", title: e.Title + ": " + e.Words.Text("meetings.feed"), fill: filling(e.meetingEntries(e.Meetings))}
}

// listFeeds adds one feed for all releases, one for all meetings, one for what was changed in them, and one for each
// term that has what one could follow.
func (e *edition) listFeeds() {
	feeds := slices.Concat(e.covers, e.meetingFeeds())
	for _, all := range e.Taxonomies() {
		for _, t := range all.Terms {
			if t.HasFeed() {
				feeds = append(feeds, e.termFeed(t))
			}
		}
	}
	for _, f := range feeds {
		e.listFeedFiles(f)
		e.listArchives(f)
	}
}

func (e *edition) listFeedFiles(f feed) {
	e.listFeedFile(f.url+f.name+atomName, f, formats.Atom)
	e.listFeedFile(f.url+f.name+jsonName, f, formats.JSONFeed)
}

func (e *edition) listFeedFile(url string, f feed, write func(io.Writer, formats.Feed) error) {
	e.list.add(web.Route{URL: url, Source: e.Site.Settings.File, Render: func(w *bytes.Buffer) (diag.List, error) {
		v, err := e.feed(f)
		if err != nil {
			return nil, err
		}
		return nil, write(w, v)
	}})
}

func (e *edition) feed(f feed) (formats.Feed, error) {
	base := e.Site.BaseURL
	v := formats.Feed{
		ID: e.tag(f.id), Title: f.title, Subtitle: e.Tagline, Lang: e.Lang.Tag,
		AtomURL: base + f.url + f.name + atomName, JSONURL: base + f.url + f.name + jsonName, PageURL: base + f.page, Archive: f.archive, Notice: e.notice(f),
		Author: formats.Author{Name: e.Organisation.Name, URL: e.Organisation.URL, Email: e.Organisation.Email},
	}
	return v, f.fill(&v)
}

// releaseTag names the entry of a release for ever.
func (e *edition) releaseTag(r *site.Release) string { return e.tag("press/" + permanent(r.ID)) }

// feedTitle says what a reader of the release must learn who has it already.
func feedTitle(r *site.Release) string {
	if r.Withdrawn == nil && len(r.Corrections) > 0 {
		return r.Edition.Words.Text("release.corrected-title", "title", titleWithKind(r))
	}
	if r.Withdrawn == nil {
		return titleWithKind(r)
	}
	return r.Headline()
}

// titleWithKind says that a release is an invitation or a statement, where its title does not.
func titleWithKind(r *site.Release) string {
	if r.IsPlain() {
		return r.Title
	}
	kind := r.KindName()
	if strings.Contains(strings.ToLower(r.Title), strings.ToLower(kind)) {
		return r.Title
	}
	return r.Edition.Words.Text("kind.listed", "kind", kind, "title", r.Title)
}

// latestChanged gives as many releases as a feed holds at least, those that are new or were changed last, in the
// order of the list: a correction of an old release is told as well.
func latestChanged(releases []*site.Release) []*site.Release {
	if len(releases) <= feedEntries {
		return releases
	}
	byChange := slices.Clone(releases)
	slices.SortStableFunc(byChange, func(a, b *site.Release) int { return b.Modified.Compare(a.Modified) })
	isLatest := make(map[*site.Release]bool, feedEntries)
	for _, r := range byChange[:feedEntries] {
		isLatest[r] = true
	}
	return slices.DeleteFunc(slices.Clone(releases), func(r *site.Release) bool { return !isLatest[r] })
}

// A keptEntry is the entry of a release. It is made once for all feeds that hold it, of which there are two for each
// list: a build takes 12 % more without.
type keptEntry struct {
	mu    sync.Mutex
	text  *content.Text // of the release, which may be replaced while the preview runs
	entry formats.Entry
}

// releaseEntries gives the entries of releases.
func (e *edition) releaseEntries(latest []*site.Release) func() ([]formats.Entry, error) {
	for _, r := range latest {
		if home := e.homeOf(r); home.entries[r] == nil {
			home.entries[r] = new(keptEntry)
		}
	}
	return func() ([]formats.Entry, error) {
		entries := make([]formats.Entry, len(latest))
		for i, r := range latest {
			entry, err := e.homeOf(r).releaseEntry(r)
			if err != nil {
				return nil, err
			}
			entries[i] = e.marked(entry, r.TextLang)
		}
		return entries, nil
	}
}

// homeOf gives the edition of a release: of one that has no translation, the entry is the original's.
func (e *edition) homeOf(r *site.Release) *edition {
	for _, other := range e.list.editions {
		if other.Edition == r.Edition {
			return other
		}
	}
	return e
}

// marked says of an entry in another language than the feed's which it is.
func (e *edition) marked(entry formats.Entry, lang string) formats.Entry {
	if in := foreign(e.Edition, lang); in != "" {
		entry.Lang = lang
		entry.Title += " (" + in + ")"
	}
	return entry
}

type entryView struct {
	*site.Release
	Body   passage
	Notes  []noteView
	Reason []noteView // of a withdrawal: then nothing else of the text is told
}

func (e *edition) releaseEntry(r *site.Release) (formats.Entry, error) {
	kept := e.entries[r]
	kept.mu.Lock()
	defer kept.mu.Unlock()
	if text := r.Version(); kept.text != text {
		entry, err := e.newReleaseEntry(r)
		if err != nil {
			return entry, err
		}
		kept.text, kept.entry = text, entry
	}
	return kept.entry, nil
}

// newReleaseEntry is the whole release: what was corrected, the lead, the text, and whom to call. Of one that was
// withdrawn it is the reason, and whom to call.
func (e *edition) newReleaseEntry(r *site.Release) (formats.Entry, error) {
	v := formats.Entry{
		ID: e.releaseTag(r), URL: e.Site.BaseURL + r.URL, Title: feedTitle(r),
		Published: r.Date.Time, Updated: r.Modified,
	}
	for _, t := range slices.Concat(r.Topics, r.Regions) {
		v.Categories = append(v.Categories, t.Name)
	}
	view := &entryView{Release: r, Body: absolute(r.Body), Notes: absoluteNotes(r.Corrections)}
	if r.Withdrawn != nil {
		v.Summary, view.Reason = r.Withdrawn.Plain(), absoluteNotes([]site.Note{*r.Withdrawn})
	} else {
		v.Summary = r.Lead()
		e.addFiles(&v, r)
	}
	html, err := e.entryHTML("feed-entry.html", view)
	v.HTML = html
	return v, err
}

// addFiles adds what a release brings beside its text.
func (e *edition) addFiles(v *formats.Entry, r *site.Release) {
	base := e.Site.BaseURL
	for _, a := range r.Attachments {
		v.Enclosures = append(v.Enclosures, formats.Enclosure{URL: base + a.URL, Type: a.Type, Title: a.Title, Size: a.Size})
	}
	if image := firstImage(r.Images); image != nil {
		v.Image = base + image.Shown().URL
	}
}

type meetingEntryView struct {
	*site.Meeting
	Body  passage
	Notes []noteView
}

// latestMeetings are those that are new or were changed last. Of those that nobody knows this of, the last to take
// place come first.
func latestMeetings(of []*site.Meeting) []*site.Meeting {
	meetings := slices.Clone(of)
	slices.SortStableFunc(meetings, func(a, b *site.Meeting) int {
		if stamp(a).IsZero() && stamp(b).IsZero() {
			return b.Start.Time.Compare(a.Start.Time)
		}
		return stamp(b).Compare(stamp(a))
	})
	return firstOf(meetings, feedEntries)
}

func (e *edition) meetingEntries(of []*site.Meeting) func() ([]formats.Entry, error) {
	return func() ([]formats.Entry, error) { return e.newMeetingEntries(of) }
}

func (e *edition) newMeetingEntries(of []*site.Meeting) ([]formats.Entry, error) {
	var entries []formats.Entry
	for _, m := range latestMeetings(of) {
		html, err := e.entryHTML("feed-meeting.html", &meetingEntryView{Meeting: m, Body: absolute(m.Body), Notes: absoluteNotes(m.Changes)})
		if err != nil {
			return nil, err
		}
		entries = append(entries, e.marked(formats.Entry{
			ID: e.tag("meetings/" + permanent(m.ID)), URL: e.Site.BaseURL + m.URL, Title: e.meetingTitle(m, m.Title), Summary: m.Description(),
			HTML: html, Published: announced(m), Updated: stamp(m),
		}, m.TextLang))
	}
	return entries, nil
}

func (e *edition) entryHTML(template string, view any) (string, error) {
	html, err := render(e.templates, template, view)
	if err != nil {
		return "", &TemplateError{Label: e.list.from.TemplatesLabel, Err: err}
	}
	return html, nil
}

// absolute shows a body to readers elsewhere.
func absolute(b *site.Body) passage {
	return func(w *bytes.Buffer) error {
		b.WriteAbsoluteHTML(w)
		return nil
	}
}

func absoluteNotes(list []site.Note) []noteView {
	views := make([]noteView, len(list))
	for i, n := range list {
		var w bytes.Buffer
		n.Body.WriteAbsoluteHTML(&w)
		views[i] = noteView{n, template.HTML(w.String())}
	}
	return views
}

// later gives the later of two moments.
func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// newest gives the last change among releases.
func newest(releases []*site.Release) time.Time {
	var last time.Time
	for _, r := range releases {
		last = later(last, r.Modified)
	}
	return last
}

// newestChange gives the last change that the edition tells of.
func (e *edition) newestChange() time.Time {
	last := newest(e.Releases)
	for _, m := range e.Meetings {
		last = later(last, m.Modified)
	}
	return last
}
