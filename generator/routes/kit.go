package routes

import (
	"bytes"
	"path"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// kitURL is where the press kit of a release is, "" where it has none: where there is nothing beside the text that one
// would have to fetch by itself. What was withdrawn is not handed out.
func (e *edition) kitURL(r *site.Release) string {
	if r.Withdrawn != nil || len(e.Site.FilesOf(&r.Item)) == 0 {
		return ""
	}
	return r.URL + e.Words.Text("path.press-kit") + ".zip"
}

// listKit adds all of a release in one file.
func (e *edition) listKit(r *site.Release) {
	url := e.kitURL(r)
	if url == "" {
		return
	}
	e.list.add(web.Route{URL: url, Source: r.Source.File, Render: func(w *bytes.Buffer) (diag.List, error) {
		k := kit{taken: map[string]bool{}}
		if err := e.fill(&k, r); err != nil {
			return nil, err
		}
		return nil, formats.Zip(w, r.Modified, k.files)
	}})
}

// A kit is the files of a press kit.
type kit struct {
	files []formats.ZipFile
	taken map[string]bool
}

// add puts a file into a folder of the kit, "" for none, and gives its name there: two files may have one name where
// they come from.
func (k *kit) add(folder, name string, data []byte) string {
	name = strings.ReplaceAll(name, ":", "-") // which Windows keeps for disks
	ext := path.Ext(name)
	free := path.Join(folder, name)
	for n := 2; k.taken[strings.ToLower(free)]; n++ {
		free = path.Join(folder, strings.TrimSuffix(name, ext)+"-"+strconv.Itoa(n)+ext)
	}
	k.taken[strings.ToLower(free)] = true
	k.files = append(k.files, formats.ZipFile{Name: free, Data: data})
	return free
}

// fill puts in the text, the pictures with what is said of them, the attachments, and a card for each contact.
func (e *edition) fill(k *kit, r *site.Release) error {
	k.add("", e.textName(), []byte(formats.Wrap(e.releaseText(r), formats.TextWidth)))
	var captions plainText
	for _, f := range e.Site.FilesOf(&r.Item) {
		name, data, err := e.list.published(f)
		switch {
		case err != nil:
			return err
		case f.IsPicture():
			captions.add(e.captionLines(r, f, k.add(e.Words.Text("path.images"), name, data))...)
		default:
			k.add(e.Words.Text("path.attachments"), name, data)
		}
	}
	if captions.Len() > 0 {
		text := r.Title + "\n" + e.Site.BaseURL + r.URL + "\n\n" + captions.String()
		k.add("", e.Words.Text("path.captions")+".txt", []byte(formats.Wrap(text, formats.TextWidth)))
	}
	return e.addCards(k, r)
}

// captionLines are what is said of a picture, after its name in the kit.
func (e *edition) captionLines(r *site.Release, f *site.File, name string) []string {
	for _, i := range r.Images {
		if i.File == f {
			lines := []string{name, e.said("image.caption", i.Caption), e.said("image.alt", i.Alt)}
			if i.Credit != "" {
				lines = append(lines, e.Words.Text("image.credit", "name", i.Credit))
			}
			return append(lines, e.said("image.terms", i.Licence.Name), i.Licence.URL)
		}
	}
	return []string{name, e.said("image.alt", altInText(r, f))}
}

// altInText is what the text says for whoever does not see a picture.
func altInText(r *site.Release, f *site.File) string {
	for _, link := range r.Body.Links() {
		if link.Image && link.Address == f.URL {
			return link.Text
		}
	}
	return ""
}

// addCards puts in a card for each whom one can call.
func (e *edition) addCards(k *kit, r *site.Release) error {
	seen := map[*site.Contact]bool{}
	for _, p := range e.callable(r) {
		p = answering(p)
		if seen[p] || !p.Reachable() {
			continue
		}
		seen[p] = true
		var w bytes.Buffer
		if err := formats.VCard(&w, e.card(p)); err != nil {
			return err
		}
		k.add(e.Words.Text("path.contacts"), path.Base(cardURL(p)), w.Bytes())
	}
	return nil
}
