package routes

import (
	"os"
	"strings"
	"testing"
)

// meetingPage renders the page of a meeting with the project's templates.
func meetingPage(t *testing.T, keys string) string {
	t.Helper()
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["meetings/a.md"] = file("---\ntitle: Kväll\n" + keys + "\n---\nVi talar om torget.\n")
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return output(t, table, "/traffar/a/")
}

// Who has been invited wants to know when and where, and then what about. What the site files it under comes last.
func TestAMeetingsPageSaysFirstWhenAndWhere(t *testing.T) {
	page := meetingPage(t, `start: 2026-07-01 18:00
end: 2026-07-01 20:00
place: {name: Biblioteket, address: Storgatan 1, access: Hiss finns., travel: Buss 1 till Torget.}
registration: {email: a@example.se}
audience: alla
organisations: [Handlarna]
topics: [Handel]
regions: [Norra bygden]`)
	_, main, _ := strings.Cut(page, "<main")
	at := 0
	for _, text := range []string{"<h1>", "Preliminär: kan ändras", "<dt>När", "<dt>Var", "www.openstreetmap.org", "<dt>Tillgänglighet", "<dt>Så tar du dig hit", "<dt>För vem", "<dt>Anmälan",
		"Vi talar om torget.", "Lägg till i kalendern", "Google Kalender", "webcal://", "<dt>Alingsås kommun möter", "<dt>Ämnen", "<dt>Regioner"} {
		next := strings.Index(main[at:], text)
		if next < 0 {
			t.Fatalf("%q does not come after what stands before it: %s", text, main)
		}
		at += next
	}
}

func TestWhatOneCanComeToGoesIntoACalendarOnTheWeb(t *testing.T) {
	hosts := []string{"https://calendar.google.com/", "https://outlook.office.com/", "https://outlook.live.com/"}
	for _, test := range []struct {
		name, keys string
		holds      []string // in each of the addresses; none: there are no addresses
	}{
		{"planned", "start: 2026-07-01 18:00\nend: 2026-07-01 20:00\ntime_note: vi bjuder på fika", []string{"Kv%C3%A4ll", "Prelimin%C3%A4r%3A%20kan%20%C3%A4ndras", "Vi%20bjuder", "https%3A%2F%2Fdialog.example.se%2Ftraffar%2Fa%2F"}},
		{"confirmed", "start: 2026-07-01 18:00\nstatus: confirmed\nplace: {name: Biblioteket}", []string{"Kv%C3%A4ll", "location=Biblioteket"}},
		{"days", "start: 2026-07-01\nend: 2026-07-03", []string{"0704"}},
		{"until the end of a day", "start: 2026-07-01 18:00\nend: 2026-07-03", []string{"2026"}},
		{"undated", "audience: alla", nil},
		{"cancelled", "start: 2026-07-01 18:00\nstatus: cancelled", nil},
		{"postponed", "previous_start: 2026-07-01 18:00\nstatus: postponed", nil},
		{"over", "start: 2026-06-01 18:00", nil},
	} {
		page := meetingPage(t, test.keys)
		for _, host := range hosts {
			_, address, isThere := strings.Cut(page, `<a href="`+host)
			if isThere != (test.holds != nil) {
				t.Errorf("%s: there is a link to %s: %v", test.name, host, isThere)
			}
			address, _, _ = strings.Cut(address, `"`)
			for _, text := range test.holds {
				if !strings.Contains(strings.ReplaceAll(address, "-", ""), strings.ReplaceAll(text, "-", "")) {
					t.Errorf("%s: %s lacks %q", test.name, address, text)
				}
			}
		}
		if strings.Contains(page, "webcal://") != (test.holds != nil) {
			t.Errorf("%s: it is told where one subscribes: %v", test.name, test.holds == nil)
		}
	}
	if page := meetingPage(t, "start: 2026-07-01 18:00\nstatus: confirmed"); strings.Contains(page, "Prelimin") {
		t.Error("a confirmed meeting is said to be provisional")
	}
}

// Who has registered learns from the page that says so what to do now.
func TestAMeetingThatDoesNotTakePlaceTellsWhatToDo(t *testing.T) {
	const ask = "Har du anmält dig eller tänkt komma"
	for _, test := range []struct{ name, keys, want, not string }{
		{"a change", "contacts: [anna-ek]\nchanges: [{date: 2026-06-01, text: Ny sal.}, {date: 2026-06-02, text: Pengarna *betalas* tillbaka.}]", "Pengarna <em>betalas</em> tillbaka.", ask},
		{"a contact", "contacts: [anna-ek]", ask + `, och undrar vad som gäller? Kontakta <a href="/kontakt/anna-ek/">Anna Ek</a>.`, ""},
		{"where one registers", "registration: {email: anmalan@example.se}", `Kontakta <a href="mailto:anmalan@example.se">`, ""},
		{"nobody", "audience: alla", "", ask},
	} {
		for _, status := range []string{"cancelled", "postponed"} {
			page := meetingPage(t, "start: 2026-07-01 18:00\nstatus: "+status+"\n"+test.keys)
			_, notice, _ := strings.Cut(page, `<section class="notice notice-alert">`)
			notice, rest, _ := strings.Cut(notice, "</section>")
			if !strings.Contains(notice, test.want) || test.not != "" && strings.Contains(notice, test.not) {
				t.Errorf("%s, %s: the notice is %s", test.name, status, notice)
			}
			if test.name == "a change" && (strings.Contains(rest, "betalas") || !strings.Contains(rest, "Ny sal.")) {
				t.Errorf("%s: after the notice stands %s", status, rest)
			}
		}
	}
	if page := meetingPage(t, "start: 2026-07-01 18:00\ncontacts: [anna-ek]"); strings.Contains(page, ask) {
		t.Error("who can come is told whom to ask about a meeting that does not take place")
	}
}
