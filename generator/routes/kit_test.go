package routes

import (
	"archive/zip"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// kitOf unpacks a press kit.
func kitOf(t *testing.T, data string) map[string]string {
	t.Helper()
	r, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range r.File {
		opened, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(opened)
		if err != nil {
			t.Fatal(err)
		}
		if !f.Modified.Equal(time.Date(2026, 6, 2, 21, 59, 1, 0, time.UTC)) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
		files[f.Name] = string(text)
	}
	return files
}

func newKitSample(t *testing.T) *sample {
	s := newFullSample(t)
	delete(s.content, "press/a.md")
	front := "images: [{file: a.gif, alt: Torget, caption: Torget i maj., credit: Bo Alm}]\nattachments: [{file: avtal.pdf}, {file: mer/avtal.pdf}, {file: 'a:b.pdf'}]\nkind:"
	s.content["press/a/index.md"] = file(strings.ReplaceAll(strings.Replace(fullRelease, "kind:", front, 1), "![En bild](a.gif)", "![En *bild*](mer/b.gif)"))
	for _, name := range []string{"a.gif", "mer/b.gif"} {
		s.content["press/a/"+name] = file(onePixel)
	}
	for _, name := range []string{"avtal.pdf", "mer/avtal.pdf", "a:b.pdf", "glomd.pdf"} {
		s.content["press/a/"+name] = file("%PDF " + name)
	}
	return s
}

func TestAPressKitHoldsAllOfARelease(t *testing.T) {
	table, diags := newKitSample(t).list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	home := "/pressmeddelanden/a/"
	kit := kitOf(t, output(t, table, home+"pressmaterial.zip"))
	names := []string{"bilagor/a-b.pdf", "bilagor/avtal-2.pdf", "bilagor/avtal.pdf", "bilder/a.gif", "bilder/b.gif", "bildtexter.txt", "kontakt/anna-ek.vcf", "text.txt"}
	if got := slices.Sorted(maps.Keys(kit)); !slices.Equal(got, names) {
		t.Errorf("it holds %q", got)
	}
	const captions = "Kommunen bjuder in till frukost\nhttps://dialog.example.se/pressmeddelanden/a/\n\nbilder/a.gif\nBildtext: Torget i maj.\nBildbeskrivning: Torget\nFoto: Bo Alm.\n\nbilder/b.gif\nBildbeskrivning: En bild\n"
	if kit["bildtexter.txt"] != captions {
		t.Errorf("of the pictures it says\n%s", kit["bildtexter.txt"])
	}
	if kit["text.txt"] != output(t, table, home+"text.txt") || kit["kontakt/anna-ek.vcf"] != output(t, table, "/kontakt/anna-ek/anna-ek.vcf") || kit["bilder/a.gif"] != output(t, table, home+"a.gif") {
		t.Error("its files are not those that are published")
	}
	page := output(t, table, home)
	for _, link := range []string{`<a href="/pressmeddelanden/a/pressmaterial.zip" download>`, `<a href="/pressmeddelanden/a/text.txt">`} {
		if !strings.Contains(page, link) {
			t.Errorf("the page has no %s", link)
		}
	}
}

func TestAPressKitIsWhereThereIsSomethingToFetch(t *testing.T) {
	table, _ := newFullSample(t).list(t) // its text shows a picture
	if output(t, table, "/pressmeddelanden/a/pressmaterial.zip") == "" {
		t.Error("a release with a picture has none")
	}
	s := newFullSample(t)
	delete(s.content, "press/a.gif")
	table, _ = s.list(t)
	if output(t, table, "/pressmeddelanden/a/pressmaterial.zip") != "" {
		t.Error("a release with a text alone has one")
	}
	s = newKitSample(t)
	s.content["press/a/index.md"] = file(strings.Replace(string(s.content["press/a/index.md"].Data), "kind:", "withdrawn: {date: 2026-06-03, reason: Fel.}\nkind:", 1))
	table, _ = s.list(t)
	page := output(t, table, "/pressmeddelanden/a/")
	if output(t, table, "/pressmeddelanden/a/pressmaterial.zip") != "" || strings.Contains(page, "text.txt") || strings.Contains(page, "pressmaterial.zip") {
		t.Error("a release that was withdrawn is handed out")
	}
}

func TestAPressKitSpeaksTheLanguageOfItsRelease(t *testing.T) {
	s := newKitSample(t)
	s.content["press/a/index.en.md"] = file("---\ntitle: Breakfast\nlead: Come.\ndate: 2026-06-01 09:00\n---\nText.\n")
	table, _ := s.list(t)
	kit := output(t, table, "/en/press/a/press-kit.zip")
	r, err := zip.NewReader(strings.NewReader(kit), int64(len(kit)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, " "); got != "text.txt attachments/a-b.pdf images/a.gif attachments/avtal.pdf attachments/avtal-2.pdf images/b.gif captions.txt contact/anna-ek.vcf" {
		t.Errorf("it holds %s", got)
	}
}

// Other programs than Go's read a press kit, with the names of its files in Swedish.
func TestOtherProgramsReadAPressKit(t *testing.T) {
	s := newSample(t)
	front := "images: [{file: Kvällen på ön.svg, alt: Ön, credit: Åsa Öst, licence: Fri.}]\nattachments: [{file: Åtgärder – bilaga é.pdf}]\n"
	s.content["press/a/index.md"] = file("---\ntitle: T\ndate: 2026-06-01\ncontacts: [anna-ek]\n" + front + "---\n\nText.\n")
	s.content["press/a/Kvällen på ön.svg"] = file(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)
	s.content["press/a/Åtgärder – bilaga é.pdf"] = file("%PDF-1.7 åtgärder")
	table, _ := s.list(t)
	kit := filepath.Join(t.TempDir(), "kit.zip")
	if err := os.WriteFile(kit, []byte(output(t, table, "/pressmeddelanden/a/pressmaterial.zip")), 0o600); err != nil {
		t.Fatal(err)
	}
	want := []string{"text.txt", "bilder/Kvällen på ön.svg", "bilagor/Åtgärder – bilaga é.pdf", "bildtexter.txt", "kontakt/anna-ek.vcf"}
	for name, list := range map[string][]string{ // those that list what they read whole
		"unzip":   {"unzip", "-tqq", kit},
		"zipinfo": {"zipinfo", "-1", kit},
		"python3": {"python3", "-X", "utf8", "-c", `import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
for f in z.infolist():
    assert f.filename.isascii() or f.flag_bits & 0x800, f.filename
    print(f.filename)`, kit},
	} {
		t.Run(name, func(t *testing.T) {
			program, err := exec.LookPath(list[0])
			if err != nil {
				t.Skipf("%s is not installed", list[0])
			}
			command := exec.Command(program, list[1:]...)
			command.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
			out, err := command.CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			got := strings.Split(strings.TrimSpace(string(out)), "\n")
			slices.Sort(got)
			sorted := slices.Sorted(slices.Values(want))
			if name != "unzip" && !slices.Equal(got, sorted) { // which says nothing where nothing is wrong
				t.Errorf("it reads %q", got)
			}
		})
	}
}
