package locale

import (
	"slices"
	"sync"
	"testing"
)

// speaking finds a language that the tests name.
func speaking(t *testing.T, tag string) *Language {
	t.Helper()
	l, ok := Lookup(tag)
	if !ok {
		t.Fatalf("no language %q", tag)
	}
	return l
}

func TestEveryListedLanguageIsFoundAndComplete(t *testing.T) {
	tags := Languages()
	if !slices.IsSorted(tags) {
		t.Errorf("tags are not sorted: %v", tags)
	}
	for _, tag := range []string{"sv", "en", "fi", "se"} {
		if !slices.Contains(tags, tag) {
			t.Errorf("%s is not listed", tag)
		}
	}
	for _, tag := range tags {
		l := speaking(t, tag)
		if l.Tag != tag || l.Name() == "" || len(l.OpenGraph()) != len("sv_SE") || l.OpenGraph()[:2] != tag {
			t.Errorf("%s: tag %q, name %q, Open Graph %q", tag, l.Tag, l.Name(), l.OpenGraph())
		}
	}
}

func TestUnknownTagsAreNotFound(t *testing.T) {
	for _, tag := range []string{"", "SV", "sv-SE", "xx"} {
		if l, ok := Lookup(tag); ok {
			t.Errorf("Lookup(%q) found %s", tag, l.Name())
		}
	}
}

func TestNumbersAreGroupedAsTheLanguageDoes(t *testing.T) {
	for _, c := range []struct {
		tag  string
		n    int
		want string
	}{
		{"sv", 0, "0"},
		{"sv", 999, "999"},
		{"sv", 40000, "40\u00a0000"},
		{"sv", 1234567, "1\u00a0234\u00a0567"},
		{"sv", -40000, "−40\u00a0000"},
		{"en", 40000, "40,000"},
		{"de", 40000, "40.000"},
	} {
		if got := speaking(t, c.tag).Number(c.n); got != c.want {
			t.Errorf("%s: Number(%d) = %q, want %q", c.tag, c.n, got, c.want)
		}
	}
}

func TestSizesAreInTheUnitThatReadsBest(t *testing.T) {
	for _, c := range []struct {
		tag  string
		n    int64
		want string
	}{
		{"sv", 0, "0\u00a0kB"},
		{"sv", 1, "1\u00a0kB"},
		{"sv", 999, "1\u00a0kB"},
		{"sv", 240_123, "240\u00a0kB"},
		{"sv", 999_499, "999\u00a0kB"},
		{"sv", 999_500, "1,0\u00a0MB"},
		{"sv", 1_400_000, "1,4\u00a0MB"},
		{"sv", 999_949_999, "999,9\u00a0MB"},
		{"sv", 999_950_000, "1,0\u00a0GB"},
		{"sv", 2_500_000_000, "2,5\u00a0GB"},
		{"en", 1_400_000, "1.4\u00a0MB"},
		{"fr", 1_400_000, "1,4\u00a0Mo"},
	} {
		if got := speaking(t, c.tag).Bytes(c.n); got != c.want {
			t.Errorf("%s: Bytes(%d) = %q, want %q", c.tag, c.n, got, c.want)
		}
	}
}

// The race detector does the checking.
func TestEverythingMayBeUsedAtOnce(t *testing.T) {
	l := speaking(t, "sv")
	words := NewWords(l, map[string]Word{"hits": {One: "{n} träff", Other: "{n} träffar"}})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			d, _ := ParseDate("2012-04-02 18:00", zone(t, "Europe/Stockholm"))
			p, _ := ParsePhone("0322-61 61 22", "SE")
			names := []string{"Östlund", "Ågren"}
			SortBy(l, names, func(s string) string { return s })
			got := []string{visible(l.LongDate(d)), p.Number, names[0], Slug("Åsa & Bo", l.Tag), words.Text("hits", "n", 2)}
			want := []string{"måndag 2 april 2012 kl.~18.00", "+46322616122", "Ågren", "asa-och-bo", "2 träffar"}
			if !slices.Equal(got, want) {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
	group.Wait()
}
