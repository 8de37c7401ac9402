package sitetest

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Edit does something and says what. isExact tells that it did so in one step, so that no state between
// could be shown, and that no text changed which is shown as it is while something else is wrong.
func (e *Editor) Edit() (what string, isExact bool) {
	e.n++
	all := []struct {
		name    string
		isExact bool
		do      func() string
	}{
		{"body", false, e.changeBody},
		{"body", false, e.changeBody},
		{"body in pieces", false, e.writePieces},
		{"heading", false, e.changeHeading},
		{"front matter", false, e.changeMatter},
		{"front matter", false, e.changeMatter},
		{"save over", false, e.saveOver},
		{"break front matter", true, e.breakMatter},
		{"mend", false, e.mend},
		{"draft", true, e.toggleDraft},
		{"delete", true, e.delete},
		{"create", false, e.create},
		{"create a folder", false, e.createFolder},
		{"move a file", true, e.moveFile},
		{"move a folder", true, e.moveFolder},
		{"move a folder there and back", true, e.moveThereAndBack},
		{"delete a folder", false, e.deleteFolder},
		{"touch", true, e.touch},
		{"picture", false, e.picture},
		{"settings", true, e.settings},
		{"settings, saved as they are", false, e.saveSettings},
		{"template", true, e.template},
		{"template that fails", true, e.failingTemplate},
		{"words", true, e.words},
		{"style", false, e.style},
		{"static file", false, e.staticFile},
		{"a top folder anew", false, e.topFolder},
		{"many at once", false, e.many},
		{"what editors leave", true, e.junk},
	}
	one := all[e.Rand.IntN(len(all))]
	return one.name + ": " + one.do(), one.isExact
}

// one picks a name.
func (e *Editor) one(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[e.Rand.IntN(len(names))]
}

func (e *Editor) text() string {
	return e.one(slices.DeleteFunc(e.Files("content", ".md"), func(name string) bool { return strings.HasSuffix(name, "README.md") }))
}

func (e *Editor) changeBody() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	e.Must(os.WriteFile(e.Path(name), fmt.Appendf(nil, "%s\nMer, %d.\n", e.Read(name), e.n), 0o644))
	return name
}

func (e *Editor) writePieces() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	text := e.Read(name) + fmt.Sprintf("\nI delar, %d.\n", e.n)
	f, err := os.Create(e.Path(name))
	e.Must(err)
	for part := range slices.Chunk([]byte(text), 1+len(text)/3) {
		_, err := f.Write(part)
		e.Must(err)
		time.Sleep(time.Duration(e.Rand.IntN(15)) * time.Millisecond)
	}
	e.Must(f.Close())
	return name
}

func (e *Editor) changeHeading() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	e.Replace(name, e.Read(name)+fmt.Sprintf("\n## Rubrik %d\n\n[Hit](#rubrik-%d)\n", e.n, e.n))
	return name
}

func (e *Editor) changeMatter() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	e.Replace(name, strings.Replace(e.Read(name), "title: ", fmt.Sprintf("title: %d ", e.n), 1))
	return name
}

func (e *Editor) saveOver() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	e.Replace(name, e.Read(name)) // nothing changes
	e.Replace(name, e.Read(name)+"\nEtt stycke till.\n")
	return name
}

func (e *Editor) breakMatter() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	wrong := []string{"---\ntitel: ", "---\ntitle: [\n", "---\ndraft: kanske\n", "\n"}
	e.Replace(name, strings.Replace(e.Read(name), "---\n", wrong[e.Rand.IntN(len(wrong))], 1))
	return name
}

// mend writes a text as it was at first.
func (e *Editor) mend() string {
	name := e.text()
	if e.pristine[name] == nil {
		return "none"
	}
	e.Put(name, e.pristine[name])
	return name
}

func (e *Editor) toggleDraft() string {
	name, text := e.text(), ""
	if name == "" {
		return "none"
	}
	if text = e.Read(name); strings.Contains(text, "draft: true\n") {
		text = strings.Replace(text, "draft: true\n", "", 1)
	} else {
		text = strings.Replace(text, "---\n", "---\ndraft: true\n", 1)
	}
	e.Replace(name, text)
	return name
}

