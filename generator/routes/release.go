package routes

import (
	"html/template"
	"slices"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
)

type releaseView struct {
	*site.Release
	Edition     *site.Edition
	Crumbs      []crumb
	Body        passage
	About       template.HTML // boilerplate about the organisation
	Notes       []noteView    // corrections, newest first
	Reason      template.HTML // of a withdrawal
	LeadImage   *site.Image
	MoreImages  []site.Image
	OwnMeetings []meetingGroup  // those of the fact box
	Callable    []*site.Contact // whom to call: the release's contacts, else the site's
	State       string
	Related     []relatedItem
	Kit, Text   string // addresses of the press kit and of the plain text, "" where they are not handed out
}

type noteView struct {
	site.Note
	HTML template.HTML
}

// notes converts dated texts.
func notes(list []site.Note) ([]noteView, diag.List) {
	var views []noteView
	var diags diag.List
	for _, n := range list {
		html, found := n.Body.HTML()
		diags = append(diags, found...)
		views = append(views, noteView{n, template.HTML(html)})
	}
	return views, diags
}

// listReleases adds every press release and the lists of them.
func (e *edition) listReleases() {
	e.chooseTexts()
	for i, r := range e.Releases {
		e.listRelease(r, e.drawRelease(i, r))
		e.listText(r)
		e.listKit(r)
	}
	e.listReleaseLists(e.listPictures())
}

func (e *edition) listRelease(r *site.Release, own *sharePicture) {
	e.page(pageSpec{
		url: r.URL, section: "press", source: r.Source.File, translations: r.Translations, modified: r.Modified, template: "release.html", own: own,
		// A release that was withdrawn is there for whoever has its address, and is not to be found.
		noIndex: r.Withdrawn != nil,
		content: func() (pageContent, diag.List) {
			body := e.shown(&r.Item)
			v, diags := e.newReleaseView(r)
			v.Body = body.write
			return pageContent{
				title: e.releaseTitle(r), description: r.Description(), crumbs: v.Crumbs, image: firstImage(r.Images), body: body,
				published: r.Date.Time, nodes: []formats.Node{e.articleNode(r, own)}, view: v,
			}, diags
		},
	})
}

// releaseTitle says in a title what must not be missed: that a release was withdrawn.
func (e *edition) releaseTitle(r *site.Release) string {
	title := e.title(&r.Item)
	if r.Withdrawn != nil {
		return e.Words.Text("release.withdrawn-title", "title", title)
	}
	return title
}

func (e *edition) newReleaseView(r *site.Release) (*releaseView, diag.List) {
	v := &releaseView{
		Release: r, Edition: e.Edition, State: e.state(&r.Item), OwnMeetings: e.group(r.Meetings), Callable: e.callable(r), Related: e.related().ofRelease(r),
		Crumbs: e.crumbs(e.sectionCrumb("press"), step(r.Title, r.URL)),
	}
	if r.Withdrawn == nil {
		v.Kit, v.Text = e.kitURL(r), e.textURL(r)
	}
	notes, diags := notes(r.Corrections)
	v.Notes = notes
	if r.Withdrawn != nil {
		reason, found := r.Withdrawn.Body.HTML()
		v.Reason, diags = template.HTML(reason), append(diags, found...)
	}
	if e.Organisation.About != nil {
		about, found := e.Organisation.About.HTML()
		v.About, diags = template.HTML(about), append(diags, found...)
	}
	if len(r.Images) > 0 {
		v.LeadImage, v.MoreImages = &r.Images[0], r.Images[1:]
	}
	return v, diags
}

// callable are whom to call about a release: its contacts, and the site's where none of them can be reached.
func (e *edition) callable(r *site.Release) []*site.Contact {
	if slices.ContainsFunc(r.Contacts, isCallable) {
		return r.Contacts
	}
	return slices.Concat(r.Contacts, e.PressContacts)
}

// isCallable tells whether one reaches a contact, or whoever came after one who has left.
func isCallable(p *site.Contact) bool { return answering(p).Reachable() }

// answering is the contact, or whoever came after one who has left.
func answering(p *site.Contact) *site.Contact {
	for p.Departed && p.ReplacedBy != nil {
		p = p.ReplacedBy
	}
	return p
}

func firstImage(images []site.Image) *site.Image {
	if len(images) == 0 {
		return nil
	}
	return &images[0]
}
