package routes

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

const fullRelease = `---
title: Kommunen bjuder in till frukost
date: 2026-06-01 09:00
lead: Ingressen säger det viktigaste i en mening.
contacts: [anna-ek]
meetings: [frukost]
kind: invitation
corrections:
  - {date: 2026-06-02, text: "Rätt tid är **7.30**."}
---

Det här är [en länk](https://www.example.com/en/lang/adress) i ett *långt* stycke med fler ord än vad som ryms på en rad.

– Vi vill höra vad företagen tycker, säger Anna Ek, ordförande.

## En mellanrubrik

* lokaler
* bemötande, ~~hemligheter~~ och annat som det tar mer än en rad att räkna upp

| När | Var |
|---|---|
| 7.30 | Stora salen |

![En bild](a.gif)

<https://www.example.com/en/mycket/lang/adress/som/inte/ryms/pa/en/enda/rad/i/ett/brev>
`

func newFullSample(t testing.TB) *sample {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["press/a.md"] = file(fullRelease)
	s.content["press/a.gif"] = file(onePixel)
	s.content["meetings/frukost.md"] = file("---\ntitle: Frukost\nstart: 2026-07-01 07:30\nstatus: confirmed\ntime_note: före jobbet\nplace: {name: Stora salen, address: Storgatan 1}\nregistration: {email: anna.ek@example.se, deadline: 2026-06-25}\n---\n")
	s.content["contacts/anna-ek.md"] = file("---\nname: Anna Ek\nrole: ordförande\nphone: 0322-61 60 00\nemail: anna.ek@example.se\nhours: vardagar 8–16\npress: true\n---\n")
	s.content["site.yaml"] = file("title: Dialog\nbase_url: https://dialog.example.se\nlanguages: [sv, en]\norganisation: {name: Alingsås kommun, email: press@example.se, about: \"Kommunen har **42 000** invånare.\"}\n")
	return s
}

func TestAReleaseIsPlainText(t *testing.T) {
	table, diags := newFullSample(t).list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	const want = `RÄTTELSE 2 juni 2026
Rätt tid är 7.30.

PRESSINBJUDAN
Alingsås kommun, 1 juni 2026 kl. 09.00

Kommunen bjuder in till frukost

Ingressen säger det viktigaste i en mening.

Det här är en länk i ett långt stycke med fler ord än vad som ryms på en
rad.

– Vi vill höra vad företagen tycker, säger Anna Ek, ordförande.

En mellanrubrik

• lokaler
• bemötande, och annat som det tar mer än en rad att räkna upp

När | Var
7.30 | Stora salen

https://www.example.com/en/mycket/lang/adress/som/inte/ryms/pa/en/enda/rad/i/ett/brev

TRÄFFARNA

Frukost
När: onsdag 1 juli 2026 kl. 07.30, före jobbet
Var: Stora salen, Storgatan 1
Anmälan: anna.ek@example.se, Senast 25 juni 2026
https://dialog.example.se/traffar/frukost/

PRESSKONTAKT

Anna Ek, ordförande
Telefon: 0322-61 60 00
E-post: anna.ek@example.se
Nås: vardagar 8–16

OM ALINGSÅS KOMMUN

Kommunen har 42 000 invånare.

https://dialog.example.se/pressmeddelanden/a/
`
	text := output(t, table, "/pressmeddelanden/a/text.txt")
	if got := strings.ReplaceAll(text, "\u00a0", " "); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for line := range strings.SplitSeq(text, "\n") {
		if utf8.RuneCountInString(line) > 72 && strings.Contains(line, " ") {
			t.Errorf("too long: %s", line)
		}
	}
	// The page was rendered before, and has left its plain text; that must be the same.
	output(t, table, "/pressmeddelanden/a/")
	if again := output(t, table, "/pressmeddelanden/a/text.txt"); again != text {
		t.Errorf("after its page it is\n%s", again)
	}
}

// Whoever pastes what was withdrawn must learn why, and gets nothing else of it.
func TestAWithdrawnReleaseTellsNothingButWhy(t *testing.T) {
	s := newFullSample(t)
	s.content["press/a.md"] = file(strings.Replace(fullRelease, "kind:", "withdrawn: {date: 2026-06-03, reason: Uppgifterna stämde inte.}\nreplaced_by: b\nkind:", 1))
	s.content["press/b.md"] = file("---\ntitle: Nytt\ndate: 2026-06-03\ncontacts: [anna-ek]\n---\nText.\n")
	table, _ := s.list(t)
	got := strings.ReplaceAll(output(t, table, "/pressmeddelanden/a/text.txt"), "\u00a0", " ")
	if !strings.HasPrefix(got, "ÅTERKALLAT 3 juni 2026\nUppgifterna stämde inte.\n\nDET FINNS ETT NYARE") || !strings.Contains(got, "\n\nÅTERKALLAT: Kommunen bjuder") ||
		!strings.Contains(got, "Telefon:") || !strings.Contains(got, "https://dialog.example.se/pressmeddelanden/b/\n") {
		t.Errorf("got\n%s", got)
	}
	for _, gone := range []string{"Ingressen", "Vi vill höra", "Frukost", "Rätt tid"} {
		if strings.Contains(got, gone) {
			t.Errorf("it still holds %q:\n%s", gone, got)
		}
	}
}

func TestAContactWhoLeftNamesTheSuccessor(t *testing.T) {
	s := newFullSample(t)
	s.content["contacts/anna-ek.md"] = file("---\nname: Anna Ek\nrole: ordförande\nphone: 0322-61 60 00\nleft: 2026-06-10\nreplaced_by: bo-alm\n---\n")
	s.content["contacts/bo-alm.md"] = file("---\nname: Bo Alm\nrole: presschef\norganisation: Bolaget\nmobile: 070-174 06 35\n---\n")
	table, _ := s.list(t)
	if got := output(t, table, "/pressmeddelanden/a/text.txt"); !strings.Contains(got, "Anna Ek, ordförande\nHar slutat.\nKontakta i stället: Bo Alm, presschef, Bolaget\nMobil: 070-174 06 35\n") {
		t.Errorf("got\n%s", got)
	}
}

func TestPlainTextsSayTheirCharactersAndAreNotIndexed(t *testing.T) {
	table, _ := newFullSample(t).list(t)
	if headers := output(t, table, headersURL); !strings.Contains(headers, "/*/text.txt\n  Content-Type: text/plain; charset=utf-8\n  X-Robots-Tag: noindex\n") {
		t.Errorf("the headers are\n%s", headers)
	}
	if sitemap := output(t, table, "/sitemap.xml"); strings.Contains(sitemap, "text.txt") {
		t.Error("they are in the sitemap")
	}
}