func (e *Editor) delete() string {
	name := e.one(e.Files("content"))
	if name == "" {
		return "none"
	}
	e.Must(os.Remove(e.Path(name)))
	return name
}

func (e *Editor) create() string {
	name := fmt.Sprintf("content/press/new-%d.md", e.n)
	e.Put(name, []byte(MadeUp(e.n%19*6+3)))
	return name
}

func (e *Editor) createFolder() string {
	dir := fmt.Sprintf("content/press/folder-%d", e.n)
	picture, _ := base64.StdEncoding.DecodeString(OnePixel)
	e.Put(dir+"/index.md", []byte(MadeUp(5)))
	e.Put(dir+"/one.png", picture)
	e.Put(dir+"/deep/er/two.png", picture)
	e.Put(dir+"/index.md", []byte(MadeUp(5)+"\n![Två](deep/er/two.png)\n"))
	return dir
}

func (e *Editor) moveFile() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	to := filepath.Dir(e.Path(name)) + fmt.Sprintf("/moved-%d.md", e.n)
	e.Must(os.Rename(e.Path(name), to))
	return name + " to " + to
}

func (e *Editor) folder() string {
	var dirs []string
	for _, name := range e.Files("content/press") {
		if dir := filepath.ToSlash(filepath.Dir(name)); dir != "content/press" && filepath.Dir(dir) == "content/press" {
			dirs = append(dirs, dir)
		}
	}
	return e.one(dirs)
}

func (e *Editor) moveFolder() string {
	dir := e.folder()
	if dir == "" {
		return "none"
	}
	to := fmt.Sprintf("content/press/place-%d", e.n)
	e.Must(os.Rename(e.Path(dir), e.Path(to)))
	return dir + " to " + to
}

func (e *Editor) moveThereAndBack() string {
	dirs := []string{"templates", "static/assets", "content/contacts", "templates/words"}
	if own := e.folder(); own != "" {
		dirs = append(dirs, own)
	}
	dir, away := e.one(dirs), filepath.Join(e.Root, "away")
	if _, err := os.Stat(e.Path(dir)); err != nil {
		return "none"
	}
	e.Must(os.Rename(e.Path(dir), away))
	time.Sleep(time.Duration(e.Rand.IntN(40)) * time.Millisecond)
	e.Must(os.Rename(away, e.Path(dir)))
	return dir
}

func (e *Editor) deleteFolder() string {
	dir := e.folder()
	if dir == "" {
		return "none"
	}
	e.Must(os.RemoveAll(e.Path(dir)))
	return dir
}

func (e *Editor) touch() string {
	name := e.one(e.Files(""))
	e.Must(os.Chtimes(e.Path(name), time.Time{}, time.Now()))
	return name
}

func (e *Editor) picture() string {
	name := e.one(e.Files("content", ".png"))
	if name == "" {
		return "none"
	}
	e.Must(os.WriteFile(e.Path(name), []byte("no picture"), 0o644))
	time.Sleep(time.Duration(e.Rand.IntN(20)) * time.Millisecond)
	picture, _ := base64.StdEncoding.DecodeString(OnePixel)
	e.Must(os.WriteFile(e.Path(name), picture, 0o644))
	return name
}

func (e *Editor) settings() string {
	changes := [][2]string{
		{"page_size: 20", "page_size: 10"}, {"page_size: 10", "page_size: 20"},
		{"name: Alingsås kommun", fmt.Sprintf("name: Kommunen %d", e.n)},
		{"languages: [sv, en]", "languages: [sv]"}, {"languages: [sv]", "languages: [sv, en]"},
		{"timezone: Europe/Stockholm", "timezone: Europa/Alingsås"}, {"timezone: Europa/Alingsås", "timezone: Europe/Stockholm"},
	}
	change := changes[e.Rand.IntN(len(changes))]
	if _, err := os.Stat(e.Path("content/site.yaml")); err != nil {
		return "none"
	}
	e.Replace("content/site.yaml", strings.Replace(e.Read("content/site.yaml"), change[0], change[1], 1))
	return change[1]
}

