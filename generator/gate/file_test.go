package gate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

// photo is a JPEG file that says something of itself; coded is what stands for its pixels.
func photo(words, coded string) string {
	said := "\xff\xfe" + string([]byte{byte((len(words) + 2) >> 8), byte(len(words) + 2)}) + words
	return "\xff\xd8" + said + "\xff\xda\x00\x02" + coded + "\xff\xd9"
}

func TestWhatIsWithheldIsFoundInFilesOnTheDisk(t *testing.T) {
	long := strings.Repeat("pixels", 100_000)
	for name, c := range map[string]struct{ url, data, where string }{
		"what a photograph says":           {"/a.jpg", photo(" "+lead+" ", long), "/a.jpg"},
		"a text":                           {"/a.jpg", lead, "/a.jpg"},
		"a withheld file":                  {"/a.jpg", attachment, "/a.jpg"},
		"a photograph in a kit":            {"/kit.zip", archive(t, "bilder/a.jpg", photo("x", long), "bilder/b.jpg", photo(" "+lead+" ", long)), "/kit.zip: bilder/b.jpg"},
		"a text in a kit":                  {"/kit.zip", archive(t, "bilder/a.jpg", photo("x", long), "text.txt", lead), "/kit.zip: text.txt"},
		"a name in a kit":                  {"/kit.zip", archive(t, "bilagor/avtal simhall.pdf", ""), "/kit.zip"},
		"a withheld file in a kit":         {"/kit.zip", archive(t, "bilagor/x.pdf", attachment), "/kit.zip: bilagor/x.pdf"},
		"a kit that is called a kit only":  {"/kit.zip", lead, "/kit.zip"},
		"a photograph that ends too early": {"/a.jpg", photo(" "+lead+" ", "")[:len(lead)+8], "/a.jpg"},
	} {
		t.Run(name, func(t *testing.T) {
			g := open(withheld(), nil, nil)
			file := filepath.Join(t.TempDir(), "file")
			if err := os.WriteFile(file, []byte(c.data), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := g.InspectFile(web.Route{URL: c.url, Source: "static/x"}, web.File{Name: file, Size: int64(len(c.data))}); err != nil {
				t.Fatal(err)
			}
			found := g.Found()
			if len(found) != 1 || found[0].Code != diag.WithheldLeak || !strings.HasPrefix(found[0].Arg("url"), c.where) {
				t.Errorf("found %v", found)
			}
		})
	}
}

// What pixels spell by chance is nobody's title; and what cannot be read is not taken for harmless.
func TestOfPhotographsThePixelsAreNotRead(t *testing.T) {
	g := open(withheld(), nil, nil)
	file := filepath.Join(t.TempDir(), "a.jpg")
	data := photo("", lead)
	if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := g.InspectFile(page("/a.jpg"), web.File{Name: file, Size: int64(len(data))}); err != nil || len(g.Found()) > 0 {
		t.Errorf("found %v, %v", g.Found(), err)
	}
	if err := g.InspectFile(page("/a.jpg"), web.File{Name: file + "x"}); err == nil {
		t.Error("a file that is not there is no error")
	}
}
