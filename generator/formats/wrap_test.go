package formats

import (
	"strings"
	"testing"
)

func TestLinesAreWrappedBetweenWords(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a short line":                       {"Kort rad", "Kort rad\n"},
		"a paragraph":                        {"åäö åäö åäö åäö åäö", "åäö åäö åäö åäö åäö\n"},
		"one word more":                      {"åäö åäö åäö åäö åäö ö", "åäö åäö åäö åäö åäö\nö\n"},
		"letters in two parts":               {"a\u030aa\u0308o\u0308 åäö åäö åäö åäö", "åäö åäö åäö åäö åäö\n"},
		"an address is longer than a line":   {"Se https://www.example.com/en/lang/adress här", "Se\nhttps://www.example.com/en/lang/adress\nhär\n"},
		"a no-break space":                   {"Klockan är mer än 18\u00a0000", "Klockan är mer än\n18\u00a0000\n"},
		"a soft hyphen":                      {"till\u00adgänglighet", "tillgänglighet\n"},
		"an item":                            {"• ett två tre fyra fem sex", "• ett två tre fyra\n  fem sex\n"},
		"an item of a list in an item":       {"  • ett två tre fyra fem", "  • ett två tre fyra\n    fem\n"},
		"a numbered item":                    {"10. ett två tre fyra fem", "10. ett två tre fyra\n    fem\n"},
		"a note":                             {"[1] ett två tre fyra fem", "[1] ett två tre fyra\n    fem\n"},
		"a year is no number of an item":     {"2026 ett två tre fyra fem", "2026 ett två tre\nfyra fem\n"},
		"a quotation":                        {"> ett två tre fyra fem", "> ett två tre fyra\n> fem\n"},
		"an item in a quotation":             {"> • ett två tre fyra", "> • ett två tre fyra\n"},
		"a row of cells":                     {"Lokal | Stora salen | 40", "Lokal | Stora salen\n    | 40\n"},
		"a quote":                            {"– Vi vill lyssna, säger Anna", "– Vi vill lyssna,\nsäger Anna\n"},
		"no line begins like a quote":        {"Träffar den 2 april – 3 maj", "Träffar den 2\napril – 3 maj\n"},
		"paragraphs, and spaces at line end": {"ett  \n\ntvå\n\n", "ett\n\ntvå\n"},
		"line breaks of all kinds":           {"ett\r\ntvå\u2028tre\x00", "ett\ntvå\ntre\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Wrap(c.text, 20); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Whatever the text, no word is cut, lost or made.
func FuzzWrapKeepsEveryWord(f *testing.F) {
	f.Add("– Vi vill lyssna, säger Anna Exempel.\n\n• ett\n• två | tre\n\n> 1. citat", 20)
	f.Add("> > > > > > > > > > > > > > djupt", 10)
	f.Fuzz(func(t *testing.T, text string, width int) {
		words := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, ">", " ")), " ") }
		if got, want := words(Wrap(text, 10+max(width, 0)%90)), words(Wrap(text, 1<<20)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
