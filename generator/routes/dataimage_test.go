package routes

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"testing"
)

var graphOf = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)

// nodeOf gives the node of a type in the structured data of a page.
func nodeOf(t *testing.T, page, kind string) map[string]any {
	t.Helper()
	m := graphOf.FindStringSubmatch(page)
	if m == nil {
		t.Fatal("the page has no structured data")
	}
	var data struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(m[1]), &data); err != nil {
		t.Fatal(err)
	}
	for _, node := range data.Graph {
		if node["@type"] == kind {
			return node
		}
	}
	t.Fatalf("no %s in %s", kind, m[1])
	return nil
}

// An image search tells who made a picture and where its terms stand, and says no more than the author did.
func TestPicturesSayTheirTermsToMachines(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	const images = "images:\n  - {file: b.svg, alt: En skylt, caption: Skylten., credit: Bo Ek, licence: CC-BY-4.0}\n  - {file: c.svg, alt: Ett torg, credit: Alingsås kommun, licence: Fri.}\n  - {file: d.svg, alt: En bro, credit: Bildbyrån AB}\n"
	s.content["press/a/index.md"] = file("---\ntitle: T\ndate: 2026-06-01\ncontacts: [anna-ek]\n" + images + "---\n\nText.\n")
	s.content["meetings/m/index.md"] = file("---\ntitle: M\nstart: 2026-07-01 18:00\n" + images + "---\n\nText.\n")
	s.content["contacts/bo-ek/index.md"] = file("---\nname: Bo Ek\nrole: chef\nphoto: {file: b.svg, alt: Bo Ek, credit: Kim Sol, licence: Fri.}\n---\n")
	for _, folder := range []string{"press/a/", "meetings/m/", "contacts/bo-ek/"} {
		for _, name := range []string{"b.svg", "c.svg", "d.svg"} {
			s.content[folder+name] = file(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>`)
		}
	}
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for url, kind := range map[string]string{"/pressmeddelanden/a/": "NewsArticle", "/traffar/m/": "Event"} {
		page := "https://dialog.example.se" + url
		got := nodeOf(t, output(t, table, url), kind)["image"].([]any)
		publisher := got[1].(map[string]any)["creator"].(map[string]any)
		if publisher["@id"] != "https://dialog.example.se/#organisation" {
			t.Errorf("%s: the organisation is %v", url, publisher)
		}
		delete(got[1].(map[string]any), "creator")
		want := []any{
			map[string]any{"@type": "ImageObject", "contentUrl": page + "b.svg", "caption": "Skylten.", "inLanguage": "sv", "width": 90.0, "height": 60.0, "creditText": "Bo Ek",
				"creator": map[string]any{"@type": "Person", "name": "Bo Ek"}, "license": "https://creativecommons.org/licenses/by/4.0/", "acquireLicensePage": page},
			map[string]any{"@type": "ImageObject", "contentUrl": page + "c.svg", "width": 90.0, "height": 60.0, "creditText": "Alingsås kommun", "license": page, "acquireLicensePage": page},
			map[string]any{"@type": "ImageObject", "contentUrl": page + "d.svg", "width": 90.0, "height": 60.0, "creditText": "Bildbyrån AB"},
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the pictures are %v", url, got)
		}
	}
	photo := nodeOf(t, output(t, table, "/kontakt/bo-ek/"), "Person")["image"].(map[string]any)
	if photo["creditText"] != "Kim Sol" || photo["license"] != "https://dialog.example.se/kontakt/bo-ek/" || photo["contentUrl"] != "https://dialog.example.se/kontakt/bo-ek/b.svg" {
		t.Errorf("the portrait is %v", photo)
	}
}

func TestACreditIsAPersonWhereItLooksLikeOne(t *testing.T) {
	for credit, want := range map[string]bool{
		"Anna Exempel": true, "Carl von Linné": true, "Anna-Lisa Öberg Ek": true, "Anna B. Ek": true, "Conan O’Brien": true,
		"": false, "Anna": false, "Bildbyrån AB": false, "Alingsås kommun": false, "Anna Ek/TT": false, "Anna Ek, Bo Ek": false, "Anna och Bo Ek": false,
		"TT Nyhetsbyrån": false, "NASA Earth": false, "anna ek": false, "von Linné": false, "Studio Ek": false, "Foto 2000": false, "Ek & Alm": false,
	} {
		if got := looksLikePerson(credit); got != want {
			t.Errorf("%q is a person: %v", credit, got)
		}
	}
}
