package prose

import "testing"

func TestLinkTextsThatSayNothingAreVague(t *testing.T) {
	for lang, texts := range map[string][]string{
		"sv": {
			"läs mer", "Läs mer", "LÄS MER", "Läs mer »", "→ Läs mer här.", "klicka här", "Klicka här!", "här", "(här)", "mer", "Mer…",
			"mer information", "länk", "länken", "Denna länk", " läs\u00a0mer\n här ", "”här”", "read more", "→", "»", "Läs mer >>", "👉 här",
		},
		"en": {"Read more", "click here", "here", "more", "link", "this link", "Learn more →"},
		"de": {"Read more"},
	} {
		for _, text := range texts {
			if !VagueLink(text, lang) {
				t.Errorf("%s %q is not vague", lang, text)
			}
		}
	}
}

func TestLinkTextsThatSayWhereTheyLeadAreNotVague(t *testing.T) {
	for lang, texts := range map[string][]string{
		"sv": {
			"Läs mer om dialogen", "här bor vi", "Alingsås kommun", "anna.ek@alingsas.se", "mer information om mötet", "2", "", " ",
			"Länkskola", "Program (pdf, 240 kB)", "alingsas.se",
		},
		"en": {"Read more about the dialogue", "här", "Hereford"},
	} {
		for _, text := range texts {
			if VagueLink(text, lang) {
				t.Errorf("%s %q is vague", lang, text)
			}
		}
	}
}

func TestAWebAddressIsABareURL(t *testing.T) {
	for text, want := range map[string]bool{
		"https://www.alingsas.se": true, "http://alingsas.se/": true, "www.alingsas.se": true, " <HTTPS://alingsas.se> ": true,
		"WWW.alingsas.se.": true, "alingsas.se": false, "anna.ek@alingsas.se": false, "https://": false, "www.": false,
		"www.alingsas.se om dialogen": false, "": false,
	} {
		if got := BareURL(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
