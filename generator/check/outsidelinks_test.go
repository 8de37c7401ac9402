package check

import (
	"testing"

	"alingsas.se/dialog/generator/web"
)

// A form that is filled in for the reader has an address which nobody wrote, another one for every meeting.
func TestFormsOnOtherSitesAreNotAskedFor(t *testing.T) {
	const text = `<a href="https://a.example.se/">a</a><a href="https://calendar.google.com/calendar/render?text=x" rel="nofollow">b</a>`
	p, err := newPage(web.Route{URL: "/"}, []byte(text), "https://dialog.example.se", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.outside) != 1 || p.outside[0] != "https://a.example.se/" {
		t.Errorf("asked for are %v", p.outside)
	}
}
