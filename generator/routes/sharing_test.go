package routes

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"regexp"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/sharing"
	"alingsas.se/dialog/generator/web"
)

// ownPicture finds the pictures that were drawn for links.
var ownPicture = regexp.MustCompile(`^(/.*/)og\.[a-z2-7]{8}\.png$`)

// ownPictureOf gives the route of the picture that was drawn for a page; it has no URL where there is none.
func ownPictureOf(table web.Table, page string) web.Route {
	for _, r := range table {
		if m := ownPicture.FindStringSubmatch(r.URL); m != nil && m[1] == page {
			return r
		}
	}
	return web.Route{}
}

func TestAPageHasThePictureThatIsSharedWithIt(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["press/photo.png"] = file(pixel)
	const release = "date: 2026-06-01\ncontacts: [anna-ek]\n"
	s.content["press/a.md"] = file("---\ntitle: Nytt\n" + release + "---\n\nNytt.\n")
	s.content["press/bild.md"] = file("---\ntitle: Bild\n" + release + "images: [{file: photo.png, alt: En prick}]\n---\n\nNytt.\n")
	s.content["press/tillbaka.md"] = file("---\ntitle: Fel\n" + release + "withdrawn: {date: 2026-06-02, reason: Det var fel.}\n---\n\nNytt.\n")
	s.content["press/bokstaver.md"] = file("---\ntitle: مرحبا\n" + release + "---\n\nNytt.\n")
	s.content["meetings/m.md"] = file("---\ntitle: Kväll\nstart: 2026-07-01 18:00\nend: 2026-07-01 20:00\nplace: Torget\n---\n")
	s.content["meetings/installd.md"] = file("---\ntitle: Lunch\nstart: 2026-07-02 12:00\nstatus: cancelled\nchanges: [{date: 2026-06-02, text: Inställt.}]\nplace: {online: \"https://mote.example.se/x\"}\n---\n")
	s.content["meetings/senare.md"] = file("---\ntitle: Senare\n---\n")
	s.content["pages/om.md"] = file("---\ntitle: Om oss\n---\n\nText.\n")
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	const none = ""
	for page, alt := range map[string]string{
		"/pressmeddelanden/a/":         "Pressmeddelande: Nytt. 1 juni 2026. Alingsås kommun",
		"/pressmeddelanden/tillbaka/":  "Pressmeddelande: ÅTERKALLAT: Fel. 1 juni 2026. Alingsås kommun",
		"/pressmeddelanden/bild/":      none,
		"/pressmeddelanden/bokstaver/": none,
		"/traffar/m/":                  "Träff: Kväll. Onsdag 1 juli 2026 kl. 18.00–20.00. Torget. Alingsås kommun",
		"/traffar/installd/":           "Träff: INSTÄLLT: Lunch. Torsdag 2 juli 2026 kl. 12.00. På webben: mote.example.se. Alingsås kommun",
		"/traffar/senare/":             "Träff: Senare. Datum meddelas senare. Alingsås kommun",
		"/om/":                         "Dialog: Om oss. Alingsås kommun",
		"/":                            none,
		"/pressmeddelanden/":           none,
		"/kontakt/anna-ek/":            none,
	} {
		r, html := ownPictureOf(table, page), strings.ReplaceAll(output(t, table, page), "\u00a0", " ")
		if (r.URL == "") != (alt == none) {
			t.Errorf("%s: drawn is %q", page, r.URL)
			continue
		}
		want := []string{`<meta property="og:image" content="https://dialog.example.se` + r.URL, "og:image:width", "og:image:height", `content="summary_large_image"`}
		if alt != none {
			want = append(want, `<meta property="og:image:alt" content="`+alt+`">`, `og:image:width" content="1200"`, `og:image:height" content="630"`)
			if size := sizeOf(t, r); size != image.Pt(sharing.Width, sharing.Height) {
				t.Errorf("%s has %v pixels", r.URL, size)
			}
		}
		for _, text := range want {
			if !strings.Contains(html, text) {
				t.Errorf("%s lacks %s:\n%s", page, text, html)
			}
		}
	}
	if page := output(t, table, "/pressmeddelanden/bild/"); !strings.Contains(page, `og:image" content="https://dialog.example.se/pressmeddelanden/bild/photo.png"`) || !strings.Contains(page, `og:image:alt" content="En prick"`) {
		t.Errorf("a release with a picture is shared with another:\n%s", page)
	}
	if page := output(t, table, "/pressmeddelanden/bokstaver/"); !strings.Contains(page, `"image":["https://dialog.example.se/assets/share.`) {
		t.Errorf("a release whose letters cannot be drawn is shared without the site's picture:\n%s", page)
	}
}

func sizeOf(t *testing.T, r web.Route) image.Point {
	t.Helper()
	var w bytes.Buffer
	if _, err := r.Render(&w); err != nil {
		t.Fatal(err)
	}
	c, err := png.DecodeConfig(&w)
	if err != nil {
		t.Fatal(err)
	}
	return image.Pt(c.Width, c.Height)
}

