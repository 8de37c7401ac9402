package routes

import (
	"path"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// draftSources are the files of the drafts that a site shows.
func draftSources(s *site.Site) map[string]bool {
	drafts := map[string]bool{}
	if !s.ShowsWithheld {
		return drafts
	}
	for _, e := range s.Editions {
		for _, i := range e.Items() {
			if i.State == site.Draft {
				drafts[i.Source.File] = true
			}
		}
	}
	return drafts
}

// withoutDoubles leaves out the routes of drafts that cannot lie beside the others, and tells of them: an address that
// is taken is its author's to change, and keeps nobody else's page away. aliases are old addresses, with the
// files that have them.
func withoutDoubles(t web.Table, drafts map[string]bool, aliases map[string]string) (kept web.Table, diags diag.List) {
	c := claims{by: map[string]string{}, files: map[string]string{}, folders: map[string]string{}}
	for url, source := range aliases {
		c.by[visitedKey(url)] = source
	}
	for _, r := range t {
		if !drafts[r.Source] {
			c.add(r)
			kept = append(kept, r)
		}
	}
	told := map[string]bool{}
	for _, r := range t {
		if !drafts[r.Source] {
			continue
		}
		found := web.Table{r}.CheckLengths()
		if other, isTaken := c.find(r); isTaken {
			if told[r.Source+"\n"+other] {
				continue // its page was told, and this lies below it
			}
			told[r.Source+"\n"+other] = true
			found.Add(diag.Position{File: r.Source}, diag.URLCollision, "url", r.URL, "other", other)
		}
		if diags = append(diags, found...); len(found) == 0 {
			c.add(r)
			kept = append(kept, r)
		}
	}
	return kept, diags
}

// claims are the addresses that are taken, as a host takes them for the same, each with the source that has it.
type claims struct {
	by      map[string]string
	files   map[string]string // those that are no folder's page
	folders map[string]string // in which something lies
}

func (c claims) add(r web.Route) {
	key := visitedKey(r.URL)
	c.by[key] = r.Source
	if isFile(r) {
		c.files[key] = r.Source
	}
	for _, folder := range foldersOf(r) {
		c.folders[folder] = r.Source
	}
}

// find gives the source that keeps a route from its address.
func (c claims) find(r web.Route) (source string, isTaken bool) {
	key := visitedKey(r.URL)
	if source, isTaken = c.by[key]; isTaken {
		return source, true
	}
	if source, isTaken = c.folders[key]; isTaken && isFile(r) {
		return source, true
	}
	for _, folder := range foldersOf(r) {
		if source, isTaken = c.files[folder]; isTaken {
			return source, true
		}
	}
	return "", false
}

func isFile(r web.Route) bool { return !strings.HasSuffix(r.File(), "index.html") }

// foldersOf are those in which a route's file lies, but for the root.
func foldersOf(r web.Route) (folders []string) {
	for dir := path.Dir(web.FileKey(r.URL)); dir != "/"; dir = path.Dir(dir) {
		folders = append(folders, dir)
	}
	return folders
}
