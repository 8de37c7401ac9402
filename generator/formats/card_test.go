package formats

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

// A cardLine is one property as a strict reader of RFC 2426 sees it.
type cardLine struct {
	name, params string
	parts        []string // unescaped, by the semicolons that are no text
}

// readCard reads a vCard by the grammar of RFC 2426 section 4, which has no other escapes than
// \\ \; \, \n \N, and no bare comma in what this package writes except in addresses on the web.
func readCard(t *testing.T, text string) []cardLine {
	t.Helper()
	lines := unfolded(t, text)
	if lines[0] != "BEGIN:VCARD" || lines[1] != "VERSION:3.0" || lines[len(lines)-1] != "END:VCARD" {
		t.Fatalf("no vCard 3.0: %q", text)
	}
	var card []cardLine
	for _, line := range lines[2 : len(lines)-1] {
		head, value, found := strings.Cut(line, ":")
		if !found {
			t.Fatalf("no property: %q", line)
		}
		name, params, _ := strings.Cut(head, ";")
		l := cardLine{name, params, []string{value}}
		if name != "URL" {
			parts, err := cardParts(value)
			if err != nil {
				t.Fatalf("%v in %q", err, line)
			}
			l.parts = parts
		}
		card = append(card, l)
	}
	return card
}

func cardParts(value string) ([]string, error) {
	parts := []string{""}
	for i := 0; i < len(value); i++ {
		last := &parts[len(parts)-1]
		switch value[i] {
		case ';':
			parts = append(parts, "")
		case ',':
			return nil, fmt.Errorf("bare comma")
		case '\\':
			if i++; i == len(value) || !strings.ContainsRune(`\;,nN`, rune(value[i])) {
				return nil, fmt.Errorf("unknown escape")
			}
			*last += strings.NewReplacer("n", "\n", "N", "\n").Replace(value[i : i+1])
		default:
			*last += value[i : i+1]
		}
	}
	return parts, nil
}

func (l cardLine) String() string {
	return l.name + "|" + l.params + "|" + strings.Join(l.parts, "|")
}

func TestCardIsReadBackWhole(t *testing.T) {
	card := readCard(t, written(t, func(b *strings.Builder) error {
		return VCard(b, Card{
			UID: "anna-ek@dialog.alingsas.se", Name: "Anna Maria Ek", Organisation: "Alingsås kommun", Role: "Näringslivschef, tf",
			Phones: []CardPhone{{"+46322616122", "work"}, {"+46701234567", "cell"}, {"1177", ""}, {"", "cell"}},
			Email:  "anna.ek@example.se", URL: `https://a.se/kontakt/?a=1,2;3`, Note: "Rad ett;\nrad två \\ slut",
			Street: "Rådhuset; plan 2", Postcode: "441 81", City: "Alingsås", Country: "Sverige",
			Revised: time.Date(2012, 4, 2, 18, 0, 0, 0, location(t, "Europe/Stockholm")), Lang: "sv",
		})
	}))
	want := []string{
		"ADR|TYPE=WORK|||Rådhuset; plan 2|Alingsås||441 81|Sverige",
		"EMAIL|TYPE=INTERNET|anna.ek@example.se",
		"FN||Anna Maria Ek",
		"N||Ek|Anna Maria|||",
		"NOTE|LANGUAGE=sv|Rad ett;\nrad två \\ slut",
		"ORG|LANGUAGE=sv|Alingsås kommun",
		"REV||2012-04-02T16:00:00Z",
		"TEL|TYPE=WORK,VOICE|+46322616122",
		"TEL|TYPE=CELL,VOICE|+46701234567",
		"TEL|TYPE=WORK,VOICE|1177",
		"TITLE|LANGUAGE=sv|Näringslivschef, tf",
		"UID||anna-ek@dialog.alingsas.se",
		"URL||https://a.se/kontakt/?a=1,2;3",
	}
	var got []string
	for _, line := range card {
		got = append(got, line.String())
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestCardNeedsNoMoreThanAName(t *testing.T) {
	for name, c := range map[string]struct {
		card Card
		want string
	}{
		"one word":     {Card{Name: "Växeln"}, "[FN||Växeln N||Växeln||||]"},
		"organisation": {Card{Organisation: "Alingsås kommun"}, "[FN||Alingsås kommun N|||||| ORG||Alingsås kommun]"},
	} {
		t.Run(name, func(t *testing.T) {
			got := fmt.Sprint(readCard(t, written(t, func(b *strings.Builder) error { return VCard(b, c.card) })))
			same(t, "card", got, c.want)
		})
	}
	if VCard(io.Discard, Card{Email: "a@b.se"}) == nil {
		t.Error("a card without a name is no error")
	}
}

func TestLongLinesFoldBetweenCharacters(t *testing.T) {
	for length := 60; length < 90; length++ {
		note := strings.Repeat("x", length) + strings.Repeat("åäö–🙂", 40)
		card := readCard(t, written(t, func(b *strings.Builder) error { return VCard(b, Card{Name: "Ek", Note: note}) }))
		same(t, "note", card[len(card)-1].parts[0], note)
	}
}

func FuzzCardTextsReadBackTheSame(f *testing.F) {
	f.Add("Anna Ek", "Chef, tf; vik", "rad\r\nTEL:112\nEND:VCARD", "https://a.se/a,b;c\\d\r\nX:1")
	f.Add("å", `\`, `\\;\,\n`, "")
	f.Add("a\x01\x02\x03b", "\x00\u0085", "\u2028\xff", "a b")
	f.Fuzz(func(t *testing.T, name, role, note, url string) {
		var b strings.Builder
		if err := VCard(&b, Card{Organisation: "o", Name: name, Role: role, Note: note, URL: url}); err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"FN": clean(name), "TITLE": clean(role), "NOTE": clean(note), "URL": uri(url), "ORG": "o"}
		if name == "" {
			want["FN"] = "o"
		}
		for _, line := range readCard(t, b.String()) {
			if line.name == "N" {
				same(t, "parts of N", len(line.parts), 5)
				continue
			}
			if len(line.parts) != 1 || line.parts[0] != want[line.name] || want[line.name] == "" {
				t.Errorf("%s reads %q, want %q", line.name, line.parts, want[line.name])
			}
			delete(want, line.name)
		}
		for key, text := range want {
			if text != "" {
				t.Errorf("%s is missing", key)
			}
		}
	})
}
