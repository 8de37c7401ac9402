package related

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// items are texts with their words and their topics, which are digits: "Torget stängs 1".
func items(texts ...string) []Item {
	all := make([]Item, len(texts))
	for i, text := range texts {
		all[i].Links = Words(text, 1, nil)
		for _, c := range text {
			if c >= '0' && c <= '9' { // a digit is a topic
				all[i].Links = append(all[i].Links, Link{ID: uint64(c), Weight: 4})
			}
		}
	}
	return all
}

func none(int) bool { return false }

func TestWhatSharesMostComesFirst(t *testing.T) {
	all := items(
		"Torget stängs för bilar 1",
		"Annat som händer 2",
		"Torgets bilar och stängsel", // two words, in other forms
		"Skolan öppnar 1",            // a topic
		"Torgen är många",            // one word is chance
		"Torget stängs på nytt för bilar 1",
		"Vatten 3", "Vägar 3", "Vinter 2", "Vår 3", "Ljus 3", "Mörker 2",
	)
	got := []int{}
	x := New(slices.Values(all))
	for _, m := range x.Of(0, 4, none) {
		got = append(got, m.Item)
	}
	if want := []int{5, 3, 2}; !slices.Equal(got, want) {
		t.Errorf("the first is related to %v, want %v", got, want)
	}
	if m := x.Of(0, 1, func(other int) bool { return other == 5 }); len(m) != 1 || m[0] != (Match{3, uint64('1')}) {
		t.Errorf("without the nearest it is %v", m)
	}
	all[5].Hidden = true
	if m := New(slices.Values(all)).Of(0, 1, none); len(m) != 1 || m[0].Item != 3 {
		t.Errorf("what is hidden is offered: %v", m)
	}
}

// What nearly all have is no relation.
func TestWhatMostShareSaysNothing(t *testing.T) {
	x := New(slices.Values(items("Kommunen bjuder 1", "Kommunen bjuder 1", "Kommunen bjuder 1", "Annat")))
	if m := x.Of(0, 4, none); len(m) > 0 {
		t.Errorf("related by what most share: %v", m)
	}
}

// The same items give the same answers, whatever was asked before.
func TestAnswersDependOnTheItemsAlone(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := make([]string, 500)
	for i := range texts {
		texts[i] = fmt.Sprintf("%c%c%c%c%c %c%c%c%c%c %d", letter(random, 3), letter(random, 3), 'a', 'a', 'a', letter(random, 3), letter(random, 3), 'b', 'b', 'b', random.IntN(10))
	}
	x := New(slices.Values(items(texts...)))
	want := make([][]Match, len(texts))
	for i := range texts {
		want[i] = x.Of(i, 4, none)
		for _, m := range want[i] {
			if m.Item == i {
				t.Errorf("%d is related to itself", i)
			}
		}
	}
	again := New(slices.Values(items(texts...)))
	for _, i := range random.Perm(len(texts)) {
		if got := again.Of(i, 4, none); !slices.Equal(got, want[i]) {
			t.Errorf("%d is related to %v, and then to %v", i, want[i], got)
		}
	}
}

func letter(random *rand.Rand, n int) rune { return 'a' + rune(random.IntN(n)) }

// Ten times as many items take about ten times as long, not a hundred times: what is looked at is counted.
func TestTheWorkGrowsWithTheItems(t *testing.T) {
	looks := func(n int) (most int) {
		texts := make([]string, n)
		for i := range texts {
			texts[i] = fmt.Sprintf("Samma ord överallt %d", i%4)
		}
		x := New(slices.Values(items(texts...)))
		d := x.desks.Get().(*desk)
		for i := range texts {
			for _, l := range x.linksOf(i) {
				x.count(d, l)
			}
			most = max(most, len(d.touched))
			d.clear()
		}
		return most
	}
	if few, many := looks(200), looks(2000); many > few {
		t.Errorf("for one item %d others are looked at of 200, and %d of 2,000", few, many)
	}
}

// BenchmarkRelated is what ten thousand releases cost: the index, and the relations of all.
func BenchmarkRelated(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := make([]string, 10_000)
	for i := range texts {
		for range 12 {
			texts[i] += fmt.Sprintf("%c%c%cabc ", letter(random, 5), letter(random, 5), letter(random, 5))
		}
	}
	for b.Loop() {
		x := New(slices.Values(items(texts...)))
		for i := range texts {
			x.Of(i, 4, none)
		}
	}
}
