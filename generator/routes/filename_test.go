package routes

import (
	"encoding/base64"
	"os"
	"strings"
	"testing"
)

// A Mac writes å as a letter and a mark.
const macName = "fra\u030aga"

func TestAFileIsPublishedHoweverItsNameIsWritten(t *testing.T) {
	png, _ := base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	dir := "press/" + macName + "-a/"
	s.content[dir+macName+".png"] = file(string(png))
	s.content[dir+"två  bild.png"] = file(string(png))
	s.content[dir+macName+".pdf"] = file("%PDF")
	s.content[dir+macName+"-2.pdf"] = file("%PDF")
	s.content["contacts/"+macName+".png"] = file(string(png))
	s.content["contacts/bo.md"] = file("---\nname: Åsa Bo\nrole: vd\nphoto: {file: fråga.png, alt: ''}\n---\n")
	s.static[macName+".txt"] = file("x")
	s.content[dir+"index.md"] = file("---\ntitle: A\nslug: fraga-a\ndate: 2026-06-01\ncontacts: [bo]\nimages: [{file: fråga.png, alt: x, credit: A, licence: B}]\nattachments: [{file: fråga.pdf}]\n---\n" +
		"![y](<två  bild.png>)\n\n[Två](fr%C3%A5ga-2.pdf) och [tre](fra%CC%8Aga-2.pdf) och [fyra](../fråga-b.md) och [fem](/" + macName + ".txt)\n\n– Ja, säger A\u030asa Bo.\n")
	s.content["press/"+macName+"-b.md"] = file("---\ntitle: B\nslug: fraga-b\ndate: 2026-06-01\ncontacts: [bo]\n---\n[A](../press/" + macName + "-a/index.md)\n")
	s.content["press/fråga-b.en.md"] = file("---\ntitle: C\n---\nText.\n")
	table, diags := s.list(t)
	for _, d := range diags {
		if d.Code != "awkward-file-name" {
			t.Errorf("reported %s %s", d.Position, d.Message("en"))
		}
	}
	const home = "/pressmeddelanden/fraga-a/"
	page := output(t, table, home)
	for _, want := range []string{`src="` + home + `fr%C3%A5ga.png"`, `src="` + home + `tv%C3%A5%20%20bild.png"`, `href="` + home + `fr%C3%A5ga-2.pdf">Två`, `href="` + home + `fr%C3%A5ga-2.pdf">tre`,
		`href="/pressmeddelanden/fraga-b/">fyra`, `href="/fr%C3%A5ga.txt">fem`, `href="/kontakt/bo/"`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not on the page", want)
		}
	}
	if strings.Contains(page, "%CC%8A") || !strings.Contains(output(t, table, "/pressmeddelanden/fraga-b/"), `href="`+home+`">A`) {
		t.Error("an address is decomposed, or a link leads nowhere")
	}
	for _, url := range []string{home + "fr%C3%A5ga.png", home + "tv%C3%A5%20%20bild.png", home + "fr%C3%A5ga.pdf", home + "fr%C3%A5ga-2.pdf", "/fr%C3%A5ga.txt", "/kontakt/bo/fr%C3%A5ga.png", "/en/press/fraga-b/"} {
		if output(t, table, url) == "" {
			t.Errorf("nothing is at %s", url)
		}
	}
}
