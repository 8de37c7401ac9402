package main

import (
	"encoding/base64"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// An editor does to a copy of the project what people and their programs do.
type editor struct {
	t        *testing.T
	rand     *rand.Rand
	root     string
	pristine map[string][]byte
	n        int
}

// newEditor copies the project, and adds releases that were made up.
func newEditor(t *testing.T, r *rand.Rand) *editor {
	t.Helper()
	e := &editor{t: t, rand: r, root: t.TempDir(), pristine: map[string][]byte{}}
	for _, dir := range []string{"content", "templates", "static"} {
		e.must(os.CopyFS(filepath.Join(e.root, dir), os.DirFS(filepath.Join("..", dir))))
	}
	picture, err := base64.StdEncoding.DecodeString(onePixel)
	e.must(err)
	for i := range 20 {
		name := fmt.Sprintf("content/press/made-%d.md", i)
		if i%5 == 0 {
			name = fmt.Sprintf("content/press/made-%d/index.md", i)
			e.put(fmt.Sprintf("content/press/made-%d/one.png", i), picture)
		}
		e.put(name, []byte(madeUp(i)))
		if i%7 == 0 {
			e.put(strings.TrimSuffix(name, ".md")+".en.md", fmt.Appendf(nil, "---\ntitle: Made up %d\n---\n\nIn English.\n", i))
		}
	}
	for _, name := range e.files("") {
		data, err := os.ReadFile(e.path(name))
		e.must(err)
		e.pristine[name] = data
	}
	return e
}

func madeUp(i int) string {
	extra := ""
	switch {
	case i%5 == 0:
		extra = "images: [{file: one.png, alt: En bild}]\n"
	case i%6 == 1:
		extra = "draft: true\n"
	case i%6 == 2:
		extra = "corrections: [{date: 2012-03-20, text: Det var **fel**.}]\n"
	}
	return fmt.Sprintf("---\ntitle: Påhittad nyhet %d\ndate: 2012-%02d-%02d\ncontacts: [daniel-filipsson]\ntopics: [Ämne %d]\n%s---\n\n"+
		"Första stycket i %d.\n\n## En rubrik\n\nMer text.\n", i, 1+i%4, 1+i, i%3, extra, i)
}

func (e *editor) must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatal(err)
	}
}

func (e *editor) path(name string) string { return filepath.Join(e.root, filepath.FromSlash(name)) }

func (e *editor) put(name string, data []byte) {
	e.must(os.MkdirAll(filepath.Dir(e.path(name)), 0o755))
	e.must(os.WriteFile(e.path(name), data, 0o644))
}

func (e *editor) read(name string) string {
	data, err := os.ReadFile(e.path(name))
	e.must(err)
	return string(data)
}

// replace saves as most editors do: a file of another name takes the place of the old one.
func (e *editor) replace(name, text string) {
	temporary := e.path(name) + ".tmp"
	e.must(os.WriteFile(temporary, []byte(text), 0o644))
	e.must(os.Rename(temporary, e.path(name)))
}

// files lists the names of files below a folder that end in one of these ways.
func (e *editor) files(dir string, ends ...string) (names []string) {
	_ = filepath.WalkDir(e.path(dir), func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			rel, _ := filepath.Rel(e.root, name)
			if len(ends) == 0 || slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(name, end) }) {
				names = append(names, filepath.ToSlash(rel))
			}
		}
		return nil
	})
	return names
}

// restore brings the first state back, as a checkout of another branch does.
func (e *editor) restore() {
	for _, name := range e.files("") {
		if _, known := e.pristine[name]; !known {
			e.must(os.Remove(e.path(name)))
		}
	}
	var dirs []string
	_ = filepath.WalkDir(e.root, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && name != e.root {
			dirs = append(dirs, name)
		}
		return nil
	})
	for _, dir := range slices.Backward(dirs) {
		os.Remove(dir) // those that are empty
	}
	for name, data := range e.pristine {
		if now, err := os.ReadFile(e.path(name)); err != nil || string(now) != string(data) {
			e.put(name, data)
		}
	}
}

// edit does something and says what. isExact tells that it did so in one step, so that no state between
// could be shown, and that no text changed which is shown as it is while something else is wrong.
func (e *editor) edit() (what string, isExact bool) {
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
	one := all[e.rand.IntN(len(all))]
	return one.name + ": " + one.do(), one.isExact
}

// one picks a name.
func (e *editor) one(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[e.rand.IntN(len(names))]
}

func (e *editor) text() string {
	return e.one(slices.DeleteFunc(e.files("content", ".md"), func(name string) bool { return strings.HasSuffix(name, "README.md") }))
}

func (e *editor) changeBody() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	e.must(os.WriteFile(e.path(name), fmt.Appendf(nil, "%s\nMer, %d.\n", e.read(name), e.n), 0o644))
	return name
}

