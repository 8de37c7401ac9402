package formats

import (
	"net/url"
	"testing"
)

func TestCalendarsAreSubscribedToOnTheWeb(t *testing.T) {
	const calendar = "https://dialog.example.se/traffar/kalender/frukost%20%26%20mer.ics"
	google, err := url.Parse(GoogleSubscription(calendar))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "what Google gets", google.Query().Get("cid"), "webcal://dialog.example.se/traffar/kalender/frukost%20%26%20mer.ics")
	same(t, "Google's page", google.Host+google.Path, "calendar.google.com/calendar/r")
	outlook, err := url.Parse(OutlookSubscription(OutlookWork, calendar, "Träffar & möten"))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "what Outlook gets", outlook.Query().Get("url"), calendar)
	same(t, "the name in Outlook", outlook.Query().Get("name"), "Träffar & möten")
	same(t, "Outlook's page", outlook.Host+outlook.Path, "outlook.office.com/calendar/0/addfromweb")
}
