package routes

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

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
	route := web.Route{URL: url, Source: r.Source.File, Render: func(w *bytes.Buffer) (diag.List, error) {
		k, err := e.newKit(r)
		if err != nil {
			return nil, err
		}
		return nil, k.write(w, r.Modified)
	}}
	if slices.ContainsFunc(e.Site.FilesOf(&r.Item), (*site.File).IsPicture) {
		route.OnDisk = func() (web.File, error) { return e.kitFile(r) }
	}
	e.list.add(route)
}

// kitFile is the kit as it was packed once: with photographs in it, to pack one takes longer than all pages of a site.
func (e *edition) kitFile(r *site.Release) (web.File, error) {
	k, err := e.newKit(r)
	if err != nil {
		return web.File{}, err
	}
	stored, err := e.list.from.Pictures.File(k.parts(r.Modified), func() ([]byte, error) {
		var w bytes.Buffer
		err := k.write(&w, r.Modified)
		return w.Bytes(), err
	})
	return web.File(stored), err
}

// A kit is the files of a press kit.
type kit struct {
	files []kitFile
	taken map[string]bool
}

// A kitFile is one of them. It is read when it is packed.
type kitFile struct {
	name string
	sum  string // of its bytes
	read func() ([]byte, error)
}

// add puts a file into a folder of the kit, "" for none, and gives its name there: two files may have one name where
// they come from.
func (k *kit) add(folder, name string, data []byte) string {
	sum := sha256.Sum256(data)
	return k.addFile(folder, kitFile{name, hex.EncodeToString(sum[:]), func() ([]byte, error) { return data, nil }})
}

func (k *kit) addFile(folder string, f kitFile) string {
	f.name = strings.ReplaceAll(f.name, ":", "-") // which Windows keeps for disks
	ext := path.Ext(f.name)
	free := path.Join(folder, f.name)
	for n := 2; k.taken[strings.ToLower(free)]; n++ {
		free = path.Join(folder, strings.TrimSuffix(f.name, ext)+"-"+strconv.Itoa(n)+ext)
	}
	k.taken[strings.ToLower(free)] = true
	f.name = free
	k.files = append(k.files, f)
	return free
}

// parts tell one kit from all others.
func (k *kit) parts(modified time.Time) []string {
	parts := []string{"kit", kitForm, modified.Format(time.RFC3339)}
	for _, f := range k.files {
		parts = append(parts, f.name, f.sum)
	}
	return parts
}

// kitForm changes whenever the same files would be packed otherwise: see formats.Zip.
const kitForm = "1"

func (k *kit) write(w *bytes.Buffer, modified time.Time) error {
	files := make([]formats.ZipFile, len(k.files))
	for i, f := range k.files {
		data, err := f.read()
		if err != nil {
			return err
		}
		files[i] = formats.ZipFile{Name: f.name, Data: data}
	}
	return formats.Zip(w, modified, files)
}

// newKit puts in the text, the pictures with what is said of them, the attachments, and a card for each contact.
func (e *edition) newKit(r *site.Release) (*kit, error) {
	k := &kit{taken: map[string]bool{}}
	k.add("", e.textName(), []byte(formats.Wrap(e.releaseText(r), formats.TextWidth)))
	var captions plainText
	for _, f := range e.Site.FilesOf(&r.Item) {
		if f.IsPicture() {
			picture, err := e.list.kitPicture(f)
			if err != nil {
				return nil, err
			}
			captions.add(e.captionLines(r, f, k.addFile(e.Words.Text("path.images"), picture))...)
			continue
		}
		name, data, err := e.list.published(f)
		if err != nil {
			return nil, err
		}
		k.add(e.Words.Text("path.attachments"), name, data)
	}
	if captions.Len() > 0 {
		text := r.Title + "\n" + e.Site.BaseURL + r.URL + "\n\n" + captions.String()
		k.add("", e.Words.Text("path.captions")+".txt", []byte(formats.Wrap(text, formats.TextWidth)))
	}
	return k, e.addCards(k, r)
}

// kitPicture is a picture as it is published, by the name and the sum of its file where it lies on the disk.
func (l *lister) kitPicture(f *site.File) (kitFile, error) {
	read := func() ([]byte, error) {
		_, data, err := l.published(f)
		return data, err
	}
	if f.Picture != nil {
		sum, err := l.from.Pictures.OriginalSum(f.Picture, f.Words)
		if err != nil || sum != "" {
			return kitFile{path.Base(f.Name), sum, read}, err
		}
	}
	data, err := read()
	sum := sha256.Sum256(data)
	return kitFile{path.Base(f.Name), hex.EncodeToString(sum[:]), func() ([]byte, error) { return data, nil }}, err
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
