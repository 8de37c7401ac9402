package main

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/publish"
	"alingsas.se/dialog/generator/routes"
)

var (
	rebuilds    = flag.Int("rebuilds", 12, "how many edits of each site are followed by a build (TestBuildsAfterEdits)")
	rebuildSeed = flag.Uint64("rebuildseed", 0, "the seed of the edits; 0 takes one from the clock")
)

// Whatever an editor does, a build into the folder of an earlier one makes the site and tells the faults that a
// build into an empty folder does, though it takes from the folder what it can.
func TestBuildsAfterEdits(t *testing.T) {
	seed := *rebuildSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("-rebuildseed=%d", seed)
	for _, folder := range []string{"../content", "testdata/looks/content", "testdata/moments/content"} {
		t.Run(folder, func(t *testing.T) {
			e := newRewriter(t, folder, seed)
			e.build("nothing")
			if e.build("nothing again") == 0 { // after an edit there may be nothing that can be taken
				t.Error("the second build took nothing from the folder")
			}
			for range *rebuilds {
				e.build(e.edit())
				if e.isFaulty && e.random.IntN(4) > 0 { // people mend what they are told of, if not at once
					e.undo()
					e.build("that was taken back")
				}
			}
		})
	}
}

// A rewriter does to a site what people do, and what they should not.
type rewriter struct {
	t      *testing.T
	root   string
	job    job
	random *rand.Rand
	gone   map[string][]byte // files that were removed, by name

	isFaulty bool   // the last build published nothing
	undo     func() // takes the last edit back
}

