package browser

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/sitetest"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// The editor is not ours to keep: `npm ci --prefix .admin` installs it.
const editorPackages = "../../.admin/node_modules"

func needEditor(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(editorPackages + "/@sveltia/cms/npm/index.js"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no editor, and CI must have it: ", err)
		}
		t.Skip("SKIPPED: there is no editor. npm ci --prefix .admin installs it")
	}
}

// onePixel is the picture that testdata/editor.js uploads.
var onePixel = func() string {
	var w strings.Builder
	if err := png.Encode(&w, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err)
	}
	return w.String()
}()

// An editing is a site with the editor, opened in a browser with the files of a content folder.
type editing struct {
	*tab
	t    *testing.T
	site *builtSite
}

// newEditing builds a site that has the editor and opens it, with a store in the browser in the place of a server.
func newEditing(t *testing.T, root, content string) *editing {
	t.Helper()
	needEditor(t)
	dir := withEditor(t, content)
	s := buildSiteIn(t, root, "editor", dir, "2026-06-15 12:00")
	s.address = serveEditor(t, s.dir)
	e := &editing{startBrowser(t).tab(t), t, s}
	e.speak("sv-SE,sv")
	wide := condition{width: 1280, height: windowHeight, scale: 1}
	if err := e.open(sitePage{site: s, url: "/404.html"}, wide); err != nil {
		t.Fatal(err)
	}
	e.do("return put("+filesOf(t, content)+")", nil)
	if err := e.open(sitePage{site: s, url: "/admin/"}, wide); err != nil {
		t.Fatal(err)
	}
	e.do("return enter()", nil)
	return e
}

// speak makes the browser one of somebody who reads these languages.
func (e *editing) speak(languages string) {
	e.t.Helper()
	agent, err := evaluate[string](e.tab, "navigator.userAgent")
	if err != nil {
		e.t.Fatal(err)
	}
	if _, err := chromedp.Call(e.ctx, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: agent, AcceptLanguage: languages}); err != nil {
		e.t.Fatal(err)
	}
	if _, err := chromedp.Call(e.ctx, emulation.SetLocaleOverride, emulation.SetLocaleOverrideParams{Locale: "sv_SE"}); err != nil {
		e.t.Fatal(err)
	}
}

// withEditor copies a content folder and turns the editor on.
func withEditor(t *testing.T, content string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(content)); err != nil {
		t.Fatal(err)
	}
	settings := filepath.Join(dir, "site.yaml")
	text, err := os.ReadFile(settings)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(settings, append(text, "\nadmin: {repository: exempel/dialog, backend: github}\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// serveEditor serves a built folder as the public host does, but for the configuration: it names the store of the
// browser itself, which has no branches for texts to wait in.
func serveEditor(t *testing.T, dir string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "_headers"))
	if err != nil {
		t.Fatal(err)
	}
	rules, err := parseHeaders(string(text))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "admin", "config.json"))
	if err != nil {
		t.Fatal(err)
	}
	var config map[string]any
	if err := json.Unmarshal(data, &config); err != nil {
		t.Fatal(err)
	}
	config["backend"], config["publish_mode"] = map[string]any{"name": "test-repo"}, "simple"
	host := &pageHost{dir, rules}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/admin/config.json" {
			_ = json.NewEncoder(w).Encode(config)
			return
		}
		host.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// filesOf gives the files of a content folder as a script has them: names and bytes.
