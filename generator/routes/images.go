package routes

import (
	"slices"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

// A pressPicture is a picture in the list of all, with the release that it belongs to.
type pressPicture struct {
	Image   site.Image
	Release *site.Release
}

// A gallery is all that an edition offers to picture desks.
type gallery struct {
	Pictures  []pressPicture
	Portraits []*site.Contact
	Logotypes []site.Image
}

func (g *gallery) isEmpty() bool { return len(g.Pictures)+len(g.Portraits)+len(g.Logotypes) == 0 }

type picturesView struct {
	gallery // portraits and logotypes stand on the first page
	Edition *site.Edition
	Crumbs  []crumb
	Title   string
	Pager   pager
}

// newGallery gathers the pictures of an edition's releases, newest first, each file once. Mere decoration is none, and
// what was withdrawn is not handed out.
func newGallery(e *site.Edition) *gallery {
	g := &gallery{Logotypes: slices.Clone(e.Logotypes)}
	for i := range g.Logotypes {
		g.Logotypes[i].IsInGrid = true
	}
	seen := map[*site.File]bool{}
	for _, r := range e.Listed {
		if r.Withdrawn != nil {
			continue
		}
		for _, i := range r.Images {
			if i.Alt != "" && !seen[i.File] {
				seen[i.File] = true
				i.IsInGrid = true
				i.IsLater = len(g.Pictures)%e.Site.Settings.PageSize > 0 // the first of each page is seen at once
				g.Pictures = append(g.Pictures, pressPicture{i, r})
			}
		}
	}
	for _, p := range e.Contacts {
		if p.OffersPhoto() {
			g.Portraits = append(g.Portraits, p)
		}
	}
	return g
}

// galleryOf is made once: every edition asks whether the others have one.
func (l *lister) galleryOf(e *site.Edition) *gallery {
	i := slices.Index(l.site.Editions, e)
	if l.galleries[i] == nil {
		l.galleries[i] = newGallery(e)
	}
	return l.galleries[i]
}

// imagesURL is where an edition lists its press pictures, "" where it has none.
func (l *lister) imagesURL(e *site.Edition) string {
	if l.galleryOf(e).isEmpty() {
		return ""
	}
	return e.URL("images")
}

// listPictures adds the list of all press pictures, with the terms of each, and gives its address, "" where there is none.
func (e *edition) listPictures() string {
	url := e.list.imagesURL(e.Edition)
	if url == "" {
		return ""
	}
	all := e.list.galleryOf(e.Edition)
	crumbs := e.crumbs(step(e.Words.Text("images.title"), url))
	for _, s := range cut(e.Edition, url, all.Pictures) {
		spec := pageSpec{url: s.url, section: "press", source: e.Site.Settings.File, modified: newestPicture(s.items), template: "images.html",
			content: func() (pageContent, diag.List) {
				v := picturesView{Edition: e.Edition, Crumbs: crumbs, Title: e.pageTitle(e.Words.Text("images.title"), s.pager), Pager: s.pager}
				if s.pager.Page == 1 {
					v.gallery = *all
				}
				v.Pictures = s.items
				description := e.Words.Text("images.description", "title", v.Title, "organisation", e.Organisation.Name)
				return pageContent{title: v.Title, crumbs: crumbs, description: description, view: v}, nil
			}}
		if s.pager.Page == 1 {
			spec.translations = e.elsewhere(e.list.imagesURL)
		}
		e.page(spec)
	}
	return url
}

func newestPicture(pictures []pressPicture) (last time.Time) {
	for _, p := range pictures {
		last = later(last, p.Release.Modified)
	}
	return last
}
