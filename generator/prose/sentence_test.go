package prose

import (
	"slices"
	"strings"
	"testing"
)

// parted gives the text of a case, in which ‖ stands where a sentence ends, and its sentences.
func parted(marked string) (text string, want []string) {
	for part := range strings.SplitSeq(marked, "‖") {
		want = append(want, strings.TrimSpace(part))
	}
	return strings.ReplaceAll(marked, "‖", ""), want
}

func inText(text string, spans []Span) []string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.In(text))
	}
	return parts
}

func TestASentenceEndsWhereAReaderTakesABreath(t *testing.T) {
	for _, c := range []struct{ lang, marked string }{
		{"sv", "Kommunen bjuder in.‖ Alla är välkomna."},
		{"sv", "Kommunen bjuder in"},
		{"sv", "Kommer du?‖ Ja!‖ Vi ses…‖ Eller hur?!‖ Visst."},
		{"sv", "Rad ett.\n‖Rad två\nfortsätter här."},
		{"sv", "Mötet är slut.‖ 2012 kommer nästa."},
		{"sv", "Det var 2012.‖ Sedan kom nästa."},
		{"sv", "Det är öppet 9–15.‖ Välkommen."},
		{"sv", "Det kostar 12 345,60.‖ Det är allt."},
		{"sv", "Det gäller 50 %.‖ Resten vet vi inte."},
		{"sv", "Läs på www.alingsas.se.‖ Där finns allt."},
		{"sv", "Skriv till anna.ek@alingsas.se.‖ Vi svarar."},
		{"sv", "Se https://www.alingsas.se/a.b?c=d.‖ Där finns allt."},
		{"sv", "Ring 0322-61 61 22.‖ Vi svarar."},
		{"sv", "Vi bjuder på kaffe m.m.‖ Sedan går vi hem."},
		{"sv", "Vi bjuder på kaffe m. m.‖ Sedan går vi hem."},
		{"sv", "Kaffe, te osv.‖ Alla får."},
		{"sv", "Det gäller NCC AB.‖ Kommunen äger inget."},
		{"sv", "Det var allt !‖ Nu går vi."},
		{"sv", "(Se nästa sida.)‖ Där finns allt."},
		{"sv", "Det är så (se nedan).‖ Där finns allt."},
		{"sv", "Det heter ”Ljusstaden”.‖ Alla vet det."},
		{"sv", "Hon sade: ”Det är bra.”‖ Sedan gick hon."},
		{"sv", "Kom! 🎉"},
		{"sv", "Kom!‖ 🎉 Alla är välkomna."},
		{"sv", "Salen var tom.‖ Hon är ung.‖ Vill du vara med.‖ Kom!"},
		{"sv", "Vi ses i sal B.‖ Mötet är öppet."},
		{"sv", "Han heter Karl XII.‖ Han var kung."},
		{"en", "The municipality invites you.‖ Everyone is welcome."},
		{"en", "Will you come?‖ No.‖ Not now."},
		{"en", "Mr. and Mrs. Ek came at 3 p.m.‖ They left at 5 p.m.‖ The end."},
		{"en", "He said, “It is good.”‖ Then he left."},
		{"de", "Guten Tag.‖ Auf Wiedersehen."},
	} {
		text, want := parted(c.marked)
		if got := inText(text, Sentences(text, c.lang)); !slices.Equal(got, want) {
			t.Errorf("%s %q:\n got %q\nwant %q", c.lang, text, got, want)
		}
	}
}

func TestAStopWithinASentenceDoesNotEndIt(t *testing.T) {
	for _, c := range []struct{ lang, sentence string }{
		{"sv", "Vi ses kl. 18.00 på rådhuset."},
		{"sv", "Öppet kl. 9.00–15.30 varje dag."},
		{"sv", "Det gäller t.ex. Alingsås och bl.a. Borås, dvs. Västra Götaland."},
		{"sv", "Det gäller t. ex. Alingsås och bl. a. Borås."},
		{"sv", "Ca. 40 personer kom, s.k. Kaféstadsbor."},
		{"sv", "Det är f.d. Alströmerska huset, nr. 3."},
		{"sv", "Ring tel. 0322-61 61 22 eller tfn. Växeln."},
		{"sv", "Hon heter A. Ek och han A.-B. Ek."},
		{"sv", "Hon heter Anna K. Ek."},
		{"sv", "Boken är av J.R.R. Tolkien."},
		{"sv", "Vi ses den 2. april 2012 på rådhuset."},
		{"sv", "Vi ses 2 april 2012 i St. Olofs kapell."},
		{"sv", "Det gäller fr.o.m. 2 april t.o.m. 5 april."},
		{"sv", "Det gäller fr. o. m. 2 april t. o. m. 5 april."},
		{"sv", "Vi menar det … Anna också."},
		{"sv", "Vi menar … det."},
		{"sv", "Vi menar det... fast inte nu."},
		{"sv", "Vi läser […] Anna skriver."},
		{"sv", "1. Inledning"},
		{"sv", "3.2. Bakgrund till dialogen"},
		{"sv", "Sidan (s. 12) är tom."},
		{"sv", "Se s. 12, kap. 4 och fig. 3."},
		{"sv", "Mötet är tis. 2 apr. 2012."},
		{"sv", "”Vi vill!”, säger Anna Ek."},
		{"sv", "”Vill vi?” säger Anna Ek."},
		{"sv", "Vill vi? säger Anna Ek."},
		{"sv", "Kaffe, te m.m. (se nedan) finns."},
		{"sv", "Det kostar 1.500 kr eller 12.50 euro."},
		{"en", "Mr. Ek, e.g. Anna’s father, met Dr. Berg."},
		{"en", "See No. 3, i.e. the one in St. Olof’s."},
		{"en", "It was J. R. R. Tolkien."},
		{"en", "It is in the U.S. Senate."},
		{"en", "“Why not?” says Anna Ek."},
		{"de", "Wir treffen Dr. Ek."},
	} {
		if got := inText(c.sentence, Sentences(c.sentence, c.lang)); !slices.Equal(got, []string{c.sentence}) {
			t.Errorf("%s: %q", c.lang, got)
		}
	}
}

func TestASpokenLineIsASentenceWithoutItsDash(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"– Vi vill, säger Anna Ek.", []string{"Vi vill, säger Anna Ek."}},
		{"–\u00a0Vi vill.", []string{"Vi vill."}},
		{"—Vi vill.", []string{"Vi vill."}},
		{"-- Vi vill.", []string{"Vi vill."}},
		{"– Vill du?\n– Ja.", []string{"Vill du?", "Ja."}},
		{"– ”Vi vill.”", []string{"”Vi vill.”"}},
		{"-5 grader var det.", []string{"-5 grader var det."}},
		{"-talet är slut.", []string{"-talet är slut."}},
		{"--help hjälper.", []string{"--help hjälper."}},
		{"–", nil},
		{" … ”! ", nil},
		{"", nil},
	} {
		if got := inText(c.text, Sentences(c.text, "sv")); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
