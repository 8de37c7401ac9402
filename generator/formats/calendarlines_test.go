package formats

import (
	"bytes"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
)

// Lines are those that a library writes, which we spare the memory that it takes.
func FuzzCalendarLines(f *testing.F) {
	for _, text := range []string{"", "a", "a, b; c\\d\ne", strings.Repeat("ord ", 40), strings.Repeat("å", 90), strings.Repeat("a", 75), strings.Repeat("a", 76) + "<b>c", strings.Repeat(" ", 80), "\u2028\x00\r\n^'\""} {
		for pad := range 4 {
			f.Add(strings.Repeat("x", pad) + text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got calendarLines
		got.addText("SUMMARY", "LANGUAGE=sv", text)
		got.add("URL", "", uri(text))
		var want bytes.Buffer
		for _, p := range []ics.BaseProperty{
			{IANAToken: "SUMMARY", Value: clean(text), ICalParameters: map[string][]string{"LANGUAGE": {"sv"}}},
			{IANAToken: "URL", Value: uri(text)},
		} {
			if p.Value == "" {
				continue
			}
			if err := p.SerializeTo(&want, &ics.SerializationConfiguration{MaxLength: lineLimit, NewLine: "\r\n"}); err != nil {
				t.Fatal(err)
			}
		}
		if got.text.String() != want.String() {
			t.Errorf("%q:\n%s\nwant\n%s", text, got.text.String(), want.String())
		}
	})
}
