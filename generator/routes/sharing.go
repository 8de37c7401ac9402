package routes

import (
	"bytes"
	"os"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/sharing"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// A sharePicture is what social networks show beside a link to a page.
type sharePicture struct {
	URL, Alt      string // the address is absolute; "" where there is none
	Width, Height int    // 0 where they are not known
}

// How many releases, meetings and pages of an edition have a picture of their own: all up to five hundred, which is years of
// most municipalities; of more than that the newest, since what is new is what people share, unless site.yaml
// asks for all. The others have the site's, as lists have it. A picture takes 1.2 ms and 15 kB: an archive of 10,000
// releases with one for each takes 6 s more on two cores without a cache, which is some times as long as the whole site,
// and 150 MB more wherever it is published. Which have one must not depend on what a cache holds: the same input gives
// the same bytes.
//
// The numbers go in steps, so that a new release does not change the page of an old one each time. And above five hundred
// each step takes the picture from two steps of the oldest, until the newest sixty are left: if all but sixty lost theirs
// with the one release that is too many, the pages of hundreds would change at once, and back when one expires.
const (
	allOwnPictures = 500
	ownPictures    = 60
	ownPictureStep = 10
)

// withOwn is how many of a list of n have a picture of their own: its newest.
func withOwn(n int) int {
	steps := func(limit int) int { return max(0, n-limit) / ownPictureStep }
	return n - min(2*steps(allOwnPictures), steps(ownPictures))*ownPictureStep
}

// drawOwn adds the route of an item's own picture and tells where it is, nil where it is not drawn: another picture is
// there, or the fonts lack its letters.
//
// Nothing that is withheld can get into it: an item has a route only if it is shown, and what is drawn stands on its
// page, where the gate reads it. The gate cannot read pixels, so whoever adds a text here takes it from the page. The
// alternative text has them all, and is read as well.
func (e *edition) drawOwn(i *site.Item, p sharing.Picture) *sharePicture {
	if !sharing.Can(p.Title) {
		return nil
	}
	p.Organisation, p.Colours = e.Organisation.Name, e.list.colours
	url := i.URL + "og." + p.Hash() + ".png"
	onDisk := func() (web.File, error) {
		stored, err := e.list.from.Pictures.File([]string{"link", p.Key()}, p.Draw)
		return web.File(stored), err
	}
	e.list.add(web.Route{URL: url, Source: i.Source.File, OnDisk: onDisk, Render: func(w *bytes.Buffer) (diag.List, error) {
		if kept, err := onDisk(); err == nil && kept.Name != "" {
			if data, err := os.ReadFile(kept.Name); err == nil {
				w.Write(data)
				return nil, nil
			}
		}
		data, err := p.Draw()
		w.Write(data)
		return nil, err
	}})
	said := strings.Join(append([]string{p.Kicker + ": " + p.Title}, p.Facts...), ". ")
	return &sharePicture{e.Site.BaseURL + url, said + ". " + p.Organisation, sharing.Width, sharing.Height}
}

// isDrawn tells whether an item has a picture of its own drawn: it is among so many of the newest of all, or the settings
// ask for every one, and it has no other.
func (e *edition) isDrawn(newest, all int, images []site.Image) bool {
	if e.Site.Settings.LinkPictures != content.PicturesOfAll && newest >= withOwn(all) {
		return false
	}
	lead := firstImage(images)
	return lead == nil || lead.Width == 0
}

func (e *edition) drawRelease(newest int, r *site.Release) *sharePicture {
	if !e.isDrawn(newest, len(e.Releases), r.Images) {
		return nil
	}
	return e.drawOwn(&r.Item, sharing.Picture{
		Kicker: r.KindName(), Title: r.Headline(), Facts: []string{e.Lang.Date(r.Date)}, Site: e.Title, IsAlert: r.Withdrawn != nil,
	})
}

func (e *edition) drawMeeting(newest int, m *site.Meeting) *sharePicture {
	if !e.isDrawn(newest, len(e.Meetings), m.Images) {
		return nil
	}
	isOff := !m.IsOnOrPast()
	p := sharing.Picture{
		Kicker: e.Words.Text("meeting.one"), Title: e.meetingTitle(m, m.Title), Facts: []string{e.when(m)}, Site: e.Title, IsAlert: isOff,
		Leaf: &sharing.Leaf{Days: "?", IsOff: isOff},
	}
	switch {
	case m.Place.Name != "" || m.Place.Address != "":
		p.Facts = append(p.Facts, place(m.Place))
	case m.Place.Online != "":
		p.Facts = append(p.Facts, e.Words.Text("meeting.online")+": "+host(m.Place.Online))
	}
	if !m.Start.IsZero() {
		v := newLeaf(e.Lang, m.Start, m.End)
		p.Leaf.Month, p.Leaf.Days, p.Leaf.Weekday = v.Month+" "+v.Year, v.Days, v.Weekday
	}
	return e.drawOwn(&m.Item, p)
}

// when says of a meeting what its page says: the day, or that it is told later.
func (e *edition) when(m *site.Meeting) string {
	if m.Start.IsZero() {
		return locale.Capital(e.Words.Text("meeting.date-later"))
	}
	return locale.Capital(e.Lang.LongRange(m.Start, m.End))
}

func (e *edition) drawPage(newest int, p *site.Page) *sharePicture {
	if !e.isDrawn(newest, len(e.Pages), nil) {
		return nil
	}
	return e.drawOwn(&p.Item, sharing.Picture{Kicker: e.Title, Title: p.Title})
}

// shareOf is the picture of a page: the one that it shows, its own, or the site's.
func (e *edition) shareOf(p pageSpec, lead *site.Image) sharePicture {
	switch {
	case lead != nil && lead.Width > 0:
		shown := lead.Largest()
		return sharePicture{e.Site.BaseURL + shown.URL, lead.Alt, shown.Width, shown.Height}
	case p.own != nil:
		return *p.own
	}
	picture := e.list.share
	picture.Alt = e.Organisation.Name + ": " + e.Title
	return picture
}
