package gate

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

const (
	title = `Kommunen "köper" mark & bygger simhall, badhus; allt`
	lead  = "I dag presenterar kommunen en överenskommelse om den nya simhallen som ska stå klar om två år."
)

// withheld is one release under embargo with an attachment, an old address, and a file of its own.
func withheld() *site.Site {
	return &site.Site{Withheld: []site.Withheld{{
		Source: &content.Item{File: "content/press/ny-simhall/index.md", Title: title, Aliases: []content.Alias{{Path: "/gammal-simhall/"}}},
		State:  site.Embargoed, URL: "/pressmeddelanden/ny-simhall/",
		Texts: []string{title, lead, ""}, Files: []string{"press/ny-simhall/avtal simhall.pdf"},
	}}}
}

const attachment = "%PDF-1.7 avtalet"

// open makes the gate of a site whose public texts are those given, by file.
func open(s *site.Site, table web.Table, public map[string]string) *Gate {
	sources := func() []Source {
		all := []Source{{File: "content/press/oppen.md", Data: []byte("---\ntitle: Öppen nyhet\n---\nText."), Names: []string{"Öppen nyhet"}}}
		for file, text := range public {
			all = append(all, Source{File: file, Data: []byte(text), Names: []string{strings.TrimPrefix(text, "title: ")}})
		}
		return all
	}
	return New(s, table, sources, fstest.MapFS{"press/ny-simhall/avtal simhall.pdf": {Data: []byte(attachment)}, "press/ny-simhall/tom.pdf": {}})
}

func page(url string) web.Route { return web.Route{URL: url, Source: "content/press/oppen.md"} }

// Whatever spelling a format asks for, the gate knows it.
func TestWhatIsWithheldIsFoundInEveryFormat(t *testing.T) {
	for name, c := range map[string]struct{ url, output string }{
		"a page":          {"/", `<h3><a href="/x/">Kommunen &#34;köper&#34; mark &amp; bygger simhall, badhus; allt</a></h3>`},
		"a text":          {"/", `<p>Kommunen &quot;köper&quot; mark &amp; bygger simhall, badhus; allt</p>`},
		"structured data": {"/", `{"headline":"Kommunen \"köper\" mark \u0026 bygger simhall, badhus; allt"}`},
		"a feed":          {"/feed.xml", `<title>Kommunen &#34;köper&#34; mark &amp; bygger simhall, badhus; allt</title>`},
		"a calendar":      {"/k.ics", "SUMMARY:Kommunen \"köper\" mark & bygger si\r\n mhall\\, badhus\\; allt\r\n"},
		"a lead, cut":     {"/", `<meta name="description" content="I dag presenterar kommunen en överenskommelse om den nya simhallen som …">`},
		"an address":      {"/", `<a href="/pressmeddelanden/ny-simhall/">här</a>`},
		"a whole address": {"/sitemap.xml", `<loc>https://x.se/pressmeddelanden/ny-simhall</loc>`},
		"a calendar's id": {"/k.ics", "UID:meeting-ny-simhall@x.se\r\n"},
		"a redirect":      {"/_redirects", "/gammal-simhall /x/ 301\n"},
		"a file's name":   {"/", `<a href="/pressmeddelanden/x/avtal%20simhall.pdf">`},
		"a file":          {"/x.pdf", attachment},
		"a plain text":    {"/text.txt", "Se även\n\nKommunen \"köper\" mark & bygger\nsimhall, badhus; allt\n\nNär: i dag\n"},
		"data":            {"/data/press.json", `{"title":"Kommunen \"köper\" mark & bygger simhall, badhus; allt"}`},
		"a table":         {"/data/press.csv", "id,title\r\nx,\"Kommunen \"\"köper\"\" mark & bygger simhall, badhus; allt\"\r\n"},
		"a result":        {"/sok/documents/0.json", `[["/x/","Kommunen \"köper\" mark \u0026 bygger simhall, badhus; allt","","2026-07-01","release"]]`},
		"a result's lead": {"/sok/documents/0.json", `[["/x/","X","I dag presenterar kommunen en överenskommelse om den nya simhallen som ska stå klar","2026-07-01"]]`},
		"its address":     {"/sok/documents/0.json", `[["/pressmeddelanden/ny-simhall/","X"]]`},
		"a mail's lead":   {"/text.txt", "I dag presenterar kommunen en\r\n    överenskommelse om den nya\r\n    simhallen som ska stå klar"},
	} {
		t.Run(name, func(t *testing.T) {
			g := open(withheld(), nil, nil)
			g.Inspect(web.Route{URL: c.url, Source: "static/x"}, []byte(c.output))
			found := g.Found()
			if len(found) != 1 || found[0].Code != diag.WithheldLeak || found[0].Arg("url") != c.url || found[0].Arg("file") != "content/press/ny-simhall/index.md" {
				t.Errorf("found %v", found)
			}
		})
	}
}