func newRewriter(t *testing.T, folder string, seed uint64) *rewriter {
	root := t.TempDir()
	for from, to := range map[string]string{folder: "content", "../templates": "templates", "../static": "static"} {
		if err := os.CopyFS(filepath.Join(root, to), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	in := func(name string) string { return filepath.Join(root, name) }
	return &rewriter{
		t: t, root: root, random: rand.New(rand.NewPCG(seed, 1)), gone: map[string][]byte{},
		job: job{content: in("content"), templates: in("templates"), static: in("static"), baseURL: "https://dialog.example.se", clock: scriptClock()},
	}
}

// build builds twice and compares. It gives how many outputs were not rendered.
func (e *rewriter) build(after string) (reused int) {
	e.t.Helper()
	kept, fresh := filepath.Join(e.root, "kept"), filepath.Join(e.root, "fresh")
	for _, name := range []string{fresh, filepath.Join(e.root, ".fresh.made")} {
		if err := os.RemoveAll(name); err != nil {
			e.t.Fatal(err)
		}
	}
	again, diags := e.buildInto(kept)
	first, want := e.buildInto(fresh)
	if first.Reused > 0 {
		e.t.Fatalf("%d outputs were there before the first build", first.Reused)
	}
	if got, want := told(diags), told(want); got != want {
		e.t.Fatalf("after %s a build says\n%s\nand a fresh one\n%s", after, got, want)
	}
	if diags.HasErrors() {
		return again.Reused
	}
	got, whole := readBuilt(e.t, kept), readBuilt(e.t, fresh)
	for name := range whole {
		if got[name] != whole[name] {
			e.t.Fatalf("after %s %s differs from a fresh build: %s", after, name, firstDifference([]byte(got[name]), []byte(whole[name])))
		}
	}
	if !maps.Equal(got, whole) {
		e.t.Fatalf("after %s there are %d files, want %d", after, len(got), len(whole))
	}
	return again.Reused
}

func (e *rewriter) buildInto(out string) (publish.Result, diag.List) {
	e.t.Helper()
	w, model, table, diags, err := assembleOnce(e.job)
	if err != nil {
		e.t.Fatal(err)
	}
	var inspectors []routes.Inspector
	if model != nil {
		inspectors = w.inspectors(model, table, w.places(model))
	}
	result, found, err := w.publish(e.job, model, table, out, diags.HasErrors(), inspectors)
	if err != nil {
		e.t.Fatal(err)
	}
	diags = w.set.Heard(append(diags, found...)).Sorted()
	e.isFaulty = diags.HasErrors()
	return result, diags
}

func told(diags diag.List) string {
	var text strings.Builder
	for _, d := range diags {
		fmt.Fprintln(&text, d.Position, d.Code, d.Message("en"))
	}
	return text.String()
}

// edit does one thing to one file, and says what.
func (e *rewriter) edit() string {
	kinds := []struct {
		what string
		do   func(file string, data []byte) []byte // nil removes the file
	}{
		{"a paragraph more in", func(_ string, data []byte) []byte {
			return fmt.Appendf(data, "\nEtt stycke till, nummer %d.\n", e.random.IntN(1000))
		}},
		{"a link to a heading in", func(file string, data []byte) []byte {
			other := e.pick(filepath.Join(e.root, "content"), ".md")
			if text := e.read(other); other != file && !bytes.Contains(text, []byte(heading)) {
				e.write(other, append(text, heading+"\nSå här.\n"...))
			}
			name, _ := filepath.Rel(filepath.Dir(file), other)
			return fmt.Appendf(data, "\nSe [rubriken](%s#anmalan) och [sidan](%s).\n", filepath.ToSlash(name), filepath.ToSlash(name))
		}},
		{"no headings, seen from", func(_ string, data []byte) []byte {
			for _, file := range e.files(filepath.Join(e.root, "content"), ".md") {
				e.write(file, bytes.ReplaceAll(e.read(file), []byte(heading), []byte("\nAnmälan\n")))
			}
			return bytes.ReplaceAll(data, []byte(heading), []byte("\nAnmälan\n"))
		}},
		{"another title of", func(_ string, data []byte) []byte {
			return bytes.Replace(data, []byte("\ntitle: "), []byte("\ntitle: Ny "), 1)
		}},
		{"another name of", func(_ string, data []byte) []byte {
			return bytes.Replace(data, []byte("\nname: "), []byte("\nname: Ny "), 1)
		}},
		{"a draft in", func(_ string, data []byte) []byte {
			return bytes.Replace(data, []byte("---\n"), []byte("---\ndraft: true\n"), 1)
		}},
		{"no draft in", func(_ string, data []byte) []byte {
			return bytes.Replace(data, []byte("draft: true\n"), nil, 1)
		}},
		{"another first paragraph in", func(_ string, data []byte) []byte {
			return bytes.Replace(data, []byte("\n---\n\n"), []byte("\n---\n\nEtt nytt första stycke.\n\n"), 1)
		}},
		{"a dead link in", func(_ string, data []byte) []byte { return append(data, "\n[Död](borta.md)\n"...) }},
		{"no dead link in", func(_ string, data []byte) []byte {
			return bytes.ReplaceAll(data, []byte("\n[Död](borta.md)\n"), nil)
		}},
		{"something to be warned of in", func(_ string, data []byte) []byte {
			return append(data, "\n<b>Fet</b> text.\n"...)
		}},
		{"a picture in the text of", func(file string, data []byte) []byte {
			e.write(filepath.Join(filepath.Dir(file), "ny.png"), e.picture())
			return append(data, "\n![En prick](ny.png)\n"...)
		}},
		{"the end of", func(file string, data []byte) []byte {
			e.gone[file] = data
			return nil
		}},
	}
	clock := e.job.clock
	e.undo = func() { e.job.clock = clock }
	switch i := e.random.IntN(len(kinds) + 9); i {
	case len(kinds):
		for _, file := range slices.Sorted(maps.Keys(e.gone)) {
			e.write(file, e.gone[file])
		}
		clear(e.gone)
		return "all that was removed is back"
	case len(kinds) + 1:
		e.job.clock = e.job.clock.Add(time.Duration(e.random.IntN(60*24)-12*24) * time.Hour)
		return "time passes until " + e.job.clock.String()
	case len(kinds) + 2:
		file := e.pick(filepath.Join(e.root, "templates"), ".html")
		e.write(file, append(e.read(file), "<!-- -->{{/* */}}<hr>"...))
		return "another template " + file
	case len(kinds) + 3:
		file := e.pick(filepath.Join(e.root, "static"), ".css")
		e.write(file, fmt.Appendf(e.read(file), "\n/* %d */\n", e.random.IntN(1000)))
		return "another style " + file
	case len(kinds) + 4:
		return "the kept site has another " + e.tamper(func(file string) { e.write(file, append(e.read(file), "<p>?"...)) })
	case len(kinds) + 5:
		return "the kept site has lost " + e.tamper(func(file string) { _ = os.Remove(file) })
	case len(kinds) + 6:
		return "the kept site has a link at " + e.tamper(func(file string) {
			_ = os.Rename(file, file+".old")
			_ = os.Symlink(file+".old", file)
		})
	case len(kinds) + 7:
		return "the kept site has another letter in " + e.tamper(func(file string) {
			data := e.read(file)
			data[e.random.IntN(len(data))] ^= 1
			e.write(file, data)
		})
	case len(kinds) + 8:
		for _, file := range e.files(filepath.Join(e.root, "content"), ".png") {
			e.write(file, e.picture())
		}
		return "all pictures are others"
	default:
		kind := kinds[i]
		file := e.pick(filepath.Join(e.root, "content"), ".md")
		old := e.read(file)
		e.undo = func() { e.write(file, old) }
		if data := kind.do(file, bytes.Clone(old)); data != nil {
			e.write(file, data)
		} else if err := os.Remove(file); err != nil {
			e.t.Fatal(err)
		}
		return kind.what + " " + file
	}
}

// tamper does something to a page that was published, if there is one.
func (e *rewriter) tamper(do func(file string)) string {
	dir := filepath.Join(e.root, "kept")
	if _, err := os.Stat(dir); err != nil {
		return "nothing"
	}
	file := e.pick(dir, "")
	do(file)
	return file
}

// heading is a part of a text that others link to.
const heading = "\n## Anmälan\n"

// picture gives a picture of any size.
func (e *rewriter) picture() []byte {
	var data bytes.Buffer
	if err := png.Encode(&data, image.NewGray(image.Rect(0, 0, 1+e.random.IntN(9), 1+e.random.IntN(9)))); err != nil {
		e.t.Fatal(err)
	}
	return data.Bytes()
}

// pick chooses a file with such an ending.
func (e *rewriter) pick(dir, ending string) string {
	files := e.files(dir, ending)
	if len(files) == 0 {
		e.t.Fatal("there is no file in ", dir)
	}
	return files[e.random.IntN(len(files))]
}

func (e *rewriter) files(dir, ending string) []string {
	var files []string
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() && strings.HasSuffix(name, ending) && entry.Name() != "README.md" && entry.Name() != "_headers" {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		e.t.Fatal(err)
	}
	return files
}

func (e *rewriter) read(file string) []byte {
	data, err := os.ReadFile(file)
	if err != nil {
		e.t.Fatal(err)
	}
	return data
}

func (e *rewriter) write(file string, data []byte) {
	if err := os.WriteFile(file, data, 0o644); err != nil {
		e.t.Fatal(err)
	}
}

// An edit of one text is followed by a build that renders what shows the text, and little else.
func TestABuildAfterAnEditRendersWhatShowsTheText(t *testing.T) {
	e := newRewriter(t, "../content", 1)
	e.build("nothing")
	file := filepath.Join(e.root, "content", "contacts", "tore-hult.md")
	e.write(file, append(e.read(file), "\nEtt stycke till.\n\nOch ett till.\n"...))
	all, _ := e.buildInto(filepath.Join(e.root, "other"))
	e.build("the first paragraph of a contact") // which others might show
	e.write(file, append(e.read(file), "\nOch ännu ett.\n"...))
	if reused := e.build("a paragraph more"); reused < all.Files-20 {
		t.Errorf("%d of %d outputs were taken from the folder", reused, all.Files)
	}
}

// A template that reads texts on its own may show any, so that nothing can be told without rendering.
func TestATemplateThatReadsTextsIsAlwaysRendered(t *testing.T) {
	e := newRewriter(t, "../content", 1)
	file := filepath.Join(e.root, "templates", "footer.html")
	e.write(file, append(e.read(file), "{{range .Edition.Contacts}}<p>{{.Body.FirstParagraph}}</p>{{end}}"...))
	e.build("a template that reads texts")
	if reused := e.build("nothing"); reused > 0 {
		t.Errorf("%d outputs were taken from the folder", reused)
	}
}

// The basis tells apart what outputs may depend on, and no two of them are one row of bytes.
func TestABasisChangesWithAllThatIsNoText(t *testing.T) {
	e := newRewriter(t, "testdata/looks/content", 1)
	in := func(name string) string { return filepath.Join(e.root, name) }
	basis := func() publish.Basis {
		w, model, table, _, err := assembleOnce(e.job)
		if err != nil {
			t.Fatal(err)
		}
		return w.basis(e.job, model, table)
	}
	seen := map[publish.Basis]string{{}: "nothing"}
	now := basis()
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"the beginning", func() {}},
		{"a template", func() { e.write(in("templates/page.html"), append(e.read(in("templates/page.html")), ' ')) }},
		{"a word", func() { e.write(in("templates/words/sv.yaml"), append(e.read(in("templates/words/sv.yaml")), '\n')) }},
		{"a static file", func() { e.write(in("static/new.txt"), []byte("new")) }},
		{"the settings", func() { e.write(in("content/site.yaml"), append(e.read(in("content/site.yaml")), '\n')) }},
		{"the statement", func() {
			e.write(in("content/accessibility.yaml"), append(e.read(in("content/accessibility.yaml")), '\n'))
		}},
		{"the address", func() { e.job.baseURL = "https://other.example.se" }},
		{"drafts", func() { e.job.drafts = true }},
		{"what is to come", func() { e.job.future = true }},
		{"search engines", func() { e.job.noIndex = true }},
		{"a moment", func() { e.job.now = "2026-06-09" }},
		{"another moment", func() { e.job.now = "2026-06-10 12:00" }},
		{"an item", func() { e.write(in("content/pages/ny.md"), []byte("---\ntitle: Ny\n---\n\nText.\n")) }},
		{"its first paragraph", func() { e.write(in("content/pages/ny.md"), []byte("---\ntitle: Ny\n---\n\nAnnan text.\n")) }},
		{"its name", func() { _ = os.Rename(in("content/pages/ny.md"), in("content/pages/nyare.md")) }},
	} {
		step.do()
		now = basis()
		if before, isSeen := seen[now]; isSeen {
			t.Errorf("the basis with %s is the one with %s", step.what, before)
		}
		seen[now] = step.what
	}
	e.write(in("content/pages/nyare.md"), []byte("---\ntitle: Ny\n---\n\nAnnan text.\n\nMera.\n"))
	if basis() != now {
		t.Error("a second paragraph changes it, too")
	}
}

// A link to a heading of another text is dead when that text loses it, though the page with the link is the same.
func TestALinkToALostHeadingIsToldByTheNextBuild(t *testing.T) {
	e := newRewriter(t, "../content", 1)
	to, from := filepath.Join(e.root, "content", "contacts", "tore-hult.md"), filepath.Join(e.root, "content", "pages", "om-dialogen.md")
	text := append(e.read(to), "\nFörst något annat.\n"...)
	e.write(to, append(bytes.Clone(text), heading+"\nSå här.\n"...))
	e.write(from, append(e.read(from), "\nSe [anmälan](../contacts/tore-hult.md#anmalan).\n"...))
	e.build("a link to a heading")
	e.write(to, append(text, "\nSå här.\n"...))
	if e.build("the end of the heading"); !e.isFaulty {
		t.Error("nothing was told")
	}
}
