package formats

import (
	"cmp"
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
			UID: "anna-ek@dialog.alingsas.se", Name: "Anna Maria von Ek; x", Given: "Anna Maria", Family: "von Ek; x", SortBy: "Ek", Organisation: "Alingsås kommun", Role: "Näringslivschef, tf",
			Phones: []CardPhone{{"+46322616122", "work"}, {"+46701234567", "cell"}, {"1177", ""}, {"", "cell"}},
			Email:  "anna.ek@example.se", URL: `https://a.se/kontakt/?a=1,2;3`, Note: "Rad ett;\nrad två \\ slut",
			Street: "Rådhuset; plan 2", Postcode: "441 81", City: "Alingsås", Country: "Sverige",
			Revised: time.Date(2012, 4, 2, 18, 0, 0, 0, location(t, "Europe/Stockholm")), Lang: "sv",
		})
	}))
	want := []string{
		"ADR|TYPE=WORK|||Rådhuset; plan 2|Alingsås||441 81|Sverige",
		"EMAIL|TYPE=INTERNET|anna.ek@example.se",
		"FN||Anna Maria von Ek; x",
		"N||von Ek; x|Anna Maria|||",
		"NOTE|LANGUAGE=sv|Rad ett;\nrad två \\ slut",
		"ORG|LANGUAGE=sv|Alingsås kommun",
		"REV||2012-04-02T16:00:00Z",
		"SORT-STRING||Ek",
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
		"one word":     {Card{Name: "Växeln", Family: "Växeln"}, "[FN||Växeln N||Växeln||||]"},
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

// Whatever the parts of a card hold, a reader finds them again, each once, and nothing beside them.
func FuzzCardTextsReadBackTheSame(f *testing.F) {
	f.Add("anna-ek@a.se", "Anna Ek", "Alingsås kommun", "Chef, tf; vik", "rad\r\nTEL:112\nEND:VCARD", "a@b.se", "https://a.se/a,b;c\\d\r\nX:1", "+46322616122", "Rådhuset; plan 2", "sv")
	f.Add("", "å", "", `\`, `\\;\,\n`, "a@b.se\r\nTEL:112", "", "112\nEND:VCARD", "", "")
	f.Add("u\n", "a\x01\x02\x03b", "\x00", "\x00\u0085", "\u2028\xff", "a,b@c.se;d", "a b", "1;TYPE=x:2", "a,b", "sv\r\nX:1")
	f.Add("", "", "0", "", "", "", "", "", "", "\uFFFD") // a language of which nothing is left
	f.Add(":", "\x00", "o;p", "", "", "a\u200b@b.se", "javascript:1", "", "\\", "SV;X=1:y")
	f.Fuzz(func(t *testing.T, uid, name, organisation, role, note, email, url, phone, street, lang string) {
		var b strings.Builder
		err := VCard(&b, Card{
			UID: uid, Name: name, Given: role, Family: name, SortBy: note, Organisation: organisation, Role: role, Note: note, Email: email, URL: url,
			Phones: []CardPhone{{phone, "cell"}, {phone, phone}}, Street: street, City: role, Lang: lang, Revised: stamp,
		})
		if isNamed := clean(name)+clean(organisation) != ""; (err == nil) != isNamed {
			t.Fatalf("error is %v", err)
		} else if !isNamed {
			return
		}
		language := ""
		if paramToken(lang) != "" {
			language = "LANGUAGE=" + paramToken(lang)
		}
		want := map[string]string{"REV||2012-03-27T07:00:00Z": "always"}
		expect := func(head, value string) {
			if value != "" {
				want[head+"|"+value] = value
			}
		}
		expect("FN|", cmp.Or(clean(name), clean(organisation)))
		expect("SORT-STRING|", clean(note))
		expect("ORG|"+language, clean(organisation))
		expect("TITLE|"+language, clean(role))
		expect("NOTE|"+language, clean(note))
		expect("UID|", clean(uid))
		expect("EMAIL|TYPE=INTERNET", uri(email))
		expect("URL|", uri(url))
		expect("TEL|TYPE=CELL,VOICE", clean(phone))
		expect("TEL|TYPE=WORK,VOICE", clean(phone))
		if clean(street)+clean(role) != "" {
			expect("ADR|TYPE=WORK", "||"+clean(street)+"|"+clean(role)+"|||")
		}
		for _, line := range readCard(t, b.String()) {
			switch {
			case line.name == "N" && line.params == "":
				same(t, "N", strings.Join(line.parts, "|"), clean(name)+"|"+clean(role)+"|||")
			case want[line.String()] == "":
				t.Errorf("%q came of a text in\n%s", line, b.String())
			}
			delete(want, line.String())
		}
		for line := range want {
			t.Errorf("%q is missing in\n%s", line, b.String())
		}
	})
}
