package sharing

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Each letter is one wide.
func letters(text string) int { return utf8.RuneCountInString(text) }

func TestLinesEndWhereWordsDo(t *testing.T) {
	for _, c := range []struct {
		text        string
		width, most int
		want        string // lines, with | between them; "" where it does not fit
	}{
		{"Dialog", 10, 3, "Dialog"},
		{"Kommunen bjuder in till dialog", 30, 3, "Kommunen bjuder in till dialog"},
		{"Kommunen bjuder in till dialog", 28, 3, "Kommunen bjuder|in till dialog"},
		{"Kommunen bjuder in till dialog", 12, 3, "Kommunen|bjuder in|till dialog"},
		{"Kommunen bjuder in till dialog", 12, 2, ""},
		{"Samhällsbyggnad i Alingsås", 10, 5, ""},
		{"Samhälls\u00adbyggnad i Alingsås", 10, 5, "Samhälls-|byggnad i|Alingsås"},
		{"Samhälls\u00adbyggnad i Alingsås", 17, 5, "Samhällsbyggnad|i Alingsås"},
		{"Samhälls\u00adbyggnad", 9, 5, "Samhälls-|byggnad"},
		{"Samhälls\u00adbyggnad", 8, 5, ""}, // the hyphen must fit, too
		{"Stockholm-Arlanda", 10, 5, "Stockholm-|Arlanda"},
		{"E-tjänst", 7, 5, ""}, // one letter does not stand alone
		{"i 2026-2027", 9, 5, "i|2026-2027"},
		{"kl.\u00a018 och 19", 8, 5, "kl.\u00a018|och 19"},
		{"Dialog – en kväll", 9, 5, "Dialog –|en kväll"},
		{"", 9, 5, ""},
		{" \u00ad ", 9, 5, ""},
	} {
		got := strings.Join(breakLines(pieces(c.text), c.width, c.most, letters), "|")
		if got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestWhatIsTooLongEndsAtAWord(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Kommunen bjuder in till dialog, alla är med", "Kommunen|bjuder in …"},
		{"Ett, två, tre, fyra, fem, sex", "Ett, två,|tre, fyra …"},
		{"Ett två tre fem sex, samhälls\u00adbyggnad", "Ett två tre|fem sex …"},
		{"Samhällsbyggnadsförvaltningen", ""},
	} {
		if got := strings.Join(shorten(pieces(c.text), 12, 2, letters), "|"); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// No word is cut, whatever the title: it is made smaller instead.
func TestATitleIsMadeSmallerRatherThanCut(t *testing.T) {
	s := studios.New().(*studio)
	for _, c := range []struct {
		title string
		size  int
		lines int
	}{
		{"Dialog", 88, 1},
		{"Kommunen bjuder in till dialog med näringslivet", 76, 2},
		{"Samhällsbyggnadsförvaltningen svarar", 58, 2},
		{"Kommunstyrelsens arbetsutskottssammanträdesprotokoll", 50, 2},
		{strings.Repeat("arbets", 8) + " i Alingsås", 38, 2},
		{strings.Repeat("mycket ", 60) + "långt", 44, 5},
		{strings.Repeat("Aa", 60), 44, 1},
	} {
		lines, set := s.set(c.title, 1056, 280)
		if set.size != c.size || len(lines) != c.lines {
			t.Errorf("%.60q: %d lines of %d pixels, want %d of %d: %q", c.title, len(lines), set.size, c.lines, c.size, lines)
		}
	}
}

func TestWhatTheFontsCannotWrite(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Öppet hus 🎉 i Alingsås ❤️", "Öppet hus i Alingsås"},
		{"👩‍👩‍👧 familj", "familj"},
		{"Zoë Ščasný, Đorđe, Łódź, Ștefan, Ægir, Guðrún, Nguyễn", "Zoë Ščasný, Đorđe, Łódź, Ștefan, Ægir, Guðrún, Nguyễn"},
		{"Cafe\u0301 a\u030aa", "Café åa"},
		{"”nu” – ’då’ …", "”nu” – ’då’ …"},
		{"½ km²\u200b, 3\u00a0€", "½ km², 3\u00a0€"},
	} {
		if got := drawable(serif, c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	for title, want := range map[string]bool{
		"Dialog": true, "Öppet 🎉": true, "Đorđe": true, "Привет": true, "2026": true,
		"🎉": false, "": false, "مرحبا": false, "שלום Dialog": false, "你好": false, "สวัสดี": false,
	} {
		if got := Can(title); got != want {
			t.Errorf("%q: %v", title, got)
		}
	}
}

func TestTheFontsHaveTheirLicence(t *testing.T) {
	for _, want := range []string{"Bitstream Vera", "SIL OPEN FONT LICENSE", "Permission is hereby granted"} {
		if !strings.Contains(Licences, want) {
			t.Errorf("the terms of the fonts lack %q", want)
		}
	}
}

// An address is another one where anything that is drawn is.
func TestTheHashIsAnotherWhereThePictureIs(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range []Picture{
		{Title: "a"}, {Title: "b"}, {Kicker: "a"}, {Facts: []string{"a"}}, {Facts: []string{"a", "b"}}, {Organisation: "a"},
		{Site: "a"}, {Leaf: &Leaf{}}, {Leaf: &Leaf{Days: "1"}}, {Leaf: &Leaf{IsOff: true}}, {IsAlert: true}, {Colours: Standard},
	} {
		seen[p.Hash()] = true
		if again := p; again.Hash() != p.Hash() || len(p.Hash()) != 8 {
			t.Errorf("the hash of %v is %q and %q", p, p.Hash(), again.Hash())
		}
	}
	if len(seen) != 12 {
		t.Errorf("12 pictures have %d hashes", len(seen))
	}
}
