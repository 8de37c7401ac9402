package routes

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// A picture desk finds every picture with its photographer, terms and release, and none of what is withheld or withdrawn.
func TestAllPressPicturesStandInOneList(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	for id, front := range map[string]string{
		"aldre": "date: 2026-05-01\nimages: [{file: b.svg, alt: En skylt, credit: Bo Ek, licence: CC-BY-4.0}, {file: b.svg, alt: Samma}, {file: c.svg, alt: ''}]",
		"nyare": "date: 2026-06-01\nimages: [{file: b.svg, alt: Ett torg, credit: Bo Ek, licence: Fri.}]",
		"borta": "date: 2026-06-02\nwithdrawn: {date: 2026-06-03, reason: Fel.}\nimages: [{file: b.svg, alt: Borta, credit: Bo, licence: Fri.}]",
		"sedan": "date: 2026-07-02\nimages: [{file: b.svg, alt: Hemlig, credit: Bo, licence: Fri.}]",
		"utan":  "date: 2026-06-02",
	} {
		s.content["press/"+id+"/index.md"] = file("---\ntitle: T " + id + "\ncontacts: [anna-ek]\n" + front + "\n---\n\nText.\n")
		for _, name := range []string{"b.svg", "c.svg"} {
			s.content["press/"+id+"/"+name] = file(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)
		}
	}
	s.content["press/nyare/index.en.md"] = file("---\ntitle: Newer\n---\n\nText.\n")
	table, _ := s.list(t)
	page := output(t, table, "/bilder/")
	if got := strings.Join(regexp.MustCompile(`alt="[^"]*"`).FindAllString(page, -1), " "); got != `alt="Ett torg" alt="En skylt"` {
		t.Errorf("the pictures are %s", got)
	}
	for _, want := range []string{"Foto: Bo Ek.", `rel="license">CC BY 4.0</a>`, `<a href="/pressmeddelanden/nyare/">T nyare</a>`, `download="alingsas-kommun-aldre-1-foto-bo-ek.svg"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if english := output(t, table, "/en/images/"); !strings.Contains(english, ">Newer</a>") || !strings.Contains(english, `lang="sv">T aldre</a>`) || strings.Contains(english, "Hemlig") {
		t.Errorf("in English it is %s", english)
	}
	if list := output(t, table, "/pressmeddelanden/"); !strings.Contains(list, `<a href="/bilder/">Alla pressbilder</a>`) {
		t.Error("the list of releases does not lead there")
	}
	bare := newSample(t)
	if table, _ := bare.list(t); output(t, table, "/bilder/") != "" {
		t.Error("a site without pictures has the list")
	}
}