func (e *editor) writePieces() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	text := e.read(name) + fmt.Sprintf("\nI delar, %d.\n", e.n)
	f, err := os.Create(e.path(name))
	e.must(err)
	for part := range slices.Chunk([]byte(text), 1+len(text)/3) {
		_, err := f.Write(part)
		e.must(err)
		time.Sleep(time.Duration(e.rand.IntN(15)) * time.Millisecond)
	}
	e.must(f.Close())
	return name
}

func (e *editor) changeHeading() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	e.replace(name, e.read(name)+fmt.Sprintf("\n## Rubrik %d\n\n[Hit](#rubrik-%d)\n", e.n, e.n))
	return name
}

func (e *editor) changeMatter() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	e.replace(name, strings.Replace(e.read(name), "title: ", fmt.Sprintf("title: %d ", e.n), 1))
	return name
}

func (e *editor) saveOver() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	e.replace(name, e.read(name)) // nothing changes
	e.replace(name, e.read(name)+"\nEtt stycke till.\n")
	return name
}

func (e *editor) breakMatter() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	wrong := []string{"---\ntitel: ", "---\ntitle: [\n", "---\ndraft: kanske\n", "\n"}
	e.replace(name, strings.Replace(e.read(name), "---\n", wrong[e.rand.IntN(len(wrong))], 1))
	return name
}

// mend writes a text as it was at first.
func (e *editor) mend() string {
	name := e.text()
	if e.pristine[name] == nil {
		return "none"
	}
	e.put(name, e.pristine[name])
	return name
}

func (e *editor) toggleDraft() string {
	name, text := e.text(), ""
	if name == "" {
		return "none"
	}
	if text = e.read(name); strings.Contains(text, "draft: true\n") {
		text = strings.Replace(text, "draft: true\n", "", 1)
	} else {
		text = strings.Replace(text, "---\n", "---\ndraft: true\n", 1)
	}
	e.replace(name, text)
	return name
}

func (e *editor) delete() string {
	name := e.one(e.files("content"))
	if name == "" {
		return "none"
	}
	e.must(os.Remove(e.path(name)))
	return name
}

func (e *editor) create() string {
	name := fmt.Sprintf("content/press/new-%d.md", e.n)
	e.put(name, []byte(madeUp(e.n%19*6+3)))
	return name
}

func (e *editor) createFolder() string {
	dir := fmt.Sprintf("content/press/folder-%d", e.n)
	picture, _ := base64.StdEncoding.DecodeString(onePixel)
	e.put(dir+"/index.md", []byte(madeUp(5)))
	e.put(dir+"/one.png", picture)
	e.put(dir+"/deep/er/two.png", picture)
	e.put(dir+"/index.md", []byte(madeUp(5)+"\n![Två](deep/er/two.png)\n"))
	return dir
}

func (e *editor) moveFile() string {
	name := e.text()
	if name == "" {
		return "none"
	}
	to := filepath.Dir(e.path(name)) + fmt.Sprintf("/moved-%d.md", e.n)
	e.must(os.Rename(e.path(name), to))
	return name + " to " + to
}

func (e *editor) folder() string {
	var dirs []string
	for _, name := range e.files("content/press") {
		if dir := filepath.ToSlash(filepath.Dir(name)); dir != "content/press" && filepath.Dir(dir) == "content/press" {
			dirs = append(dirs, dir)
		}
	}
	return e.one(dirs)
}

func (e *editor) moveFolder() string {
	dir := e.folder()
	if dir == "" {
		return "none"
	}
	to := fmt.Sprintf("content/press/place-%d", e.n)
	e.must(os.Rename(e.path(dir), e.path(to)))
	return dir + " to " + to
}

func (e *editor) moveThereAndBack() string {
	dirs := []string{"templates", "static/assets", "content/contacts", "templates/words"}
	if own := e.folder(); own != "" {
		dirs = append(dirs, own)
	}
	dir, away := e.one(dirs), filepath.Join(e.root, "away")
	if _, err := os.Stat(e.path(dir)); err != nil {
		return "none"
	}
	e.must(os.Rename(e.path(dir), away))
	time.Sleep(time.Duration(e.rand.IntN(40)) * time.Millisecond)
	e.must(os.Rename(away, e.path(dir)))
	return dir
}

func (e *editor) deleteFolder() string {
	dir := e.folder()
	if dir == "" {
		return "none"
	}
	e.must(os.RemoveAll(e.path(dir)))
	return dir
}

func (e *editor) touch() string {
	name := e.one(e.files(""))
	e.must(os.Chtimes(e.path(name), time.Time{}, time.Now()))
	return name
}

func (e *editor) picture() string {
	name := e.one(e.files("content", ".png"))
	if name == "" {
		return "none"
	}
	e.must(os.WriteFile(e.path(name), []byte("no picture"), 0o644))
	time.Sleep(time.Duration(e.rand.IntN(20)) * time.Millisecond)
	picture, _ := base64.StdEncoding.DecodeString(onePixel)
	e.must(os.WriteFile(e.path(name), picture, 0o644))
	return name
}

