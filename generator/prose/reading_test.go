package prose

import (
	"slices"
	"strings"
	"testing"
)

func TestLIXIsAsReckonedByHand(t *testing.T) {
	for _, c := range []struct {
		name                         string
		paragraphs                   []string
		words, long, sentences, want int
	}{
		// 9 words in 2 sentences, 3 of them long: 4.5 + 33.3.
		{"a short text", []string{"Kommunen bjuder in. Alla företagare är välkomna till dialog."}, 9, 3, 2, 38},
		// A heading of 3 words, 1 long; an item of 2; a sentence of 5 words, 2 long: 10/3 + 30.
		{"headings and items are sentences", []string{"Fakta om träffarna", "Svensk Handel", "Träffarna blir sju till antalet."}, 10, 3, 3, 33},
		// 4 words, 1 of them of seven letters in ten bytes; six letters are not long.
		{"letters are counted, not bytes", []string{"Äåöäåöä åäöåäö är så."}, 4, 1, 1, 29},
		// 1 + 50 and a half.
		{"half is rounded up", []string{"Träffarna är", "Nu. Är. Så. Ja. Nej. Då. Du. Vi. Ni."}, 11, 1, 10, 10},
		{"nothing", nil, 0, 0, 0, 0},
		{"no words", []string{"–", "", "www.alingsas.se"}, 0, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Measure(c.paragraphs, "sv")
			if r.Words != c.words || r.Long != c.long || len(r.Sentences) != c.sentences || r.LIX() != c.want {
				t.Errorf("%d words, %d long, %d sentences, LIX %d; want %d, %d, %d, %d",
					r.Words, r.Long, len(r.Sentences), r.LIX(), c.words, c.long, c.sentences, c.want)
			}
		})
	}
}

func TestWordsAreWhatIsReadAloud(t *testing.T) {
	for _, c := range []struct {
		text        string
		words, long int
	}{
		{"– Vi vill, säger Anna.", 4, 0},
		{"e-post till Anna-Karin", 3, 1},
		{"företag och/eller organisationer", 4, 2},
		{"sträckan Göteborg–Alingsås", 3, 3},
		{"2–3 april 2012 kl. 18.00–20.00", 5, 0},
		{"ca 40 000 invånare och 1 200 000 träd", 6, 1},
		{"ca 40\u00a0000 invånare", 3, 1},
		{"året 2012 200 personer", 4, 1},
		{"1700-talet & 50 %", 2, 0},
		{"tfn: 0322-616122", 1, 0},
		{"tfn: 0322-61 61 22, vardagar", 2, 1},
		{"tfn (+46) 322 61 61 22", 1, 0},
		{"tfn +46 (0)322-61 61 22.", 1, 0},
		{"mellan 02-04-2012 och 0,5", 4, 0},
		{"mejla daniel.filipsson@alingsas.se eller läs alingsas.se/dialog", 3, 0},
		{"(https://www.alingsas.se/) <www.alingsas.se>", 0, 0},
		{"slut.Nästa och t.ex.", 3, 1},
	} {
		if words, long := countWords(c.text); words != c.words || long != c.long {
			t.Errorf("%q: %d words, %d long; want %d, %d", c.text, words, long, c.words, c.long)
		}
	}
}

func TestTheLongestSentencesComeFirst(t *testing.T) {
	paragraphs := []string{"Två ord. Här är tre.", "– Nu är det fem ord.", "Och så tre."}
	r := Measure(paragraphs, "sv")
	var got []string
	for _, s := range r.Longest(3) {
		got = append(got, s.Span.In(paragraphs[s.Paragraph]))
	}
	if want := []string{"Nu är det fem ord.", "Här är tre.", "Och så tre."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for n, want := range map[int]int{-1: 0, 0: 0, 1: 1, 4: 4, 99: 4} {
		if got := len(r.Longest(n)); got != want {
			t.Errorf("Longest(%d) gives %d, want %d", n, got, want)
		}
	}
}

func BenchmarkMeasure(b *testing.B) {
	paragraph := "Alingsås kommun ser näringslivsfrågorna som ett viktigt område, t.ex. kl. 18.00 den 2 april 2012. " +
		"Målet är att öka öppenheten. – Vi vill lyssna, säger Anna K. Ek på tfn 0322-61 61 22 eller www.alingsas.se."
	text := slices.Repeat([]string{paragraph}, 3000/len([]rune(paragraph))+1)
	b.SetBytes(int64(len(strings.Join(text, ""))))
	b.ReportAllocs()
	for b.Loop() {
		Measure(text, "sv")
	}
}
