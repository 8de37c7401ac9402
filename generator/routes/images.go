package routes

import (
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

// A pressPicture is a picture in the list of all, with the release that it belongs to.
type pressPicture struct {
	Image   site.Image
	Release *site.Release
}

type picturesView struct {
	Edition  *site.Edition
	Crumbs   []crumb
	Title    string
	Pictures []pressPicture
	Pager    pager
}

// pressPictures are the pictures of an edition's releases, newest first, each file once. Mere decoration is none, and
// what was withdrawn is not handed out.
func pressPictures(e *site.Edition) []pressPicture {
	var all []pressPicture
	seen := map[*site.File]bool{}
	for _, r := range e.Listed {
		if r.Withdrawn != nil {
			continue
		}
		for _, i := range r.Images {
			if i.Alt != "" && !seen[i.File] {
				seen[i.File] = true
				all = append(all, pressPicture{i, r})
			}
		}
	}
	return all
}

// listPictures adds the list of all press pictures, with the terms of each, and gives its address. A site without any has
// no list either, and "" is given.
func (e *edition) listPictures() string {
	all := pressPictures(e.Edition)
	if len(all) == 0 {
		return ""
	}
	for i := range all {
		all[i].Image.IsLater = i%e.Site.Settings.PageSize > 0 // the first of each page is seen at once
	}
	url := e.URL("images")
	crumbs := e.crumbs(step(e.Words.Text("images.title"), url))
	for _, s := range cut(e.Edition, url, all) {
		spec := pageSpec{url: s.url, section: "press", source: e.Site.Settings.File, modified: newestPicture(s.items), template: "images.html",
			content: func() (pageContent, diag.List) {
				title := e.pageTitle(e.Words.Text("images.title"), s.pager)
				return pageContent{
					title: title, crumbs: crumbs, description: e.Words.Text("images.description", "title", title, "organisation", e.Organisation.Name),
					view: picturesView{Edition: e.Edition, Crumbs: crumbs, Title: title, Pictures: s.items, Pager: s.pager},
				}, nil
			}}
		if s.pager.Page == 1 {
			spec.translations = e.elsewhere(func(other *site.Edition) string {
				if len(pressPictures(other)) == 0 {
					return ""
				}
				return other.URL("images")
			})
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