func filesOf(t *testing.T, content string) string {
	t.Helper()
	files := map[string]string{}
	fsys := os.DirFS(content)
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		files["content/"+name] = base64.StdEncoding.EncodeToString(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(files)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// do runs a script in the page with the functions of testdata/editor.js, and keeps in result what it gives.
func (e *editing) do(script string, result any) {
	e.t.Helper()
	lib, err := os.ReadFile("testdata/editor.js")
	if err != nil {
		e.t.Fatal(err)
	}
	text, err := evaluate[string](e.tab, fmt.Sprintf("(async () => {\n%s\nconst result = await (async () => {\n%s\n})();\nreturn JSON.stringify(result ?? null);\n})()", lib, script))
	if err != nil {
		e.t.Fatalf("%s: %v", script, err)
	}
	if result != nil {
		if err := json.Unmarshal([]byte(text), result); err != nil {
			e.t.Fatalf("%s: %v", text, err)
		}
	}
}

// files gives all files of the store.
func (e *editing) files() map[string]string {
	e.t.Helper()
	var files map[string]string
	e.do("return files()", &files)
	return files
}

// changed runs what changes the store, and gives the files that are others than before.
func (e *editing) changed(script string) map[string]string {
	e.t.Helper()
	before := e.files()
	e.do(script, nil)
	after := e.files()
	maps.DeleteFunc(after, func(name, text string) bool { return before[name] == text })
	return after
}

// complaints are what the browser told, without what the editor writes to the console for its makers, its own pictures
// of files, and one fault of its own: when a form closes, it asks once more for the languages of a text that is gone.
func (e *editing) complaints() []string {
	return slices.DeleteFunc(e.told(), func(line string) bool {
		return strings.Contains(line, "blob:http://127.0.0.1") || line == "the page writes to the console: debug" ||
			strings.Contains(line, "Cannot convert undefined or null to object\n    at Object.values") && strings.Contains(line, "/admin/cms/")
	})
}

// handbookPictures are shown in content/README.md; go test ./generator/browser -run TestTheEditor -update makes them.
const handbookPictures = "../testdata/editor"

// handbookLimit is how many bytes one of them may have.
const handbookLimit = 100_000

// approve compares what is seen with a picture of the handbook, or makes it that.
func (e *editing) approve(name string) {
	e.t.Helper()
	shot, err := chromedp.Call(e.ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	if err != nil {
		e.t.Fatal(err)
	}
	got, err := decode(shot.Data)
	if err != nil {
		e.t.Fatal(err)
	}
	file := filepath.Join(handbookPictures, name)
	if *update {
		if err := writePicture(file, paletted(got)); err != nil {
			e.t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil || len(data) > handbookLimit {
		e.t.Fatalf("%s has %d bytes, at most %d are allowed: %v", file, len(data), handbookLimit, err)
	}
	want, err := decode(data)
	if err != nil {
		e.t.Fatal(err)
	}
	if fault, _ := compare(got, want); fault != "" {
		e.t.Errorf("%s: %s; is that wanted? Then run with -update", file, fault)
	}
}

func TestTheEditor(t *testing.T) {
	skipWithoutTime(t)
	e := newEditing(t, t.TempDir(), "../testdata/looks/content")
	e.runs(t, []editingPart{
		{"looks as the handbook shows it", (*editing).looksAsInTheHandbook},
		{"speaks the language of the site", (*editing).speaksSwedish},
		{"reads and writes every key of every type", (*editing).keepsEveryKey},
		{"writes a new release under our name", (*editing).writesARelease},
		{"puts a picture beside its text", (*editing).attachesAPicture},
		{"writes a translation beside its original", (*editing).translates},
		{"deletes a text and what refers to it", (*editing).deletes},
		{"leaves what nobody changed as it was", (*editing).leavesTheRest},
		{"says nothing that a person should have to hear", (*editing).isQuiet},
		{"writes what builds", (*editing).builds},
	})
}

// An editingPart is one thing that a person does in the editor.
type editingPart struct {
	name string
	test func(*editing)
}

// runs does one after the other: each finds what those before it left.
func (e *editing) runs(t *testing.T, parts []editingPart) {
	for _, part := range parts {
		t.Run(part.name, func(t *testing.T) {
			e.t = t
			part.test(e)
		})
	}
}

func (e *editing) looksAsInTheHandbook() {
	e.do("return wait(1500)", nil)
	e.approve("list.png")
	e.do("await show('press/entries/2026-06-12-ny-busslinje/index'); return wait(1500)", nil)
	e.approve("form.png")
	e.do("await leave()", nil)
}

func (e *editing) speaksSwedish() {
	var text string
	e.do("return document.body.innerText", &text)
	for _, word := range []string{"Samlingar", "Pressmeddelanden", "Faktablad om träffar", "Kontaktpersoner", "Inställningar", "Torget stängs i juni"} {
		if !strings.Contains(text, word) {
			e.t.Errorf("it does not say %q:\n%s", word, text)
		}
	}
}

func (e *editing) keepsEveryKey() {
	var result struct {
		Count  int
		Faults []string
	}
	e.do("return everyKey()", &result)
	for _, fault := range result.Faults {
		e.t.Error(fault)
	}
	if result.Count < 100 {
		e.t.Errorf("it tried %d keys", result.Count)
	}
}

func (e *editing) writesARelease() {
	got := e.changed(`await show('press/new');
		await fill('title', 'Åtta nya träd på torget');
		await fill('date', '2026-06-14', '09:00');
		await choose('contacts', 'Sara Exempel');
		await write('Kommunen planterar åtta träd.');
		await save();`)
	const text = "---\ntitle: Åtta nya träd på torget\ndate: 2026-06-14 09:00\ncontacts:\n  - sara-exempel\n---\n\nKommunen planterar åtta träd.\n"
	if !maps.Equal(got, map[string]string{"content/press/2026-06-14-atta-nya-trad-pa-torget.md": text}) {
		e.t.Errorf("it writes %q", got)
	}
}

func (e *editing) attachesAPicture() {
	got := e.changed(`await show('contacts/new');
		await fill('name', 'Nils Påhitt');
		await fill('role', 'vaktmästare');
		await open('photo');
		await attach('photo.file', 'Nils på bild.png');
		await fill('photo.alt', 'Nils Påhitt');
		await save();`)
	const text = "---\nname: Nils Påhitt\nrole: vaktmästare\nphoto:\n  file: nils-pa-bild.png\n  alt: Nils Påhitt\n---\n"
	if got["content/contacts/nils-pahitt.md"] != text || !strings.HasPrefix(got["content/contacts/nils-pa-bild.png"], "\ufffdPNG") || len(got) != 2 {
		e.t.Errorf("it writes %q", got)
	}
}

// leavesTheRest changes one key of files with all that a form might lose.
func (e *editing) leavesTheRest() {
	for _, one := range []struct{ entry, file, key string }{
		{"press/entries/2026-06-12-ny-busslinje/index", "press/2026-06-12-ny-busslinje/index.md", "title"},
		{"meetings/entries/sommardagar", "meetings/sommardagar.md", "title"},
		{"contacts/entries/sara-exempel/index", "contacts/sara-exempel/index.md", "name"},
		{"pages/entries/om-oss", "pages/om-oss.md", "title"},
		{"settings/entries/site", "site.yaml", "newsletter"},
	} {
		before := e.files()["content/"+one.file]
		got := e.changed(fmt.Sprintf("await show(%q); await add(%q, 'x'); await save();", one.entry, one.key))
		after := got["content/"+one.file]
		if len(got) != 1 || withoutLine(after, one.key) != withoutLine(before, one.key) {
			e.t.Errorf("%s: of %q: %s", one.entry, slices.Collect(maps.Keys(got)), sitetest.FirstDifference([]byte(after), []byte(before)))
		}
	}
}

func (e *editing) isQuiet() {
	for _, complaint := range e.complaints() {
		e.t.Error(complaint)
	}
}

// withoutLine leaves out the line of a key.
func withoutLine(text, key string) string {
	return strings.Join(slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return strings.HasPrefix(line, key+":") }), "\n")
}
