package intake

import (
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/locale"
)

// pictureEndings are those of the pictures that a page shows, by what they are.
var pictureEndings = map[string]string{"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}

// fetch takes a picture along that lies beside the source, and gives the name that it gets; "" where there is none.
func (a *article) fetch(address string) string {
	if slices.ContainsFunc(a.pictures, func(p picture) bool { return p.name == address }) {
		return address
	}
	u, err := url.Parse(address)
	if err != nil || u.Host != "" || u.Scheme != "" || a.source.Near == nil {
		return ""
	}
	name := path.Clean(strings.TrimPrefix(u.Path, "/"))
	data, err := a.source.Near(name)
	if err != nil {
		return ""
	}
	return a.addPicture(name, data)
}

// addPicture gives a picture a name that can stand in an address; "" for what is no picture.
func (a *article) addPicture(name string, data []byte) string {
	ending := pictureEndings[http.DetectContentType(data)]
	if ending == "" {
		return ""
	}
	slug := locale.Slug(baseOf(name), a.site.lang)
	if slug == "" {
		slug = "bild"
	}
	known := func(p picture) bool { return p.name == slug+ending }
	for i := slices.IndexFunc(a.pictures, known); i >= 0 && string(a.pictures[i].data) != string(data); i = slices.IndexFunc(a.pictures, known) {
		slug += "-2"
	}
	if !slices.ContainsFunc(a.pictures, known) {
		a.pictures = append(a.pictures, picture{slug + ending, data})
	}
	return slug + ending
}
