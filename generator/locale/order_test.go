package locale

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func itself(s string) string { return s }

func TestNamesStandInTheOrderOfTheLanguage(t *testing.T) {
	for _, c := range []struct{ name, tag, want string }{
		{"å ä ö last, w after v", "sv", "Valter Vik Wallin Wiklund Zetterberg Ågren Ärlig Östlund"},
		{"ü as y", "sv", "Andersson Myller Müller Myllergren Möller"},
		{"é as e", "sv", "Ed Ek Ék Ekdal"},
		{"capitals beside small letters", "sv", "ek Ek EK Ekdal"},
		{"å ä ö as a and o", "de", "Andersson Ärlig Müller Myller Östlund Zetterberg"},
		{"å last", "da", "Zetterberg Ærlig Østlund Ågren"},
	} {
		want := strings.Fields(c.want)
		names := slices.Clone(want)
		slices.Reverse(names)
		SortBy(speaking(t, c.tag), names, itself)
		if !slices.Equal(names, want) {
			t.Errorf("%s: %s: %v, want %v", c.tag, c.name, names, want)
		}
	}
}

func TestNumbersInNamesAreOrderedByValue(t *testing.T) {
	titles := []string{"Dialog 10", "Dialog", "Dialog 2", "dialog 1"}
	SortBy(speaking(t, "sv"), titles, itself)
	if want := []string{"Dialog", "dialog 1", "Dialog 2", "Dialog 10"}; !slices.Equal(titles, want) {
		t.Errorf("%q, want %q", titles, want)
	}
}

func TestKeysThatCountAsTheSameAreOrderedByTheirBytes(t *testing.T) {
	for _, titles := range [][]string{{"Dialog 02", "Dialog 2"}, {"Dialog 2", "Dialog 02"}} {
		SortBy(speaking(t, "sv"), titles, itself)
		if want := []string{"Dialog 02", "Dialog 2"}; !slices.Equal(titles, want) {
			t.Errorf("%q, want %q", titles, want)
		}
	}
}

func TestItemsWithTheSameKeyStayAsTheyWere(t *testing.T) {
	type person struct{ name, role string }
	people := []person{{"Ek", "näringslivschef"}, {"Ahl", "rådgivare"}, {"Ek", "kommunalråd"}}
	SortBy(speaking(t, "sv"), people, func(p person) string { return p.name })
	want := []person{{"Ahl", "rådgivare"}, {"Ek", "näringslivschef"}, {"Ek", "kommunalråd"}}
	if !slices.Equal(people, want) {
		t.Errorf("%v, want %v", people, want)
	}
}

func BenchmarkSortBy(b *testing.B) {
	l, _ := Lookup("sv")
	names := make([]string, 1000)
	for i := range names {
		names[i] = fmt.Sprintf("Näringslivsdialog %d i Alingsås", i*7919%1000)
	}
	for b.Loop() {
		SortBy(l, slices.Clone(names), itself)
	}
}
