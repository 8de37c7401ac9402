package routes

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// A card and a list file people by what their family name is, and an author says it where a rule cannot know.
func TestPeopleAreFiledByTheirFamilyNames(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	for id, front := range map[string]string{
		"1": "name: Åsa von Berg", "2": "name: Anna Lindström Öberg\nfamily_name: Lindström Öberg", "3": "name: Carl Bergman",
		"4": "name: Ebba de la Gardie Bäck", "5": "name: Bo Zorn", "6": "name: Nguyen Van Minh\nfamily_name: Nguyen", "7": "name: Magdalena af Ugglas",
	} {
		s.content["contacts/p"+id+".md"] = file("---\n" + front + "\nrole: handläggare\n---\n")
	}
	delete(s.content, "contacts/anna-ek.md")
	s.content["contacts/p2.en.md"] = file("---\nname: Anna Lindstroem Oeberg\nrole: officer\n---\n")
	table, diags := s.list(t)
	for _, d := range diags {
		if strings.HasPrefix(d.File, "content/contacts/") {
			t.Error(d)
		}
	}
	for id, want := range map[string]string{
		"1": "N:von Berg;Åsa;;;|SORT-STRING:Berg", "2": "N:Lindström Öberg;Anna;;;", "3": "N:Bergman;Carl;;;",
		"4": "N:de la Gardie Bäck;Ebba;;;|SORT-STRING:Gardie Bäck", "6": "N:Nguyen;Van Minh;;;", "7": "N:af Ugglas;Magdalena;;;|SORT-STRING:Ugglas",
	} {
		card := output(t, table, "/kontakt/p"+id+"/p"+id+".vcf")
		if got := strings.Join(regexp.MustCompile(`(?m)^(N|SORT-STRING):[^\r\n]*`).FindAllString(card, -1), "|"); got != want {
			t.Errorf("the card of p%s has %s, want %s", id, got, want)
		}
	}
	list := output(t, table, "/kontakt/")
	if got := strings.Join(regexp.MustCompile(`/kontakt/p\d/"`).FindAllString(list, -1), " "); got != `/kontakt/p1/" /kontakt/p3/" /kontakt/p4/" /kontakt/p2/" /kontakt/p6/" /kontakt/p7/" /kontakt/p5/"` {
		t.Errorf("the list has %s", got)
	}
}