func (e *editor) settings() string {
	changes := [][2]string{
		{"page_size: 20", "page_size: 10"}, {"page_size: 10", "page_size: 20"},
		{"name: Alingsås kommun", fmt.Sprintf("name: Kommunen %d", e.n)},
		{"languages: [sv, en]", "languages: [sv]"}, {"languages: [sv]", "languages: [sv, en]"},
		{"timezone: Europe/Stockholm", "timezone: Europa/Alingsås"}, {"timezone: Europa/Alingsås", "timezone: Europe/Stockholm"},
	}
	change := changes[e.rand.IntN(len(changes))]
	if _, err := os.Stat(e.path("content/site.yaml")); err != nil {
		return "none"
	}
	e.replace("content/site.yaml", strings.Replace(e.read("content/site.yaml"), change[0], change[1], 1))
	return change[1]
}

func (e *editor) saveSettings() string {
	name := e.one([]string{"content/site.yaml", "content/accessibility.yaml", "templates/words/sv.yaml"})
	if _, err := os.Stat(e.path(name)); err != nil {
		return "none"
	}
	for range 3 {
		e.must(os.WriteFile(e.path(name), []byte(e.read(name)), 0o644))
	}
	return name
}

func (e *editor) template() string {
	name := e.one(e.files("templates", ".html"))
	if name == "" {
		return "none"
	}
	ends := []string{fmt.Sprintf("<!--%d-->", e.n), "{{if}}", `{{t "inget.sådant.ord"}}`}
	end := ends[e.rand.IntN(len(ends))]
	e.replace(name, strings.Replace(e.read(name), "</", end+"</", 1))
	return name + " " + end
}

func (e *editor) failingTemplate() string {
	name := e.one([]string{"templates/release.html", "templates/home.html", "templates/contact.html", "templates/footer.html"})
	if _, err := os.Stat(e.path(name)); err != nil {
		return "none"
	}
	e.replace(name, strings.Replace(e.read(name), "</", "{{.Missing}}</", 1))
	return name
}

func (e *editor) words() string {
	name := e.one(e.files("templates/words"))
	if name == "" {
		return "none"
	}
	text := e.read(name)
	switch at := strings.LastIndex(strings.TrimSpace(text), "\n"); e.rand.IntN(3) {
	case 0:
		text = text[:at+1] // a word less
	case 1:
		text = strings.Replace(text, "title: ", fmt.Sprintf("title: %d ", e.n), 1)
	default:
		text += "\n# en rad\n"
	}
	e.replace(name, text)
	return name
}

func (e *editor) style() string {
	const name = "static/assets/site.css"
	if _, err := os.Stat(e.path(name)); err != nil {
		return "none"
	}
	e.must(os.WriteFile(e.path(name), fmt.Appendf(nil, "%s\n.x%d{top:0}\n", e.read(name), e.n), 0o644))
	return name
}

func (e *editor) staticFile() string {
	name := e.one([]string{"static/min bild å.txt", "static/.well-known/x.txt", "static/deep/er/y.txt", "static/assets/z.svg", "static/g.html"})
	if _, err := os.Stat(e.path(name)); err == nil && e.rand.IntN(2) == 0 {
		e.must(os.Remove(e.path(name)))
		return "without " + name
	}
	e.put(name, fmt.Appendf(nil, "<p>%d</p></body>", e.n))
	return name
}

// topFolder does what a checkout of a branch without the folder does, and one back.
func (e *editor) topFolder() string {
	name := e.one([]string{"content", "templates", "static"})
	kept := map[string][]byte{}
	for _, file := range e.files(name) {
		kept[file] = []byte(e.read(file))
	}
	e.must(os.RemoveAll(e.path(name)))
	time.Sleep(time.Duration(e.rand.IntN(60)) * time.Millisecond)
	e.must(os.MkdirAll(e.path(name), 0o755))
	for file, data := range kept {
		e.put(file, data)
	}
	return name
}

func (e *editor) many() string {
	for _, name := range e.files("content/press", ".md") {
		e.put(name, []byte(e.read(name)+fmt.Sprintf("\nAlla, %d.\n", e.n)))
	}
	return "press"
}

func (e *editor) junk() string {
	name := e.one([]string{"content/press/.made-1.md.swp", "content/press/4913", "content/press/made-1.md~", "content/press/#made-1.md#", "static/assets/.site.css.swp", "templates/home.html.tmp"})
	if _, err := os.Stat(e.path(name)); err == nil {
		e.must(os.Remove(e.path(name)))
		return "without " + name
	}
	e.put(name, []byte("x"))
	if filepath.Base(name) == "4913" {
		e.must(os.Remove(e.path(name)))
	}
	return name
}