func (e *Editor) saveSettings() string {
	name := e.one([]string{"content/site.yaml", "content/accessibility.yaml", "templates/words/sv.yaml"})
	if _, err := os.Stat(e.Path(name)); err != nil {
		return "none"
	}
	for range 3 {
		e.Must(os.WriteFile(e.Path(name), []byte(e.Read(name)), 0o644))
	}
	return name
}

func (e *Editor) template() string {
	name := e.one(e.Files("templates", ".html"))
	if name == "" {
		return "none"
	}
	ends := []string{fmt.Sprintf("<!--%d-->", e.n), "{{if}}", `{{t "inget.sådant.ord"}}`}
	end := ends[e.Rand.IntN(len(ends))]
	e.Replace(name, strings.Replace(e.Read(name), "</", end+"</", 1))
	return name + " " + end
}

func (e *Editor) failingTemplate() string {
	name := e.one([]string{"templates/release.html", "templates/home.html", "templates/contact.html", "templates/footer.html"})
	if _, err := os.Stat(e.Path(name)); err != nil {
		return "none"
	}
	e.Replace(name, strings.Replace(e.Read(name), "</", "{{.Missing}}</", 1))
	return name
}

func (e *Editor) words() string {
	name := e.one(e.Files("templates/words"))
	if name == "" {
		return "none"
	}
	text := e.Read(name)
	switch at := strings.LastIndex(strings.TrimSpace(text), "\n"); e.Rand.IntN(3) {
	case 0:
		text = text[:at+1] // a word less
	case 1:
		text = strings.Replace(text, "title: ", fmt.Sprintf("title: %d ", e.n), 1)
	default:
		text += "\n# en rad\n"
	}
	e.Replace(name, text)
	return name
}

func (e *Editor) style() string {
	const name = "static/assets/site.css"
	if _, err := os.Stat(e.Path(name)); err != nil {
		return "none"
	}
	e.Must(os.WriteFile(e.Path(name), fmt.Appendf(nil, "%s\n.x%d{top:0}\n", e.Read(name), e.n), 0o644))
	return name
}

func (e *Editor) staticFile() string {
	name := e.one([]string{"static/min bild å.txt", "static/.well-known/x.txt", "static/deep/er/y.txt", "static/assets/z.svg", "static/g.html"})
	if _, err := os.Stat(e.Path(name)); err == nil && e.Rand.IntN(2) == 0 {
		e.Must(os.Remove(e.Path(name)))
		return "without " + name
	}
	e.Put(name, fmt.Appendf(nil, "<p>%d</p></body>", e.n))
	return name
}

// topFolder does what a checkout of a branch without the folder does, and one back.
func (e *Editor) topFolder() string {
	name := e.one([]string{"content", "templates", "static"})
	kept := map[string][]byte{}
	for _, file := range e.Files(name) {
		kept[file] = []byte(e.Read(file))
	}
	e.Must(os.RemoveAll(e.Path(name)))
	time.Sleep(time.Duration(e.Rand.IntN(60)) * time.Millisecond)
	e.Must(os.MkdirAll(e.Path(name), 0o755))
	for file, data := range kept {
		e.Put(file, data)
	}
	return name
}

func (e *Editor) many() string {
	for _, name := range e.Files("content/press", ".md") {
		e.Put(name, []byte(e.Read(name)+fmt.Sprintf("\nAlla, %d.\n", e.n)))
	}
	return "press"
}

func (e *Editor) junk() string {
	name := e.one([]string{"content/press/.made-1.md.swp", "content/press/4913", "content/press/made-1.md~", "content/press/#made-1.md#", "static/assets/.site.css.swp", "templates/home.html.tmp"})
	if _, err := os.Stat(e.Path(name)); err == nil {
		e.Must(os.Remove(e.Path(name)))
		return "without " + name
	}
	e.Put(name, []byte("x"))
	if filepath.Base(name) == "4913" {
		e.Must(os.Remove(e.Path(name)))
	}
	return name
}
