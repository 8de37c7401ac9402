package routes

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// archived is a site with releases in March and April of a year, and one of the year before.
func archived(t *testing.T, march, april int) *sample {
	t.Helper()
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	add := func(id, date string) {
		s.content["press/"+id+".md"] = file("---\ntitle: Nyhet " + id + "\ndate: " + date + "\ncontacts: [anna-ek]\n---\nText.\n")
	}
	for i := range march {
		add(fmt.Sprintf("m%02d", i), fmt.Sprintf("2012-03-%02d", i+1))
	}
	for i := range april {
		add(fmt.Sprintf("a%02d", i), fmt.Sprintf("2012-04-%02d", i+1))
	}
	add("old", "2011-12-31")
	return s
}

// Who looks for March 2012 finds what there is of it in one place: its part of the year's list, or a list of its own
// where the year has more than one page holds.
func TestAYearIsDividedByMonths(t *testing.T) {
	table, diags := archived(t, 2, 1).list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	page := output(t, table, "/pressmeddelanden/2012/")
	for _, want := range []string{
		`<h2 id="_m03">Mars 2012</h2>`, `<h2 id="_m04">April 2012</h2>`, "<caption>2012 per månad</caption>", "<caption>Antal per år</caption>",
		`<th scope="row"><a href="/pressmeddelanden/2012/#_m03">Mars</a></th><td>2</td>`, `<a href="/pressmeddelanden/2012/" aria-current="page">2012</a></th><td>3</td>`, `<rect width="50%"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the year lacks %s: %s", want, page)
		}
	}
	if _, isThere := table.Find("/pressmeddelanden/2012/03/"); isThere {
		t.Error("a month of a short year has a list of its own")
	}
	if strings.Contains(page, "style=") {
		t.Error("the policy of the site forbids style attributes")
	}
}

func TestAMonthOfALongYearHasAListOfItsOwn(t *testing.T) {
	table, diags := archived(t, 25, 3).list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	year := output(t, table, "/pressmeddelanden/2012/")
	for _, want := range []string{
		`<h2 id="_m03"><a href="/pressmeddelanden/2012/03/">Mars 2012</a></h2>`, `<th scope="row"><a href="/pressmeddelanden/2012/03/">Mars</a></th><td>25</td>`,
		"Här visas de senaste. 8 pressmeddelanden till",
	} {
		if !strings.Contains(year, want) {
			t.Errorf("the year lacks %s: %s", want, year)
		}
	}
	if n := strings.Count(year, `<li class="item">`); n != 20 {
		t.Errorf("the year shows %d releases, want 20", n)
	}
	first, second := output(t, table, "/pressmeddelanden/2012/03/"), output(t, table, "/pressmeddelanden/2012/03/sida/2/")
	if a, b := strings.Count(first, `<li class="item">`), strings.Count(second, `<li class="item">`); a != 20 || b != 5 {
		t.Errorf("March shows %d and %d releases, want 20 and 5", a, b)
	}
	for _, want := range []string{"<h1>Pressmeddelanden mars 2012</h1>", `<a href="/pressmeddelanden/2012/03/" aria-current="page">Mars</a>`, `<a href="/pressmeddelanden/2012/">2012</a></li>`, `hreflang="en" href="https://dialog.example.se/en/press/2012/03/"`} {
		if !strings.Contains(first, want) {
			t.Errorf("March lacks %s: %s", want, first)
		}
	}
	for _, gone := range []string{"/pressmeddelanden/2012/sida/2/", "/pressmeddelanden/2011/12/"} {
		if _, isThere := table.Find(gone); isThere {
			t.Errorf("%s is there", gone)
		}
	}
	if page := output(t, table, "/pressmeddelanden/2011/"); !strings.Contains(page, `<h2 id="_m12">December 2011</h2>`) {
		t.Errorf("the last day of a year is not in its December: %s", page)
	}
}
