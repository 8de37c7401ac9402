package formats

import "strings"

// Webcal is the address of a calendar in the form that calendar programs open.
func Webcal(calendar string) string {
	_, rest, _ := strings.Cut(calendar, "://")
	return "webcal://" + rest
}

// GoogleSubscription is an address where Google Calendar offers to subscribe to a calendar. It takes the calendar's
// address as programs open it: with https it takes it for the name of a calendar of its own.
func GoogleSubscription(calendar string) string {
	return "https://calendar.google.com/calendar/r?cid=" + strings.TrimPrefix(parameter("", Webcal(calendar)), "&=")
}

// OutlookSubscription is such an address of Outlook on the web, on one of its hosts.
func OutlookSubscription(host, calendar, name string) string {
	return "https://" + host + "/calendar/0/addfromweb?" + strings.TrimPrefix(parameter("url", calendar)+parameter("name", oneLine(name)), "&")
}