// A network keeps what it saw at an address, so what looks otherwise is at another.
func TestAnotherPictureHasAnotherAddress(t *testing.T) {
	const plain = "---\ntitle: Nytt\ndate: 2026-06-01\ncontacts: [anna-ek]\n---\n\nNytt.\n"
	address := func(text, css string) string {
		s := newSample(t)
		s.content["press/a.md"], s.static["assets/site.css"] = file(text), file(css)
		table, _ := s.list(t)
		return ownPictureOf(table, "/pressmeddelanden/a/").URL
	}
	first := address(plain, tokens)
	for name, c := range map[string]struct {
		text, css string
		isSame    bool
	}{
		"the same":            {plain, tokens, true},
		"another text":        {strings.Replace(plain, "\nNytt.", "\nGammalt.", 1), tokens, true},
		"another rule":        {plain, tokens + "b{margin:0}", true},
		"another title":       {strings.Replace(plain, "title: Nytt", "title: Nyare", 1), tokens, false},
		"another date":        {strings.Replace(plain, "06-01", "06-02", 1), tokens, false},
		"it was withdrawn":    {strings.Replace(plain, "title: Nytt", "title: Nytt\nwithdrawn: {date: 2026-06-02, reason: Fel.}", 1), tokens, false},
		"another accent":      {plain, strings.Replace(tokens, "#004", "#005", 1), false},
		"it is an invitation": {strings.Replace(plain, "title: Nytt", "title: Nytt\nkind: invitation", 1), tokens, false},
	} {
		if got := address(c.text, c.css); got == "" || (got == first) != c.isSame {
			t.Errorf("%s: at %s, before at %s", name, got, first)
		}
	}
}

// What is withheld has no route, so nothing is drawn of it either.
func TestNothingIsDrawnOfWhatIsWithheld(t *testing.T) {
	s := newSample(t)
	s.content["press/utkast.md"] = file("---\ntitle: Hemligt\ndate: 2026-06-01\ndraft: true\n---\n\nNytt.\n")
	s.content["press/embargo.md"] = file("---\ntitle: Hemligt\ndate: 2026-07-01\ncontacts: [anna-ek]\n---\n\nNytt.\n")
	s.content["press/utgangen.md"] = file("---\ntitle: Hemligt\ndate: 2026-06-01\nexpires: 2026-06-02\ncontacts: [anna-ek]\n---\n\nNytt.\n")
	s.content["meetings/utkast.md"] = file("---\ntitle: Hemligt\ndraft: true\n---\n")
	s.content["pages/utkast.md"] = file("---\ntitle: Hemligt\ndraft: true\n---\n")
	table, _ := s.list(t)
	for _, r := range table {
		if ownPicture.MatchString(r.URL) {
			t.Errorf("%s is drawn from %s", r.URL, r.Source)
		}
	}
}

func TestAllHavePicturesOfTheirOwnUntilThereAreMany(t *testing.T) {
	for n, want := range map[int]int{
		0: 0, 1: 1, 60: 60, 70: 70, 499: 499, 500: 500, 509: 509, 510: 490, 519: 499, 520: 480, 700: 300,
		930: 70, 939: 79, 940: 60, 949: 69, 950: 60, 1000: 60, 10_000: 60, 10_009: 69,
	} {
		if got := withOwn(n); got != want {
			t.Errorf("of %d have %d pictures of their own, want %d", n, got, want)
		}
	}
}

// One release more or less, as when one expires, changes the pages of few others, and mostly of none.
func TestOneMoreChangesFewOldPages(t *testing.T) {
	steps := 0
	for n := range 12_000 {
		lost := n - withOwn(n)
		more := n + 1 - withOwn(n+1) - lost
		if more < 0 || more > 2*ownPictureStep {
			t.Fatalf("with %d, %d old ones lose their picture", n+1, more)
		}
		if more > 0 {
			steps++
		}
	}
	if steps > 12_000/ownPictureStep {
		t.Errorf("old ones lose their picture %d times", steps)
	}
}

func TestOnlyTheNewestOfALargeArchiveHavePicturesOfTheirOwn(t *testing.T) {
	s := newSample(t)
	const many = 2000
	for i := range many {
		s.content[fmt.Sprintf("meetings/m%04d.md", i)] = file(fmt.Sprintf("---\ntitle: Kväll %d\nstart: %04d-07-01 18:00\n---\n", i, 100+i))
	}
	for setting, isAll := range map[string]bool{"": false, "link_pictures: newest\n": false, "link_pictures: all\n": true} {
		settings := s.content["site.yaml"]
		s.content["site.yaml"] = file(string(settings.Data) + setting)
		table, _ := s.list(t)
		s.content["site.yaml"] = settings
		drawn := 0
		for _, r := range table {
			if m := ownPicture.FindStringSubmatch(r.URL); m != nil && strings.HasPrefix(m[1], "/traffar/m") {
				drawn++
			}
		}
		if want := map[bool]int{true: many, false: ownPictures}[isAll]; drawn != want {
			t.Errorf("%q: %d of %d are drawn, want %d", setting, drawn, many, want)
		}
		if got := ownPictureOf(table, "/traffar/m0000/").URL != ""; got != isAll {
			t.Errorf("%q: of the oldest one is drawn: %v", setting, got)
		}
		if ownPictureOf(table, "/traffar/m1999/").URL == "" {
			t.Errorf("%q: of the newest none is drawn", setting)
		}
	}
}
