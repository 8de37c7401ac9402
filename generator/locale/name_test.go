package locale

import (
	"slices"
	"testing"
)

func TestFamilyNamesKeepTheirParticles(t *testing.T) {
	for _, c := range []struct{ name, family, sorted, given string }{
		{"Anna Ek", "Ek", "Ek", "Anna"},
		{"Anna-Karin Maria Ek", "Ek", "Ek", "Anna-Karin Maria"},
		{"Carl von Berg", "von Berg", "Berg", "Carl"},
		{"Carl Von Essen", "Von Essen", "Essen", "Carl"},
		{"Magdalena af Ugglas", "af Ugglas", "Ugglas", "Magdalena"},
		{"Louis De Geer", "De Geer", "Geer", "Louis"},
		{"Magnus de la Gardie", "de la Gardie", "Gardie", "Magnus"},
		{"Ebba de la Gardie Bäck", "de la Gardie Bäck", "Gardie Bäck", "Ebba"},
		{"Rip van der Berg", "van der Berg", "Berg", "Rip"},
		{"Jean d'Albert", "d'Albert", "d'Albert", "Jean"},
		{"Anna Lindström-Öberg", "Lindström-Öberg", "Lindström-Öberg", "Anna"},
		{"Anna Le", "Le", "Le", "Anna"},                   // the last word is the name itself
		{"Nguyen Van Minh", "Minh", "Minh", "Nguyen Van"}, // errs, and is told by family_name
		{"Von Berg", "Berg", "Berg", "Von"},               // the first word is a given name
		{"Cher", "Cher", "Cher", ""},
		{"", "", "", ""},
	} {
		family := FamilyName(c.name)
		given, found := GivenNames(c.name, family)
		if family != c.family || WithoutParticles(family) != c.sorted || given != c.given || !found {
			t.Errorf("%q: family %q, sorted by %q, given %q", c.name, family, WithoutParticles(family), given)
		}
	}
}

func TestAFamilyNameStandsAtAnEndOfTheName(t *testing.T) {
	for _, c := range []struct {
		name, family, given string
		found               bool
	}{
		{"Anna Lindström Öberg", "Lindström Öberg", "Anna", true},
		{"Anna  Lindström Öberg", "Lindström  Öberg", "Anna", true},
		{"Nguyen Van Minh", "Nguyen", "Van Minh", true},
		{"Anna Öberg", "berg", "", false},
		{"Anna Maria Öberg", "Maria", "", false},
		{"Anna Öberg", "Oberg", "", false},
	} {
		if given, found := GivenNames(c.name, c.family); found != c.found || found && given != c.given {
			t.Errorf("%q, %q: %q, %v", c.name, c.family, given, found)
		}
	}
}

func TestNamesAreSortedWithoutTheirParticles(t *testing.T) {
	names := []string{"Carl von Berg", "Åke Ek", "Anna Ek", "Magdalena af Ugglas", "Bo Bergström", "Ebba de la Gardie Bäck", "Örjan Alm"}
	SortBy(speaking(t, "sv"), names, itself)
	SortBy(speaking(t, "sv"), names, func(n string) string { return WithoutParticles(FamilyName(n)) })
	want := []string{"Örjan Alm", "Carl von Berg", "Bo Bergström", "Anna Ek", "Åke Ek", "Ebba de la Gardie Bäck", "Magdalena af Ugglas"}
	if !slices.Equal(names, want) {
		t.Errorf("got %q", names)
	}
}
