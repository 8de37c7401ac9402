package locale

import (
	"strings"
	"testing"

	"github.com/gosimple/slug"
)

func TestSlugs(t *testing.T) {
	for _, c := range []struct{ text, lang, want string }{
		{"Alingsås: Åsa möter …", "sv", "alingsas-asa-moter"},
		{"A\u030asa mo\u0308ter", "sv", "asa-moter"}, // decomposed, as file names on a Mac
		{"Näringsliv & kommun", "sv", "naringsliv-och-kommun"},
		{"FoU&IT", "sv", "fou-och-it"},
		{"Business & council", "en", "business-and-council"},
		{"Erhverv & kommune", "da", "erhverv-og-kommune"},
		{"Київ & Львів", "uk", "kiyiv-ta-l-viv"},
		{"Ärlig Müller", "de", "aerlig-mueller"},
		{"Čáhci & eana", "se", "cahci-ja-eana"},
		{"5 § språklagen", "sv", "5-spraklagen"},
		{"När\u00adingsliv", "sv", "naringsliv"},
		{"Dialog 2010–2012", "sv", "dialog-2010-2012"},
		{"”Vi lyssnar”, säger kommunen", "sv", "vi-lyssnar-sager-kommunen"},
		{"ett_namn -- till_", "sv", "ett-namn-till"},
		{"\x00\xff", "sv", ""},
		{"…!?", "sv", ""},
		{"", "sv", ""},
	} {
		if got := Slug(c.text, c.lang); got != c.want {
			t.Errorf("Slug(%q, %s) = %q, want %q", c.text, c.lang, got, c.want)
		}
	}
}

// What is made without the library is what the library makes.
func TestPlainTextsGiveWhatTheLibraryGives(t *testing.T) {
	letters := []rune("aZzA09 -_.,:;/()[]+*!?%$#~^|<>={}\\`&@'\"åäöéÅÄÖÉüñ§–\t\x7f")
	plain := 0
	for i := range 200_000 {
		var text []rune
		for n := i; n > 0; n /= len(letters) {
			text = append(text, letters[n%len(letters)])
		}
		for _, lang := range []string{"sv", "en", "de", "fi", "da"} {
			made, isPlain := plainSlug(string(text), lang)
			if !isPlain {
				continue
			}
			plain++
			made = strings.Join(strings.FieldsFunc(made, isSeparator), "-")
			if want := strings.Join(strings.FieldsFunc(slug.MakeLang(string(text), lang), isSeparator), "-"); made != want {
				t.Fatalf("%q in %s: %q, the library has %q", string(text), lang, made, want)
			}
		}
	}
	if plain < 100_000 {
		t.Errorf("only %d texts were plain", plain)
	}
	for _, text := range []string{"Alingsås kommun", "Foto: Åsa Öberg, IDÉ", "bild-1"} {
		if _, isPlain := plainSlug(text, "sv"); !isPlain {
			t.Errorf("%q takes the library", text)
		}
	}
}

func TestIsSlug(t *testing.T) {
	for _, s := range []string{"a", "2012", "alingsas-asa-moter", "a-1-b"} {
		if !IsSlug(s) {
			t.Errorf("%q should be a slug", s)
		}
	}
	for _, s := range []string{"", "-", "-a", "a-", "a--b", "a_b", "A", "å", "a b", "a/b", "a.b", "\xff"} {
		if IsSlug(s) {
			t.Errorf("%q should not be a slug", s)
		}
	}
}

func FuzzSlugsAreNothingOrSlugsAndStay(f *testing.F) {
	for _, text := range []string{"Alingsås: Åsa möter …", "A&B", "ett_namn", "5 §", "Київ", "\u212a", "½", "日本", "\xff", "-_-"} {
		for _, lang := range []string{"sv", "en", "de", "uk", ""} {
			f.Add(text, lang)
		}
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		made := Slug(text, lang)
		if made == "" {
			return
		}
		if !IsSlug(made) {
			t.Errorf("Slug(%q, %q) = %q, which is none", text, lang, made)
		}
		if again := Slug(made, lang); again != made {
			t.Errorf("Slug(%q, %q) = %q, then %q", text, lang, made, again)
		}
	})
}