// archive packs files as press kits are packed; the name of each comes before its bytes.
func archive(t *testing.T, files ...string) string {
	t.Helper()
	var w bytes.Buffer
	z := zip.NewWriter(&w)
	for i := 0; i < len(files); i += 2 {
		to, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return w.String()
}

func TestWhatIsWithheldIsFoundInArchives(t *testing.T) {
	for name, c := range map[string]struct{ data, where string }{
		"a plain text":             {archive(t, "ett.txt", "Allt väl.", "text.txt", "Kommunen \"köper\" mark & bygger\nsimhall, badhus; allt\n"), "/kit.zip: text.txt"},
		"a file":                   {archive(t, "bilagor/x.pdf", attachment), "/kit.zip: bilagor/x.pdf"},
		"a name":                   {archive(t, "bilagor/avtal simhall.pdf", ""), "/kit.zip"},
		"a card":                   {archive(t, "k.vcf", "NOTE:Kommunen \"köper\" mark & bygger si\r\n mhall\\, badhus\\; allt\r\n"), "/kit.zip: k.vcf"},
		"a document in an archive": {archive(t, "a.docx", archive(t, "word/document.xml", "<w:t>"+lead+"</w:t>")), "/kit.zip: a.docx: word/document.xml"},
	} {
		t.Run(name, func(t *testing.T) {
			g := open(withheld(), nil, nil)
			g.Inspect(page("/kit.zip"), []byte(c.data))
			found := g.Found()
			if len(found) != 1 || found[0].Code != diag.WithheldLeak || found[0].Arg("url") != c.where {
				t.Errorf("found %v", found)
			}
		})
	}
}

// A title of one word is a leak where it stands as a title does: on a line of its own.
func TestATitleOfOneWordStandsOnALineInATextFile(t *testing.T) {
	s := withheld()
	s.Withheld[0].Texts = []string{"Simhall", "", ""}
	g := open(s, nil, nil)
	g.Inspect(page("/text.txt"), []byte("En Simhall\nbyggs.\n"))
	if found := g.Found(); len(found) > 0 {
		t.Errorf("in a sentence: found %v", found)
	}
	g.Inspect(page("/text.txt"), []byte("TRÄFFARNA\n\nSimhall\nNär: i dag\n"))
	if found := g.Found(); !found.HasErrors() {
		t.Error("as a title: nothing was found")
	}
}

// What another text publishes may be in its press kit; and what is no archive is no fault.
func TestATitleOfOneWordIsACellOfATable(t *testing.T) {
	s := withheld()
	s.Withheld[0].Texts = []string{"Simhallsavtalet", "", ""}
	for table, want := range map[string]int{"id,title,lead\r\nx,Simhallsavtalet,y\r\n": 1, "id,title\r\nx,'Simhallsavtalet\r\n": 1, "id,title\r\nx,Om Simhallsavtalet i dag\r\n": 0} {
		g := open(s, nil, nil)
		g.Inspect(web.Route{URL: "/data/press.csv", Source: "content/site.yaml"}, []byte(table))
		if found := g.Found(); len(found) != want {
			t.Errorf("%q: found %v", table, found)
		}
	}
}

func TestArchivesOfWhatIsPublicAreNoLeak(t *testing.T) {
	s := withheld()
	s.Files = []*site.File{{Name: "press/oppen/a.pdf", OnDisk: "press/oppen/a.pdf", Size: int64(len(attachment))}}
	g := open(s, nil, nil)
	g.files.(fstest.MapFS)["press/oppen/a.pdf"] = &fstest.MapFile{Data: []byte(attachment)}
	g.Inspect(page("/kit.zip"), []byte(archive(t, "bilagor/", "", "bilagor/a.pdf", attachment)))
	g.Inspect(page("/trasig.zip"), []byte("PK\x03\x04 no archive"))
	g.Inspect(page("/stympad.zip"), []byte(archive(t, "a.txt", "text"))[:40])
	if found := g.Found(); len(found) > 0 {
		t.Errorf("found %v", found)
	}
}

// An archive that is unpacked to nearly anything is read up to a limit.
func TestAnArchiveIsReadUpToALimit(t *testing.T) {
	bomb := strings.Repeat("\x00", 40<<20)
	nested := archive(t, "1", bomb, "2", bomb, "3", bomb, "4", bomb, "5", bomb, "6", bomb, "7", bomb, "8", bomb)
	g := open(withheld(), nil, nil)
	left := int64(100 << 20)
	g.unpackInto(page("/bomb.zip"), "/bomb.zip", []byte(nested), &left, 3)
	if left != 0 {
		t.Errorf("%d bytes are left of what may be read", left)
	}
}

func TestAPageOfWhatIsWithheldIsALeakWhateverItSays(t *testing.T) {
	g := open(withheld(), nil, nil)
	g.Inspect(web.Route{URL: "/x/", Source: "content/press/ny-simhall/index.md"}, []byte("tomt"))
	if found := g.Found(); len(found) != 1 || found[0].Code != diag.WithheldLeak {
		t.Errorf("found %v", found)
	}
}

func TestPartsOfOtherWordsAreNoLeak(t *testing.T) {
	s := withheld()
	s.Withheld[0].Texts = []string{"Simhall", "", ""}
	g := open(s, nil, nil)
	g.Inspect(page("/"), []byte(`<h1>Simhallen</h1>. /pressmeddelanden/ny-simhallen/, /pressmeddelanden/ny-simhall-2/, gammal-simhall, Simhall, x/pressmeddelanden/ny-simhall`))
	if found := g.Found(); len(found) > 0 {
		t.Errorf("found %v", found)
	}
}

func TestWhatIsPublicByAnotherWayIsNoLeak(t *testing.T) {
	for name, c := range map[string]struct {
		title, output, public string
		url                   string // of a public page
		code                  diag.Code
		at                    string
	}{
		"the title of a public text":         {"Välkommen till frukost", "<h1>Välkommen till frukost</h1>", "title: Välkommen till frukost", "", diag.WithheldShared, "content/press/ny-simhall/index.md"},
		"a word in a public text":            {"Välkommen", "<p>Välkommen</p>", "Text.\n\nVälkommen hit", "", diag.WithheldShared, "content/press/ny-simhall/index.md"},
		"a sentence in a public text":        {"Kommunen bygger ny simhall", "<p>Kommunen bygger\nny simhall</p><p>Kommunen bygger ny simhall</p>", "Text.\n\nSnart: Kommunen bygger\nny simhall", "", diag.WithheldMentioned, "content/b.md:3:8"},
		"an address that is public too":      {"Simhall", `<a href="/pressmeddelanden/ny-simhall/">`, "", "/traffar/ny-simhall/", diag.WithheldShared, "content/press/ny-simhall/index.md"},
		"an address of another site":         {"Simhall", `<a href="https://www.example.com/pressmeddelanden/ny-simhall">`, "[här](https://www.example.com/pressmeddelanden/ny-simhall)", "", diag.WithheldShared, "content/press/ny-simhall/index.md"},
		"a title too short to be looked for": {"Nyt", "", "", "", diag.WithheldShared, "content/press/ny-simhall/index.md"},
	} {
		t.Run(name, func(t *testing.T) {
			s := withheld()
			s.Withheld[0].Texts = []string{c.title, "", ""}
			table := web.Table{page("/")}
			if c.url != "" {
				table = append(table, page(c.url))
			}
			g := open(s, table, map[string]string{"content/b.md": c.public})
			g.Inspect(page("/"), []byte(c.output))
			found := g.Found()
			if len(found) != 1 || found[0].Code != c.code || found[0].Position.String() != c.at {
				t.Errorf("found %v", found)
			}
		})
	}
}

// Somebody put a copy where everything is published. One word is a title only where titles stand.
func TestStaticFilesAreNoPublicTexts(t *testing.T) {
	s := withheld()
	s.Withheld[0].Texts = []string{"Simhall", lead, ""}
	g := open(s, nil, nil)
	g.Inspect(web.Route{URL: "/assets/x.js", Source: "static/assets/x.js"}, []byte(`const Simhall = 1`))
	if found := g.Found(); len(found) > 0 {
		t.Errorf("a word in a script: found %v", found)
	}
	for _, output := range []string{`[["/x/","Simhall","","2026-07-01"]]`, "<h1>\nSimhall\n</h1>", `{"name":"Simhall"}`, "<title>Simhall – Dialog</title>", "BEGIN:VEVENT\r\nSUMMARY:Simhall\r\n"} {
		g := open(s, nil, nil)
		g.Inspect(web.Route{URL: "/x.ics", Source: "static/x"}, []byte(output))
		if found := g.Found(); !found.HasErrors() {
			t.Errorf("%q: found %v", output, found)
		}
	}
	g.Inspect(web.Route{URL: "/nyhet.html", Source: "static/nyhet.html"}, []byte("<p>"+lead))
	if found := g.Found(); !found.HasErrors() {
		t.Errorf("a lead: found %v", found)
	}
}

func TestAFileThatSomethingPublicShowsIsNoLeak(t *testing.T) {
	g := open(withheld(), nil, nil)
	g.Inspect(page("/pressmeddelanden/oppen/avtal.pdf"), []byte(attachment))
	if found := g.Found(); len(found) > 0 {
		t.Errorf("found %v", found)
	}
}

func TestAFileWithoutBytesOrThatIsNotThereIsNoLeak(t *testing.T) {
	s := withheld()
	s.Withheld[0].Files = []string{"press/ny-simhall/tom.pdf", "press/ny-simhall/borta.pdf"}
	g := open(s, nil, nil)
	g.Inspect(web.Route{URL: "/tom.txt", Source: "static/tom.txt"}, []byte{})
	if found := g.Found(); len(found) > 0 {
		t.Errorf("found %v", found)
	}
}

func TestNothingWithheldNeedsNoGate(t *testing.T) {
	if g := open(&site.Site{}, nil, nil); g != nil {
		t.Error("there is a gate")
	}
}

// The searcher finds what bytes.Index finds.
func FuzzSearch(f *testing.F) {
	f.Add([]byte("Kommunen bygger ny simhall"), "bygger|simhall|Kommunen bygger ny")
	f.Add([]byte("aaaaaaaaaa"), "aaaa|aaaaa|aaab")
	f.Add([]byte(strings.Repeat("x", 700)), strings.Repeat("x", 300)+"|xxxxy")
	f.Fuzz(func(t *testing.T, data []byte, list string) {
		var patterns [][]byte
		for p := range strings.SplitSeq(list, "|") {
			patterns = append(patterns, []byte(p))
		}
		got := map[[2]int]bool{}
		newSearcher(patterns).each(data, func(pattern, at int) { got[[2]int{pattern, at}] = true })
		n := 0
		for i, p := range patterns {
			for at := 0; len(p) >= shortest && at+len(p) <= len(data); at++ {
				if bytes.Equal(data[at:at+len(p)], p) {
					n++
					if !got[[2]int{i, at}] {
						t.Fatalf("%q at %d of %q was not found", p, at, data)
					}
				}
			}
		}
		if n != len(got) {
			t.Fatalf("%d found, want %d", len(got), n)
		}
	})
}

func BenchmarkInspect(b *testing.B) {
	s := &site.Site{}
	for i := range 200 {
		w := withheld().Withheld[0]
		w.Texts = []string{strings.Repeat(string(rune('a'+i%26)), i%7+1) + title, lead[i%30:], ""}
		s.Withheld = append(s.Withheld, w)
	}
	g := open(s, nil, nil)
	output := []byte(strings.Repeat("<p>Kommunen är nu ganska klar över vårt eget uppdrag och hur vi vill utveckla vår egen organisation.</p>\n", 120))
	b.SetBytes(int64(len(output)))
	for b.Loop() {
		g.Inspect(page("/"), output)
	}
}
