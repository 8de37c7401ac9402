package content

import (
	"regexp"
	"strings"
	"time"

	"alingsas.se/dialog/generator/diag"
)

var (
	cancelledWord = regexp.MustCompile(`(?i)(?:^|[^\pL])(inställd|inställt|inställda|ställs in|ställts in|cancelled|canceled)(?:[^\pL]|$)`)
	movedWord     = regexp.MustCompile(`(?i)(?:^|[^\pL])(flyttad|flyttat|flyttas|flyttats|framflyttad|senarelagd|tidigarelagd|uppskjuten|uppskjutet|skjuts upp|moved|postponed|rescheduled)(?:[^\pL]|$)`)
	denied        = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:inte|ej|not|no)(?:\s+(?:längre|longer|been))?\s+\pL+`)
	// Of a meeting that was moved to another room the time may stand as before.
	elsewhere = regexp.MustCompile(`(?i)lokal|sal(?:en)?(?:[^\pL]|$)|rum|plats|hus|adress|venue|room|hall|place|address|building`)
)

// compareChanges reports what the newest change says and the keys do not: in lists and calendars the meeting would stand
// as before. And it reports the other way round what the keys say and no change explains.
func (m *Meeting) compareChanges(d *decoder) {
	if len(m.Changes) == 0 {
		if m.Status == Cancelled || m.Status == Postponed {
			d.diags.Add(m.At("status"), diag.UnexplainedStatus, "status", string(m.Status), "example", d.settings.inYear(`changes: [{date: YYYY-03-28, text: "…"}]`))
		}
		return
	}
	newest := m.Changes[0]
	for _, c := range m.Changes[1:] {
		if !c.Date.Time.Before(newest.Date.Time) {
			newest = c
		}
	}
	text := denied.ReplaceAllString(newest.Text, "")
	if word := wordIn(cancelledWord, text); word != "" && m.Status != Cancelled {
		d.diags.Add(newest.At, diag.UnsaidStatus, "word", word, "advice", "skriv `status: cancelled`", "advice-en", "write `status: cancelled`")
		return
	}
	isMoved := m.Status == Postponed || m.Status == Cancelled || !m.PreviousStart.IsZero()
	if word := wordIn(movedWord, text); word != "" && !isMoved && !elsewhere.MatchString(text) {
		d.diags.Add(newest.At, diag.UnsaidStatus, "word", word, "advice", "skriv den tidigare tiden i `previous_start: "+earlier(m)+"` och den nya i `start`, eller `status: postponed` om den inte är bestämd",
			"advice-en", "write the earlier time in `previous_start: "+earlier(m)+"` and the new one in `start`, or `status: postponed` where it is not decided")
	}
}

func wordIn(pattern *regexp.Regexp, text string) string {
	if found := pattern.FindStringSubmatch(text); found != nil {
		return strings.ToLower(found[1])
	}
	return ""
}

// earlier is the time that a meeting has now: the one that it was moved from, where the new one was not written yet.
func earlier(m *Meeting) string {
	switch {
	case m.Start.IsZero():
		return "…"
	case m.Start.HasTime:
		return m.Start.Time.Format("2006-01-02 15:04")
	}
	return m.Start.Time.Format(time.DateOnly)
}
