package site

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
)

// A Withheld item is a content file that readers do not get to see as of the site's moment. Nothing of it
// may be in the output: what it says here is what one looks for there.
type Withheld struct {
	Source *content.Item
	State  State
	URL    string   // where its page would be
	Texts  []string // its title, lead and description; plain, each on one line
	Files  []string // pictures and attachments that nothing public shows; names inside the content folder
	why    noun
}

// Why says in words when the item becomes public, or that this is not known: for authors only.
func (w *Withheld) Why() (sv, en string) { return w.why.sv, w.why.en }

// listWithheld gathers what is not shown, once all that is shown is known.
func (l *linker) listWithheld() {
	public := map[string]bool{} // files that something public shows
	for _, f := range l.files {
		public[f.Name] = true
	}
	for _, hidden := range l.hidden {
		sv, en := l.why(l.targets.files[hidden.item.Name])
		w := Withheld{
			Source: hidden.item, State: l.targets.files[hidden.item.Name].state, URL: l.urlOf(hidden.item), why: noun{sv, en},
			Texts: []string{hidden.item.Title, hidden.lead, hidden.item.Description},
		}
		if hidden.lead == "" {
			w.Texts[1] = l.newBody(l.site.Edition(hidden.item.Lang), hidden.item).FirstParagraph()
		}
		for _, name := range l.filesOf(hidden) {
			if !public[name] {
				w.Files = append(w.Files, name)
			}
		}
		l.site.Withheld = append(l.site.Withheld, w)
	}
}

// A hiddenItem is what is known of an item that is not shown.
type hiddenItem struct {
	item  *content.Item
	lead  string
	files []string // that its front matter names
}

// filesOf gives the files of an item that is not shown: those it names, and all that lie in a folder of its
// own.
func (l *linker) filesOf(hidden hiddenItem) []string {
	files := slices.Clone(hidden.files)
	dir := path.Dir(hidden.item.Name)
	isOwn := strings.HasPrefix(path.Base(hidden.item.Name), "index.")
	item := Item{Source: hidden.item, Body: l.newBody(l.site.Edition(hidden.item.Lang), hidden.item)}
	for _, name := range l.set.Files {
		if !strings.HasPrefix(name, dir+"/") || l.isOwnedBelow(name, dir) {
			continue
		}
		if _, isLinked := item.links(name); isOwn || isLinked {
			files = append(files, name)
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// shownFiles are the files that front matter names.
func shownFiles(images []content.Image, attachments []content.Attachment) []string {
	files := []string{}
	for _, i := range images {
		files = append(files, i.File)
	}
	for _, a := range attachments {
		files = append(files, a.File)
	}
	return slices.DeleteFunc(files, func(name string) bool { return name == "" })
}

// urlOf is where an item's page is, or would be were it shown.
func (l *linker) urlOf(c *content.Item) string {
	e := l.site.Edition(c.Lang)
	slug := cmp.Or(c.Slug, c.ID)
	if kind := folder(c); kind != "pages" {
		return e.URL(kind, slug)
	}
	return e.Prefix + "/" + slug + "/"
}

// WithheldAt gives what is not shown and has its page at an address on the site, /pressmeddelanden/x/; nil where
// there is no such.
func (s *Site) WithheldAt(url string) *Withheld {
	url, _, _ = strings.Cut(url, "#")
	url, _, _ = strings.Cut(url, "?")
	url = strings.TrimSuffix(strings.TrimSuffix(url, "index.html"), "/") + "/"
	for i := range s.Withheld {
		if w := &s.Withheld[i]; w.URL == url && !s.isShownAt(url) {
			return w
		}
	}
	return nil
}

func (s *Site) isShownAt(url string) bool {
	for _, body := range s.targets.shown {
		if body.url == url {
			return true
		}
	}
	return false
}

// OnSite gives the path of an address on this site, however its scheme and host are spelled; "" for one that
// leads elsewhere.
func (s *Site) OnSite(dest string) string {
	if strings.HasPrefix(dest, "/") && !strings.HasPrefix(dest, "//") {
		return dest
	}
	_, rest, found := strings.Cut(dest, "//")
	if !found {
		return ""
	}
	host, path := rest, "/"
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host, path = rest[:i], "/"+strings.TrimPrefix(rest[i:], "/")
	}
	for _, base := range []string{s.BaseURL, s.Settings.BaseURL} {
		_, own, _ := strings.Cut(base, "//")
		if own != "" && strings.EqualFold(withoutPort(host), withoutPort(own)) {
			return path
		}
	}
	return ""
}

// withoutPort leaves out a port that the scheme has anyway.
func withoutPort(host string) string {
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(host, ":443"), ":80"), ".")
}

// checkEarly reports fact sheets that become public before the first release that tells of them, while that is
// under embargo: whoever reads the site knows then what the release will say.
func (l *linker) checkEarly() {
	told := l.firstTold()
	for _, c := range l.set.Releases {
		t := l.targets.files[c.Name]
		if c.Lang != l.first() || t.state != Embargoed || l.isShown(t.state) {
			continue
		}
		for _, ref := range c.Meetings {
			file, from, isKnown := l.meetingFrom(ref.ID)
			if isKnown && from.Before(told[ref.ID]) && from.Before(t.from) {
				sv, en := l.why(t)
				l.diags.Add(ref.At, diag.EarlyMeeting, "id", ref.ID, "why", sv, "why-en", en, "file", file,
					"date", t.from.In(l.set.Settings.Zone).Format("2006-01-02 15:04"))
			}
		}
	}
}

// firstTold gives the moment at which the first release tells of each meeting, by id; zero where one does already.
func (l *linker) firstTold() map[string]time.Time {
	told := map[string]time.Time{}
	for _, c := range l.set.Releases {
		t := l.targets.files[c.Name]
		if c.Lang != l.first() || t.state != Public && t.state != Embargoed {
			continue
		}
		for _, ref := range c.Meetings {
			from := l.stillFrom(t)
			if first, isTold := told[ref.ID]; !isTold || from.Before(first) {
				told[ref.ID] = from
			}
		}
	}
	return told
}

// meetingFrom gives the moment from which a meeting's fact sheet is public, zero where it is already, and its file.
func (l *linker) meetingFrom(id string) (file string, from time.Time, isKnown bool) {
	if m := l.meetings.shown[l.first()][id]; m != nil {
		return m.Source.File, l.stillFrom(l.targets.files[m.Source.Name]), m.State != Draft
	}
	t, isKnown := l.meetings.withheld[id]
	return t.file, t.from, isKnown && t.state == Embargoed
}

// stillFrom is when something becomes public, zero where that has been.
func (l *linker) stillFrom(t target) time.Time {
	if t.state != Embargoed {
		return time.Time{}
	}
	return t.from
}

// publicFrom is the moment from which an item with a date of its own is public: a translation not before
// its original.
func (l *linker) publicFrom(i *content.Item, published time.Time) time.Time {
	if original := i.Original(); original != i {
		return later(published, l.targets.files[original.Name].from)
	}
	return published
}
